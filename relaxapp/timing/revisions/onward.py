"""Breathing that is going on, laid out anew from its next breath on. What has begun stays as it is."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from relaxapp.timing.breathing import MINUTE, Limits
from relaxapp.timing.course import exhales_of, spread
from relaxapp.timing.items import Breathing, Word


def next_breath(item: Breathing, begun: int) -> int:
    """The index of the first breath that begins `begun` frames after the start, or later."""
    return bisect_left(item.edges, begun)


def words_at(item: Breathing, begun: int) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words that have begun `begun` frames after the start, and those still to come."""
    started = sum(item.exhale(word.breath) < begun for word in item.words)
    return item.words[:started], item.words[started:]


def end_of(item: Breathing, said: Sequence[Word]) -> int:
    """The frame, from the start of `item`, at which the last of some of its words has been said."""
    return max((item.exhale(word.breath) + word.line.voiced for word in said), default=0)


def onward(
    item: Breathing,
    begun: int,
    later: Sequence[Word],
    until: int,
    limits: Limits,
    *,
    anew: bool = False,
    soon: bool = False,
) -> Breathing:
    """`item` with `later` in place of the words still to come, in whole breaths nearest `until` frames.

    It grows where they don't fit. `anew`: breaths to come take their rates from the pacing and `limits`;
    otherwise those laid out stay. `soon`: the first word comes at the first out-breath it can.
    """
    said, _ = words_at(item, begun)
    kept = next_breath(item, begun)
    marks = list(item.edges[: kept + 1] if anew else item.edges)
    more = _further(item, marks, limits)
    said_by = end_of(item, said)
    while marks[-1] < max(until, said_by):
        marks.append(next(more))
    breaths = max(_nearest(marks, until), kept, bisect_left(marks, said_by))
    free = max(begun - later[0].after, said_by) if later else begun
    while True:
        while len(marks) <= breaths:
            marks.append(next(more))
        placed = _placed(item, later, marks[: breaths + 1], free, soon)
        if placed is not None:
            return replace(item, edges=tuple(marks[: breaths + 1]), words=(*said, *placed), cut=None)
        breaths += 1


def held_on(item: Breathing, begun: int, frames: int) -> Breathing:
    """`item` with whole breaths of at least `frames` put in after the present one; words to come wait."""
    here = next_breath(item, begun)
    breath = item.edges[here] - item.edges[here - 1]
    more = max(1, -(-frames // int(breath)))
    shift = more * breath
    said, later = words_at(item, begun)
    return replace(
        item,
        edges=(
            *item.edges[: here + 1],
            *(item.edges[here] + breath * count for count in range(1, more)),
            *(edge + shift for edge in item.edges[here:]),
        ),
        words=(*said, *(replace(word, breath=word.breath + more) for word in later)),
        low=item.low + round(shift),
        high=item.high + round(shift),
        cut=None if item.cut is None else item.cut + round(shift),
    )


def _further(item: Breathing, marks: Sequence[Fraction], limits: Limits) -> Iterator[Fraction]:
    """The edges that follow `marks`, without end."""
    edge = marks[-1]
    rate = MINUTE / (edge - marks[-2])
    while True:
        rate = limits.clamp(item.pacing.after(max(rate, item.pacing.last), edge))
        edge += MINUTE / rate
        yield edge


def _nearest(marks: Sequence[Fraction], until: int) -> int:
    after = min(bisect_left(marks, until), len(marks) - 1)
    return after - 1 if after and until - marks[after - 1] <= marks[after] - until else after


def _placed(
    item: Breathing, later: Sequence[Word], marks: Sequence[Fraction], free: int, soon: bool
) -> tuple[Word, ...] | None:
    if not later:
        return ()
    exhales, end = exhales_of(item.shares, marks), round(marks[-1])
    if not soon:
        return spread(later, exhales, end, free)
    first, *others = later
    breath = bisect_left(exhales, free + first.after)
    if breath >= len(exhales) or (free := exhales[breath] + first.line.voiced) > end:
        return None
    rest = spread(others, exhales, end, free) if others else ()
    return None if rest is None else (replace(first, breath=breath), *rest)
