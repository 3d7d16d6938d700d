"""The minutes practised as a row of bars: a bar a day, or a week, or a month where there are many. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

MOST_DAYS = 14
"""More days than these are shown by the week."""
MOST_WEEKS = 14
"""More weeks than these are shown by the month."""
MOST_MONTHS = 14
"""Of more months than these, the last are shown."""
WEEK = 7


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar."""

    label: str
    """The day, or the first day of the week, or the month."""
    minutes: int
    """How long was practised; 0 leaves it blank."""
    height: float
    """How high it is, as a part of the highest."""


def bars(minutes_on: Mapping[date, int], first: date, last: date) -> tuple[Bar, ...]:
    """The bars from the first day to the last, both included."""
    starts = _starts(first, last)
    minutes = [0] * len(starts)
    for day, heard in minutes_on.items():
        at = sum(start <= day for start in starts) - 1
        if at >= 0 and day <= last:
            minutes[at] += heard
    highest = max(minutes, default=0)
    label = _label(first, last)
    return tuple(
        Bar(start.strftime(label).lstrip("0"), heard, heard / highest if highest else 0.0)
        for start, heard in zip(starts, minutes, strict=True)
    )


def _starts(first: date, last: date) -> list[date]:
    days = (last - first).days + 1
    if days <= MOST_DAYS:
        return [first + timedelta(days=ahead) for ahead in range(days)]
    if days <= MOST_WEEKS * WEEK:
        return [first + timedelta(days=ahead) for ahead in range(0, days, WEEK)]
    months = last.year * 12 + last.month - first.year * 12 - first.month + 1
    shown = min(months, MOST_MONTHS)
    newest = last.year * 12 + last.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(newest - shown + 1, newest + 1)]


def _label(first: date, last: date) -> str:
    days = (last - first).days + 1
    if days <= MOST_DAYS:
        return "%a"
    return "%d %b" if days <= MOST_WEEKS * WEEK else "%b"
