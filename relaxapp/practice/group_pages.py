"""The page for the group, made from the journal: for which days, what is shared, and how it then reads."""

from dataclasses import dataclass
from datetime import date, timedelta

from relaxapp.days import weekday_and_day
from relaxapp.journal.export.group_page import GroupPage, Kept, group_page
from relaxapp.journal.figures import Told
from relaxapp.journal.sharing import Field, Sharing
from relaxapp.journal.store import Store
from relaxapp.journal.times import last_day, latest_day, local_day
from relaxapp.practice.labels import labels
from relaxapp.translation import _

WEEK, MONTH, QUARTER = 7, 28, 91


@dataclass(frozen=True, slots=True)
class Range:
    """Days a page may tell of."""

    first: date
    """The first of them; today is the last."""
    words: str
    """What they are called."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose for one page."""

    range: int = 0
    """Which of the ranges."""
    fields: frozenset[Field] = frozenset(Field) - {Field.NOTES}
    """What is on the page."""
    notes: frozenset[str] = frozenset()
    """The entries whose notes are on it."""
    name: str = ""
    """A name, typed in for this page alone."""

    def sharing(self) -> Sharing:
        """The same, as the journal knows it."""
        return Sharing(self.fields | {Field.NOTES}, self.notes)


def ranges(group: date | None, today: date) -> tuple[Range, ...]:
    """The ranges offered, the usual one first. `group`: the day of the last meeting, where it is known."""
    back = (
        (WEEK, _("the last 7 days")),
        (MONTH, _("the last four weeks")),
        (QUARTER, _("the last three months")),
    )
    found = [Range(today - timedelta(days=days - 1), words) for days, words in back]
    if group is not None:
        words = _("since your group on {day}").format(day=weekday_and_day(group))
        found.insert(0, Range(group, words))
    return tuple(found)


def page(store: Store, first: date | None, today: date, sharing: Sharing, name: str = "") -> GroupPage:
    """The page from a day to today."""
    until = latest_day(today)
    newest = store.entries(until=until, limit=1)
    last = last_day(today, local_day(newest[0]) if newest else None)
    kept = Kept(first, last, store.each(first, last), store.pegs(first, until), store.questions(first, until))
    return group_page(kept, sharing, labels(), name)


def notes(store: Store, first: date) -> tuple[Told, ...]:
    """The private notes from a day on, newest first."""
    return tuple(
        Told(local_day(entry), entry.note, entry.id) for entry in store.entries(since=first) if entry.note
    )
