"""How loud the bed is, frame by frame: eased under words, faded at both ends, and never in a step."""

from itertools import pairwise

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.sound.envelope import DOWN, EASED, UP, Envelope
from relaxapp.timing.frames import RATE, frames

LENGTH = frames(40)
WORDS_FROM, FADE = frames(10), frames(3)


def gains(envelope: Envelope, start: int = 0, stop: int = LENGTH) -> npt.NDArray[np.float32]:
    """The gain of each frame, in one channel."""
    made = np.empty(stop - start, np.float32)
    for gain in envelope.gains(start, stop):
        value = gain.value
        made[gain.start - start : gain.stop - start] = value[:, 0] if isinstance(value, np.ndarray) else value
    return made


def with_a_gap(gap: int) -> Envelope:
    """Two words of a second, with so many frames between them."""
    first, second = (WORDS_FROM, WORDS_FROM + RATE), (WORDS_FROM + RATE + gap, WORDS_FROM + 2 * RATE + gap)
    return Envelope(LENGTH, [first, second], 0.5, FADE, FADE)


@given(st.integers(0, frames(6)))
def test_between_two_words_it_comes_back_as_far_as_there_is_time_and_in_no_step(gap: int) -> None:
    found = gains(with_a_gap(gap))
    between = found[WORDS_FROM : WORDS_FROM + 2 * RATE + gap]
    low, full = np.float32(0.5) * np.float32(EASED), np.float32(0.5)
    assert between[0] == between[-1] == between.min() == low
    assert (between.max() == full) == (gap >= UP + DOWN)
    rising, falling = (np.diff(between)[: np.argmax(between)], np.diff(between)[np.argmax(between) :])
    assert (rising >= 0).all()
    assert (falling <= 0).all()
    steepest = 1.5 * (full - low) / DOWN
    assert np.abs(np.diff(found)).max() <= max(steepest, 1.5 * full / FADE) * 1.1


@given(st.integers(1, frames(5)), st.lists(st.integers(0, LENGTH), max_size=6))
def test_it_is_the_same_in_pieces_of_any_size(gap: int, cuts: list[int]) -> None:
    envelope = with_a_gap(gap)
    edges = [0, *sorted(cuts), LENGTH]
    pieces = [gains(envelope, start, stop) for start, stop in pairwise(edges)]
    assert np.array_equal(np.concatenate(pieces), gains(envelope))
