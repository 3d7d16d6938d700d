"""Making the page for the group fit one sheet: first smaller letters, then fewer and shorter words.

Its foot tells of it. What was not wanted is the last to be shortened.
"""

from bisect import bisect_left
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


MOST_LINES = 200
MOST_CHARACTERS = 20_000
"""More than this fits no sheet, whatever the size of the letters."""
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
"""From the widest to the last: each lets less onto the page than the one before. Ten points can be read."""


def fitted(page: GroupPage, fits: Callable[[GroupPage, float], bool]) -> tuple[GroupPage, float]:
    """The page as it fits one sheet, and the size of its letters. `fits` tells whether a page does."""

    def holds(room: Room) -> bool:
        shorter = shortened(page, room)
        return not _surely_too_long(shorter) and fits(shorter, room.size)

    room = ROOMS[bisect_left(ROOMS[:-1], True, key=holds)]
    return shortened(page, room), room.size


def _surely_too_long(page: GroupPage) -> bool:
    """Whether nobody needs to lay it out to see it."""
    lengths = [len(line.words) for section in page.sections for line in section.lines]
    return len(lengths) > MOST_LINES or sum(lengths) > MOST_CHARACTERS


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
