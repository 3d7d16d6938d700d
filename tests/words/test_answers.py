"""An answer is spoken only if it keeps the person's own promises; otherwise the script's own words are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.words.answers import allowed_suggestions, answer_in, fillings, questioned
from relaxapp.words.blanks import LONGEST_ANSWER, Filling
from relaxapp.words.person import Person
from relaxapp.words.promises import Promises
from relaxapp.words.script import Question
from tests.words.english import english, lines, script

PLACE = Question("place", "Where?", default="a quiet place")
PAIN = Question("pain", "What do you call it?", about_pain=True)


@pytest.mark.parametrize(
    ("answer", "question", "person", "told"),
    [
        ("a meadow", PLACE, Person(), None),
        ("", PLACE, Person(), None),
        (" \t ", PLACE, Person(), None),
        ("?!", PLACE, Person(), "no words in this answer"),
        ("nobody", PLACE, Person(avoid=("nobody",)), None),
        ("a" * LONGEST_ANSWER, PLACE, Person(), None),
        ("a" * (LONGEST_ANSWER + 1), PLACE, Person(), "at most 200 characters"),
        ("by the river", PLACE, Person(avoid=("water",)), "belongs to 'water'"),
        ("by the river", PLACE, Person(avoid=("people",)), None),
        ("a bicycle", PLACE, Person(avoid=("bicycle",)), "You asked not to hear 'bicycle'"),
        ("my left hand", PLACE, Person(leave_out=frozenset({"left hand"})), "that you left out"),
        ("my right hand", PLACE, Person(leave_out=frozenset({"left hand"})), None),
        ("my left hand", PAIN, Person(leave_out=frozenset({"left hand"})), None),
        ("by the river", PAIN, Person(avoid=("water",)), "belongs to 'water'"),
    ],
)
def test_why_an_answer_is_not_spoken(
    answer: str, question: Question, person: Person, told: str | None
) -> None:
    reason = questioned(answer, question, person, english())
    if told is None:
        assert reason is None
    else:
        assert reason is not None
        assert told in reason
        assert reason.endswith(".")


def test_suggestions_that_break_a_promise_are_not_offered() -> None:
    question = Question("place", "Where?", suggestions=("a beach", "a kitchen", "a lake", "a garden"))
    assert allowed_suggestions(question, Person(avoid=("water",)), english()) == ("a kitchen", "a garden")
    assert allowed_suggestions(question, Person(), english()) == question.suggestions


@pytest.mark.parametrize(
    "typed",
    [
        "none",
        "None.",
        " no one ",
        "N/A",
        "Don’t know",
        "just me",
        "I don't know!",
        "none of your business",
        "I’d rather not say.",
        "I'm not sure",
    ],
)
def test_who_types_that_there_is_none_gave_no_answer(typed: str) -> None:
    assert answer_in(typed, english()) == ""
    assert filled(Person({"touch": typed, "place": typed}))["touch"] is None
    assert filled(Person({"touch": typed, "place": typed}))["place"] == Filling("a quiet place", typed=False)
    assert filled(Person(cue_word=typed))["cue_word"] == Filling("ease", typed=False)


@pytest.mark.parametrize("typed", ["silence", "almost nothing", "no hurry", "nothing but snow", "one"])
def test_an_answer_that_only_begins_so_is_spoken(typed: str) -> None:
    assert answer_in(typed, english()) == typed


def filled(person: Person) -> dict[str, Filling | None]:
    """What fills the blanks of a small script: `place` has a default, `touch` and `pain` are optional."""
    words = "# A\nGo to {place}.\n\n[if touch] Feel {touch}.\n\n[if pain] There is {pain}."
    return dict(fillings(script(words), person, Promises(person, english()), english()))


@pytest.mark.parametrize(
    ("person", "name", "words"),
    [
        (Person(), "place", "a quiet place"),
        (Person(), "touch", None),
        (Person({"place": "  the old\nshed "}), "place", "the old shed"),
        (Person({"place": "a lake"}, avoid=("water",)), "place", "a quiet place"),
        (Person({"touch": "wet sand by a lake"}, avoid=("water",)), "touch", None),
        (Person({"touch": "my hand"}, leave_out=frozenset({"hands"})), "touch", None),
        (Person({"pain": "my hand"}, leave_out=frozenset({"hands"})), "pain", "my hand"),
        (Person(), "cue_word", "ease"),
        (Person(cue_word="soft"), "cue_word", "soft"),
        (Person({"cue_word": "home"}, cue_word="soft"), "cue_word", "home"),
        (Person({"cue_word": "lake"}, avoid=("water",)), "cue_word", "ease"),
    ],
)
def test_what_fills_a_blank(person: Person, name: str, words: str | None) -> None:
    found = filled(person)[name]
    assert (found.words if found else None) == words


WORDS = st.one_of(
    st.text(max_size=LONGEST_ANSWER + 5),
    st.lists(
        st.sampled_from(["the", "my", "left", "hand", "river", "rain", "people", "jaw", "ease", "-", "’s"])
    ).map(" ".join),
)


@given(answer=WORDS, theme=st.sampled_from(sorted(english().themes)), about_pain=st.booleans())
def test_what_is_spoken_of_an_answer_breaks_no_promise(answer: str, theme: str, about_pain: bool) -> None:
    person = Person({"touch": answer, "pain": answer}, avoid=(theme,), leave_out=frozenset({"hands", "jaw"}))
    promises = Promises(person, english())
    question = Question("pain" if about_pain else "touch", "?", about_pain=about_pain)
    found = filled(person)[question.name]
    if found is None:
        return
    assert found.typed
    assert promises.avoided(found.words) is None
    assert about_pain or promises.left_out_area(found.words) is None
    assert questioned(answer, question, person, english()) is None


@pytest.mark.parametrize("typed", ["I am safe", "my peace", "a Breath", "at home"])
def test_a_cue_word_stays_as_the_person_wrote_it(typed: str) -> None:
    """It is said to oneself: "I am safe" is not "you are safe"."""
    text = "# A\nHere is your word... {cue_word}."
    for person in (Person(cue_word=typed), Person({"cue_word": typed})):
        assert lines(text, person)[-1] == f"{typed}."
        assert lines("# A\nHere is your word, {cue_word}.", person)[-1] == f"Here is your word, {typed}."
    capital = typed[0].upper() + typed[1:]
    assert lines("# A\n{cue_word}. And once more.", Person(cue_word=typed))[0] == f"{capital}."
