"""How phrases are found: by whole words and their stems, the one that begins first, then the longest."""

import pytest

from relaxapp.words.check import check
from relaxapp.words.matching import Phrases, tokens
from tests.words.english import english, script


def found(text: str, *phrases: str, exceptions: tuple[str, ...] = ()) -> list[str]:
    known = Phrases([(phrase, phrase) for phrase in phrases], exceptions, "en", frozenset({"your"}))
    return [match.meaning for match in known.find(tokens(text, "en"))]


def test_a_word_is_found_by_its_stem_and_a_marked_one_as_it_is_written() -> None:
    assert found("Two hands.", "hand") == ["hand"]
    assert found("Two hands.", "=hand") == []


def test_the_longest_phrase_that_begins_first_holds() -> None:
    assert found("the upper arm", "arm", "upper arm") == ["upper arm"]


def test_an_exception_hides_a_word_but_not_after_a_possessive() -> None:
    assert found("Come back now.", "back", exceptions=("come back",)) == []
    assert found("Ease your back now.", "back", exceptions=("back now",)) == ["back"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("your left hand", {"left hand"}),
        ("your right hand", {"right hand"}),
        ("your hands", {"left hand", "right hand"}),
        ("on the other hand", set()),
    ],
)
def test_a_side_is_told_from_the_other(text: str, named: set[str]) -> None:
    assert {leaf for mention in english().mentions(text) for leaf in mention.leaves} == named


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Let your jaw hang.", "'jaw' names a part of the body"),
        ("[tense 6] Make it firm. [release 20] Let go.", "what is tensed needs its area"),
        ("{from 30 min} Rest.", "none of the lengths"),
    ],
)
def test_check_tells_what_a_promise_could_not_keep(line: str, told: str) -> None:
    mistakes = [mistake.message for mistake in check(script(f"# A\n{line}\n\nRest."), english())]
    assert any(told in message for message in mistakes), mistakes
