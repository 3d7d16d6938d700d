"""Through PortAudio and ALSA into a file: what arrives is what was rendered, bit for bit."""

import os
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.sound.clip import Block
from relaxapp.timing.frames import RATE

if TYPE_CHECKING:
    from tests.real.conftest import FileDevice, Playing

pytestmark = [pytest.mark.real, pytest.mark.alone]
Noise = Callable[[float], Block]


def test_what_is_played_is_what_was_rendered(
    file_device: "FileDevice", playing: "Playing", noise: Noise
) -> None:
    stems = noise(10)
    program = playing(stems, file_device.environment)
    program.send("play")
    given = file_device.take(12 * RATE)
    begins = int(np.flatnonzero(given.any(axis=1))[0])
    assert begins >= RATE // 2, "devices swallow what comes first"
    assert np.array_equal(given[begins:][: 10 * RATE], stems[0] + stems[1])
    assert not given[begins + 10 * RATE :].any()
    state = program.answer()
    assert (state["under_runs"], state["lost"]) == (0, False)


def test_with_the_device_warm_the_first_sound_comes_at_once_and_whole(
    file_device: "FileDevice", playing: "Playing", noise: Noise
) -> None:
    stems = noise(2)
    program = playing(stems, file_device.environment)
    program.send("warm")
    assert not file_device.take(2 * RATE).any()
    program.answer()
    program.send("play 0.5")
    given = file_device.take(2 * RATE)
    begins = int(np.flatnonzero(given.any(axis=1))[0])
    mixed = (stems[0] + stems[1])[RATE // 2 :]
    faded_in = RATE // 20
    assert np.array_equal(given[begins + faded_in - 1 :][:RATE], mixed[faded_in:][:RATE])


NO_DEVICE = """
from relaxapp.errors import SoundError
from relaxapp.sound.device import DevicePlayer
from relaxapp.sound.portaudio import devices
print(len(devices()))
player = DevicePlayer()
for _ in range(2):
    try:
        player.warm()
    except SoundError as error:
        print(error)
player.close()
"""


def test_without_a_sound_card_it_says_what_to_do(no_device: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", NO_DEVICE],
        env={**os.environ, **no_device},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    devices, *said = done.stdout.splitlines()
    nothing = "No sound device was found. Connect a loudspeaker or headphones and try again"
    if devices == "0":
        assert [line.startswith(nothing) for line in said] == [True, True]
    else:  # a machine that has a sound card after all
        assert not any(line.startswith(nothing) for line in said)
