"""A practice is made one's own question by question, on a screen or line by line."""

from collections.abc import Sequence

import pytest

from relaxapp.practice.personal import asked_to_write
from relaxapp.practice.personal_questions import PersonalQuestions, in_words, questions_for
from relaxapp.practice.plain import Talk
from relaxapp.practice.plain_personal import ask_personal, offer
from relaxapp.words.person import Person
from relaxapp.words.script import Say, Script
from tests.words.english import english, library, script

HEAD = """---
title: A test
technique: visualization
lengths: [5]
ask:
  place: {question: "Where do you feel at ease?", suggestions: [a lake, a garden], default: a quiet place}
  sound: {question: "What do you hear there?", suggestions: [rain, birds], optional: true}
  skin: {question: "What do you feel on your skin?", optional: true}
---
"""
BODY = "# A {heart}\nBring to mind {place}.\n\n[if sound] Hear {sound}.\n\n[if skin] Feel {skin}.\n\nRest.\n"


class Someone:
    """A person whose answers are kept."""

    def __init__(self, avoid: tuple[str, ...] = (), made: Script | None = None) -> None:
        self.answers: dict[str, str] = {}
        self.avoid = avoid
        made = made or script(BODY, HEAD)
        questions = questions_for(made, self.person(), english())
        self.asked = PersonalQuestions(made, questions, self.person, self.keep, english())

    def person(self) -> Person:
        return Person({name: answer for name, answer in self.answers.items() if answer}, avoid=self.avoid)

    def keep(self, name: str, answer: str) -> None:
        self.answers[name] = answer


class Lines:
    """A terminal on which lines are typed one after another."""

    def __init__(self, *typed: str) -> None:
        self.typed = list(typed)
        self.told: list[str] = []
        self.heard: list[str] = []
        self.meanwhile = ""
        self.talk = Talk(self.told.append, self._ask, lambda: None, lambda _seconds: None)

    def _ask(self, question: str) -> str | None:
        self.told.append(question)
        return self.typed.pop(0) if self.typed else None

    def hear(self, sentence: Sequence[Say]) -> str:
        self.heard.append(in_words(sentence))
        return self.meanwhile


def test_answers_are_kept_one_by_one_by_number_or_in_own_words() -> None:
    someone, lines = Someone(), Lines("2", "a “brook”, {x} 🐧.", "")
    ask_personal(someone.asked, lines.talk, lines.hear)
    assert someone.answers == {"place": "a garden", "sound": "a “brook”, {x} 🐧."}
    assert "It will be said so: Bring to mind a garden." in lines.told
    assert "It will be said so: Hear a “brook”, {x} 🐧." in lines.told
    assert "1 of 3: Where do you feel at ease?" in lines.told


def test_back_skip_open_and_the_end_are_always_there() -> None:
    someone, lines = Someone(), Lines("a shed", "b", "0", "", "b", "Rome", "b", "b", "b", "Q")
    ask_personal(someone.asked, lines.talk, lines.hear)
    assert someone.answers == {"place": "", "sound": "Rome"}
    assert not lines.typed
    assert "Now it is: a shed" in lines.told


def test_who_says_that_there_is_none_has_no_answer_kept_and_none_said() -> None:
    someone, lines = Someone(), Lines("a shed", "h Nothing.", "Nothing.", "don't know")
    ask_personal(someone.asked, lines.talk, lines.hear)
    assert someone.answers == {"place": "a shed", "sound": "", "skin": ""}
    assert lines.told.count("This counts as no answer.") == 1
    assert not [told for told in lines.told if "Nothing" in told or "don't know" in told]


def test_a_sentence_can_be_heard_before_it_is_kept() -> None:
    someone, lines = Someone(), Lines("h", "h 2", "H my boat", "my boat", "b", "h", "q")
    ask_personal(someone.asked, lines.talk, lines.hear)
    assert lines.heard == [
        "Bring to mind a garden.",
        "Bring to mind your boat.",
        "Bring to mind your boat.",
    ]
    assert someone.answers == {"place": "my boat"}


def test_what_is_typed_while_a_sentence_is_heard_is_not_lost() -> None:
    someone, lines = Someone(), Lines("h 1", "q")
    lines.meanwhile = "my own lake"
    ask_personal(someone.asked, lines.talk, lines.hear)
    assert someone.answers == {"place": "my own lake"}


def test_an_answer_that_breaks_a_promise_is_questioned_and_not_offered() -> None:
    someone, lines = Someone(avoid=("water",)), Lines("the sea", "h the sea", "1", "", "")
    ask_personal(someone.asked, lines.talk, lines.hear)
    reason = "'sea' belongs to 'water', which you asked not to hear of. So this answer would not be spoken."
    assert lines.told.count(reason) == 2
    assert lines.heard == []
    assert someone.answers == {"place": "a garden"}
    assert someone.asked.where.endswith(" of 3")


def test_a_question_that_speaks_of_what_is_avoided_is_not_asked() -> None:
    names = [each.name for each in questions_for(script(BODY, HEAD), Person(avoid=("touch",)), english())]
    assert names == ["place", "sound"]


def test_where_nobody_answers_nothing_is_kept() -> None:
    someone, lines = Someone(), Lines()
    ask_personal(someone.asked, lines.talk, lines.hear)
    assert someone.answers == {}


def test_before_it_begins_it_can_be_made_ones_own_and_read() -> None:
    lines = Lines("w", "P", "")
    done: list[str] = []
    offer(lines.talk, lambda: "all the words", lambda: done.append("asked"))
    assert "all the words" in lines.told
    assert done == ["asked"]


def test_a_shipped_place_takes_words_of_any_kind() -> None:
    someone = Someone(made=library().find("a-place-of-your-own"))
    lines = Lines('my gran\'s "café" {area: hands} [pause 99]. 🐧', "q")
    ask_personal(someone.asked, lines.talk, lines.hear)
    assert any(told.endswith('your gran\'s "café" {area: hands} [pause 99] 🐧.') for told in lines.told), (
        lines.told
    )


@pytest.mark.parametrize(
    "person",
    [Person(avoid=("hold",)), Person(avoid=("touch",)), Person(leave_out=frozenset({"hands"}))],
    ids=["own word", "theme", "area"],
)
def test_what_is_asked_about_a_line_to_write_keeps_the_promises(person: Person) -> None:
    head = HEAD.replace(
        "lengths: [5]", 'lengths: [5]\nwrite: "What holds you, and what does your hand rest on?"'
    )
    made = script(BODY, head)
    assert asked_to_write(made, Person(), english()) == made.write != ""
    assert asked_to_write(made, person, english()) == ""
