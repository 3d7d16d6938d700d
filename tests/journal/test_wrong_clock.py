"""What a clock that ran years ahead stamped stays in the journal, and is counted in no look back."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import pytest

from relaxapp.journal import by_hand
from relaxapp.journal.entry import Entry
from relaxapp.journal.export.gathering import gather
from relaxapp.journal.settings import Settings
from relaxapp.journal.sharing import EVERYTHING, FOR_GROUP
from relaxapp.journal.store import Store
from relaxapp.journal.times import latest_day
from relaxapp.practice.book import Book
from relaxapp.practice.group_pages import page

NOW = datetime(2026, 11, 24, 12, tzinfo=timezone(timedelta(hours=-5)))
MONDAY = date(2026, 11, 23)


@pytest.fixture
def kept(store: Store, made: Callable[..., Entry]) -> Store:
    store.add(made("2026-11-23T08:00-05:00"), made("2026-11-25T00:30+01:00"), made("2031-01-07T08:00-05:00"))
    ahead = NOW.replace(year=2031)
    store.add(by_hand.peg(ahead, 9, 9, 9), by_hand.group_question(ahead, "from days to come", read_out=True))
    return store


def test_the_page_for_the_group_tells_of_its_days_alone(kept: Store) -> None:
    made_of = page(kept, MONDAY, NOW.date(), EVERYTHING)
    told = str(made_of)
    assert made_of.range.endswith("Wednesday 25 November 2026")
    assert made_of.practised.heading == "Practised on 2 of 3 days"
    assert "20 minutes, 2 practices." in told
    assert "from days to come" not in told
    assert "9 (average pain" not in told


def test_the_look_back_of_the_journal_ends_with_today(kept: Store) -> None:
    found = Book(kept, NOW, Settings(), None).look_back()
    assert found.words[:2] == ("Practised on 2 of 28 days", "20 minutes, 2 practices.")


def test_what_home_counts_ends_with_today(kept: Store) -> None:
    assert kept.practised_days(MONDAY, latest_day(NOW.date())) == 2


def test_a_file_for_the_group_tells_of_no_day_to_come(kept: Store) -> None:
    gathered = gather(kept, FOR_GROUP, NOW, MONDAY)
    assert len(tuple(gathered.entries)) == 2
    assert gathered.questions == ()
    assert len(tuple(gather(kept, EVERYTHING, NOW).entries)) == 3
