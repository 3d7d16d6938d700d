"""How the exercise of a room is made: ready answers, chosen areas, an opening, a length or a time of day."""

from datetime import UTC, datetime, timedelta

import pytest

from relaxapp import locations
from relaxapp.errors import RelaxError
from relaxapp.library.library import Library
from relaxapp.practice.room import RoomChoices, order, person, ready_answers, usual_choices
from relaxapp.practice.room_length import another_length, length_of
from relaxapp.timing.estimate import at_rate
from relaxapp.timing.fit import fit
from relaxapp.words.personalise import personalise
from relaxapp.words.reading import Reading
from relaxapp.words.script import Say, Script, Tense

NOON = datetime(2026, 11, 24, 10, 31, 30, tzinfo=UTC)
LIBRARY = Library(locations.shipped_scripts(), locations.shipped_scripts() / "nowhere")
SCRIPTS = LIBRARY.all()


def reading(script: Script, choices: RoomChoices) -> Reading:
    made = order(script, choices, LIBRARY.lexicon(), NOON)
    return personalise(made.script, made.person, made.minutes, LIBRARY.lexicon())


def said(made: Reading) -> list[str]:
    return [step.text for passage in made.passages for step in passage.steps if isinstance(step, Say)]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.id)
def test_every_practice_can_be_led_and_opens_with_the_choice_to_let_go_by(script: Script) -> None:
    made = reading(script, usual_choices(script))
    assert "let go by" in said(made)[0]
    assert "Eyes open or eyes closed" in said(made)[1]
    assert not any(isinstance(step, Tense) for passage in made.passages for step in passage.steps)
    for words_per_minute in (100, 150):
        fit(made, at_rate(words_per_minute), made.minutes * 60)


def test_what_is_left_out_is_left_out_of_the_opening_too() -> None:
    made = reading(LIBRARY.find("muscle-relaxation"), RoomChoices(leave_out=frozenset({"eyes", "left arm"})))
    assert not any("eye" in words.lower() or "left arm" in words.lower() for words in said(made))


def test_tensing_is_there_for_a_room_that_wants_it() -> None:
    made = reading(LIBRARY.find("muscle-relaxation"), RoomChoices(tensing=True))
    assert any(isinstance(step, Tense) for passage in made.passages for step in passage.steps)


def test_a_room_is_nobody_in_particular() -> None:
    nobody = person(RoomChoices())
    assert (nobody.answers, nobody.leave_out, nobody.avoid, nobody.cue_word) == ({}, frozenset(), (), "")
    assert "place" in ready_answers(LIBRARY.find("a-place-of-your-own"))
    pain = [q.name for q in LIBRARY.find("easing-pain").questions if q.about_pain]
    assert not set(pain) & set(ready_answers(LIBRARY.find("easing-pain")))


@pytest.mark.parametrize(
    ("words", "minutes", "until"),
    [
        ("12", 12, None),
        ("12 min", 12, None),
        ("10:45", 13.5, "10:45"),
        ("until 10.45", 13.5, "10:45"),
        ("10h45", 13.5, "10:45"),
    ],
)
def test_a_length_is_told_in_minutes_or_as_a_time(words: str, minutes: float, until: str | None) -> None:
    found, end = length_of(words, LIBRARY.find("muscle-relaxation"), NOON)
    assert found == minutes
    assert (f"{end:%H:%M}" if end else None) == until


@pytest.mark.parametrize("words", ["", "soon", "25:70", "3", "10:20", "10:33", "11:50", "99"])
def test_a_length_that_cannot_be_is_told_in_one_sentence_with_what_to_do(words: str) -> None:
    with pytest.raises(RelaxError) as told:
        length_of(words, LIBRARY.find("muscle-relaxation"), NOON)
    assert told.value.message
    assert told.value.hint


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("4", "Muscle relaxation lasts from 5 to 20 minutes; that would be 4."),
        ("10:36", "Muscle relaxation lasts from 5 to 20 minutes; until 10:36 there are 4 min 30 s."),
        ("10:32", "Muscle relaxation lasts from 5 to 20 minutes; until 10:32 there are 30 s."),
    ],
)
def test_what_is_too_short_or_too_long_is_told_as_it_is(words: str, told: str) -> None:
    with pytest.raises(RelaxError) as error:
        length_of(words, LIBRARY.find("muscle-relaxation"), NOON)
    assert error.value.message == told


def test_a_time_just_after_midnight_is_still_to_come() -> None:
    late = NOON.replace(hour=23, minute=55)
    assert length_of("0:05", LIBRARY.find("muscle-relaxation"), late) == (
        9.5,
        late.replace(hour=0, minute=5, second=0) + timedelta(days=1),
    )


def test_until_is_counted_from_the_moment_it_begins() -> None:
    script = LIBRARY.find("muscle-relaxation")
    choices = RoomChoices(minutes=13.5, until=NOON.replace(minute=45, second=0))
    begins = NOON + timedelta(minutes=3)
    assert order(script, choices, LIBRARY.lexicon(), begins).minutes == 10.5
    too_late = NOON + timedelta(minutes=12)
    assert order(script, choices, LIBRARY.lexicon(), too_late).minutes == script.lengths[0]


def test_a_minute_more_or_less_stays_within_what_is_offered() -> None:
    script = LIBRARY.find("muscle-relaxation")
    assert another_length(script, 10, 1) == 11
    assert another_length(script, script.lengths[-1], 1) == script.lengths[-1]
    assert another_length(script, script.lengths[0], -1) == script.lengths[0]
