"""A gain gets where it should, in the frames it was given, without a step."""

import numpy as np
import pytest

from relaxapp.sound.clip import Block
from relaxapp.sound.ramp import Ramp


def applied(ramp: Ramp, *lengths: int) -> Block:
    """The gains that blocks of these lengths see, one after the other."""
    seen = []
    for length in lengths:
        block = np.ones((length, 2), np.float32)
        ramp.heed()
        ramp.apply(block)
        assert np.array_equal(block[:, 0], block[:, 1])
        seen.append(block[:, 0])
    return np.concatenate(seen)


def test_it_stays_where_it_is_until_told() -> None:
    assert (applied(Ramp(0.25, 8), 8, 3) == 0.25).all()


@pytest.mark.parametrize("lengths", [(8, 8), (3, 5, 8), (1,) * 16, (5, 8, 3)])
def test_it_rises_evenly_and_stays_there(lengths: tuple[int, ...]) -> None:
    ramp = Ramp(0.0, 8)
    ramp.to(1.0, 10)
    assert applied(ramp, *lengths) == pytest.approx([*np.arange(1, 11) / 10, *[1] * 6])


def test_it_leaves_full_volume_bit_for_bit() -> None:
    ramp = Ramp(0.0, 8)
    ramp.to(1.0, 3)
    applied(ramp, 8)
    block = np.random.default_rng(1).random((8, 2), np.float32)
    before = block.copy()
    ramp.apply(block)
    assert np.array_equal(block, before)


def test_it_is_at_zero_exactly() -> None:
    ramp = Ramp(1.0, 8)
    ramp.to(0.0, 7)
    assert not ramp.silent
    assert (applied(ramp, 8, 8)[6:] == 0).all()
    assert ramp.silent


def test_a_new_goal_starts_from_where_it_stands() -> None:
    ramp = Ramp(0.0, 8)
    ramp.to(1.0, 10)
    applied(ramp, 5)
    ramp.to(0.0, 5)
    assert applied(ramp, 8) == pytest.approx([0.4, 0.3, 0.2, 0.1, 0, 0, 0, 0])


def test_no_frames_means_at_once() -> None:
    ramp = Ramp(0.0, 8)
    ramp.to(0.5, 0)
    assert (applied(ramp, 4) == 0.5).all()


def test_arriving_ends_the_way() -> None:
    ramp = Ramp(1.0, 8)
    ramp.to(0.0, 100)
    applied(ramp, 8)
    ramp.arrive()
    assert ramp.silent
    assert ramp.left == 0


def test_it_rests_only_when_silent_and_nothing_new_is_wanted() -> None:
    ramp = Ramp(0.0, 8)
    assert ramp.resting
    ramp.to(1.0, 0)
    assert ramp.silent
    assert not ramp.resting
    ramp.heed()
    assert not ramp.resting
    ramp.to(0.0, 4)
    ramp.heed()
    assert ramp.falling_silent
    applied(ramp, 4)
    assert ramp.resting
