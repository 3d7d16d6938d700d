"""Members' exports in, one sheet of the group out, on which nobody can be picked out. Pure.

What a sheet may tell, so that neither a stranger nor a member of the group (who knows one person's part)
can work out another's:

- A count of people is told exactly only where three are in it and three are outside of it. One or two are as
  good as none ("fewer than 3"), and all but one or two as good as all.
- What got in the way, and which techniques, by how many people: only where five shared. Of three or four, a
  count would tell a member what each of the others said. Where it is told how many practised, techniques are
  counted against those, since the one could be taken from the other.
- Minutes, practices and days of all together only where three practised, and where the two who practised most
  leave a tenth of the greater's part to others; then rounded, so that two sheets can't be subtracted.
- No dates, no ratings, no order that follows who wrote what.
- Words only where their writer marked them to be read out: those appear even from one person.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from relaxapp.journal.document import Document
from relaxapp.journal.entry import Kind, Obstacle
from relaxapp.journal.said import Said, said
from relaxapp.journal.times import local_day

FEWEST = 3
"""No count tells of fewer people."""
SMALLEST = 5
"""How many must share before it is told what got in the way of how many."""
SHARE = 0.1
"""What must be left to others, of the greatest part, when the two greatest are taken away."""
ROUND_MINUTES, ROUND_COUNTS = 10, 5
"""What totals are rounded to."""

Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class People:
    """A number of people, told as what it lies between."""

    least: int
    """As many at least."""
    most: int
    """As many at most."""

    @property
    def exact(self) -> bool:
        """Whether it is told exactly."""
        return self.least == self.most


FEW = People(0, FEWEST - 1)
"""One or two, or nobody."""


def people(count: int, of: int) -> People:
    """So many of `of`, as it may be told."""
    if count < FEWEST:
        return FEW
    if of - count < FEWEST:
        return People(max(FEWEST, of - FEWEST + 1), of)
    return People(count, count)


@dataclass(frozen=True, slots=True)
class Part:
    """What one person brings to the sheet."""

    days: int
    """On how many days they practised."""
    practices: int
    """How many practices."""
    minutes: int
    """How long these were."""
    techniques: frozenset[str]
    """What they practised."""
    obstacles: frozenset[Obstacle]
    """What got in the way."""
    said: Said
    """What they marked to be read out."""


@dataclass(frozen=True, slots=True)
class Totals:
    """The group together, rounded."""

    days: int
    """Days, counted for each person."""
    practices: int
    """Practices."""
    minutes: int
    """Minutes."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Techniques, or obstacles, by how many people named them."""

    told: tuple[tuple[str, People], ...]
    """Those that three people or more named, the most named first."""
    few: tuple[str, ...]
    """All others: named by one or two, or by nobody."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is told of the group."""

    since: date
    """The first day it tells of."""
    members: People
    """How many shared."""
    practised: People
    """How many of them practised."""
    totals: Totals | None
    """The group together; None where a person's part could be made out."""
    techniques: Counted | None
    """Techniques; None where too few shared."""
    obstacles: Counted | None
    """What got in the way; None where too few shared."""
    said: Said
    """What may be read out, of all."""


def part_of(document: Document, since: date) -> Part:
    """What one export brings to the sheet: nothing of before `since`."""
    entries = [entry for entry in document.entries if local_day(entry) >= since]
    practised = [entry for entry in entries if entry.kind is not Kind.NO_PRACTICE]
    return Part(
        days=len({local_day(entry) for entry in practised}),
        practices=len(practised),
        minutes=sum(entry.minutes for entry in practised),
        techniques=frozenset(entry.technique for entry in practised),
        obstacles=frozenset(obstacle for entry in entries for obstacle in entry.obstacles),
        said=said(entries, [each for each in document.questions if local_day(each) >= since]),
    )


@dataclass(slots=True)
class _Sum:
    """A total that knows its two greatest parts."""

    total: int = 0
    greatest: int = 0
    second: int = 0

    def add(self, number: int) -> None:
        self.total += number
        self.greatest, self.second = sorted((self.greatest, self.second, number), reverse=True)[:2]

    @property
    def hides_each(self) -> bool:
        """Whether not even the second greatest could work out the greatest."""
        return self.total > 0 and self.total - self.greatest - self.second >= SHARE * self.greatest

    def rounded(self, to: int) -> int:
        return max(to, round(self.total / to) * to)


@dataclass(slots=True)
class Group:
    """The parts, added up one by one: no part is kept."""

    members: int = 0
    """How many there are."""
    _practised: int = 0
    _days: _Sum = field(default_factory=_Sum)
    _practices: _Sum = field(default_factory=_Sum)
    _minutes: _Sum = field(default_factory=_Sum)
    _techniques: "Counter[str]" = field(default_factory=Counter)
    _obstacles: "Counter[Obstacle]" = field(default_factory=Counter)
    _said: Said = field(default_factory=Said)

    def add(self, part: Part) -> None:
        """One person more."""
        self.members += 1
        self._practised += part.practices > 0
        self._days.add(part.days)
        self._practices.add(part.practices)
        self._minutes.add(part.minutes)
        self._techniques.update(part.techniques)
        self._obstacles.update(part.obstacles)
        self._said = self._said.joined(part.said)

    def sheet(self, since: date, techniques: Iterable[str]) -> Sheet:
        """What may be told. `techniques`: those that there are, in the order they are listed."""
        practised = people(self._practised, self.members)
        who = practised.least if practised.exact else self.members
        return Sheet(
            since=since,
            members=People(self.members, self.members) if self.members >= FEWEST else FEW,
            practised=practised,
            totals=self._totals(),
            techniques=None if practised == FEW else _counted(self._techniques, techniques, who),
            obstacles=_counted(self._obstacles, Obstacle, self.members),
            said=self._said,
        )

    def _totals(self) -> Totals | None:
        sums = (self._days, self._practices, self._minutes)
        if self._practised < FEWEST or not all(each.hides_each for each in sums):
            return None
        return Totals(
            self._days.rounded(ROUND_COUNTS),
            self._practices.rounded(ROUND_COUNTS),
            self._minutes.rounded(ROUND_MINUTES),
        )


def _counted(counts: Mapping[Named, int], names: Iterable[Named], of: int) -> Counted | None:
    """In an order that tells no more than the counts do: `names` decides between equals."""
    if of < SMALLEST:
        return None
    found = [(str(name), people(counts.get(name, 0), of)) for name in names]
    told = sorted((each for each in found if each[1] != FEW), key=lambda each: -each[1].least)
    return Counted(tuple(told), tuple(name for name, count in found if count == FEW))
