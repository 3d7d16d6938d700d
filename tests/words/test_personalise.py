"""From a script to what one person hears: their words fit the sentence, and their promises are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.errors import PromiseError
from relaxapp.words.person import Person
from relaxapp.words.promises import Promises
from relaxapp.words.script import Breathe, Pattern, Say, Sound
from tests.words.english import english, lines, reading, script, spoken


def answered(**answers: str) -> Person:
    return Person(answers)


@pytest.mark.parametrize(
    ("text", "answer", "expected"),
    [
        ("Bring to mind {place}.", "", "Bring to mind a quiet place."),
        ("Bring to mind {place}.", "the sea", "Bring to mind the sea."),
        ("{place} is here.", "a garden", "A garden is here."),
        ("Bring to mind {place}.", "my gran's kitchen.", "Bring to mind your gran's kitchen."),
        ("Bring to mind {place}.", "A garden", "Bring to mind a garden."),
        ("Bring to mind {place}.", "Paris", "Bring to mind Paris."),
        ("Bring to mind {place}.", "  a   warm\troom  ", "Bring to mind a warm room."),
        ("Bring to mind {place}.", "[pause 600]", "Bring to mind [pause 600]."),
        ("Bring to mind {place}.", "{touch} and {place}", "Bring to mind {touch} and {place}."),
        ("Bring to mind {place}.", "a “café”", "Bring to mind a “café”."),
    ],
)
def test_answers_fit_the_sentence(text: str, answer: str, expected: str) -> None:
    assert lines(f"# A {{heart}}\n{text}", answered(place=answer))[0] == expected


def test_what_was_left_empty_takes_its_sentence_along() -> None:
    body = "# A\n[if touch] Notice {touch}.\n[or] Notice what there is.\n\nStay."
    assert lines(body, answered(touch="warm sand")) == ["Notice warm sand.", "Stay."]
    assert lines(body) == ["Notice what there is.", "Stay."]


def test_lines_that_speak_an_answer_are_private() -> None:
    made = reading("# A\nBring to mind {place}. Stay.", answered(place="the shed"))
    says = [step for step in made.passages[0].steps if isinstance(step, Say)]
    assert [say.private for say in says] == [True, False]
    assert [say.answers for say in says] == [("place",), ()]


LIMBS = """# Hands {area: hands}
[tense 6] Make loose fists.
[release 30] Let your hands go.
[or] {area: left hand} [release 30] Let your left hand go.
[or] {area: right hand} [release 30] Let your right hand go.

# End
Rest. Stay as you are.
"""


@pytest.mark.parametrize(
    ("leave_out", "expected"),
    [
        ([], ["Make loose fists.", "Let your hands go.", "Rest."]),
        (["right hand"], ["Let your left hand go.", "Rest."]),
        (["left arm"], ["Let your right hand go.", "Rest."]),
        (["hands"], ["Rest."]),
        (["jaw"], ["Make loose fists.", "Let your hands go.", "Rest."]),
    ],
)
def test_the_first_alternative_that_is_allowed_is_spoken(leave_out: list[str], expected: list[str]) -> None:
    said = lines(LIMBS, Person(leave_out=frozenset(leave_out)))
    assert said[:-1] == expected


def test_tensing_and_its_words_vanish_where_one_only_lets_go() -> None:
    body = "# A {area: hands}\n[tense 6] Make loose fists.\n\n[release 30] Let your hands go.\n\n# B\nRest."
    assert lines(body, Person(release_only=frozenset({"body"}))) == ["Let your hands go.", "Rest."]
    assert lines(body, Person(release_only=frozenset({"jaw"}))) == [
        "Make loose fists.",
        "Let your hands go.",
        "Rest.",
    ]


@pytest.mark.parametrize(
    ("avoid", "expected"),
    [
        (("wave",), ["Look around.", "Rest."]),
        (("water",), ["Look around.", "Rest."]),
        (("look", "waves"), ["Rest."]),
        (("aroun",), ["Watch the waves.", "Rest."]),
    ],
)
def test_an_avoided_word_takes_the_alternative_or_goes(avoid: tuple[str, ...], expected: list[str]) -> None:
    assert lines("# A\nWatch the waves.\n[or] Look around.\n\nRest.", Person(avoid=avoid)) == expected


def test_without_its_heart_a_practice_says_so_and_is_not_begun() -> None:
    with pytest.raises(PromiseError) as raised:
        reading("# The sea {heart}\nWatch the waves.\n\n# End\nRest.", Person(avoid=("water",)))
    assert "water" in str(raised.value)


@pytest.mark.parametrize("avoid", ["counting", "three"])
def test_who_avoids_counting_is_not_counted_to(avoid: str) -> None:
    body = "# A\nHere it goes. [count 1 to 3 every 4]\n[or] Slowly, now.\n\nRest."
    assert lines(body) == ["Here it goes.", "One", "Two", "Three", "Rest."]
    assert lines(body, Person(avoid=(avoid,))) == ["Slowly, now.", "Rest."]


def test_the_ending_is_alert_or_asleep() -> None:
    body = "# A\nRest.\n\n[if alert] Come back.\n\n[if asleep] Sleep well."
    assert lines(body) == ["Rest.", "Come back."]
    assert lines(body, Person(asleep=True)) == ["Rest.", "Sleep well."]


def test_the_breath_is_the_persons_own() -> None:
    def breathe(text: str, person: Person) -> Breathe:
        [found] = [s for s in reading(f"# A\n{text}", person).passages[0].steps if isinstance(s, Breathe)]
        return found

    slowing = "[breathe own to 6 per min for 2 min]"
    assert breathe(slowing, Person()).start_rate == 10
    assert breathe(slowing, Person(breath_rate=14)).start_rate == 14
    slow = breathe(slowing, Person(breath_rate=5))
    assert (slow.start_rate, slow.end_rate) == (5, 5)
    own = Pattern(3, 1, 5, 0)
    assert breathe("[breathe own pattern for 2 min]", Person(pattern=own)).pattern == own


WORDS = st.text(
    st.characters(categories=["L", "N", "P", "Zs", "So"], include_characters="{}[]#\n"), max_size=60
)


@given(WORDS)
def test_any_answer_is_spoken_as_text_or_not_at_all(answer: str) -> None:
    made = reading("# A\nBring to mind {place}. [pause 4]\n\nRest.", answered(place=answer))
    said = spoken(made)
    assert said[-1] == "Rest."
    assert len(made.passages) == 1
    assert not any("{place}" in line for line in said) or "{place}" in answer


@given(
    st.lists(
        st.sampled_from(["waves", "sea", "hand", "jaw", "sand", "kitchen", "Sea-side", "water"]), max_size=3
    )
)
def test_an_answer_never_breaks_the_persons_own_promises(avoid: list[str]) -> None:
    person = Person(
        {"place": "the sea side, with waves and sand"}, avoid=tuple(avoid), leave_out=frozenset({"jaw"})
    )
    promises = Promises(person, english())
    for line in lines("# A {heart}\nRest.\n\n# B\nBring to mind {place}. Let it be.", person):
        assert promises.breach(line) is None
    assert script("# A\nHi.").id == "test"


def test_a_bell_is_not_rung_for_who_avoids_bells() -> None:
    body = "# A\n[sound bell] Here you are.\n\n[sound bell]\n"
    (passage,) = reading(body).passages
    assert [step for step in passage.steps if isinstance(step, Sound)] == [Sound("bell")] * 2
    (passage,) = reading(body, Person(avoid=("bells",))).passages
    assert not [step for step in passage.steps if isinstance(step, Sound)]
    assert [step.text for step in passage.steps if isinstance(step, Say)] == ["Here you are."]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("A dog runs. It barks. The path goes on.", ["The path goes on."]),
        ("A dog runs. It barks. They play. Stay a while.", ["Stay a while."]),
        ("Walk with the dog, or alone. Both are good. [pause 4-9]", []),
        ("The path goes on. It bends. A dog runs. It barks.", ["The path goes on.", "It bends."]),
        ("A path bends. It has a dog. It goes on.", ["A path bends.", "It goes on."]),
        ("A path bends. It has a dog. Both go on. Then wait.", ["A path bends.", "Then wait."]),
        ("A dog runs. Itching is rare. Then wait.", ["Itching is rare.", "Then wait."]),
        ("[breathe 4-6 for 1 min] A dog runs. It barks. Small is enough.", ["Small is enough."]),
        ("A dog runs. It may pull. It may hurt, so stop.", ["It may hurt, so stop."]),
        ("A dog runs. This is yours. Then open your eyes.", ["This is yours.", "Then open your eyes."]),
        ("A dog runs. Or stop here, if you like.", ["Or stop here, if you like."]),
    ],
)
def test_what_leans_on_a_line_that_was_left_out_goes_with_it(words: str, left: list[str]) -> None:
    assert lines(f"# A\nYou can stop.\n\n{words}", Person(avoid=("dog",)))[1:] == left


def test_what_leans_on_a_line_that_was_left_out_makes_room_for_another_way_to_say_it() -> None:
    words = "# A\nYou can stop.\n\nA dog runs. It barks.\n[or] A bird sings."
    assert lines(words, Person(avoid=("dog",))) == ["You can stop.", "A bird sings."]
    assert lines(words, Person(avoid=("dog", "bird"))) == ["You can stop."]
