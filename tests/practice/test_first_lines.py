"""What may begin without a question is ready to speak before it is asked for."""

from relaxapp.practice.first_lines import AT_ONCE, LINES, first_lines
from relaxapp.timing.unvoiced import estimated_plan
from relaxapp.words.person import Person
from tests.words.english import english, library


def test_the_first_lines_of_each_are_told_in_order() -> None:
    practices = [(library().find(name), float(minutes)) for name, minutes in AT_ONCE]
    assert [say.text for say in first_lines(practices, Person(), english())] == [
        line.text
        for script, minutes in practices
        for line in estimated_plan(script, minutes, english(), Person()).says()[:LINES]
    ]


def test_a_practice_that_cannot_be_is_told_of_only_when_it_begins() -> None:
    nobody = Person(leave_out=frozenset({"body"}))
    assert first_lines([(library().find("muscle-relaxation"), 5)], nobody, english()) == ()
