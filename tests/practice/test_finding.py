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
        ("muscles", "four-groups"),  # "muscle" in the title, found by its stem
    ],
)
def test_by_title_summary_and_kind(words: str, first: str) -> None:
    assert names(found(SHIPPED.all(), words))[0] == first


def test_a_title_comes_before_an_aim() -> None:
    aims = {5: "Let a kitchen do some of its work."}
    listed = names(found(SHIPPED.all(), "kitchen", aims=aims))
    assert listed[0] == "a-warm-kitchen"
    assert set(listed[1:]) == {script.id for script in SHIPPED.all() if script.session == 5}


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
