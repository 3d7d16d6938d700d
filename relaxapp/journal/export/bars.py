"""The minutes practised as a row of bars: a bar a day, or a week, or a month where there are many. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from relaxapp.days import short_day

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
    """What stands under it, in few letters: the day of the week; of two weeks, of the month; of more, the
    first day of the week, with its month where that is another than the one before, or the month."""
    words: str
    """The same as it is read aloud, each by itself."""
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
    return tuple(
        Bar(label, words, heard, heard / highest if highest else 0.0)
        for (label, words), heard in zip(_names(starts, (last - first).days + 1), minutes, strict=True)
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


def _names(starts: list[date], days: int) -> list[tuple[str, str]]:
    """The label of each bar, and its words."""
    if days <= WEEK:
        return [(f"{start:%a}", f"{start:%a}") for start in starts]
    if days <= MOST_DAYS:
        return [(str(start.day), f"{start:%a} {start.day}") for start in starts]
    if days > MOST_WEEKS * WEEK:
        return [(f"{start:%b}", f"{start:%b}") for start in starts]
    whole = [short_day(start) for start in starts]
    before = [None, *(start.month for start in starts)]
    return [
        (words if start.month != month else str(start.day), words)
        for words, start, month in zip(whole, starts, before, strict=False)
    ]
