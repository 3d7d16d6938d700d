"""The first muscle practice line by line: tense or only let go, and what to leave out."""

import pytest

from relaxapp.practice.plain import Talk
from relaxapp.practice.plain_muscles import MuscleChoices, ask_about_muscles


def talking(*answers: str | None) -> tuple[Talk, list[str]]:
    """A person who answers so, and what they are told."""
    waiting, told = list(answers), list[str]()
    return Talk(told.append, lambda _question: waiting.pop(0), lambda: None, lambda _seconds: None), told


@pytest.mark.parametrize(
    ("answers", "release_only", "leave_out"),
    [
        (("1", ""), set(), set()),
        (("2", ""), {"body"}, set()),
        (("", "yes", "1", "5"), set(), {"jaw"}),
        ((" 2 ", "10, 12"), {"body"}, {"left hand", "right hand"}),
        (("1", "99", "jaw", "5 5"), set(), {"jaw"}),
    ],
)
def test_what_is_chosen_is_what_is_kept(
    answers: tuple[str, ...], release_only: set[str], leave_out: set[str]
) -> None:
    talk, _told = talking(*answers)
    assert ask_about_muscles(talk) == MuscleChoices(frozenset(release_only), frozenset(leave_out))


def test_what_is_left_out_is_said_again() -> None:
    talk, told = talking("1", "5 10")
    ask_about_muscles(talk)
    assert told[-1].startswith("Left out: jaw, left hand.")


@pytest.mark.parametrize("answers", [(None,), ("1", None)])
def test_where_nobody_answers_nothing_is_chosen(answers: tuple[str | None, ...]) -> None:
    talk, _told = talking(*answers)
    assert ask_about_muscles(talk) is None
