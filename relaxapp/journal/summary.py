"""What the journal tells of a stretch of time. Pure."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone

from relaxapp.journal.entry import Entry, Kind


def local_day(entry: Entry) -> date:
    """The day an entry began on, by the clock of the place: a practice over midnight counts on that day."""
    return entry.started.astimezone(timezone(timedelta(minutes=entry.offset_minutes))).date()


def practised_days(entries: Iterable[Entry], now: datetime, *, days: int) -> int:
    """On how many of the last `days` local days, today included, something was practised."""
    first = now.date() - timedelta(days=days - 1)
    practised = {local_day(entry) for entry in entries if entry.kind is not Kind.NO_PRACTICE}
    return sum(first <= day <= now.date() for day in practised)
