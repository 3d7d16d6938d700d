"""A practice by the program itself, into a device that is a file, with a voice that is slow."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.parts import kept_voices, services
from relaxapp.sound.clip import Block
from relaxapp.sound.voices import adding
from relaxapp.timing.frames import RATE
from tests.real.conftest import PATIENCE

if TYPE_CHECKING:
    from tests.real.conftest import FileDevice

pytestmark = [pytest.mark.real, pytest.mark.alone]
SPEAKER = Path(__file__).parents[1] / "sound" / "speaking_program.py"
PROGRAM = "from relaxapp.cli import main; main()"
WORDS = 0.08
"""A peak that the background stays below, and every line goes beyond."""


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home whose voice speaks only once a file named "go" is there: that file."""
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path))
    speaker = Path(shutil.copy(SPEAKER, tmp_path / "speaker.py"))
    go = speaker.with_name("go")
    go.touch()
    words = (sys.executable, str(speaker), "{file}", "--wait")
    voice = adding.add_command(kept_voices(), "slow", words).id
    go.unlink()
    with services().store as store:
        chosen = {"voice": voice, "voice_volume": 1.0, "breath_cue": "none"}
        store.save_settings(replace(store.settings(), **chosen))  # type: ignore[arg-type]
    return go


@pytest.fixture
def program(slow: Path, file_device: "FileDevice") -> Iterator["subprocess.Popen[str]"]:
    """A practice with a background, begun without a question answered."""
    assert not slow.exists()
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "play", "one-minute", "--plain", "--bed", "brown-noise"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        env={**os.environ, **file_device.environment},
        text=True,
    )
    yield program
    program.kill()
    program.communicate()


def heard(device: "FileDevice", wanted: Callable[[Block], bool]) -> Block:
    """The first piece that is as wanted, the device taking sound at about its own pace."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        piece = device.what_comes(RATE // 10, 0.1)
        if wanted(piece):
            return piece
        time.sleep(0.07)
    pytest.fail("it is not heard")


def test_the_background_is_heard_before_a_line_is_voiced_and_the_words_once_they_are(
    slow: Path, program: "subprocess.Popen[str]", file_device: "FileDevice"
) -> None:
    begun = heard(file_device, lambda piece: bool(piece.any()))
    assert np.abs(begun).max() < WORDS
    assert program.poll() is None
    slow.touch()
    heard(file_device, lambda piece: float(np.abs(piece).max(initial=0)) > WORDS)
    program.terminate()
    out, _err = program.communicate(timeout=PATIENCE)
    assert "You can stop at any time." in out
    assert "speaks instead" not in out
