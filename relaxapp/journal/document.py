"""Reading an export: whatever is in the file, it is understood whole or told in a sentence."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from relaxapp.errors import FileError
from relaxapp.journal.entry import Ended, Entry, Kind, Obstacle
from relaxapp.journal.export.as_json import FORMAT, VERSION
from relaxapp.journal.group_question import GroupQuestion
from relaxapp.journal.peg import Peg
from relaxapp.journal.rows import writable
from relaxapp.journal.sharing import Field, Sharing
from relaxapp.translation import _

MOST_BYTES = 1 << 30
"""A longer file is no journal that anyone kept."""
_YEARS = range(1970, 9001)
"""In which a journal can lie: local time may be before or after them by a day."""
_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Document:
    """An export as it was read."""

    version: int
    """The version of its format."""
    export: str
    """The random name of the export; empty in version 1."""
    member: str
    """The random name of the journal it comes from; empty in version 1."""
    made: datetime | None
    """When it was made, aware; None in version 1."""
    since: date | None
    """The first day it may hold; None: all that was kept."""
    sharing: Sharing
    """What of the journal is in it."""
    entries: tuple[Entry, ...]
    pegs: tuple[Peg, ...] = ()
    questions: tuple[GroupQuestion, ...] = ()


class WrongFileError(FileError):
    """A file that is no export that can be read; the hint says what to do."""


def read_document(path: Path, most_bytes: int = MOST_BYTES) -> Document:
    """The export in a file. Raises FileError where it can't be read, WrongFileError where it is no export."""
    try:
        if not path.is_file():
            raise FileError(
                _("There is no file {path}.").format(path=path), _("Check its name and where it lies.")
            )
        if path.stat().st_size > most_bytes:
            raise _too_large(path)
        text = path.read_bytes()
    except OSError as error:
        raise FileError(
            _("{path} can't be read ({reason}).").format(path=path, reason=error.strerror or error),
            _("Allow yourself to read it, or copy it elsewhere."),
        ) from error
    try:
        values = json.loads(text.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _foreign(path) from None
    return understood(values, path)


def understood(values: object, path: Path) -> Document:
    """An export as JSON has it. Raises WrongFileError; `path` is named in it."""
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise _foreign(path)
    version = values.get("version")
    if version not in range(1, VERSION + 1) or isinstance(version, bool):
        raise _other_version(path, version)
    try:
        return _first_version(values) if version == 1 else _second_version(values)
    except (ValueError, KeyError, TypeError, OverflowError):
        raise _damaged(path) from None


def _first_version(values: Mapping[str, Any]) -> Document:
    notes = _flag(values["notes"])
    shared = frozenset(Field) - (frozenset() if notes else {Field.NOTES}) - {Field.PEG, Field.QUESTIONS}
    return Document(1, "", "", None, None, Sharing(shared), _list(values["entries"], _entry))


def _second_version(values: Mapping[str, Any]) -> Document:
    shared = Sharing(frozenset(_list(values["shared"], Field)), group_sheet=_flag(values["group_sheet"]))
    return Document(
        2,
        _text(values["export"]),
        _text(values["member"]),
        _moment(values["made"]),
        None if values["since"] is None else date.fromisoformat(_text(values["since"])),
        shared,
        _list(values["entries"], _entry),
        _list(values["pegs"], _peg),
        _list(values["questions"], _group_question),
    )


def _list(value: object, read: Callable[[Any], Any]) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ValueError(value)
    return tuple(read(each) for each in value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return writable(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def _whole(value: object, lowest: int, highest: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
        raise ValueError(value)
    return value


def _rating(value: object) -> int | None:
    return None if value is None else _whole(value, 0, 10)


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None or moment.year not in _YEARS:
        raise ValueError(value)
    return moment


def _started(value: object) -> datetime:
    return _moment(value).astimezone(UTC)


def _offset(value: object) -> int:
    return _whole(value, 1 - _DAY_MINUTES, _DAY_MINUTES - 1)


def _seconds(value: object) -> int:
    return _whole(value, 0, 10**9)


def _id(value: object) -> str:
    if not _text(value):
        raise ValueError(value)
    return _text(value)


_ENTRY: Mapping[str, Callable[[Any], object]] = {
    "id": _id,
    "started": _started,
    "offset_minutes": _offset,
    "kind": Kind,
    "practice": _text,
    "title": _text,
    "technique": _text,
    "variation_of": _text,
    "planned_seconds": _seconds,
    "heard_seconds": _seconds,
    "ended": Ended,
    "pain_before": _rating,
    "tension_before": _rating,
    "pain_after": _rating,
    "tension_after": _rating,
    "helpful": _rating,
    "obstacles": lambda value: _list(value, Obstacle),
    "obstacle_words": _text,
    "obstacles_read_out": _flag,
    "own_way": _text,
    "own_way_read_out": _flag,
    "side_effects": _text,
    "note": _text,
    "entered_later": _flag,
    "ratings_due": _flag,
}
_PEG: Mapping[str, Callable[[Any], object]] = {
    "id": _id,
    "started": _started,
    "offset_minutes": _offset,
    "average_pain": _rating,
    "enjoyment": _rating,
    "activity": _rating,
}
_QUESTION: Mapping[str, Callable[[Any], object]] = {
    "id": _id,
    "started": _started,
    "offset_minutes": _offset,
    "text": _text,
    "read_out": _flag,
}
assert [*_ENTRY] == [each.name for each in fields(Entry)]


def _entry(values: dict[str, Any]) -> Entry:
    """An entry; what is not told in it is as nothing, and a practice whose end isn't told was finished."""
    found = {name: read(values[name]) for name, read in _ENTRY.items() if name in values}
    return Entry(**({"ended": Ended.COMPLETED} | found))  # type: ignore[arg-type]


def _peg(values: dict[str, Any]) -> Peg:
    return Peg(**{name: read(values[name]) for name, read in _PEG.items()})  # type: ignore[arg-type]


def _group_question(values: dict[str, Any]) -> GroupQuestion:
    return GroupQuestion(**{name: read(values[name]) for name, read in _QUESTION.items()})  # type: ignore[arg-type]


def _foreign(path: Path) -> WrongFileError:
    return WrongFileError(
        _("{path} is not an export of relaxapp.").format(path=path),
        _("Choose a file that `relaxapp export` made as JSON; for the sheet of a group, with --for-group."),
    )


def _damaged(path: Path) -> WrongFileError:
    return WrongFileError(
        _("{path} was changed or damaged after it was exported, and can't be understood.").format(path=path),
        _("Export it again."),
    )


def _other_version(path: Path, version: object) -> WrongFileError:
    return WrongFileError(
        _("{path} has version {version} of the export, and this program knows versions 1 to {known}.").format(
            path=path, version=version, known=VERSION
        ),
        _("Update relaxapp, and try again."),
    )


def _too_large(path: Path) -> WrongFileError:
    return WrongFileError(
        _("{path} is too large.").format(path=path),
        _("An export of a few weeks is enough: relaxapp export --since group"),
    )
