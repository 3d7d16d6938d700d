"""What the journal tells of a stretch of time. Pure: entries in, figures out, in one pass over them.

Ratings are counted rather than listed, so that a hundred thousand practices take no more room than ten.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from relaxapp.journal.entry import Ended, Entry, Kind, Obstacle
from relaxapp.journal.figures import BeforeAfter, Day, Middle, Summary, Technique, Told
from relaxapp.journal.times import last_day, local_day

GRID_DAYS = 28
"""Four weeks at a glance."""


def day_grid(entries: Iterable[Entry], today: date, days: int = GRID_DAYS) -> tuple[Day, ...]:
    """The last `days` local days, oldest first; today is the last, unless one was lived further east."""
    by_day: dict[date, Day] = {}
    for entry in entries:
        day = local_day(entry)
        seen = by_day.get(day, Day(day))
        if _practised(entry):
            by_day[day] = Day(day, seen.practices + 1, seen.minutes + entry.minutes, seen.without)
        else:
            by_day[day] = Day(day, seen.practices, seen.minutes, True)
    last = last_day(today, today + timedelta(days=1) if today + timedelta(days=1) in by_day else None)
    wanted = (last - timedelta(days=back) for back in reversed(range(days)))
    return tuple(by_day.get(day, Day(day)) for day in wanted)


def summarise(entries: Iterable[Entry]) -> Summary:
    """What the entries tell, whatever order they come in."""
    counted = _Counted()
    for entry in entries:
        counted.add(entry)
    return counted.summary()


def _practised(entry: Entry) -> bool:
    return entry.kind is not Kind.NO_PRACTICE


def median(counts: "Counter[int]") -> float:
    """The median of numbers given as how often each occurs. There must be one at least."""
    n = counts.total()
    lower = upper = None
    passed = 0
    for number in sorted(counts):
        passed += counts[number]
        if lower is None and passed > (n - 1) // 2:
            lower = number
        if passed > n // 2:
            upper = number
            break
    assert lower is not None
    assert upper is not None
    return (lower + upper) / 2


@dataclass(slots=True)
class _Pairs:
    """One scale before and after, being counted: how often each pair of ratings was given."""

    counts: "Counter[tuple[int, int]]" = field(default_factory=Counter)

    def add(self, before: int | None, after: int | None) -> None:
        if before is not None and after is not None:
            self.counts[before, after] += 1

    def told(self) -> BeforeAfter | None:
        if not self.counts:
            return None
        before, after, change = Counter[int](), Counter[int](), Counter[int]()
        for (first, second), times in self.counts.items():
            before[first] += times
            after[second] += times
            change[second - first] += times
        return BeforeAfter(median(before), median(after), median(change), change.total())


@dataclass(slots=True)
class _ByTechnique:
    """One technique, being counted."""

    practices: int = 0
    minutes: int = 0
    pain: _Pairs = field(default_factory=_Pairs)
    tension: _Pairs = field(default_factory=_Pairs)
    helpful: "Counter[int]" = field(default_factory=Counter)

    def add(self, entry: Entry) -> None:
        self.practices += 1
        self.minutes += entry.minutes
        self.pain.add(entry.pain_before, entry.pain_after)
        self.tension.add(entry.tension_before, entry.tension_after)
        if entry.helpful is not None:
            self.helpful[entry.helpful] += 1

    def told(self, name: str) -> Technique:
        helpful = Middle(median(self.helpful), self.helpful.total()) if self.helpful else None
        return Technique(name, self.practices, self.minutes, self.pain.told(), self.tension.told(), helpful)


@dataclass(slots=True)
class _Counted:
    """A stretch of time, being counted."""

    minutes_on: dict[date, int] = field(default_factory=dict)
    without_app: int = 0
    entered_later: int = 0
    stopped: int = 0
    techniques: dict[str, _ByTechnique] = field(default_factory=lambda: defaultdict(_ByTechnique))
    obstacles: "Counter[Obstacle]" = field(default_factory=Counter)
    obstacle_words: list[Told] = field(default_factory=list)
    own_ways: list[Told] = field(default_factory=list)
    unwanted: list[Told] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        day = local_day(entry)
        if entry.obstacles:
            self.obstacles.update(entry.obstacles)
        self._words(entry, day)
        if not _practised(entry):
            return
        self.minutes_on[day] = self.minutes_on.get(day, 0) + entry.minutes
        self.without_app += entry.kind is Kind.WITHOUT_APP
        self.entered_later += entry.entered_later
        self.stopped += entry.ended is Ended.STOPPED
        self.techniques[entry.technique].add(entry)

    def _words(self, entry: Entry, day: date) -> None:
        if entry.obstacle_words:
            told = Told(day, entry.obstacle_words, entry.id, entry.obstacles_read_out)
            self.obstacle_words.append(told)
        if entry.own_way:
            self.own_ways.append(Told(day, entry.own_way, entry.id, entry.own_way_read_out))
        if entry.side_effects:
            self.unwanted.append(Told(day, entry.side_effects, entry.id))

    def summary(self) -> Summary:
        most_first = sorted(self.techniques.items(), key=lambda item: (-item[1].practices, item[0]))
        pain, tension = _Pairs(), _Pairs()
        for each in self.techniques.values():
            pain.counts.update(each.pain.counts)
            tension.counts.update(each.tension.counts)
        named = sorted(self.obstacles.items(), key=lambda item: (-item[1], list(Obstacle).index(item[0])))
        return Summary(
            minutes_on=self.minutes_on,
            practices=sum(each.practices for each in self.techniques.values()),
            without_app=self.without_app,
            entered_later=self.entered_later,
            minutes=sum(self.minutes_on.values()),
            stopped=self.stopped,
            pain=pain.told(),
            tension=tension.told(),
            techniques=tuple(counted.told(name) for name, counted in most_first),
            obstacles=tuple(named),
            obstacle_words=_by_day(self.obstacle_words),
            own_ways=_by_day(self.own_ways),
            unwanted=_by_day(self.unwanted),
        )


def _by_day(told: list[Told]) -> tuple[Told, ...]:
    return tuple(sorted(told, key=lambda each: each.day))
