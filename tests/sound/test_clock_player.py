"""The silent player's position is exact at invented times."""

from dataclasses import dataclass

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from relaxapp.sound.clip import Block
from relaxapp.sound.clock_player import ClockPlayer
from relaxapp.sound.player import RAMPS, Player
from relaxapp.timing.frames import RATE


@dataclass(frozen=True)
class Silence:
    """A source of a given length."""

    frames: int

    def render_stems(self, start: int, frames: int) -> tuple[Block, Block]:  # noqa: ARG002
        block = np.zeros((frames, 2), np.float32)
        return block, block


class Time:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += seconds


def playing(seconds: float = 10, start: float = 0) -> tuple[ClockPlayer, Time]:
    time = Time()
    player = ClockPlayer(time)
    player.play(Silence(round(seconds * RATE)), round(start * RATE))
    return player, time


def at(player: Player) -> tuple[float, float]:
    """Position and all that was heard, in seconds."""
    return player.heard / RATE, player.heard_in_all / RATE


def test_it_stands_at_nothing_before_play() -> None:
    time = Time()
    player = ClockPlayer(time)
    player.warm()
    player.resume()
    player.seek(RATE)
    player.replace(Silence(RATE))
    time.pass_(3)
    assert at(player) == (0, 0)
    assert (player.finished, player.paused, player.lost, player.slept) == (False, False, False, False)
    assert player.under_runs == 0


def test_the_position_is_the_time_since_play() -> None:
    player, time = playing(start=2)
    assert at(player) == (2, 0)
    time.pass_(0.1 + 0.2)
    assert at(player) == (2.3, 0.3)
    assert not player.finished


def test_it_stops_at_the_end_and_says_so() -> None:
    player, time = playing(seconds=10)
    time.pass_(9.9)
    assert not player.finished
    time.pass_(7)
    assert at(player) == (10, 10)
    assert player.finished


def test_a_pause_holds_the_position_and_resume_goes_on_from_it() -> None:
    player, time = playing()
    time.pass_(1)
    player.pause()
    assert player.paused
    time.pass_(60)
    player.pause()
    assert at(player) == (1, 1)
    player.resume()
    player.resume()
    assert not player.paused
    time.pass_(0.5)
    assert at(player) == (1.5, 1.5)


def test_seeking_moves_the_position_and_counts_a_replay_twice() -> None:
    player, time = playing()
    time.pass_(4)
    player.seek(1 * RATE)
    assert at(player) == (1, 4)
    time.pass_(2)
    assert at(player) == (3, 6)
    player.seek(8 * RATE)
    assert at(player) == (8, 6)


def test_seeking_keeps_a_pause() -> None:
    player, time = playing()
    player.pause()
    player.seek(5 * RATE)
    time.pass_(5)
    assert at(player) == (5, 0)
    assert player.paused
    player.resume()
    time.pass_(1)
    assert at(player) == (6, 1)


def test_a_seek_stays_within_the_plan() -> None:
    player, _ = playing()
    player.seek(-1)
    assert player.heard == 0
    player.seek(99 * RATE)
    assert at(player) == (10, 0)
    assert player.finished


def test_going_back_from_the_end_goes_on() -> None:
    player, time = playing()
    time.pass_(30)
    player.seek(9 * RATE)
    assert not player.finished
    time.pass_(0.5)
    assert at(player) == (9.5, 10.5)


def test_a_revised_source_goes_on_from_the_same_place() -> None:
    player, time = playing(seconds=10)
    time.pass_(4)
    player.replace(Silence(20 * RATE))
    time.pass_(8)
    assert at(player) == (12, 12)
    assert not player.finished
    player.pause()
    player.replace(Silence(30 * RATE))
    time.pass_(8)
    assert at(player) == (12, 12)


def test_more_added_at_the_end_goes_on_from_the_end() -> None:
    player, time = playing(seconds=10)
    time.pass_(15)
    player.replace(Silence(20 * RATE))
    assert at(player) == (10, 10)
    assert not player.finished
    time.pass_(1)
    assert at(player) == (11, 11)


def test_what_may_change_lies_a_fade_ahead_and_within_the_plan() -> None:
    player, time = playing(seconds=10)
    time.pass_(3)
    assert player.frozen_until == 3 * RATE + RAMPS
    assert player.soonest == 3 * RATE
    time.pass_(6)
    assert player.frozen_until == 10 * RATE


def test_after_stop_what_was_heard_stays_readable() -> None:
    player, time = playing()
    time.pass_(4)
    player.seek(2 * RATE)
    player.stop()
    time.pass_(4)
    player.resume()
    player.seek(0)
    player.close()
    assert at(player) == (2, 4)
    assert (player.paused, player.finished) == (False, False)


def test_having_finished_stays_readable_after_stop() -> None:
    player, time = playing()
    time.pass_(11)
    player.stop()
    assert player.finished


def test_play_begins_anew() -> None:
    player, time = playing()
    time.pass_(4)
    player.pause()
    player.play(Silence(RATE), 0)
    assert at(player) == (0, 0)
    time.pass_(0.5)
    assert at(player) == (0.5, 0.5)


def test_a_clock_that_goes_back_does_not_move_the_position_back() -> None:
    player, time = playing(start=1)
    time.pass_(-5)
    assert at(player) == (1, 0)


steps = st.lists(
    st.one_of(
        st.tuples(st.just("pass"), st.integers(0, 4 * RATE)),
        st.tuples(st.just("seek"), st.integers(-RATE, 12 * RATE)),
        st.tuples(st.sampled_from(["pause", "resume"]), st.just(0)),
    ),
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(steps)
def test_it_agrees_with_counting_frame_by_frame(steps: list[tuple[str, int]]) -> None:
    length = 10 * RATE
    player, time = playing(seconds=10)
    position = counted = 0
    running = True
    for what, frames in steps:
        if what == "pass":
            time.pass_(frames / RATE)
            if running:
                run = min(frames, length - position)
                position, counted = position + run, counted + run
        elif what == "seek":
            player.seek(frames)
            position = min(max(frames, 0), length)
        else:
            player.pause() if what == "pause" else player.resume()
            running = what == "resume"
    assert abs(player.heard - position) <= 1
    assert abs(player.heard_in_all - counted) <= len(steps)
