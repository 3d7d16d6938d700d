"""Moments as they were lived: kept as UTC with the local clock's offset, shown and counted by that clock.

So a practice keeps its hour and its day however far one travels afterwards, the hour that comes twice in
autumn holds two practices that are told apart, and a practice over midnight counts on the day it began.
"""

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from typing import Any, Protocol

NOON = time(12)
"""The hour of what is told of a day as a whole."""


class Lived(Protocol):
    """Whatever is kept with its moment: a practice, a PEG, a question for the group."""

    @property
    def started(self) -> datetime:
        """When it began: UTC, aware."""

    @property
    def offset_minutes(self) -> int:
        """The local clock's offset from UTC when it began."""


def stamp(now: datetime) -> tuple[datetime, int]:
    """What `started` and `offset_minutes` are for the aware local time `now`."""
    offset = now.utcoffset()
    if offset is None:
        raise ValueError("the time has no offset from UTC")
    return now.astimezone(UTC), offset // timedelta(minutes=1)


def stamp_of(day: date, hour: time = NOON, zone: tzinfo | None = None) -> tuple[datetime, int]:
    """The same for a day and hour told afterwards, by the clock of `zone` (None: the computer's) on that day.

    An hour that the clock left out in spring is the one it showed instead; of one that came twice it is the
    first.
    """
    told = datetime.combine(day, hour, zone).astimezone(UTC)
    return stamp(told.astimezone(zone))


def local_time(lived: Lived) -> datetime:
    """When it began, by the clock of the place where it was done."""
    return lived.started.astimezone(_zone(lived.offset_minutes))


@cache
def _zone(offset_minutes: int) -> timezone:
    return timezone(timedelta(minutes=offset_minutes))


def local_day(lived: Lived) -> date:
    """The day it counts to: the one it began on, also where it went on over midnight."""
    return local_time(lived).date()


def day_alone(lived: Lived) -> dict[str, Any]:
    """`started` and `offset_minutes` that tell its day, where hour and place are nobody's business."""
    return {"started": datetime.combine(local_day(lived), NOON, UTC), "offset_minutes": 0}


def latest_day(today: date) -> date:
    """The latest day that can have been lived: tomorrow, further east. Later ones tell of a wrong clock."""
    return today + timedelta(days=1)


def last_day(today: date, newest: date | None) -> date:
    """The last day of a look back: today, or tomorrow for whoever practised there and flew back west."""
    tomorrow = latest_day(today)
    return tomorrow if newest == tomorrow else today
