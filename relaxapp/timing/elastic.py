"""The stretch of a plan that breathing does not fill: how long it is for each f, and the f for a length."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor

from relaxapp.timing.items import Breathing, Gap, Held, Item, Ring, Spoken

Number = float | Fraction


@dataclass(frozen=True, slots=True)
class Range:
    """A length that is `low + f * (high - low)` frames."""

    low: int
    """At f = 0."""
    high: int
    """At f = 1."""

    def at(self, f: Fraction) -> Fraction:
        """The exact length."""
        return self.low + f * (self.high - self.low)

    def near(self, f: float) -> float:
        """The length, quickly."""
        return self.low + f * (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Elastic:
    """All that is not breathing. Its length rises with f, in straight pieces."""

    plain: Range
    """Words, sounds and silences together."""
    held: tuple[tuple[Range, Range], ...]
    """Every tensing and release: as it is written, and what lies inside; the longer counts."""

    @classmethod
    def of(cls, items: Iterable[Item]) -> "Elastic":
        """What of `items` is not breathing."""
        plain: list[Spoken | Gap | Ring] = []
        held: list[tuple[Range, Range]] = []
        for item in items:
            match item:
                case Held():
                    held.append((Range(item.low, item.high), _together(item.inside)))
                case Breathing():
                    pass
                case _:
                    plain.append(item)
        return cls(_together(plain), tuple(held))

    def at(self, f: Fraction) -> Fraction:
        """The exact length in frames."""
        return self.plain.at(f) + sum((max(a.at(f), b.at(f)) for a, b in self.held), Fraction(0))

    def near(self, f: float) -> float:
        """The length in frames, quickly."""
        return self.plain.near(f) + sum(max(a.near(f), b.near(f)) for a, b in self.held)

    def holds(self, length: int) -> bool:
        """Whether some f makes it last `length` frames."""
        return self.at(Fraction(0)) <= length <= self.at(Fraction(1))

    def f_for(self, length: int) -> Fraction:
        """The exact f in 0..1 at which it lasts `length` frames, or the end of 0..1 that comes nearest."""
        bends = self._bends()
        lengths = [self.at(f) for f in bends]
        after = bisect_right(lengths, length)
        if after == 0:
            return Fraction(0)
        if after == len(bends):
            return bends[lengths.index(lengths[-1])] if lengths[-1] == length else Fraction(1)
        before, beyond = lengths[after - 1], lengths[after]
        return bends[after - 1] + (length - before) / (beyond - before) * (bends[after] - bends[after - 1])

    def _bends(self) -> list[Fraction]:
        """Every f at which a release begins or ceases to be filled by what lies inside it, and 0 and 1."""
        bends = {Fraction(0), Fraction(1)}
        for a, b in self.held:
            slope = (a.high - a.low) - (b.high - b.low)
            if slope and 0 < (crossing := Fraction(b.low - a.low, slope)) < 1:
                bends.add(crossing)
        return sorted(bends)


def _together(items: Iterable[Spoken | Gap | Ring]) -> Range:
    low = high = 0
    for item in items:
        low += item.low if isinstance(item, Gap) else item.frames
        high += item.high if isinstance(item, Gap) else item.frames
    return Range(low, high)


def settle(items: Sequence[Item], f: Fraction) -> tuple[Item, ...]:
    """Every elastic item at its length for `f`, in whole frames.

    Positions are added up exactly and each is rounded once, so that every length is within a frame of what
    `f` makes it and all together last what was asked for.
    """
    settled: list[Item] = []
    start = Fraction(0)
    for item in items:
        match item:
            case Gap():
                end = start + Range(item.low, item.high).at(f)
                settled.append(replace(item, frames=_whole(end) - _whole(start)))
            case Held():
                inside, filled = _settle_inside(item.inside, start, f)
                end = max(start + Range(item.low, item.high).at(f), filled)
                settled.append(replace(item, inside=inside, frames=_whole(end) - _whole(start)))
            case _:
                end = start + item.frames
                settled.append(item)
        start = end
    return tuple(settled)


def _settle_inside(
    inside: tuple[Spoken | Gap, ...], start: Fraction, f: Fraction
) -> tuple[tuple[Spoken | Gap, ...], Fraction]:
    settled: list[Spoken | Gap] = []
    for item in inside:
        if isinstance(item, Gap):
            end = start + Range(item.low, item.high).at(f)
            settled.append(replace(item, frames=_whole(end) - _whole(start)))
        else:
            end = start + item.frames
            settled.append(item)
        start = end
    return tuple(settled), start


def _whole(position: Fraction) -> int:
    return floor(position + Fraction(1, 2))
