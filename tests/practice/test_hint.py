"""A quiet hint follows what got in the way, and is never said twice in a row."""

import pytest

from relaxapp.journal.entry import Entry, Obstacle
from relaxapp.practice.hint import hint
from tests.ui.conftest import NOON

TIME, HURT, FLARE, UPSET = Obstacle.NO_TIME, Obstacle.HURT, Obstacle.FLARE_UP, Obstacle.UPSET


def entries(*newest_first: Obstacle | None) -> list[Entry]:
    return [
        Entry(str(at), NOON, 0, obstacles=(each,) if each else ()) for at, each in enumerate(newest_first)
    ]


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ([], ""),
        ([None, None], ""),
        ([TIME], ""),
        ([TIME, None, TIME], "two minutes"),
        ([None, TIME, TIME], ""),
        ([HURT], "only letting go"),
        ([FLARE], "only letting go"),
        ([HURT, HURT], ""),
        ([HURT, None, HURT], "only letting go"),
        ([UPSET], ""),
        ([UPSET, UPSET], "Tell your facilitator; this happens and is no failure."),
        ([UPSET, UPSET, UPSET], ""),
    ],
)
def test_hints(before: list[Obstacle | None], told: str) -> None:
    found = hint(entries(*before))
    assert told in found
    assert bool(found) is bool(told)
