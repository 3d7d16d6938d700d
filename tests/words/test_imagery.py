"""Images that may ease: pain in the person's words or not at all, numbness only if chosen, no cure."""

import re

import pytest

from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.promises import Promises
from relaxapp.words.script import Script, Technique
from tests.words.english import english, library, spoken

IMAGES = [script for script in library().all() if script.technique is Technique.IMAGERY]
EASING = [script for script in IMAGES if any(question.name == "pain" for question in script.questions)]
WITHOUT_PAIN = Promises(Person(avoid=("pain",)), english())
SMALL = ("one notch", "one step", "only one")
CURES = re.compile(
    r"\b(zero|cure[sd]?|heal(s|ed|ing)?|treat(s|ed|ment)?|disappear|no more pain)\b", re.IGNORECASE
)


def said(script: Script, minutes: int, **person: object) -> list[str]:
    return spoken(personalise(script, Person(**person), minutes, english()))  # type: ignore[arg-type]


def test_there_are_six_images_and_a_general_one() -> None:
    assert len(EASING) >= 7
    assert all(len(script.lengths) >= 3 for script in IMAGES)


@pytest.mark.parametrize("script", IMAGES, ids=lambda script: script.id)
@pytest.mark.parametrize("asleep", [False, True])
def test_nothing_is_said_of_pain_or_numbness_unless_the_person_does(script: Script, asleep: bool) -> None:
    for minutes in script.lengths:
        for line in said(script, minutes, asleep=asleep):
            assert WITHOUT_PAIN.breach(line) is None, line
            assert "numb" not in line.casefold(), line
            assert CURES.search(line) is None, line


@pytest.mark.parametrize("script", EASING, ids=lambda script: script.id)
def test_a_pain_that_was_named_is_named_and_its_place_may_be_left_out_elsewhere(script: Script) -> None:
    answers = {"pain": "the burning", "where": "in your left knee"}
    for minutes in script.lengths:
        lines = " ".join(said(script, minutes, answers=answers, leave_out=frozenset({"left knee"})))
        assert "The burning" in lines or "the burning" in lines
        assert "left knee" in lines


@pytest.mark.parametrize("script", EASING, ids=lambda script: script.id)
def test_it_offers_one_small_step_at_every_length(script: Script) -> None:
    for minutes in script.lengths:
        assert any(words in " ".join(said(script, minutes)).casefold() for words in SMALL)


def test_numbness_is_said_where_it_was_chosen() -> None:
    lines = said(library().find("the-glove"), 5, answers={"glove": "numbness"})
    assert "numbness" in " ".join(lines).casefold()


@pytest.mark.parametrize("script", EASING, ids=lambda script: script.id)
def test_a_clinician_is_named_first_for_those_whom_an_image_may_harm(script: Script) -> None:
    cautions = " ".join(script.cautions)
    assert "complex regional pain syndrome" in cautions
    assert "what is real" in cautions


@pytest.mark.parametrize("words", ["The Lord is my shepherd", "I am held", "In my Father's house"])
def test_a_prayer_is_said_as_it_is_written(words: str) -> None:
    for minutes in library().find("easing-pain").lengths:
        assert words in " ".join(said(library().find("easing-pain"), minutes, answers={"phrase": words}))
