"""How phrases are found: by whole words and their stems, the one that begins first, then the longest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.words.matching import Phrases, tokens


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
    ("text", "phrase", "stands"),
    [
        ("close both of your eyes", "close ... eyes", True),
        ("close eyes", "close ... eyes", True),
        ("close one two three four eyes", "close ... eyes", True),
        ("close one two three four five eyes", "close ... eyes", False),
        ("Closing your EYES", "close ... eyes", True),
        ("Your eyes, closed", "close ... eyes", False),
        ("warm. Hands", "warm hands", True),
        ("hand", "=hands", False),
        ("caf\u00e9s", "cafe", True),
        ("ha\u00adnds", "hand", True),
        ("hand’s", "hand", True),
        ("handsome", "hand", False),
    ],
)
def test_what_a_phrase_is_found_in(text: str, phrase: str, stands: bool) -> None:
    assert found(text, phrase) == ([phrase] if stands else [])


def test_an_exception_does_not_reach_over_punctuation() -> None:
    assert found("Come. Back to rest.", "back", exceptions=("come back",)) == ["back"]


def test_words_in_a_gap_are_found_by_themselves() -> None:
    assert found("close your big eyes", "close ... eyes", "big") == ["close ... eyes", "big"]


def test_no_phrase_finds_nothing() -> None:
    assert not Phrases([], (), "en")
    assert found("") == []


WORDS = st.lists(st.sampled_from(["rest", "a", "river", "stone", "soft", "wide", "here"]), max_size=6)


@given(before=WORDS, after=WORDS, mark=st.sampled_from([" ", ", ", ". ", "… "]))
def test_a_word_is_found_wherever_it_stands(before: list[str], after: list[str], mark: str) -> None:
    text = mark.join([*before, "Hands", *after])
    assert found(text, "hand") == ["hand"]


@given(st.text(max_size=120), st.text(max_size=120))
def test_tokens_of_two_texts_are_those_of_each(one: str, two: str) -> None:
    whole = [token.surface for token in tokens(f"{one}\n{two}", "en")]
    assert whole == [token.surface for text in (one, two) for token in tokens(text, "en")]


@given(st.text(max_size=120))
def test_a_match_lies_within_the_words_and_none_overlaps(text: str) -> None:
    words = tokens(text + " warm hand", "en")
    matches = Phrases([("hand", 1), ("warm hand", 2)], (), "en").find(words)
    ends = [-1]
    for match in matches:
        assert ends[-1] < match.first <= match.last < len(words)
        ends.append(match.last)
    assert matches[-1].meaning == 2
