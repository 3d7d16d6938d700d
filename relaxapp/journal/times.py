"""Moments as they were lived: kept as UTC with the local clock's offset, shown and counted by that clock."""

from datetime import UTC, date, datetime, timedelta, timezone

from relaxapp.journal.entry import Entry


def stamp(now: datetime) -> tuple[datetime, int]:
    """What `Entry.started` and `Entry.offset_minutes` are for the aware local time `now`."""
    offset = now.utcoffset()
    if offset is None:
        raise ValueError("the time has no offset from UTC")
    return now.astimezone(UTC), offset // timedelta(minutes=1)


def local_time(entry: Entry) -> datetime:
    """When it began, by the clock of the place where it was done."""
    return entry.started.astimezone(timezone(timedelta(minutes=entry.offset_minutes)))


def local_day(entry: Entry) -> date:
    """The day it counts to: the one it began on, also where it went on over midnight."""
    return local_time(entry).date()
