"""What helped most and what was done last is found again."""

from relaxapp.journal.entry import Entry
from relaxapp.practice.found_again import done_last, most_helpful
from tests.ui.conftest import NOON


def entry(practice: str, helpful: int | None = None) -> Entry:
    return Entry(practice, NOON, 0, practice=practice, helpful=helpful)


def test_by_own_ratings_and_by_time() -> None:
    kept = [entry("a", 5), entry("b", 9), entry("a", 8), entry("c", 2), entry("gone", 10), entry("d")]
    assert most_helpful(kept, {"a", "b", "c", "d"}) == ("b", "a")
    assert done_last(kept, {"a", "b", "c", "d"}) == ("a", "b", "c")
