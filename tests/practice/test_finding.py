"""A practice is found by a few letters of what one remembers of it, and by the time there is."""

from pathlib import Path

import pytest

from relaxapp import locations
from relaxapp.library.library import Library
from relaxapp.practice.finding import found, length_within, within
from relaxapp.practice.pacing import PACING
from relaxapp.words.script import Script

SHIPPED = Library(locations.shipped_scripts(), Path("none"))


def names(scripts: tuple[Script, ...]) -> list[str]:
    return [script.id for script in scripts]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("kit", "a-warm-kitchen"),
        ("KITCHENS", "a-warm-kitchen"),
        ("wárm kitch", "a-warm-kitchen"),
        ("kitchen warm", "a-warm-kitchen"),
        ("lake", "a-bench-by-the-water"),  # what one does in it
        ("coming back", "settling"),  # its kind
        ("muscles", "muscle-relaxation"),  # "muscle" in the title, found by its stem
    ],
)
def test_by_title_summary_and_kind(words: str, first: str) -> None:
    assert names(found(SHIPPED.all(), words))[0] == first


@pytest.mark.parametrize("words", ["sleep", "asleep", "sleeping", "fall asleep", "night"])
def test_sleep_finds_what_has_more_than_its_last_words_for_it(words: str) -> None:
    listed = set(names(found(SHIPPED.all(), words)))
    assert {"breath-muscles-place", "a-warm-kitchen", "muscle-relaxation", "easing-pain"} <= listed
    assert not {"settling", "before-you-ask", "one-minute"} & listed


def test_own_versions_by_their_word_and_by_what_they_came_from(tmp_path: Path) -> None:
    library = Library(locations.shipped_scripts(), tmp_path)
    name = library.add_variation("a-warm-kitchen", "Penguins")
    assert names(found(library.all(), "kitchen penguins")) == [name]
    assert name in names(found(library.all(), "own version", own={name}))
    assert name not in names(found(library.all(), "own version"))


def test_every_word_must_stand_in_it() -> None:
    assert found(SHIPPED.all(), "kitchen zebra") == ()
    assert found(SHIPPED.all(), "🐧") == ()
    assert found(SHIPPED.all(), " \t") == SHIPPED.all()


def test_what_fits_in_the_time_there_is() -> None:
    shortest = within(SHIPPED.all(), 2)
    assert shortest
    for script in SHIPPED.all():
        assert (script in shortest) == (min(script.lengths) <= 2 and script.id != PACING)
    assert PACING not in names(within(SHIPPED.all(), 60))
    kitchen = SHIPPED.find("a-warm-kitchen")
    assert [length_within(kitchen, each) for each in (2, 3, 7.5, 60)] == [None, 3, 5, 10]
    assert within(SHIPPED.all(), float("nan")) == ()
