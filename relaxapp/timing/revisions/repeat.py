"""Saying a line again."""

from collections.abc import Sequence
from dataclasses import replace

from relaxapp.timing.breathing import Limits
from relaxapp.timing.frames import RATE
from relaxapp.timing.items import Breathing, Gap, Held, Item, Spoken, Word
from relaxapp.timing.revisions.divide import as_inside, divide, silence
from relaxapp.timing.revisions.onward import onward, words_at

BEFORE_AGAIN = RATE
"""The least silence between a line and the same line said again."""


def repeat(
    items: Sequence[Item], frame: int, line: Spoken, limits: Limits, longest: int | None = None
) -> tuple[Item, ...]:
    """`items` with `line` said once more at `frame`, or right after what is being said there.

    A silence that was going on follows again, as it belongs to the line: in full, or for `longest` frames.
    """
    parts = divide(items, frame)
    match parts.current:
        case Breathing() as breathing:
            _said, later = words_at(breathing, parts.begun)
            word = Word(replace(line, section=breathing.section), BEFORE_AGAIN)
            longer = onward(breathing, parts.begun, (word, *later), breathing.frames, limits, soon=True)
            return (*parts.before, longer, *parts.after)
        case Held() as held:
            return (*parts.before, _repeat_inside(held, parts.begun, line, limits, longest), *parts.after)
        case Gap() as gap:
            again = replace(line, section=gap.section)
            before = silence(gap.section, max(parts.begun, BEFORE_AGAIN))
            return (*parts.before, before, again, _no_longer(gap, longest), *parts.after)
    section = parts.so_far[-1].section if parts.so_far else parts.section
    between = silence(section, BEFORE_AGAIN)
    again = replace(line, section=section)
    if parts.after and isinstance(parts.after[0], Gap):
        return (*parts.so_far, between, again, *parts.after)
    return (*parts.so_far, between, again, between, *parts.after)


def _no_longer(gap: Gap, longest: int | None) -> Gap:
    if longest is None or gap.frames <= longest:
        return gap
    return silence(gap.section, longest)


def _repeat_inside(held: Held, begun: int, line: Spoken, limits: Limits, longest: int | None) -> Held:
    """Longer by the line, so that as much silence follows it as was left to follow."""
    if begun < held.filled:
        inside = as_inside(repeat(held.inside, begun, line, limits, longest))
        longer = sum(part.frames for part in inside) - held.filled
    else:
        before = max(begun - held.filled, BEFORE_AGAIN)
        again = replace(line, section=held.section)
        inside = (*held.inside, silence(held.section, before), again)
        longer = line.frames + before - (begun - held.filled)
    return replace(
        held, low=held.low + longer, high=held.high + longer, inside=inside, frames=held.frames + longer
    )
