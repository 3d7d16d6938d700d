"""Every voice comes out equally loud, and is measured once."""

import math
from pathlib import Path

import numpy as np
import pytest

from relaxapp.sound.clip import Clip
from relaxapp.sound.loudness import integrated
from relaxapp.sound.voices import calibration
from relaxapp.sound.voices.silent import SilentVoice
from relaxapp.words.script import Say


class Tone:
    """A voice that hums."""

    name = "tone"
    key = "tone"

    def __init__(self, peak: int, rate: int = 22_050) -> None:
        self.peak = peak
        self.rate = rate
        self.spoken = 0

    def warm(self) -> None: ...

    def speak(self, say: Say) -> Clip:  # noqa: ARG002 - the protocol's name
        self.spoken += 1
        time = np.arange(self.rate * 2) / self.rate
        return Clip((self.peak * np.sin(2 * np.pi * 440 * time)).astype(np.int16), self.rate)

    def close(self) -> None: ...


@pytest.mark.parametrize("rate", [16_000, 22_050, 48_000])
@pytest.mark.parametrize("peak", [1_000, 5_000, 32_000])
def test_after_its_gain_a_voice_is_at_the_target_in_both_channels(peak: int, rate: int) -> None:
    voice = Tone(peak, rate)
    gain = calibration.measured(voice)
    heard = voice.speak(Say("")).samples * np.float32(gain / 32768)
    assert integrated([np.repeat(heard, 2).reshape(-1, 2)], rate) == pytest.approx(
        calibration.TARGET_LUFS, abs=0.1
    )


def test_no_voice_is_changed_without_bounds() -> None:
    assert calibration.measured(Tone(40)) == pytest.approx(10 ** (calibration.MOST_DECIBELS / 20))


def test_a_silent_voice_has_a_gain_of_one() -> None:
    assert calibration.measured(SilentVoice()) == 1.0


def test_it_is_measured_once(tmp_path: Path) -> None:
    voice = Tone(5_000)
    gain = calibration.gain(voice, tmp_path)
    spoken = voice.spoken
    assert calibration.gain(voice, tmp_path) == gain == calibration.kept_gain("tone", tmp_path)
    assert voice.spoken == spoken == len(calibration.SENTENCES)
    assert calibration.kept_gain("another", tmp_path) is None


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"null", b'"1.0"', b"[1.0]", b"0.0", b"-1.0", b"1e9", b"NaN", b"Infinity"],
)
def test_what_is_no_gain_is_measured_again(content: bytes, tmp_path: Path) -> None:
    voice = Tone(5_000)
    gain = calibration.gain(voice, tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_bytes(content)
    assert calibration.gain(voice, tmp_path) == gain
    assert voice.spoken == 2 * len(calibration.SENTENCES)
    assert not math.isnan(gain)


def test_where_it_can_not_be_kept_it_is_measured_all_the_same(tmp_path: Path) -> None:
    wall = tmp_path / "wall"
    wall.write_text("a file where a folder should be")
    assert calibration.gain(Tone(5_000), wall) == calibration.measured(Tone(5_000))
