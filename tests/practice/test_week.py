"""Where the group is in its programme."""

from datetime import date, timedelta

import pytest

from relaxapp.practice.week import days_of, first_day, last_group, week
from relaxapp.words.programme import Programme, Session

TUESDAY = date(2026, 11, 3)


def programme(*days: date | None) -> Programme:
    sessions = tuple(Session(number, f"S{number}", "", (), "", day) for number, day in enumerate(days, 1))
    return Programme("Us", sessions)


@pytest.mark.parametrize(
    ("days_later", "held", "since", "following"),
    [
        (-1, None, None, 0),
        (0, 1, None, 7),
        (1, 1, 0, 7),
        (7, 2, 0, 14),
        (8, 2, 7, 14),
        (14, 3, 7, None),
        (100, 3, 14, None),
    ],
)
def test_the_week_between_two_sessions(
    days_later: int, held: int | None, since: int | None, following: int | None
) -> None:
    def day(after: int | None) -> date | None:
        return None if after is None else TUESDAY + timedelta(days=after)

    found = week(programme(None, None, None), TUESDAY, TUESDAY + timedelta(days=days_later))
    assert found is not None
    assert (found.session.number if found.session else None) == held
    assert (found.since, found.following, found.of) == (day(since), day(following), 3)


def test_dates_that_the_facilitator_wrote_count() -> None:
    late = TUESDAY + timedelta(days=20)
    assert days_of(programme(TUESDAY, None, late, None), None) == (
        TUESDAY,
        TUESDAY + timedelta(days=7),
        late,
        late + timedelta(days=7),
    )
    assert days_of(programme(None, TUESDAY), None) == ()
    assert week(programme(None, TUESDAY), None, late) is None


@pytest.mark.parametrize("last", range(9))
@pytest.mark.parametrize("weekday", range(7))
@pytest.mark.parametrize("shift", range(7))
def test_the_first_day_follows_from_the_last_session_and_the_weekday(
    last: int, weekday: int, shift: int
) -> None:
    today = TUESDAY + timedelta(days=shift)
    first = first_day(last, weekday, today)
    assert first.weekday() == weekday
    found = week(programme(*[None] * 8), first, today)
    assert found is not None
    number = found.session.number if found.session else 0
    assert number == last or (last == 0 and first == today)


WEDNESDAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("first", "weekday", "day"),
    [
        (None, None, None),
        (None, 1, date(2026, 11, 24)),
        (None, 3, date(2026, 11, 19)),
        (None, 2, date(2026, 11, 18)),  # on the day of the group one looks back at the week before
        (date(2026, 11, 17), 1, date(2026, 11, 24)),
        (date(2026, 12, 1), 1, date(2026, 11, 24)),  # the programme has not begun, but the group meets
        (date(2026, 1, 6), 1, date(2026, 1, 13)),  # after the last session it stays the last
    ],
)
def test_the_last_group_is_the_one_before_today(
    first: date | None, weekday: int | None, day: date | None
) -> None:
    assert last_group(programme(None, None), first, weekday, WEDNESDAY) == day


def test_without_a_programme_the_day_of_the_week_is_enough() -> None:
    assert last_group(None, date(2026, 11, 10), 1, WEDNESDAY) == date(2026, 11, 24)
