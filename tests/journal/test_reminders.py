"""The calendar file is read back by a calendar: right by the clock of the place, and telling nothing."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from relaxapp.errors import RelaxError
from relaxapp.journal.export.reminders import (
    EVERY_DAY,
    Reminders,
    calendar,
    read_days,
    read_time,
    usual_words,
    write,
)

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 10, 28, 9, 30, tzinfo=NEW_YORK)  # a Wednesday; the clocks change on Sunday


def read_back(reminders: Reminders, now: datetime = NOW) -> list[Any]:
    """The events of the file, as icalendar reads them."""
    found = Calendar.from_ical(calendar(reminders, now))
    return list(found.walk("VEVENT"))


def occurrences(event: Any, count: int) -> list[datetime]:
    """The first times it happens, by the clock of the place."""
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=event.start)
    return [moment for moment, _ in zip(rule, range(count), strict=False)]


def test_across_a_clock_change_the_time_of_the_day_stays() -> None:
    [event] = read_back(Reminders((time(8),), EVERY_DAY, "Now"))
    days = occurrences(event, 7)
    assert [day.time() for day in days] == [time(8)] * 7
    assert days[0].date() == NOW.date() + timedelta(days=1)
    assert {day.replace(tzinfo=NEW_YORK).astimezone(UTC).hour for day in days} == {12, 13}
    assert all(day.tzinfo is None for day in days)


def test_own_days_and_several_times() -> None:
    morning, evening = read_back(Reminders((time(20, 30), time(8)), read_days("mon,wed,fri"), "Now"))
    assert [f"{day:%a %H:%M}" for day in occurrences(morning, 3)] == ["Fri 08:00", "Mon 08:00", "Wed 08:00"]
    assert [f"{day:%a %H:%M}" for day in occurrences(evening, 2)] == ["Wed 20:30", "Fri 20:30"]
    assert morning["UID"] != evening["UID"]


def test_it_rings_and_says_nothing_but_what_was_chosen() -> None:
    [event] = read_back(Reminders((time(8),), EVERY_DAY, usual_words()))
    [alarm] = event.walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(0))
    assert event["DTSTAMP"].dt == NOW.astimezone(UTC)
    assert (event["CLASS"], event["TRANSP"]) == ("PRIVATE", "TRANSPARENT")
    text = calendar(Reminders((time(8),), EVERY_DAY, usual_words()), NOW).decode().casefold()
    assert not any(word in text for word in ("pain", "relax-", "practi", "group", "health", "breath"))
    [own] = read_back(Reminders((time(8),), EVERY_DAY, "Sit, breathe; “be”\n\\ done"))
    assert own["SUMMARY"] == "Sit, breathe; “be”\n\\ done"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("8", time(8)),
        (" 08:00 ", time(8)),
        ("8.30", time(8, 30)),
        ("8 pm", time(20)),
        ("12:15AM", time(0, 15)),
        ("12 p.m.", time(12)),
        ("23:59", time(23, 59)),
    ],
)
def test_times_as_they_are_typed(text: str, meant: time) -> None:
    assert read_time(text) == meant


def test_where_a_time_or_a_day_is_missing_that_is_told() -> None:
    for text in ("", " "):
        with pytest.raises(RelaxError, match="Write at least one time, such as 8:30"):
            read_time(text)
    for text in ("", "mon,,fri", "mon,"):
        with pytest.raises(RelaxError, match="Write at least one day, such as mon; of several, mon,wed,fri"):
            read_days(text)


@pytest.mark.parametrize("text", ["24:00", "8:60", "noon", "13 pm", "0 am", "-8", "8:0"])
def test_what_is_no_time_is_told_with_an_example(text: str) -> None:
    with pytest.raises(RelaxError, match="08:00"):
        read_time(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("mon,wed,fri", {0, 2, 4}),
        ("Tuesday; TH", {1, 3}),
        ("weekdays", {0, 1, 2, 3, 4}),
        ("weekends, mon", {0, 5, 6}),
        ("every day", set(range(7))),
    ],
)
def test_days_as_they_are_typed(text: str, meant: set[int]) -> None:
    assert read_days(text) == meant


@pytest.mark.parametrize("text", ["", "t", "mon,,fri", "xyz", "s"])
def test_what_is_no_day_is_told_with_an_example(text: str) -> None:
    with pytest.raises(RelaxError, match="mon,wed,fri"):
        read_days(text)


def test_it_is_written_for_the_person_alone(tmp_path: Path) -> None:
    write(Reminders((time(8),), EVERY_DAY, "Now"), NOW, tmp_path / "remind.ics")
    content = (tmp_path / "remind.ics").read_bytes()
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert (tmp_path / "remind.ics").stat().st_mode & 0o077 == 0
