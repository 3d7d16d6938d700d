"""The journal as CSV: RFC 4180, UTF-8 with a mark that spreadsheets know it by, and never a formula."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from relaxapp.journal.entry import Entry
from relaxapp.journal.times import local_time
from relaxapp.translation import _
from relaxapp.writing import write_whole

MARK = "\ufeff"
"""Tells a spreadsheet that the text is UTF-8."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins so may be run as a formula (OWASP, "CSV Injection")."""

Cell = str | int | None


def plain(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return (
        f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) or text.startswith(FORMULA_STARTS) else text
    )


def columns(*, notes: bool) -> dict[str, Callable[[Entry], Cell]]:
    """Each column's heading, and what stands under it."""
    found: dict[str, Callable[[Entry], Cell]] = {
        _("Started"): lambda entry: local_time(entry).isoformat(sep=" ", timespec="minutes"),
        _("Kind"): lambda entry: entry.kind.value,
        _("Practice"): lambda entry: plain(entry.title),
        _("Technique"): lambda entry: plain(entry.technique),
        _("Variation of"): lambda entry: plain(entry.variation_of),
        _("Planned seconds"): lambda entry: entry.planned_seconds,
        _("Heard seconds"): lambda entry: entry.heard_seconds,
        _("Ended"): lambda entry: entry.ended.value,
        _("Pain before"): lambda entry: entry.pain_before,
        _("Pain after"): lambda entry: entry.pain_after,
        _("Tension before"): lambda entry: entry.tension_before,
        _("Tension after"): lambda entry: entry.tension_after,
        _("Helpful"): lambda entry: entry.helpful,
        _("Obstacles"): lambda entry: "; ".join(each.value for each in entry.obstacles),
        _("Obstacles in own words"): lambda entry: plain(entry.obstacle_words),
        _("Obstacles may be read out"): lambda entry: _yes_no(entry.obstacles_read_out),
        _("Own way"): lambda entry: plain(entry.own_way),
        _("Own way may be read out"): lambda entry: _yes_no(entry.own_way_read_out),
        _("Unwanted effects"): lambda entry: plain(entry.side_effects),
        _("Entered later"): lambda entry: _yes_no(entry.entered_later),
    }
    if notes:
        found[_("Note")] = lambda entry: plain(entry.note)
    return found


def write(entries: Iterable[Entry], path: Path, *, notes: bool) -> None:
    """Write the entries to `path`; private notes only where they are asked for. Raises FileError."""
    write_whole(path, rows(entries, notes=notes))


def rows(entries: Iterable[Entry], *, notes: bool) -> Iterator[str]:
    """The file, a line at a time."""
    found = columns(notes=notes)
    yield MARK + _row(list(found))
    for entry in entries:
        yield _row([cell(entry) for cell in found.values()])


def _row(cells: list[Cell] | list[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _yes_no(value: bool) -> str:
    return _("yes") if value else _("no")
