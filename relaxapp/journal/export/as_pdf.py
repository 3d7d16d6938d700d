"""The page for the group on paper."""

from pathlib import Path

from relaxapp.journal.export.group_page import GroupPage, Section, bars_in_words
from relaxapp.journal.export.shortening import fitted
from relaxapp.paper.press import how_many, press, save
from relaxapp.paper.sizes import Paper
from relaxapp.translation import _

TEMPLATE = "group_page"


def on_one_sheet(page: GroupPage, paper: Paper) -> tuple[GroupPage, float]:
    """The page as it fits one sheet, shortened where it must be, and the size of its letters.

    Raises PageError where no page can be made.
    """
    return fitted(page, lambda shorter, size: how_many(TEMPLATE, values(shorter, size), paper) == 1)


def write(page: GroupPage, path: Path, paper: Paper, *, grey: bool = False) -> None:
    """Write the page to `path` as PDF. Raises PageError or FileError."""
    shorter, size = on_one_sheet(page, paper)
    save(path, press(TEMPLATE, values(shorter, size), paper, grey=grey))


def values(page: GroupPage, size: float) -> dict[str, object]:
    """What the template is given."""
    return {
        "title": page.title,
        "range": page.range,
        "name": page.name,
        "foot": "\n".join(page.foot),
        "size": size,
        "before": _("before"),
        "after": _("after"),
        "first": page.first and _section(page.first),
        "practised": _section(page.practised),
        "before_after": page.before_after and _section(page.before_after),
        "left": [_section(each) for each in page.left],
        "right": [_section(each) for each in page.right],
        "below": [_section(each) for each in page.below],
    }


def _section(section: Section) -> dict[str, object]:
    return {
        "heading": section.heading,
        "lines": [{"when": line.when, "words": line.words} for line in section.lines],
        "bars_in_words": bars_in_words(section.bars) if section.bars else "",
        "bars": [
            {"label": bar.label, "number": str(bar.minutes or ""), "height": bar.height}
            for bar in section.bars
        ],
        "scales": [
            {"words": scale.words, "before": scale.before, "after": scale.after} for scale in section.scales
        ],
    }
