"""Leaving out the rest of a section, or all that lies between here and the last one."""

from collections.abc import Sequence
from dataclasses import replace

from relaxapp.timing.frames import RATE
from relaxapp.timing.items import Breathing, Gap, Held, Item, Ring, Spoken
from relaxapp.timing.revisions.divide import Divided, as_inside, divide, silence
from relaxapp.timing.revisions.onward import end_of, words_at

TURN = RATE
"""The silence between what was left and what comes instead."""


def leave_section(items: Sequence[Item], frame: int) -> tuple[Item, ...]:
    """`items` without the rest of the section at `frame`; unchanged where it is the last."""
    parts = divide(items, frame)
    return _go_to(items, parts, parts.section + 1)


def go_to_end(items: Sequence[Item], frame: int) -> tuple[Item, ...]:
    """`items` without all that lies between `frame` and the last section; unchanged in the last."""
    return _go_to(items, divide(items, frame), items[-1].section)


def leave_all(items: Sequence[Item], frame: int, silent: int) -> tuple[Item, ...]:
    """`items` ended at `frame`, with `silent` frames of silence after them."""
    parts = divide(items, frame)
    left = () if parts.current is None else (_left(parts.current, parts.begun),)
    return (*parts.before, *left, silence(parts.section, silent))


def _go_to(items: Sequence[Item], parts: Divided, section: int) -> tuple[Item, ...]:
    """A line that is being said is said to its end; all else is left at once."""
    if parts.section >= items[-1].section:
        return tuple(items)
    left = () if parts.current is None else (_left(parts.current, parts.begun),)
    turn = silence(parts.section, TURN)
    return (*parts.before, *left, turn, *(item for item in parts.after if item.section >= section))


def _left(item: Item, begun: int) -> Item:
    """What is going on, ended after `begun` frames or with the line being said."""
    match item:
        case Gap():
            return silence(item.section, begun)
        case Spoken():
            return replace(item, least=min(item.least, max(begun, item.voiced)))
        case Held():
            parts = divide(item.inside, begun)
            present = () if parts.current is None else (_left(parts.current, parts.begun),)
            inside = as_inside((*parts.before, *present))
            frames = max(begun, sum(part.frames for part in inside))
            return replace(item, low=frames, high=frames, inside=inside, frames=frames)
        case Breathing():
            return _left_breathing(item, begun)
        case Ring():
            return item


def _left_breathing(item: Breathing, begun: int) -> Breathing:
    """A breath may be left unfinished, a line may not."""
    said, _ = words_at(item, begun)
    cut = max(begun, end_of(item, said))
    return replace(item, low=cut, high=cut, words=said, cut=cut)
