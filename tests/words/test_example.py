"""The sentence that speaks an answer is found, whole, and as the person would hear it."""

import pytest

from relaxapp.words.example import sentence_with
from relaxapp.words.person import Person
from tests.words.english import english, library, script

BODY = """# A {heart}
Rest.

Now let it come to mind... {place}. Stay.

{from 10 min} [if touch] Notice {touch}.

[if pain] Something is there. It may change.

# {place}
And so on.
"""


def heard(blank: str, answer: str, person: Person | None = None) -> list[str]:
    found = sentence_with(script(BODY), blank, answer, person or Person(), english())
    return [say.text for say in found]


def test_a_sentence_is_heard_whole_with_every_phrase() -> None:
    assert heard("place", "My garden.") == ["Now let it come to mind…", "your garden."]


def test_a_sentence_of_a_longer_form_is_found() -> None:
    assert heard("touch", "{place}!") == ["Notice {place}!"]


def test_an_answer_that_is_only_asked_for_is_heard_in_what_it_brings() -> None:
    assert heard("pain", "a fog") == ["Something is there."]


def test_nothing_is_heard_where_a_promise_takes_the_sentence() -> None:
    assert heard("touch", "my hand", Person(leave_out=frozenset({"hands"}))) == []
    assert heard("touch", "warm sand", Person(avoid=("notice",))) == []
    assert heard("nothing", "x") == []


def test_it_speaks_the_answer_and_is_private() -> None:
    found = sentence_with(script(BODY), "place", "a shed", Person(), english())
    assert [say.private for say in found] == [False, True]


@pytest.mark.parametrize("name", [name for name in library().names() if library().find(name).questions])
def test_every_question_of_a_shipped_practice_can_be_heard(name: str) -> None:
    practice = library().find(name)
    answers = {each.name: (*each.suggestions, "a lamp")[0] for each in practice.questions}
    for blank, answer in answers.items():
        assert sentence_with(practice, blank, answer, Person(answers), english()), blank
