"""The timed items a plan is made of: each knows how long it lasts, and how long it may last.

Items follow each other without gaps; a plan's cues are drawn from them. Lengths are in frames.
"""

from dataclasses import dataclass
from fractions import Fraction

from relaxapp.timing.breathing import MINUTE, Pacing, Shares
from relaxapp.words.script import Say


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line; a number of a count lasts at least until the next is due."""

    section: int
    """Index of its section."""
    say: Say
    """What is said."""
    voiced: int
    """How long the words last."""
    estimated: bool = False
    """Whether `voiced` is an estimate."""
    least: int = 0
    """The shortest the item may last; what the words leave of it is silence."""

    @property
    def frames(self) -> int:
        """How long it lasts."""
        return max(self.voiced, self.least)


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence."""

    section: int
    """Index of its section."""
    low: int
    """The shortest it may be."""
    high: int
    """The longest it may be."""
    frames: int
    """How long it is."""


@dataclass(frozen=True, slots=True)
class Held:
    """A tensing or a release, with the words and silences that lie inside it."""

    section: int
    """Index of its section."""
    tensing: bool
    """Whether it is a tensing rather than a release."""
    low: int
    """The shortest it may be, unless its words are longer."""
    high: int
    """The longest it may be, unless its words are longer."""
    inside: tuple[Spoken | Gap, ...]
    """What lies inside, from its first frame on."""
    frames: int
    """How long it lasts."""

    @property
    def filled(self) -> int:
        """How much of it what lies inside takes up."""
        return sum(item.frames for item in self.inside)


@dataclass(frozen=True, slots=True)
class Word:
    """A line said while breathing."""

    line: Spoken
    """What is said."""
    after: int = 0
    """The least silence before it."""
    breath: int = 0
    """Index of the breath with whose out-breath it begins."""


@dataclass(frozen=True, slots=True)
class Breathing:
    """Breathing with the pacer, in whole breaths."""

    section: int
    """Index of its section."""
    shares: Shares
    """The parts of each breath."""
    pacing: Pacing
    """The rate, and how it slows."""
    slows: bool
    """Whether it is written with rates, and so goes on from the rate an earlier slowing reached."""
    low: int
    """The shortest time asked for."""
    high: int
    """The longest time asked for."""
    words: tuple[Word, ...] = ()
    """What is said meanwhile, in order."""
    edges: tuple[Fraction, ...] = (Fraction(0),)
    """The exact frames, from its start, at which breaths begin and the last one ends."""
    cut: int | None = None
    """Where it was left before its last breath ended; None where it was not."""

    @property
    def breaths(self) -> int:
        """The number of breaths."""
        return len(self.edges) - 1

    @property
    def frames(self) -> int:
        """How long it lasts."""
        whole = round(self.edges[-1])
        return whole if self.cut is None else min(whole, self.cut)

    def rate(self, breath: int) -> Fraction:
        """Breaths a minute at one breath."""
        return MINUTE / (self.edges[breath + 1] - self.edges[breath])

    def exhale(self, breath: int) -> int:
        """The frame, from its start, at which the out-breath of one breath begins."""
        return self.shares.exhale_at(self.edges[breath], self.edges[breath + 1])


@dataclass(frozen=True, slots=True)
class Ring:
    """A single sound; it may ring on under what follows."""

    section: int
    """Index of its section."""
    name: str
    """Which sound."""
    frames: int
    """How long nothing else happens."""


Item = Spoken | Gap | Held | Breathing | Ring
"""One stretch of a plan."""


def lines_of(item: Item) -> tuple[Spoken, ...]:
    """Every line said in an item, in order."""
    match item:
        case Spoken():
            return (item,)
        case Held(inside=inside):
            return tuple(part for part in inside if isinstance(part, Spoken))
        case Breathing(words=words):
            return tuple(word.line for word in words)
        case _:
            return ()
