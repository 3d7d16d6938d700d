"""Staying a while longer: the silence at a frame grows, or breathing goes on."""

from collections.abc import Sequence
from dataclasses import replace

from relaxapp.timing.items import Breathing, Gap, Held, Item
from relaxapp.timing.revisions.divide import as_inside, divide, silence
from relaxapp.timing.revisions.onward import held_on


def hold(items: Sequence[Item], frame: int, frames: int) -> tuple[Item, ...]:
    """`items` with `frames` more of silence at `frame`, or right after what is being said there."""
    parts = divide(items, frame)
    match parts.current:
        case Breathing() as breathing:
            return (*parts.before, held_on(breathing, parts.begun, frames), *parts.after)
        case Held() as held:
            return (*parts.before, _hold_inside(held, parts.begun, frames), *parts.after)
        case Gap() as gap:
            return (*parts.before, _longer(gap, frames), *parts.after)
    match parts.after:
        case (Gap() as gap, *rest):
            return (*parts.so_far, _longer(gap, frames), *rest)
        case ():
            return tuple(items)
        case _:
            section = parts.so_far[-1].section if parts.so_far else parts.section
            return (*parts.so_far, silence(section, frames), *parts.after)


def _longer(gap: Gap, frames: int) -> Gap:
    return replace(gap, low=gap.low + frames, high=gap.high + frames, frames=gap.frames + frames)


def _hold_inside(held: Held, begun: int, frames: int) -> Held:
    """Longer by `frames`; the silence after all that lies inside needs no item of its own."""
    inside = as_inside(hold(held.inside, begun, frames)) if begun < held.filled else held.inside
    return replace(
        held, low=held.low + frames, high=held.high + frames, inside=inside, frames=held.frames + frames
    )
