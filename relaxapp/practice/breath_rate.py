"""The person's own rate of breathing, from a key tapped at each in-breath. Pure."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

LEAST_BREATHS = 4
"""Whole breaths that a rate can be told from."""
ENOUGH_BREATHS = 6
"""Whole breaths after which nothing more is asked."""
LONGEST_BREATH = 30.0
"""Seconds; a longer one is a key that was not tapped."""
SHORTEST_BREATH = 0.8
"""Seconds; a shorter one is a key that was tapped twice."""
FASTEST = 60.0
"""Breaths a minute; faster ones are tried out, not breathed, and can't be kept."""


def breaths(taps: Sequence[float]) -> tuple[float, ...]:
    """The whole breaths between taps, in seconds; `taps` are times in seconds, in order."""
    found: list[float] = []
    first = None
    for earlier, later in pairwise(taps):
        first = earlier if first is None else first
        if later - first < SHORTEST_BREATH:
            continue
        if later - first <= LONGEST_BREATH:
            found.append(later - first)
        first = None
    return tuple(found)


def rate(taps: Sequence[float]) -> float | None:
    """Breaths a minute, to half a breath; None while there are too few to tell.

    The median, so that one sigh or one missed tap changes nothing.
    """
    whole = breaths(taps)
    if len(whole) < LEAST_BREATHS:
        return None
    return min(FASTEST, round(2 * 60 / median(whole)) / 2)
