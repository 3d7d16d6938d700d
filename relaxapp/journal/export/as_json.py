"""The journal as JSON: versioned, as docs/journal.schema.json describes it.

What a person keeps back is not in the file at all: its keys are missing. `shared` names what is there, and
`group_sheet` says whether a facilitator may use it for the sheet of the group.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import Any

import orjson

from relaxapp.journal.entry import Entry
from relaxapp.journal.export.gathering import Gathered
from relaxapp.journal.rows import PEG_COLUMNS, QUESTION_COLUMNS, Shareable
from relaxapp.journal.sharing import Field
from relaxapp.writing import write_whole_bytes

FORMAT, VERSION = "relaxapp-journal", 2


def write(gathered: Gathered, path: Path) -> int:
    """Write the export to `path`; how many practices and days it holds. Raises FileError."""
    counted = _Counted(gathered.entries)
    write_whole_bytes(path, pieces(gathered, counted))
    return counted.count


def document(gathered: Gathered) -> str:
    """The whole document."""
    return b"".join(pieces(gathered, gathered.entries)).decode()


def pieces(gathered: Gathered, entries: Iterable[Entry]) -> Iterator[bytes]:
    """The document, an entry at a time."""
    sharing = gathered.sharing
    head = {
        "format": FORMAT,
        "version": VERSION,
        "export": gathered.id,
        "member": gathered.member,
        "made": gathered.made.isoformat(timespec="seconds"),
        "since": None if gathered.since is None else gathered.since.isoformat(),
        "shared": [str(each) for each in Field if each in sharing.fields],
        "group_sheet": sharing.group_sheet,
    }
    yield orjson.dumps(head)[:-1]
    names = [each.name for each in fields(Entry) if sharing.shares(each.name)]
    yield from _listed("entries", _named(sharing.for_a_file(entries), names))
    yield from _listed("pegs", _named(gathered.pegs, PEG_COLUMNS))
    yield from _listed("questions", _named(gathered.questions, QUESTION_COLUMNS))
    yield b"}\n"


def _listed(name: str, values: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    yield f',"{name}":['.encode()
    between = b"\n"
    for each in values:
        yield between + orjson.dumps(each)
        between = b",\n"
    yield b"\n]"


def _named(kept: Iterable[Shareable], names: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The values by name."""
    values = attrgetter(*names)
    return (dict(zip(names, values(each), strict=True)) for each in kept)


class _Counted:
    """Entries, counted as they are read."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = entries
        self.count = 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            self.count += 1
            yield entry
