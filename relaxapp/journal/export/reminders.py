"""Reminders as a calendar file (RFC 5545) that any calendar program takes.

Their times float: they have no time zone, so that eight in the morning is eight by the clock of the place, on
both sides of a clock change and wherever one travels. Nothing that a calendar shows of them tells of health,
unless the words that the person chose do.
"""

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from relaxapp.errors import RelaxError
from relaxapp.translation import _
from relaxapp.writing import write_whole_bytes

EVERY_DAY = frozenset(range(7))
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The days of the week as RFC 5545 names them; the first letters of their English names, too."""
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SEVERAL = {"weekdays": frozenset(range(5)), "weekends": frozenset({5, 6}), "every day": EVERY_DAY}
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(?:([ap])\.?m?\.?)?", re.IGNORECASE)
LASTS = timedelta(minutes=15)
"""How long each stands in the calendar; it doesn't count as busy."""


@dataclass(frozen=True, slots=True)
class Reminders:
    """When to be reminded, and in what words."""

    times: tuple[time, ...]
    """The times of the day, by the clock of the place."""
    days: frozenset[int]
    """The days of the week, 0 for Monday to 6 for Sunday."""
    words: str
    """What the calendar shows."""


def usual_words() -> str:
    """What the calendar shows where nothing was chosen: it could mean anything."""
    return _("Time for myself")


def read_time(text: str) -> time:
    """A time of the day as it is typed: 8, 08:00, 8.30, 8 pm. Raises RelaxError for what is none."""
    if not text.strip():
        raise RelaxError(
            _("Nothing stands where a time belongs."), _("Write at least one time, such as 8:30.")
        )
    found = _TIME.fullmatch(text.strip())
    if found is not None:
        hour, minute = int(found[1]), int(found[2] or 0)
        half = (found[3] or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        elif half:
            hour = 24
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise RelaxError(
        _("{text} is not a time of the day.").format(text=text.strip()),
        _("Write it as hours and minutes, such as 08:00 or 20:30."),
    )


def read_days(text: str) -> frozenset[int]:
    """Days of the week as they are typed: mon,wed,fri. Raises RelaxError for what is none."""
    wanted: set[int] = set()
    for word in re.split(r"[,;]", text.lower()):
        name = word.strip().rstrip(".")
        if not name:
            raise RelaxError(
                _("Nothing stands where a day belongs."),
                _("Write at least one day, such as mon; of several, mon,wed,fri."),
            )
        matching = [day for day, full in enumerate(_NAMES) if len(name) >= 2 and full.startswith(name)]
        if name in _SEVERAL:
            wanted |= _SEVERAL[name]
        elif len(matching) == 1:
            wanted.add(matching[0])
        else:
            raise RelaxError(
                _("{text} is not a day of the week.").format(text=word.strip()),
                _("Write the days with commas between, such as mon,wed,fri."),
            )
    return frozenset(wanted)


def no_days() -> RelaxError:
    """No day of the week was chosen."""
    return RelaxError(_("No day is marked."), _("Mark at least one day of the week with Space."))


def calendar(reminders: Reminders, now: datetime) -> bytes:
    """The calendar file; `now` is the aware local time, from which on it reminds."""
    from icalendar import Alarm, Calendar, Event

    found = Calendar()
    found.add("prodid", "-//relaxapp//EN")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    for at in sorted(set(reminders.times)):
        event = Event()
        event.add("uid", str(uuid.uuid4()))
        event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
        event.add("dtstart", first_after(now, at, reminders.days))
        event.add("duration", LASTS)
        event.add("rrule", {"freq": "weekly", "byday": [_DAYS[day] for day in sorted(reminders.days)]})
        event.add("summary", reminders.words)
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", timedelta(0))
        alarm.add("description", reminders.words)
        event.add_component(alarm)
        found.add_component(event)
    return bytes(found.to_ical())


def first_after(now: datetime, at: time, days: frozenset[int]) -> datetime:
    """The first of `days` on which `at` is still to come, by the clock of the place, without a zone."""
    here = now.replace(tzinfo=None)
    coming: Iterable[date] = (here.date() + timedelta(days=ahead) for ahead in range(8))
    return next(
        datetime.combine(day, at)
        for day in coming
        if day.weekday() in days and datetime.combine(day, at) > here
    )


def write(reminders: Reminders, now: datetime, path: Path) -> None:
    """Write the calendar file. Raises FileError where it can't be written."""
    write_whole_bytes(path, [calendar(reminders, now)])
