"""In real time through a sound server: what it records is what was rendered, whatever happens meanwhile."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.sound.clip import Block
from relaxapp.timing.frames import RATE

if TYPE_CHECKING:
    from tests.real.conftest import Playing, SoundServer

pytestmark = [pytest.mark.real, pytest.mark.alone]
Noise = Callable[[float], Block]
PAUSE = RATE * 150 // 1_000
"""Frames in which a pause fades."""
JUMP = RATE * 50 // 1_000
"""Frames in which a seek or a change of volume fades."""


def same(recorded: Block, rendered: Block) -> int:
    """For how many frames they are the same, from their beginnings."""
    frames = min(len(recorded), len(rendered))
    differ = np.flatnonzero((recorded[:frames] != rendered[:frames]).any(axis=1))
    return int(differ[0]) if len(differ) else frames


@pytest.fixture
def busy_process() -> Iterator[None]:
    """A program beside, that works without a break."""
    process = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    yield
    process.kill()
    process.wait()


@pytest.mark.usefixtures("busy_process")
def test_what_is_recorded_is_what_was_rendered_beside_a_busy_process(
    sound_server: "SoundServer", playing: "Playing", noise: Noise
) -> None:
    stems = noise(4)
    program = playing(stems, sound_server.environment)
    program.tell("warm", "sleep 1.5", "play")
    state = program.tell("until finished")
    assert (state["heard"], state["heard_in_all"], state["under_runs"]) == (4 * RATE, 4 * RATE, 0)
    assert np.array_equal(sound_server.recorded(), stems[0] + stems[1])


def test_a_pause_a_seek_and_a_change_of_volume_in_the_middle(
    sound_server: "SoundServer", playing: "Playing", noise: Noise
) -> None:
    stems = noise(5)
    mixed = stems[0] + stems[1]
    program = playing(stems, sound_server.environment)
    program.tell("warm", "sleep 1.5", "play", "until 1", "pause", "sleep 0.8")
    held = program.tell("sleep 0")
    assert held["paused"]
    program.tell("resume", "until 2", "seek 3", "until 3.6", "gains 0.5 1", "until finished")
    state = program.tell("close")
    recorded = sound_server.recorded()

    until = same(recorded, mixed)
    assert until > RATE
    falling = 1 - np.arange(1, PAUSE + 1)[:, np.newaxis] / PAUSE
    assert recorded[until:][:PAUSE] == pytest.approx(mixed[until:][:PAUSE] * falling, abs=1e-5)
    assert held["heard"] == until + PAUSE

    silence = int(np.flatnonzero(recorded[until + PAUSE :].any(axis=1))[0])
    assert silence > 0.1 * RATE
    recorded, mixed_on = recorded[until + PAUSE + silence :], mixed[held["heard"] :]
    assert recorded[:PAUSE] == pytest.approx(mixed_on[:PAUSE] * (1 - falling), abs=1e-5)

    recorded, mixed_on = recorded[PAUSE:], mixed_on[PAUSE:]
    until = same(recorded, mixed_on)
    assert until > 0.5 * RATE
    falling = np.linspace(1, 0, JUMP)[:, np.newaxis]
    assert recorded[until - 1 :][:JUMP] == pytest.approx(mixed_on[until - 1 :][:JUMP] * falling, abs=1e-5)

    recorded, mixed_on = recorded[until - 1 + JUMP :], mixed[3 * RATE :]
    assert recorded[:JUMP] == pytest.approx(mixed_on[:JUMP] * falling[::-1], abs=1e-5)
    until = JUMP + same(recorded[JUMP:], mixed_on[JUMP:])
    assert until > 0.4 * RATE
    softer = stems[0][3 * RATE :] * np.float32(0.5) + stems[1][3 * RATE :]
    assert np.array_equal(recorded[until + JUMP :], softer[until + JUMP :])
    assert (state["heard"], state["under_runs"]) == (5 * RATE, 0)


def test_a_program_that_stood_still_goes_on_where_it_was(
    sound_server: "SoundServer", playing: "Playing", noise: Noise
) -> None:
    program = playing(noise(8), sound_server.environment)
    program.tell("warm", "sleep 2.5", "play")
    before = program.tell("until 3")
    program.process.send_signal(signal.SIGSTOP)
    time.sleep(5)
    program.process.send_signal(signal.SIGCONT)
    state = program.tell("sleep 1", "sleep 0")
    assert state["paused"]
    assert state["heard"] < before["heard"] + RATE
    if state["lost"]:
        program.tell("reopen")
    assert program.tell("resume", "until finished")["heard"] == 8 * RATE


def test_a_sound_server_that_ends_is_noticed_and_another_carries_on(
    sound_server: "SoundServer", playing: "Playing", noise: Noise
) -> None:
    stems = noise(4)
    program = playing(stems, sound_server.environment)
    program.tell("warm", "sleep 1.5", "play", "until 1.5")
    sound_server.end()
    state = program.tell("until lost")
    assert state["paused"]
    assert 1.5 * RATE <= state["heard"] < 3 * RATE
    refused = program.tell("reopen")
    assert refused["hint"]
    assert refused["lost"]

    sound_server.start()
    at = program.tell("reopen")
    assert (at["lost"], at["paused"]) == (False, True)
    assert 1.0 * RATE < at["heard"] <= state["heard"]
    program.tell("resume", "until finished")
    recorded = sound_server.recorded()
    rest = (stems[0] + stems[1])[at["heard"] :]
    lost = len(rest) - len(recorded)
    assert 0 <= lost <= 1, "the very first frame of a fade is silent"
    assert np.array_equal(recorded[PAUSE:], rest[lost + PAUSE :])
