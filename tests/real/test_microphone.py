"""A line said into a real sound source is recorded as it was said, and becomes a line of a voice."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.sound.microphone import Heard
from relaxapp.sound.voices.take import taken
from relaxapp.timing.frames import RATE
from tests.real.conftest import needed
from tests.sound.spoken import spoken

if TYPE_CHECKING:
    from tests.real.conftest import SoundServer

pytestmark = pytest.mark.real
ROOM_SECONDS = 0.4
"""The noise of the room before the words; a server may not hand over all of it."""
PROGRAM = Path(__file__).with_name("recording_program.py")


def recorded(environment: dict[str, str], folder: Path, said: bytes) -> subprocess.CompletedProcess[str]:
    """Run the recording program while `said` is played, mono float32."""
    program = subprocess.Popen(
        [sys.executable, str(PROGRAM), str(folder / "line.npy")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
        text=True,
    )
    assert program.stdout is not None
    if program.stdout.readline():
        speaker = [
            needed("pacat", "pulseaudio-utils"),
            "--raw",
            "--format=float32le",
            "--channels=1",
            "--rate=48000",
        ]
        subprocess.run(speaker, input=said, env={**os.environ, **environment}, check=True, timeout=30)
        time.sleep(0.5)
    out, err = program.communicate("\n", timeout=30)
    return subprocess.CompletedProcess(program.args, program.returncode, out, err)


def where(said: Heard, heard: Heard) -> int:
    """The frame of `heard` at which `said` begins."""
    size = len(said) + len(heard)
    likeness = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(said, size)), size)
    return int(likeness[: len(heard) - len(said) + 1].argmax())


def test_what_is_said_is_what_is_recorded(sound_server: "SoundServer", folder: Path) -> None:
    said = spoken()
    done = recorded(sound_server.environment, folder, said.tobytes())
    assert done.returncode == 0, done.stderr
    heard = np.load(folder / "line.npy")
    at = where(said, heard)
    first = round(ROOM_SECONDS * RATE)
    assert np.array_equal(heard[at + first : at + len(said)], said[first:])
    take = taken(heard, RATE)
    assert take.clip is not None
    assert 1.9 < take.clip.seconds < 2.4
    assert not take.clipped


def test_a_computer_without_a_microphone_says_so(no_device: dict[str, str], folder: Path) -> None:
    done = recorded(no_device, folder, b"")
    assert done.returncode != 0
    assert "No microphone can be used" in done.stderr
