"""Going on now: what is left of a silence, a tensing, a release or a stretch of breathing is cut short."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from relaxapp.timing.breathing import Limits
from relaxapp.timing.course import exhales_of
from relaxapp.timing.frames import RATE
from relaxapp.timing.items import Breathing, Gap, Held, Item, Spoken
from relaxapp.timing.revisions.divide import as_inside, divide, silence
from relaxapp.timing.revisions.onward import end_of, onward, words_at

BREATHER = RATE // 2
"""The silence left after a line that is still being said, so that the next does not fall upon it."""


def go_on(items: Sequence[Item], frame: int, limits: Limits) -> tuple[Item, ...]:
    """`items` without the rest of the silence at `frame`; the silence at their very end stays."""
    *body, end = items
    return (*_cut(body, frame, limits), end)


def _cut(items: Sequence[Item], frame: int, limits: Limits) -> tuple[Item, ...]:
    parts = divide(items, frame)
    left = 0
    match parts.current:
        case Breathing() as breathing:
            return (*parts.before, _breathing(breathing, parts.begun, limits), *parts.after)
        case Held() as held:
            return (*parts.before, _held(held, parts.begun, limits), *parts.after)
        case Gap() as gap:
            now: tuple[Item, ...] = (silence(gap.section, parts.begun),)
        case Spoken() as line if parts.begun < line.voiced:
            left = BREATHER
            now = (replace(line, least=min(line.least, line.voiced + left)),)
            left -= now[0].frames - line.voiced
        case Spoken() as line:
            now = (replace(line, least=parts.begun),)
        case None:
            now = ()
        case ring:
            now = (ring,)
    return (*parts.before, *now, *_without_silence(parts.after, left))


def _without_silence(items: Sequence[Item], left: int) -> tuple[Item, ...]:
    """`items` with at most `left` frames of the silences that come first."""
    cut: list[Item] = []
    for index, item in enumerate(items):
        if not isinstance(item, Gap):
            return (*cut, *items[index:])
        kept = min(item.frames, left)
        left -= kept
        cut.append(silence(item.section, kept))
    return tuple(cut)


def _held(held: Held, begun: int, limits: Limits) -> Held:
    """Its words stay; without any still to come it ends at once."""
    inside = as_inside(_cut(held.inside, begun, limits)) if begun < held.filled else held.inside
    filled = sum(part.frames for part in inside)
    later = sum(part.frames for part in held.inside) - filled
    words_to_come = any(isinstance(part, Spoken) for part in divide(held.inside, begun).after)
    frames = held.frames - later if words_to_come else max(begun, filled)
    return replace(held, low=min(held.low, frames), high=min(held.high, frames), inside=inside, frames=frames)


def _breathing(breathing: Breathing, begun: int, limits: Limits) -> Breathing:
    """The next word comes with the next out-breath; without any to come it ends with this breath.

    Where the words to come leave no room for that, nothing changes.
    """
    said, later = words_at(breathing, begun)
    until = begun
    if later:
        exhales = exhales_of(breathing.shares, breathing.edges)
        soonest = bisect_left(exhales, max(begun, end_of(breathing, said) + later[0].after))
        skipped = breathing.edges[later[0].breath] - breathing.edges[soonest]
        until = breathing.frames - round(skipped)
    shorter = onward(breathing, begun, later, until, limits, soon=bool(later))
    frames = shorter.frames
    if frames > breathing.frames:
        return breathing
    return replace(shorter, low=min(shorter.low, frames), high=min(shorter.high, frames))
