"""Making the page for the group fit one sheet: first smaller letters, then fewer and shorter words.

Its foot tells of it. What was not wanted is the last to be shortened.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from relaxapp.journal.export.group_page import GroupPage, Line, Section
from relaxapp.translation import _


@dataclass(frozen=True, slots=True)
class Room:
    """How much is let onto the page."""

    size: float
    """The size of the letters, in points."""
    lines: int | None = None
    """How many lines in the person's own words a section may have; None: all."""
    longest: int | None = None
    """How many characters each may have; None: all."""


ROOMS = (
    Room(12),
    Room(11),
    Room(10),
    Room(10, 12, 400),
    Room(10, 8, 300),
    Room(10, 6, 200),
    Room(10, 4, 160),
    Room(10, 3, 120),
    Room(10, 2, 90),
    Room(10, 1, 60),
)
"""From the best to the last that is tried; ten points can be read at arm's length."""


def fitted(page: GroupPage, fits: Callable[[GroupPage, float], bool]) -> tuple[GroupPage, float]:
    """The page as it fits one sheet, and the size of its letters. `fits` tells whether a page does."""
    for room in ROOMS[:-1]:
        shorter = shortened(page, room)
        if fits(shorter, room.size):
            return shorter, room.size
    return shortened(page, ROOMS[-1]), ROOMS[-1].size


def shortened(page: GroupPage, room: Room) -> GroupPage:
    """The page with no more than there is room for; its foot tells of it where something is missing."""
    generous = replace(
        room,
        lines=room.lines and 2 * room.lines,
        longest=room.longest and 2 * room.longest,
    )
    shorter = replace(
        page,
        first=page.first and _section(page.first, generous),
        left=tuple(_section(each, room) for each in page.left),
        right=tuple(_section(each, room) for each in page.right),
        below=tuple(_section(each, room) for each in page.below),
        name=_clipped(page.name, 60),
    )
    if shorter == page:
        return page
    told = _("Shortened to fit one page; the newest lines are kept, and all of them are in the journal.")
    return replace(shorter, foot=(*page.foot, told))


def _section(section: Section, room: Room) -> Section:
    own = [line for line in section.lines if line.own]
    kept = own if room.lines is None else own[-room.lines :]
    lines = tuple(_lines(section, kept, room.longest))
    return replace(section, lines=lines)


def _lines(section: Section, kept: list[Line], longest: int | None) -> Iterator[Line]:
    for line in section.lines:
        if not line.own:
            yield line
        elif any(line is each for each in kept):
            yield replace(line, words=_clipped(line.words, longest))


def _clipped(words: str, longest: int | None) -> str:
    if longest is None or len(words) <= longest:
        return words
    whole = words[: longest - 1].rsplit(" ", 1)[0] if " " in words[: longest - 1] else words[: longest - 1]
    return f"{whole.rstrip(' ,;:.')} …"
