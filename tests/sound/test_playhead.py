"""The position heard lies a device's delay behind what was copied, and moves smoothly between two calls."""

import pytest

from relaxapp.sound.playhead import Playhead
from relaxapp.timing.frames import RATE

BLOCK = 2_400
DELAY = 0.2


def called(read: list[int], delay: float = DELAY) -> Playhead:
    """A playhead after calls of one block each, 50 ms apart from time 0 on, that copied so many frames."""
    playhead = Playhead(0)
    at = 0
    for count, frames in enumerate(read):
        start = count * BLOCK
        playhead.note(start, at, frames, start, start / RATE, delay)
        at += frames
    return playhead


def test_nothing_is_heard_before_the_first_call() -> None:
    playhead = Playhead(123)
    assert playhead.heard(99.0) == 123
    assert playhead.surely_heard == 123
    assert playhead.last_call is None


@pytest.mark.parametrize(
    ("now", "heard"),
    [(0.45, 0.25), (0.46, 0.26), (0.4995, 0.2995), (0.6, 0.4), (0.7, 0.5), (9.0, 0.5), (0.0, 0.0)],
)
def test_the_ear_is_a_delay_behind_and_never_beyond_what_was_copied(now: float, heard: float) -> None:
    assert called([BLOCK] * 10).heard(now) / RATE == pytest.approx(heard)


def test_it_never_goes_back() -> None:
    playhead = called([BLOCK] * 10)
    assert playhead.heard(0.6) == playhead.heard(0.5) == 0.4 * RATE


def test_silence_holds_the_position_when_it_reaches_the_ear() -> None:
    paused = called([BLOCK] * 4 + [0] * 6)  # copying stopped at 0.2 s
    assert paused.heard(0.3) == 0.1 * RATE
    assert paused.heard(0.4) == 0.2 * RATE
    assert paused.heard(0.6) == 0.2 * RATE


def test_silence_within_a_call_counts_only_what_was_copied() -> None:
    assert called([BLOCK] * 9 + [100]).heard(0.69) == 9 * BLOCK + 100


def test_lead_silence_within_a_call_delays_the_position() -> None:
    playhead = Playhead(0)
    playhead.note(2_000, 0, 400, 0, 0.0, 0.0)
    assert playhead.heard(2_000 / RATE) == 0
    assert playhead.heard(2_100 / RATE) == 100


def test_what_was_surely_heard_does_not_count_what_the_device_still_held() -> None:
    playhead = called([BLOCK] * 10)
    playhead.heard(9.0)
    assert playhead.surely_heard == pytest.approx(0.25 * RATE)
    assert playhead.last_call == pytest.approx(0.45)


def test_it_forgets_calls_long_past_and_goes_on() -> None:
    count = 2_000
    assert called([BLOCK] * count).heard((count * BLOCK - 600) / RATE) == count * BLOCK - 600 - DELAY * RATE
