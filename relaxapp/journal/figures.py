"""What a summary of the journal is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from relaxapp.journal.entry import Obstacle


@dataclass(frozen=True, slots=True)
class Day:
    """One square of the grid; a day on which nothing was kept is left blank."""

    day: date
    """The local day."""
    practices: int = 0
    """How many practices began on it."""
    minutes: int = 0
    """How long they were heard in all."""
    without: bool = False
    """Whether it was kept as a day without practice, with what got in the way."""


@dataclass(frozen=True, slots=True)
class Middle:
    """A median, never told without the number of ratings it is made of."""

    value: float
    """The median."""
    n: int
    """How many ratings it is made of."""


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """One scale before and after the practices that have both ratings."""

    before: float
    """The median before."""
    after: float
    """The median after."""
    change: float
    """The median of each practice's own change: below zero where the rating fell."""
    n: int
    """How many practices have both."""


@dataclass(frozen=True, slots=True)
class Technique:
    """What was practised by one technique, and what came of it."""

    name: str
    """The technique; empty where it isn't known."""
    practices: int
    """How many practices."""
    minutes: int
    """How long they were heard in all."""
    pain: BeforeAfter | None
    """Pain before and after; None without a pair of ratings."""
    tension: BeforeAfter | None
    """Tension before and after; None without a pair of ratings."""
    helpful: Middle | None
    """How helpful they were, 0 to 10; None where never rated."""


@dataclass(frozen=True, slots=True)
class Told:
    """A line in the person's own words."""

    day: date
    """The local day it belongs to."""
    text: str
    """The words."""
    entry_id: str
    """The entry they stand in."""
    read_out: bool = False
    """Whether it may be read out in the group."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A stretch of time."""

    minutes_on: Mapping[date, int]
    """How many minutes were practised on each local day on which something was."""
    practices: int
    """How many practices, with the app or without."""
    without_app: int
    """How many of them were without the app."""
    entered_later: int
    """How many of them were written down later rather than stamped."""
    minutes: int
    """How long they were in all."""
    stopped: int
    """How many were stopped early: never a failure."""
    pain: BeforeAfter | None
    """Pain before and after all of them."""
    tension: BeforeAfter | None
    """Tension before and after all of them."""
    techniques: tuple[Technique, ...]
    """By technique, the one practised most first."""
    obstacles: tuple[tuple[Obstacle, int], ...]
    """What got in the way and how often, the most frequent first."""
    obstacle_words: tuple[Told, ...]
    """The same in the person's own words, oldest first."""
    own_ways: tuple[Told, ...]
    """What was done one's own way, oldest first."""
    unwanted: tuple[Told, ...]
    """Unwanted effects, oldest first."""

    @property
    def days(self) -> int:
        """On how many local days something was practised."""
        return len(self.minutes_on)
