"""Paced breathing: how a rate and its slowing become breaths, and where in a breath one is.

Times are exact fractions of frames, rounded once, where a cue is made of them: no drift adds up.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from math import cos, floor, pi

from relaxapp.timing.cues import CueKind
from relaxapp.timing.frames import RATE
from relaxapp.words.script import Breathe, Pattern

MINUTE = 60 * RATE
"""A minute in frames."""
SETTLING = MINUTE
"""Frames breathed at the first rate before it slows: the person is met where they are."""
QUICKEST = MINUTE
"""The fewest frames in which the rate may fall by one breath a minute: slower is easier to follow."""
GENTLEST = 2 * MINUTE
"""The most frames the rate takes to fall by one breath a minute."""
SLOWEST_RATE = Fraction(9, 2)
"""Breaths a minute that no slowing goes below."""
PHASES = (CueKind.INHALE, CueKind.HOLD, CueKind.EXHALE, CueKind.REST)
"""The phases of a breath, in order."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The rates the person allowed by "too slow for me" and its opposite, in breaths a minute."""

    lowest: Fraction = Fraction(0)
    """No breath is slower."""
    highest: Fraction | None = None
    """No breath is quicker; None where the person said nothing."""

    def clamp(self, rate: Fraction) -> Fraction:
        """The allowed rate nearest to `rate`."""
        if self.highest is not None:
            rate = min(rate, self.highest)
        return max(rate, self.lowest)


FREE = Limits()
"""The person said nothing about the rate."""


@dataclass(frozen=True, slots=True)
class Pacing:
    """The rate of a stretch of breathing, and how it slows."""

    first: Fraction
    """Breaths a minute at the start."""
    last: Fraction
    """Breaths a minute that it slows down to, at most `first`."""
    settling: int = SETTLING
    """Frames breathed at `first` before it slows."""
    interval: int = QUICKEST
    """Frames in which the rate falls by one breath a minute."""

    def after(self, previous: Fraction, elapsed: Fraction) -> Fraction:
        """The rate of the breath that begins `elapsed` frames after the first; `previous` is the one before.

        While the rate falls each breath lasts a whole number of frames, so that the fractions stay small.
        """
        if elapsed <= self.settling or previous <= self.last:
            return previous
        fallen = previous - MINUTE / previous / self.interval
        return max(self.last, Fraction(MINUTE, floor(MINUTE / fallen)))

    def going_on(self, reached: Fraction) -> "Pacing":
        """The same slowing, begun at the rate that an earlier one reached, so that it doesn't jump."""
        return replace(self, first=max(self.last, reached), settling=0)


def exact(number: float) -> Fraction:
    """The fraction meant by a written number, such as 12/5 by 2.4."""
    return Fraction(number).limit_denominator(10_000)


def pacing(step: Breathe, practice: float) -> Pacing:
    """How a `[breathe]` step is paced in a practice of `practice` seconds.

    A slowing takes about half of the practice, within one to two minutes for each breath a minute.
    """
    if step.start_rate is None or step.end_rate is None:
        rate = 60 / exact(step.pattern.seconds)
        return Pacing(rate, rate)
    first = max(SLOWEST_RATE, exact(step.start_rate))
    last = min(first, max(SLOWEST_RATE, exact(step.end_rate)))
    steps = first - last
    interval = exact(practice) * RATE / 2 / steps if steps else Fraction(QUICKEST)
    return Pacing(first, last, interval=round(min(max(interval, Fraction(QUICKEST)), Fraction(GENTLEST))))


def rates(paced: Pacing, limits: Limits = FREE) -> Iterator[Fraction]:
    """The rate of every breath from the first on, without end."""
    rate, elapsed = paced.first, Fraction(0)
    while True:
        allowed = limits.clamp(rate)
        yield allowed
        elapsed += MINUTE / allowed
        rate = paced.after(max(allowed, paced.last), elapsed)


@lru_cache(maxsize=256)
def edges(paced: Pacing, limits: Limits, until: int) -> tuple[Fraction, ...]:
    """The exact frames at which breaths begin, from 0 to the first at or after `until`."""
    found = []
    for edge in accumulate((MINUTE / rate for rate in rates(paced, limits)), initial=Fraction(0)):
        found.append(edge)
        if edge >= until:
            break
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Shares:
    """The parts of a breath as exact fractions that add up to 1."""

    inhale: Fraction
    """The in-breath."""
    hold: Fraction
    """Holding after it."""
    exhale: Fraction
    """The out-breath."""
    rest: Fraction
    """Rest after it."""

    @classmethod
    def of(cls, pattern: Pattern) -> "Shares":
        """The proportions of a pattern."""
        parts = [exact(part) for part in (pattern.inhale, pattern.hold, pattern.exhale, pattern.rest)]
        whole = sum(parts, Fraction(0))
        return cls(*(part / whole for part in parts))

    def phases(self, start: Fraction, end: Fraction) -> list[tuple[CueKind, int, int]]:
        """The phases of the breath between two exact frames: kind, first frame, frame after the last."""
        ends = [
            round(start + part * (end - start))
            for part in accumulate((self.inhale, self.hold, self.exhale, self.rest))
        ]
        starts = [round(start), *ends]
        return [
            (kind, first, last)
            for kind, first, last in zip(PHASES, starts, ends, strict=False)
            if last > first
        ]

    def exhale_at(self, start: Fraction, end: Fraction) -> int:
        """The frame at which the out-breath begins in the breath between two exact frames."""
        return round(start + (self.inhale + self.hold) * (end - start))


def level(kind: CueKind, progress: float) -> float | None:
    """How full the breath is, 0 empty to 1 full, `progress` (0 to 1) into a phase; None outside a breath.

    A half-cosine: in and out begin and end softly, and the shape never jumps.
    """
    match kind:
        case CueKind.INHALE:
            return (1 - cos(pi * progress)) / 2
        case CueKind.HOLD:
            return 1.0
        case CueKind.EXHALE:
            return (1 + cos(pi * progress)) / 2
        case CueKind.REST:
            return 0.0
        case _:
            return None
