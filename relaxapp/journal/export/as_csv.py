"""The journal as CSV: RFC 4180, UTF-8 with a mark for spreadsheets, and never a formula.

One row for each practice, day without, PEG and question for the group, oldest first; `Kind` tells which.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import Any

from relaxapp.journal.entry import Entry
from relaxapp.journal.export.gathering import Gathered
from relaxapp.journal.group_question import GroupQuestion
from relaxapp.journal.peg import Peg
from relaxapp.journal.rows import Shareable
from relaxapp.journal.sharing import Field
from relaxapp.journal.times import local_time
from relaxapp.translation import _
from relaxapp.writing import write_whole

MARK = "\ufeff"
"""Tells a spreadsheet that the text is UTF-8."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A cell that begins so may be run as a formula (OWASP, "CSV Injection")."""
_SIGNS = "=+@＝＋－＠-"
_AFTER_A_BREAK = re.compile(f'(?<=[;\t\n])([ "]*)(?=[{_SIGNS}])')
"""Where a program that takes other signs for the ends of cells would see one begin with a formula.

Such a program takes off quotation marks that stand first in a cell.
"""
_UNSEEN = {code: None for code in (*range(0x20), 0x7F, *range(0x80, 0xA0)) if chr(code) not in "\t\n"}
"""Signs without a shape; no program needs them, and some stop at them."""

_PLAIN = re.compile(r"\w[^;\x00-\x1f\x7f-\x9f]*")
"""Most texts: they need no change."""

LINES_AT_ONCE = 500
"""So many are written together: quicker than one by one, and no more than some hundred kilobytes."""

Cell = str | int | float | None


def plain(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula, whatever it takes for the ends of cells."""
    if not text or _PLAIN.fullmatch(text):
        return text
    clean = _AFTER_A_BREAK.sub(r"\1'", text.replace("\r\n", "\n").translate(_UNSEEN))
    begins_one = clean.startswith(FORMULA_STARTS) or clean.lstrip(' "').startswith(FORMULA_STARTS)
    return f"'{clean}" if begins_one else clean


def _columns() -> tuple[tuple[str, Field | None, str], ...]:
    """Each column: the name of what stands in it, the choice it hangs on, and its heading."""
    return (
        ("started", None, _("Started")),
        ("kind", None, _("Kind")),
        ("title", Field.PRACTICES, _("Practice")),
        ("technique", Field.PRACTICES, _("Technique")),
        ("variation_of", Field.PRACTICES, _("Variation of")),
        ("planned_seconds", Field.EARLY_STOPS, _("Planned seconds")),
        ("heard_seconds", None, _("Heard seconds")),
        ("ended", Field.EARLY_STOPS, _("Ended")),
        ("pain_before", Field.RATINGS, _("Pain before")),
        ("pain_after", Field.RATINGS, _("Pain after")),
        ("tension_before", Field.RATINGS, _("Tension before")),
        ("tension_after", Field.RATINGS, _("Tension after")),
        ("helpful", Field.RATINGS, _("Helpful")),
        ("obstacles", Field.OBSTACLES, _("Obstacles")),
        ("obstacle_words", Field.OBSTACLES, _("Obstacles in own words")),
        ("obstacles_read_out", Field.OBSTACLES, _("Obstacles may be read out")),
        ("own_way", Field.OWN_WAYS, _("Own way")),
        ("own_way_read_out", Field.OWN_WAYS, _("Own way may be read out")),
        ("side_effects", Field.UNWANTED, _("Unwanted effects")),
        ("entered_later", None, _("Entered later")),
        ("average_pain", Field.PEG, _("Average pain in the past week")),
        ("enjoyment", Field.PEG, _("Pain and enjoyment of life")),
        ("activity", Field.PEG, _("Pain and general activity")),
        ("mean", Field.PEG, _("Mean of these three")),
        ("text", Field.QUESTIONS, _("Question for the group")),
        ("read_out", Field.QUESTIONS, _("Question may be read out")),
        ("note", Field.NOTES, _("Note")),
    )


_OF_ENTRY: Mapping[str, object] = {each.name: each.type for each in fields(Entry)}
"""The type of each field of `Entry`, by its name."""


def write(gathered: Gathered, path: Path) -> int:
    """Write the export to `path`; how many practices and days it holds. Raises FileError."""
    counted = 0

    def kept() -> Iterator[Shareable]:
        nonlocal counted
        for each in gathered.kept():
            counted += isinstance(each, Entry)
            yield each

    write_whole(path, rows(kept(), gathered.sharing.fields))
    return counted


def rows(kept: Iterable[Shareable], shared: frozenset[Field]) -> Iterator[str]:
    """The file, some lines at a time."""
    found = [(name, heading) for name, field, heading in _columns() if field is None or field in shared]
    names = [name for name, _heading in found]
    yield MARK + _lines([[heading for _name, heading in found]])
    of_entry = _entry_cells(names)
    cells = (of_entry(each) if isinstance(each, Entry) else _other_cells(each, names) for each in kept)
    while some := list(islice(cells, LINES_AT_ONCE)):
        yield _lines(some)


def _lines(rows: Iterable[Sequence[Cell]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _entry_cells(names: Sequence[str]) -> Callable[[Entry], list[Cell]]:
    """How the cells of an entry are made: most are its values as they are."""
    values = attrgetter(*(name if name in _OF_ENTRY else "id" for name in names))
    texts = [at for at, name in enumerate(names) if _OF_ENTRY.get(name) is str]
    flags = [at for at, name in enumerate(names) if _OF_ENTRY.get(name) is bool]
    others = [(at, name) for at, name in enumerate(names) if name in ("started", "obstacles")]
    empty = [at for at, name in enumerate(names) if name not in _OF_ENTRY]
    yes, no = _("yes"), _("no")

    def cells(entry: Entry) -> list[Cell]:
        row = list(values(entry))
        for at in texts:
            if row[at]:
                row[at] = plain(row[at])
        for at in flags:
            row[at] = yes if row[at] else no
        for at, name in others:
            row[at] = _started(entry) if name == "started" else "; ".join(row[at])
        for at in empty:
            row[at] = None
        return row

    return cells


def _other_cells(kept: Peg | GroupQuestion, names: Sequence[str]) -> list[Cell]:
    """The cells of a PEG or of a question: most are empty."""
    kind = _("weekly questions") if isinstance(kept, Peg) else _("question for the group")
    told = {"started": _started(kept), "kind": kind}
    return [told[name] if name in told else _cell(getattr(kept, name, None)) for name in names]


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return round(value, 2) if isinstance(value, float) else value


def _started(kept: Shareable) -> str:
    return local_time(kept).isoformat(" ", "minutes")
