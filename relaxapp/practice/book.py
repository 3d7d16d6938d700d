"""What the journal's screen shows: the last four weeks at a glance, and every entry, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from relaxapp.days import weekday_and_day
from relaxapp.journal import in_words
from relaxapp.journal.changes import Changes
from relaxapp.journal.entry import Entry, Kind
from relaxapp.journal.figures import BeforeAfter, Day, Summary
from relaxapp.journal.settings import Settings
from relaxapp.journal.store import Store
from relaxapp.journal.summary import GRID_DAYS, day_grid, summarise
from relaxapp.journal.times import latest_day, local_day, local_time
from relaxapp.practice.labels import labels
from relaxapp.practice.week import last_group
from relaxapp.translation import _, ngettext
from relaxapp.words.programme import Programme

PAGE = 100
"""How many entries are read at a time."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One rating before a practice and after it."""

    day: date
    """The local day."""
    before: int
    """The rating before."""
    after: int
    """The rating after."""


@dataclass(frozen=True, slots=True)
class LookBack:
    """The last four weeks."""

    days: tuple[Day, ...]
    """A square a day, oldest first."""
    words: tuple[str, ...]
    """How much was practised, in a few short lines."""
    pain: tuple[Pair, ...]
    """Pain before and after each practice that has both, oldest first."""
    tension: tuple[Pair, ...]
    """The same for tension."""
    pain_in_words: str
    """Pain as medians, in a few words."""
    tension_in_words: str
    """The same for tension."""
    helped: tuple[tuple[str, str], ...]
    """What was practised, by technique, and what came of it."""


class Book:
    """The journal as it is looked at and changed; what was changed can be taken back until one leaves."""

    def __init__(self, store: Store, now: datetime, settings: Settings, programme: Programme | None) -> None:
        self._store = store
        self.today = now.date()
        """The local day."""
        self.group = last_group(programme, settings.first_session, settings.group_weekday, self.today)
        """The day of the last meeting of the group; None where it isn't known."""
        self.changes = Changes(store)
        """What was changed since it was opened."""

    def look_back(self) -> LookBack:
        """The last four weeks, as they are kept now."""
        first = self.today - timedelta(days=GRID_DAYS - 1)
        entries = tuple(self._store.each(first, latest_day(self.today)))
        summary = summarise(entries)
        return LookBack(
            days=day_grid(entries, self.today),
            words=tuple(self._words(entries, summary)),
            pain=tuple(_pairs(entries, "pain_before", "pain_after")),
            tension=tuple(_pairs(entries, "tension_before", "tension_after")),
            pain_in_words=_medians(_("Pain"), summary.pain),
            tension_in_words=_medians(_("Tension"), summary.tension),
            helped=tuple(_helped(summary)),
        )

    def _words(self, entries: Sequence[Entry], summary: Summary) -> list[str]:
        if self.group is None:
            return [in_words.days_of(summary.days, GRID_DAYS), *in_words.practices(summary)]
        since = [entry for entry in entries if local_day(entry) >= self.group]
        told = summarise(since)
        heading = _("Since your group on {day}: {words}")
        return [
            heading.format(day=weekday_and_day(self.group), words=in_words.practices(told)[0]),
            _("In four weeks: {words}").format(words=in_words.practices(summary)[0]),
        ]

    def page(self, after: Entry | None = None, search: str = "") -> tuple[Entry, ...]:
        """The entries that follow one in the list, the newest first, and in which the words are found."""
        return self._store.page(after, PAGE, search)


def _pairs(entries: Sequence[Entry], before: str, after: str) -> list[Pair]:
    pairs = ((local_day(each), getattr(each, before), getattr(each, after)) for each in entries)
    return [Pair(day, first, then) for day, first, then in pairs if first is not None and then is not None]


def _medians(name: str, both: BeforeAfter | None) -> str:
    if both is None:
        return name
    return ngettext(
        "{name} {before} → {after}, once", "{name} {before} → {after}, median of {n}", both.n
    ).format(name=name, before=in_words.number(both.before), after=in_words.number(both.after), n=both.n)


def _helped(summary: Summary) -> list[tuple[str, str]]:
    known = labels()
    found = []
    for each in summary.techniques:
        name = known.techniques.get(each.name, each.name) or _("Other")
        heading = _("{technique}: {times}, {minutes}").format(
            technique=name, times=in_words.times(each.practices), minutes=in_words.minutes(each.minutes)
        )
        found.append((heading, " ".join(in_words.what_helped(each))))
    return found


def short_line(entry: Entry) -> str:
    """One entry of the list, short enough for a small screen."""
    hour = "" if entry.entered_later else f"{local_time(entry):%H:%M}"
    when = f"{weekday_and_day(local_day(entry)):<10} {hour:<5}"
    if entry.kind is Kind.NO_PRACTICE:
        known = labels().obstacles
        why = ", ".join(known[each] for each in entry.obstacles) or entry.obstacle_words
        return _("{when}  No practice: {why}").format(when=when, why=why or _("not told"))
    title = entry.title or labels().techniques.get(entry.technique, "") or _("A practice")
    line = _("{when}  {title}, {minutes}").format(
        when=when, title=title, minutes=in_words.minutes(entry.minutes)
    )
    return _("{line}, written down later").format(line=line) if entry.entered_later else line
