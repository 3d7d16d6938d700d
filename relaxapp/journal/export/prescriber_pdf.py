"""The page for the one who prescribes on paper: large print, one sheet, a line to write on under each."""

from pathlib import Path

from relaxapp.errors import PageError
from relaxapp.journal.export.prescriber_page import PrescriberPage
from relaxapp.paper.press import how_many, press, save
from relaxapp.paper.sizes import Paper
from relaxapp.translation import _

TEMPLATE = "prescriber"
SIZES = ((17.0, True), (15.0, True), (15.0, False), (13.0, False), (11.0, False))
"""Sizes of letters in points, the largest first, and whether there is room to write under each line."""


def write(page: PrescriberPage, path: Path, paper: Paper) -> None:
    """Write the page to `path` as PDF, as large as one sheet takes. Raises PageError, FileError."""
    for size, to_write_on in SIZES:
        values = _values(page, size, to_write_on=to_write_on)
        if how_many(TEMPLATE, values, paper) == 1:
            save(path, press(TEMPLATE, values, paper))
            return
    raise PageError(
        _("So many lines don't fit one page."), _("Leave some out, and put those on a page of their own.")
    )


def _values(page: PrescriberPage, size: float, *, to_write_on: bool) -> dict[str, object]:
    return {
        "title": page.title,
        "words": page.words,
        "size": size,
        "to_write_on": to_write_on,
        "sections": [
            {
                "heading": heading,
                "lines": [{"words": line.words, "when": line.when} for line in lines],
            }
            for heading, lines in page.sections
        ],
    }
