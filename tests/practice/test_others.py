"""When what is avoided takes the heart of a practice away, two others are named that can be done."""

from relaxapp.errors import PromiseError
from relaxapp.practice.others import others, with_others
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from tests.words.english import english, library


def test_two_others_are_named_that_this_person_can_do() -> None:
    person = Person(avoid=("sighing", "breathe"))
    script = library().find("sighing")
    found = others(script, library().all(), person, english())
    assert len(found) == 2
    assert script not in found
    for other in found:
        personalise(other, person, other.lengths[0], english())
    error = with_others(PromiseError("Nothing remains.", "Choose another."), found)
    assert all(other.title in error.hint for other in found)


def test_those_of_the_same_kind_come_first() -> None:
    script = library().find("paced-breathing")
    found = others(script, library().all(), Person(), english())
    assert all(other.technique is script.technique for other in found)


def test_where_there_is_none_the_error_stays_as_it_was() -> None:
    error = PromiseError("Nothing remains.", "Choose another.")
    assert with_others(error, ()) is error
