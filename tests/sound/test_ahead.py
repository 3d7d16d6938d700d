"""Blocks made ahead: the same blocks, and no more of them than wanted."""

import threading
from collections.abc import Iterator

import numpy as np
import pytest

from relaxapp.sound.ahead import BLOCKS, done_ahead, made_ahead
from relaxapp.sound.clip import Samples


def block(number: int) -> Samples:
    return np.full((4, 2), number, np.int16)


def test_the_blocks_come_in_order_and_none_is_missing() -> None:
    assert [made[0, 0] for made in made_ahead(block(number) for number in range(20))] == list(range(20))


@pytest.mark.parametrize("count", [0, 1, BLOCKS])
def test_few_blocks(count: int) -> None:
    assert len(list(made_ahead(block(number) for number in range(count)))) == count


def test_what_goes_wrong_in_making_a_block_is_told_after_those_before() -> None:
    def failing() -> Iterator[Samples]:
        yield block(0)
        yield block(1)
        raise MemoryError

    got = []
    with pytest.raises(MemoryError):
        for made in made_ahead(failing()):
            got.append(made[0, 0])  # noqa: PERF401  what came before the error is what is asked
    assert got == [0, 1]


def test_not_many_more_are_made_than_asked_for() -> None:
    made = []

    def counting() -> Iterator[Samples]:
        for number in range(100):
            made.append(number)
            yield block(number)

    ahead = made_ahead(counting())
    next(ahead)
    ahead.close()  # type: ignore[attr-defined]
    assert len(made) <= 1 + BLOCKS


def test_closed_early_nothing_more_is_begun() -> None:
    begun = []
    goes_on = threading.Event()

    def work(number: int) -> None:
        begun.append(number)
        if number:
            goes_on.wait(10)

    ahead = done_ahead(work, range(100), threads=1, most=20)
    next(ahead)
    threading.Timer(0.1, goes_on.set).start()
    ahead.close()
    assert len(begun) <= 2
