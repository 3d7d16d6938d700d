"""Lengths that can't be made are known beforehand, and the nearest that can are named."""

import pytest

from relaxapp import locations
from relaxapp.library.library import Library
from relaxapp.timing.estimate import at_rate
from relaxapp.timing.fit import fit
from relaxapp.timing.workable import Lengths
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.script import Script

LIBRARY = Library(locations.shipped_scripts(), locations.shipped_scripts() / "nowhere")


def lengths(name: str) -> Lengths:
    return Lengths(LIBRARY.find(name), Person(), LIBRARY.lexicon())


@pytest.mark.parametrize("script", LIBRARY.all(), ids=lambda script: script.id)
def test_what_works_can_be_made_by_a_voice_a_little_faster_or_slower(script: Script) -> None:
    every = lengths(script.id)
    working = [each for each in range(script.lengths[0], script.lengths[-1] + 1) if every.work(each)]
    assert set(script.lengths) <= set(working)
    for minutes in working:
        for words_per_minute in (122, 125, 128):
            reading = personalise(script, Person(), minutes, LIBRARY.lexicon())
            fit(reading, at_rate(words_per_minute), minutes * 60)


@pytest.mark.parametrize(
    ("name", "minutes", "told"),
    [
        ("paced-breathing", 3, "Paced breathing can't be 3 minutes long. It can be 2 or 5 minutes."),
        ("paced-breathing", 12.5, "Paced breathing can't be 12.5 minutes long. It can be 11 or 20 minutes."),
        ("paced-breathing", 1, "Paced breathing can't be 1 minute long. It can be 2 minutes."),
        ("body-scan", 18, "Body scan can't be 18 minutes long. It can be 16 or 20 minutes."),
    ],
)
def test_what_cannot_be_is_told_with_the_nearest_lengths_that_can(
    name: str, minutes: float, told: str
) -> None:
    assert not lengths(name).work(minutes)
    assert str(lengths(name).refusal(minutes)) == told


@pytest.mark.parametrize(
    ("avoid", "told"),
    [
        (("water", "you", "be"), "Paced breathing can't be 10 minutes long with 'you' left out."),
        (
            ("you", "let", "it", "be"),
            "Paced breathing can't be 10 minutes long with 'it', 'let', 'you' left out.",
        ),
        (("water",), "Paced breathing can't be 12.5 minutes long. It can be 11 or 20 minutes."),
    ],
)
def test_what_is_avoided_is_named_where_it_is_to_blame(avoid: tuple[str, ...], told: str) -> None:
    person = Person(avoid=avoid)
    of_person = Lengths(LIBRARY.find("paced-breathing"), person, LIBRARY.lexicon())
    minutes = 12.5 if avoid == ("water",) else 10
    assert str(of_person.refusal(minutes)).startswith(told)


def test_once_what_is_named_may_be_said_the_length_works() -> None:
    script, lexicon = LIBRARY.find("paced-breathing"), LIBRARY.lexicon()
    assert not Lengths(script, Person(avoid=("you", "let", "it", "be")), lexicon).work(10)
    assert Lengths(script, Person(avoid=("be",)), lexicon).work(10)


def test_words_that_leave_no_length_at_all_may_be_changed() -> None:
    person = Person(avoid=("be",))
    refused = Lengths(LIBRARY.find("only-letting-go"), person, LIBRARY.lexicon()).refusal(3)
    assert refused.hint == "Choose another practice, or change what is left out."


def test_where_the_promises_leave_nothing_no_length_is_to_blame() -> None:
    script = LIBRARY.find("muscle-relaxation")
    nobody = Lengths(script, Person(leave_out=frozenset({"body"})), LIBRARY.lexicon())
    assert nobody.work(8)


def test_a_title_that_may_not_be_told_is_not_in_it() -> None:
    script = LIBRARY.find("paced-breathing")
    quiet = Lengths(script, Person(avoid=("paced",)), LIBRARY.lexicon())
    assert str(quiet.refusal(3)).startswith("This practice can't be 3 minutes long.")
