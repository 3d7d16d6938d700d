"""A line said into a real sound source is recorded as it was said, and becomes a line of a voice.

On a busy machine a sound server may drop or add a moment; so what is compared is the line, not its samples.
"""

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

pytestmark = [pytest.mark.real, pytest.mark.alone]
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


def pitch(line: Heard) -> float:
    """The strongest frequency in Hz."""
    spectrum = np.abs(np.fft.rfft(line * np.hanning(len(line))))
    return float(spectrum.argmax() * RATE / len(line))


def test_what_is_said_is_what_is_recorded(sound_server: "SoundServer", folder: Path) -> None:
    said = spoken()
    done = recorded(sound_server.environment, folder, said.tobytes())
    assert done.returncode == 0, done.stderr
    heard = np.load(folder / "line.npy")
    take = taken(heard, RATE)
    assert take.clip is not None
    assert 1.9 < take.clip.seconds < 2.4
    assert np.abs(heard).max() == pytest.approx(np.abs(said).max(), rel=0.02)
    assert pitch(heard) == pytest.approx(pitch(said), abs=1)
    assert not take.clipped


def test_a_computer_without_a_microphone_says_so(no_device: dict[str, str], folder: Path) -> None:
    done = recorded(no_device, folder, b"")
    assert done.returncode != 0
    assert "No microphone can be used" in done.stderr
