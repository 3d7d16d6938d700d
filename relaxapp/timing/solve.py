"""Making items last a given length: whole breaths first, then one f for all that is elastic.

1. The f is sought by halving at which everything together, in whole breaths, lasts what is asked for. As
   breaths are whole, the length jumps there: just below and just above, it differs by a few breaths.
2. Between these two, breaths are added one at a time; for each number of breaths the f that fills the rest is
   exact. The one that is nearest to the f first sought is taken.
3. Where no silence is elastic enough, every breath becomes longer or shorter by the same factor, at most 3%.
4. What is still missing (never more than a breath) is left to the caller as `missing`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from relaxapp.timing.breathing import FREE, MINUTE, Limits
from relaxapp.timing.course import Course, course, laid_out, scaled
from relaxapp.timing.elastic import Elastic, Range, settle
from relaxapp.timing.frames import RATE
from relaxapp.timing.items import Breathing, Gap, Item

MOST_SCALING = Fraction(3, 100)
"""How much longer or shorter breaths may become where there are no silences to draw out."""
HALVINGS = 40
"""How often f is halved: down to less than a frame in any practice."""

SECOND = RATE
"""What a plan may be short of in any case."""

Counts = tuple[int, ...]
"""The number of breaths of each stretch of breathing."""


@dataclass(frozen=True, slots=True)
class Solution:
    """Items that last what was asked for, as nearly as they can."""

    items: tuple[Item, ...]
    """With all lengths settled."""
    f: Fraction
    """Where in 0..1 their elastic silences lie."""
    missing: int
    """Frames they are shorter than what was asked for; negative where they are longer."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What breathing takes over from outside the items at hand."""

    limits: Limits = FREE
    """The rates the person allowed."""
    reached: Fraction | None = None
    """The rate an earlier slowing reached, in breaths a minute."""


OWN = Pace()
"""Breathing as it is written."""


def solve(items: Sequence[Item], length: int, pace: Pace = OWN) -> Solution:
    """Make `items` last `length` frames together."""
    elastic = Elastic.of(items)
    breathing = _breathing(items)
    f, below, above = _sought(elastic, breathing, length, pace)
    candidates = [_breathed(breathing, counts, pace) for counts in _between(below, above)]
    fitting = [breaths for breaths in candidates if elastic.holds(length - _frames(breaths))]
    if fitting:
        solved = [(elastic.f_for(length - _frames(breaths)), breaths) for breaths in fitting]
        best, breaths = min(solved, key=lambda found: abs(found[0] - Fraction(f)))
        return _settled(items, breaths, best, length)
    return _stretched(items, elastic, candidates, length)


def filled_up(solution: Solution) -> tuple[Item, ...]:
    """The items of a solution; what is missing as breaths are whole is added to the silence at their end."""
    *body, end = solution.items
    if solution.missing <= 0 or not isinstance(end, Gap):
        return solution.items
    breaths = [item.edges[-1] - item.edges[-2] for item in _breathing(solution.items)]
    added = min(solution.missing, max([SECOND, *(ceil(breath) for breath in breaths)]))
    return (*body, replace(end, frames=end.frames + added))


def shortest(items: Sequence[Item], pace: Pace = OWN) -> int:
    """The fewest frames that `items` can last together."""
    return _extreme(items, 0, 1 - MOST_SCALING, pace)


def longest(items: Sequence[Item], pace: Pace = OWN) -> int:
    """The most frames that `items` can last together."""
    return _extreme(items, 1, 1 + MOST_SCALING, pace)


def _extreme(items: Sequence[Item], f: int, factor: Fraction, pace: Pace) -> int:
    breathing = _breathing(items)
    breaths = _breathed(breathing, _counts(breathing, f, pace), pace)
    return int(Elastic.of(items).at(Fraction(f))) + _frames(_scaled(breaths, factor) or breaths)


def _sought(
    elastic: Elastic, breathing: Sequence[Breathing], length: int, pace: Pace
) -> tuple[float, Counts, Counts]:
    """The f at which the length jumps past `length`, and the numbers of breaths just below and above it."""

    def lasts(f: float) -> float:
        return elastic.near(f) + sum(
            round(along.edges[count]) for _, along, count in _paced(breathing, pace, _nearest(f))
        )

    low, high = 0.0, 1.0
    if lasts(low) >= length:
        high = low
    elif lasts(high) <= length:
        low = high
    else:
        for _step in range(HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if lasts(middle) <= length else (low, middle)
    return low, _counts(breathing, low, pace), _counts(breathing, high, pace)


def _between(below: Counts, above: Counts) -> list[Counts]:
    """From one set of numbers of breaths to another, one breath at a time."""
    found, counts = [below], list(below)
    for index, goal in enumerate(above):
        while counts[index] != goal:
            counts[index] += 1 if goal > counts[index] else -1
            found.append(tuple(counts))
    return found


def _stretched(
    items: Sequence[Item], elastic: Elastic, candidates: Sequence[tuple[Breathing, ...]], length: int
) -> Solution:
    """Where no silence is elastic enough: breaths scaled as little as does it, the rest left missing."""
    found: list[tuple[bool, Fraction, Solution]] = []
    for breaths in candidates:
        f = elastic.f_for(length - _frames(breaths))
        wanted = length - elastic.at(f)
        factor = wanted / _frames(breaths) if breaths else Fraction(1)
        factor = min(max(factor, 1 - MOST_SCALING), 1 + MOST_SCALING)
        scaled_breaths = _scaled(breaths, factor)
        if scaled_breaths is None:
            factor, scaled_breaths = Fraction(1), breaths
        solution = _settled(items, scaled_breaths, f, length)
        found.append((solution.missing < 0, abs(solution.missing) + abs(factor - 1), solution))
    return min(found, key=lambda one: one[:2])[2]


def _settled(items: Sequence[Item], breaths: Sequence[Breathing], f: Fraction, length: int) -> Solution:
    """Breathing put back in its places, everything else settled at `f`."""
    laid = iter(breaths)
    settled = settle([next(laid) if isinstance(item, Breathing) else item for item in items], f)
    return Solution(settled, f, length - sum(item.frames for item in settled))


def _scaled(breaths: Sequence[Breathing], factor: Fraction) -> tuple[Breathing, ...] | None:
    """All breaths longer or shorter by `factor`, in whole frames; None where their words no longer fit."""
    found: list[Breathing] = []
    start = Fraction(0)
    for item in breaths:
        end = start + item.frames * factor
        one = scaled(item, (round(end) - round(start)) / item.edges[-1])
        if one is None:
            return None
        found.append(one)
        start = end
    return tuple(found)


def _breathing(items: Sequence[Item]) -> list[Breathing]:
    return [item for item in items if isinstance(item, Breathing)]


def _frames(items: Sequence[Item]) -> int:
    return sum(item.frames for item in items)


Choice = Callable[[int, Breathing, Course], int]
"""How many breaths a stretch gets: its index, the stretch, the breaths it may be made of."""


def _nearest(f: float) -> Choice:
    return lambda _index, item, along: along.nearest(Range(item.low, item.high).near(f))


def _given(counts: Counts) -> Choice:
    return lambda index, _item, along: min(max(counts[index], along.fewest), len(along.edges) - 1)


def _paced(
    breathing: Sequence[Breathing], pace: Pace, choose: Choice
) -> Iterator[tuple[Breathing, Course, int]]:
    """Every stretch with its course and number of breaths; a slowing goes on from the one before."""
    reached = pace.reached
    for index, item in enumerate(breathing):
        along = course(item, pace.limits, reached)
        count = choose(index, item, along)
        if item.slows:
            reached = MINUTE / (along.edges[count] - along.edges[count - 1])
        yield item, along, count


def _counts(breathing: Sequence[Breathing], f: float, pace: Pace) -> Counts:
    return tuple(count for _, _, count in _paced(breathing, pace, _nearest(f)))


def _breathed(breathing: Sequence[Breathing], counts: Counts, pace: Pace) -> tuple[Breathing, ...]:
    return tuple(
        laid_out(item, along, count) for item, along, count in _paced(breathing, pace, _given(counts))
    )
