"""What the journal tells of a stretch of time: days, medians with their n, what helped and what did not."""

import re
import statistics
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.journal.entry import Ended, Entry, Kind, Obstacle
from relaxapp.journal.export.as_text import line
from relaxapp.journal.export.bars import bars
from relaxapp.journal.figures import BeforeAfter, Day, Middle
from relaxapp.journal.in_words import Labels
from relaxapp.journal.summary import GRID_DAYS, day_grid, median, summarise
from relaxapp.journal.times import local_day
from relaxapp.practice.book import short_line
from tests.made_month import TODAY, made_month

Made = Callable[..., Entry]


@given(st.lists(st.integers(-10, 10), min_size=1))
def test_a_median_of_counts_is_the_median_of_the_numbers(numbers: list[int]) -> None:
    assert median(Counter(numbers)) == statistics.median(numbers)


def test_before_and_after_count_only_practices_with_both_ratings(made: Made) -> None:
    told = summarise(
        [
            made(pain_before=7, pain_after=5, technique="pmr", helpful=6),
            made(pain_before=6, pain_after=6, technique="pmr"),
            made(pain_before=4, pain_after=5, technique="breathing", helpful=8),
            made(pain_before=9, technique="breathing"),
            made(tension_after=1),
        ]
    )
    assert told.pain == BeforeAfter(before=6, after=5, change=0, n=3)
    assert told.tension is None
    breathing, pmr, _visualization = told.techniques
    assert (breathing.name, breathing.practices, breathing.pain) == ("breathing", 2, BeforeAfter(4, 5, 1, 1))
    assert (pmr.pain, pmr.helpful) == (BeforeAfter(6.5, 5.5, -1, 2), Middle(6, 1))


def test_what_was_done_and_what_got_in_the_way(made: Made) -> None:
    told = summarise(
        [
            made(
                "2026-11-24T08:00-05:00", heard_seconds=300, own_way="in the kitchen", own_way_read_out=True
            ),
            made("2026-11-24T22:00-05:00", heard_seconds=40, ended=Ended.STOPPED, side_effects="dizzy"),
            made(
                "2026-11-23T12:00-05:00",
                kind=Kind.WITHOUT_APP,
                heard_seconds=600,
                entered_later=True,
                obstacles=(Obstacle.NO_TIME,),
            ),
            made(
                "2026-11-22T12:00-05:00",
                kind=Kind.NO_PRACTICE,
                heard_seconds=0,
                ended=Ended.STOPPED,
                entered_later=True,
                obstacles=(Obstacle.NO_TIME, Obstacle.FLARE_UP),
                obstacle_words="visitors",
            ),
        ]
    )
    assert (told.days, told.practices, told.minutes) == (2, 3, 16)
    assert (told.without_app, told.entered_later, told.stopped) == (1, 1, 1)
    assert told.obstacles == ((Obstacle.NO_TIME, 2), (Obstacle.FLARE_UP, 1))
    assert [(each.text, each.read_out) for each in told.own_ways] == [("in the kitchen", True)]
    assert [each.text for each in told.unwanted] == ["dizzy"]
    assert [(each.day, each.text) for each in told.obstacle_words] == [(date(2026, 11, 22), "visitors")]


@given(st.permutations(made_month().entries))
def test_the_order_of_the_entries_changes_no_figure(entries: list[Entry]) -> None:
    ours, theirs = summarise(entries), summarise(made_month().entries)
    assert ours.techniques == theirs.techniques
    assert (ours.days, ours.pain, ours.tension, ours.obstacles) == (
        theirs.days,
        theirs.pain,
        theirs.tension,
        theirs.obstacles,
    )


@pytest.mark.parametrize("heard", [(90, 90, 90), (20, 20, 0), (149, 210, 3599), (600,)])
def test_minutes_add_up_whoever_adds_them(made: Made, heard: tuple[int, ...]) -> None:
    """The list, the log, the days, the techniques and the total tell the same."""
    started = [f"2026-11-{20 + at // 2}T{8 + at:02}:00-05:00" for at in range(len(heard))]
    entries = [
        made(when, heard_seconds=each, technique=technique)
        for when, each, technique in zip(started, heard, ("pmr", "breathing", "imagery"), strict=False)
    ]
    told = summarise(entries)
    listed = [re.findall(r"(\d+) minutes?", short_line(each)) for each in entries]
    logged = [re.findall(r"(\d+) minutes?", line(each, Labels({}, {}))) for each in entries]
    assert listed == logged
    assert sum(int(found) for (found,) in logged) == told.minutes
    assert sum(day.minutes for day in day_grid(entries, date(2026, 11, 24))) == told.minutes
    assert sum(each.minutes for each in told.techniques) == told.minutes
    shown = bars(told.minutes_on, date(2026, 11, 1), date(2026, 11, 24))
    assert sum(bar.minutes for bar in shown) == told.minutes


def test_nothing_kept_is_nothing_told() -> None:
    told = summarise([])
    assert (told.days, told.practices, told.pain, told.techniques) == (0, 0, None, ())


# days


def test_the_grid_holds_four_weeks_and_leaves_missed_days_blank(made: Made) -> None:
    today = date(2026, 11, 24)
    entries = [
        made("2026-11-24T08:00-05:00", heard_seconds=200),
        made("2026-11-24T23:50-05:00", heard_seconds=1200),  # goes on over midnight
        made("2026-11-20T08:00-05:00", kind=Kind.NO_PRACTICE, heard_seconds=0),
        made("2026-10-27T08:00-04:00", heard_seconds=10),
        made("2026-10-28T08:00-04:00", heard_seconds=10),
    ]
    grid = day_grid(entries, today)
    assert len(grid) == GRID_DAYS
    assert grid[-1] == Day(today, practices=2, minutes=23)
    assert (grid[-1].minutes, grid[0].minutes) == (23, 1)
    assert grid[-5] == Day(date(2026, 11, 20), without=True)
    assert grid[0].day == date(2026, 10, 28)
    assert all(day == Day(day.day) for day in grid[1:-5])


def test_a_day_lived_ahead_of_todays_clock_is_not_lost(made: Made) -> None:
    """Whoever practised in Auckland on the 25th and landed in Los Angeles on the 24th."""
    entry = made("2026-11-25T07:00+13:00")
    landed = datetime(2026, 11, 24, 12, tzinfo=timezone(timedelta(hours=-8)))
    grid = day_grid([entry], landed.date())
    assert (grid[-1].day, grid[-1].practices, len(grid)) == (date(2026, 11, 25), 1, GRID_DAYS)


def test_a_made_month_is_the_same_each_time_and_ends_today() -> None:
    month = made_month()
    assert month == made_month() != made_month(1)
    assert len(month.pegs) == len(month.questions) == 4
    days = {local_day(entry) for entry in month.entries}
    assert 10 < len(days) < 28
    assert max(days) <= TODAY
    assert all(entry.started.tzinfo is UTC for entry in month.entries)
    assert len({entry.offset_minutes for entry in month.entries}) == 2, "the clocks went back meanwhile"
