"""The mark on a scale, and the wording that never varies."""

import pytest

from relaxapp.journal.entry import Entry, Obstacle
from relaxapp.practice import questions
from relaxapp.practice.questions import Choices, Mark, OpenLine


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ("", None),
        ("5", 5),
        ("0", 0),
        ("10", 10),
        ("1", 1),
        ("100", 0),
        ("15", 5),
        ("110", 10),
        ("50", 0),
        ("310", 10),
    ],
)
def test_digits_move_the_mark_and_one_then_nought_is_ten(keys: str, value: int | None) -> None:
    mark = Mark()
    for key in keys:
        mark = mark.typed(key)
    assert mark.value == value


def test_a_nought_after_an_arrow_is_nought() -> None:
    assert Mark().typed("1").moved(0).typed("0").value == 0


@pytest.mark.parametrize(
    ("start", "by", "value"), [(None, 1, 5), (None, -1, 5), (10, 1, 10), (0, -1, 0), (4, 1, 5)]
)
def test_arrows_move_the_mark_within_the_scale(start: int | None, by: int, value: int) -> None:
    assert Mark(start).moved(by).value == value


def test_a_cleared_mark_is_no_mark() -> None:
    assert Mark().typed("7").cleared() == Mark()


def test_pain_and_tension_are_asked_in_the_same_words_before_and_after() -> None:
    before, after = questions.before(), questions.after(asleep=False)
    first, then = (
        [(each.text, each.lowest, each.highest) for each in asked if isinstance(each, questions.Scale)]
        for asked in (before, after[:2])
    )
    assert first == then
    assert len(first) == 2


def test_every_question_fills_fields_that_an_entry_has() -> None:
    fields = set(Entry.__dataclass_fields__)
    for asked in (*questions.before(), *questions.after(asleep=False)):
        assert asked.field in fields
        read_out = getattr(asked, "read_out_field", "")
        assert not read_out or read_out in fields


@pytest.mark.parametrize("asleep", [True, False])
def test_falling_asleep_is_an_obstacle_only_where_sleep_was_not_chosen(asleep: bool) -> None:
    (choices,) = [each for each in questions.after(asleep=asleep) if isinstance(each, Choices)]
    assert (Obstacle.FELL_ASLEEP in dict(choices.options)) is not asleep


def test_every_obstacle_has_words() -> None:
    assert {each for each, _words in questions.obstacle_words()} == set(Obstacle)


def test_a_line_to_write_is_the_private_note_and_is_asked_first() -> None:
    asked = questions.after(asleep=False, write="What is your first step?")
    first = asked[0]
    assert isinstance(first, OpenLine)
    assert (first.field, first.text, first.read_out_field) == ("note", "What is your first step?", "")
    assert "Private" in first.hint
    assert [each.field for each in asked].count("note") == 1
    assert [each.field for each in asked[1:]] == [each.field for each in questions.after(asleep=False)[:-1]]
