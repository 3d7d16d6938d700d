"""Own words fit the sentence wherever the blank stands, and are never read as anything but words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.words.blanks import Filling, cleaned, fill
from relaxapp.words.person import Person
from tests.words.english import english, lines

FITTED = {
    "Bring to mind {x}.": [
        ("the sea.", "Bring to mind the sea."),
        ("the sea!", "Bring to mind the sea!"),
        ("is it the sea?!", "Bring to mind is it the sea?"),
        ("“the shed.”", "Bring to mind “the shed”."),
        ('the "Blue Café."', 'Bring to mind the "Blue Café".'),
        ("the café. ☕", "Bring to mind the café ☕."),
        ("🐧 my igloo 🐧", "Bring to mind 🐧 your igloo 🐧."),
        ("the trees, the birds etc.", "Bring to mind the trees, the birds etc."),
        ("Washington D.C.", "Bring to mind Washington D.C."),
        ("the sea...", "Bring to mind the sea."),
        ("- the sea, ", "Bring to mind the sea."),
        ("my garden, where I sit with my dog", "Bring to mind your garden, where you sit with your dog."),
        ("the bench where I’m myself", "Bring to mind the bench where you're yourself."),
        ("the theatre, in “My Fair Lady”", "Bring to mind the theatre, in “My Fair Lady”."),
        ("a beach in the US", "Bring to mind a beach in the US."),
        ("MY GARDEN", "Bring to mind your garden."),
        ("NASA", "Bring to mind NASA."),
        ("in my garden", "Bring to mind your garden."),
        ("Gran's kitchen", "Bring to mind Gran's kitchen."),
        ("a boat (red)", "Bring to mind a boat (red)."),
        ("{x} and [pause 600] <!-- not a note -->", "Bring to mind {x} and [pause 600] <!-- not a note -->."),
    ],
    "{x} is near.": [
        ("the sea!", "The sea is near."),
        ("“the shed.”", "“The shed” is near."),
        ("émile", "Émile is near."),
        ("ßtraße", "Sstraße is near."),
        ("iPad", "iPad is near."),
        ("🐧 penguins", "🐧 Penguins is near."),
        ("8 ducks", "8 ducks is near."),
        ("my dog", "Your dog is near."),
        ("etc.", "Etc. is near."),
        ("İ", "İ is near."),
    ],
    "There is a {x} here.": [
        ("hour", "There is an hour here."),
        ("old chair", "There is an old chair here."),
        ("“old” chair", "There is an “old” chair here."),
        ("unicorn", "There is a unicorn here."),
        ("uninvited guest", "There is an uninvited guest here."),
        ("European flag", "There is a European flag here."),
        ("one-man band", "There is a one-man band here."),
        ("8-seat table", "There is an 8-seat table here."),
        ("11th cat", "There is an 11th cat here."),
        ("110 cats", "There is a 110 cats here."),
        ("MRI", "There is an MRI here."),
        ("UFO", "There is a UFO here."),
        ("X-ray", "There is an X-ray here."),
        ("U-turn", "There is a U-turn here."),
        ("écharpe", "There is an écharpe here."),
        ("the sea", "There is the sea here."),
        ("two dogs", "There is two dogs here."),
        ("My dog", "There is your dog here."),
    ],
    "Go to your {x} now": [("my garden", "Go to your garden now"), ("the garden", "Go to your garden now")],
    "An {x} is near.": [("bird", "A bird is near."), ("the bird", "The bird is near.")],
    "Stay in {x}, and rest.": [
        ("at the beach", "Stay at the beach, and rest."),
        ("in the shed!", "Stay in the shed, and rest."),
        ("a room", "Stay in a room, and rest."),
        ("by", "Stay in by, and rest."),
    ],
    "In {x}": [("at the beach", "At the beach"), ("Paris", "In Paris")],
    "Come back from {x}.": [("by the sea", "Come back from the sea."), ("from Rome", "Come back from Rome.")],
    "Be with {x}": [("with my cat", "Be with your cat"), ("my cat!", "Be with your cat!")],
    "Say to yourself: {x}.": [
        ("I am here", "Say to yourself: I am here."),
        ("my, oh my!", "Say to yourself: my, oh my!"),
    ],
    "Say “{x}”.": [("I'm safe.", "Say “I'm safe”.")],
    "It may be {x}... or not.": [("the sea.", "It may be the sea... or not.")],
}


@pytest.mark.parametrize(
    ("text", "answer", "expected"),
    [(text, answer, expected) for text, cases in FITTED.items() for answer, expected in cases],
)
def test_own_words_fit_where_they_stand(text: str, answer: str, expected: str) -> None:
    assert fill(text, {"x": Filling(answer, typed=True)}, english().grammar).text == expected


@pytest.mark.parametrize(
    "answer",
    [
        "{heart}",
        "{area: hands}",
        "{touch}",
        "[pause 600]",
        "[sound bell]",
        "[or] nothing",
        "# A heading",
        "<!-- gone",
        "}{",
        "][",
        "{{place}}",
        "a {place",
        "---",
        "{0}",
        "{place!r}",
        "%s",
        "\\1",
        "$x",
    ],
)
def test_what_is_typed_never_becomes_a_directive(answer: str) -> None:
    body = "# A {heart}\nBring to mind {place}. [pause 4]\n\n[if touch] Notice {touch}.\n\nRest."
    said = lines(body, Person({"place": f"a {answer} b", "touch": f"x {answer} y"}))
    assert said == [f"Bring to mind a {answer} b.", f"Notice x {answer} y.", "Rest."]


OWN = st.text(
    st.characters(categories=["L", "N", "P", "S", "Zs", "Mn"], include_characters="{}[]#\n.!?“”\"'"),
    max_size=60,
)
AROUND = st.sampled_from(list(FITTED))


@given(AROUND, OWN)
def test_any_words_leave_one_sentence_with_one_end(text: str, answer: str) -> None:
    answer = cleaned(answer)
    if not any(char.isalnum() for char in answer):
        return
    said = fill(text, {"x": Filling(answer, typed=True)}, english().grammar).text
    letters = [char for char in answer.casefold() if char.isalnum()]
    assert letters[-1] in said.casefold()
    if text.endswith("."):
        assert re.search(r"[.!?]\W*$", said)
        assert not said.endswith(("..", "!.", "?."))
    assert said == said.strip()


@given(AROUND, st.sampled_from(["the sea", "penguins", "a café", "Rome"]), st.text(" .,;:…!?", max_size=5))
def test_marks_at_the_end_of_an_answer_never_double(text: str, answer: str, marks: str) -> None:
    said = fill(text, {"x": Filling(answer + marks, typed=True)}, english().grammar).text
    plain = fill(text, {"x": Filling(answer, typed=True)}, english().grammar).text
    assert said.rstrip(".!?") == plain.rstrip(".!?")
    assert len(said) <= len(plain) + 1
