"""What a room is told first is what its facilitator is told of it."""

import pytest

from relaxapp.practice.room_words import opening_in_words, with_opening
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.script import Say
from tests.words.english import english, library


@pytest.mark.parametrize("leave_out", [(), ("eyes",), ("forehead", "eyes", "mid-face"), ("forehead",)])
def test_eyes_are_told_of_where_they_are_spoken_of(leave_out: tuple[str, ...]) -> None:
    person = Person(leave_out=frozenset(leave_out))
    reading = personalise(with_opening(library().find("settling")), person, 3, english())
    said = [step.text for step in reading.passages[0].steps if isinstance(step, Say)]
    assert len(said) == 2
    assert ("Eyes open" in said[1]) == ("Eyes open" in opening_in_words(leave_out))
    assert ("Look around" in said[1]) == ("look around" in opening_in_words(leave_out))
