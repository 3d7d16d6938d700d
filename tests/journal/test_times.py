"""A moment told afterwards is the one the clock of that day showed."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.journal.entry import Entry
from relaxapp.journal.times import local_day, local_time, stamp, stamp_of

BERLIN, LORD_HOWE, NEW_YORK = "Europe/Berlin", "Australia/Lord_Howe", "America/New_York"


@pytest.mark.parametrize(
    ("zone", "told", "lived"),
    [
        (BERLIN, "2026-11-24T08:00", "2026-11-24T08:00+01:00"),
        (BERLIN, "2026-07-01T08:00", "2026-07-01T08:00+02:00"),
        (BERLIN, "2026-03-29T02:30", "2026-03-29T03:30+02:00"),  # the hour that never was
        (BERLIN, "2026-10-25T02:30", "2026-10-25T02:30+02:00"),  # the hour that came twice
        (NEW_YORK, "2026-11-01T00:00", "2026-11-01T00:00-04:00"),
        (NEW_YORK, "2026-11-01T23:59", "2026-11-01T23:59-05:00"),
        (LORD_HOWE, "2026-10-04T02:15", "2026-10-04T02:45+11:00"),  # half an hour, not a whole one
        ("Pacific/Kiritimati", "2026-01-01T00:00", "2026-01-01T00:00+14:00"),
        ("Asia/Kathmandu", "2026-01-01T00:00", "2026-01-01T00:00+05:45"),
    ],
)
def test_a_time_told_afterwards(zone: str, told: str, lived: str) -> None:
    moment = datetime.fromisoformat(told)
    started, offset = stamp_of(moment.date(), moment.time(), ZoneInfo(zone))
    assert started.tzinfo is UTC
    entry = Entry("1", started, offset)
    assert local_time(entry).isoformat(timespec="minutes") == lived


@given(
    st.dates(date(1980, 1, 1), date(2037, 1, 1)),
    st.times(),
    st.sampled_from([BERLIN, LORD_HOWE, NEW_YORK, "America/Sao_Paulo", "Pacific/Auckland", "UTC"]),
)
def test_a_day_told_afterwards_is_that_day(day: date, hour: time, zone: str) -> None:
    started, offset = stamp_of(day, hour, ZoneInfo(zone))
    assert local_day(Entry("1", started, offset)) == day


def test_the_same_hour_twice_is_two_practices_an_hour_apart() -> None:
    zone = ZoneInfo(BERLIN)
    first, second = (datetime(2026, 10, 25, 2, 30, tzinfo=zone, fold=fold) for fold in (0, 1))
    (one, its_offset), (other, other_offset) = stamp(first), stamp(second)
    assert (other - one).total_seconds() == 3600
    assert (its_offset, other_offset) == (120, 60)


def test_without_an_offset_there_is_no_moment() -> None:
    with pytest.raises(ValueError, match="offset"):
        stamp(datetime(2026, 11, 24))
