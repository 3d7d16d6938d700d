"""How loud a practice is, measured as broadcasters do (EBU R 128): calm, even, and never a start."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from relaxapp import locations
from relaxapp.sound.beds import BED_LUFS, Bed, beds
from relaxapp.sound.building import build
from relaxapp.sound.clip import Block, Clip
from relaxapp.sound.loudness import amplitude, decibels, integrated, momentary, momentary_max, true_peak
from relaxapp.sound.speech import VOICE_GAIN, VOICE_LUFS
from relaxapp.sound.swells import Breath, swell
from relaxapp.sound.tones import NOTES, tone
from relaxapp.sound.voices.evening import evened
from relaxapp.sound.voices.shaping import int16
from relaxapp.timing.frames import RATE, frames
from relaxapp.timing.plan import CueKind
from relaxapp.words.script import Say
from tests.sound.speaking import clip_of, practice

AUDIO = locations.shipped_audio()
BEDS = [name for name in beds(AUDIO) if name != "none"]


@cache
def line(say: Say) -> Clip:
    """The stand-in's clip, as lines are kept."""
    clip = clip_of(say)
    return Clip(int16(evened(clip.samples.astype(np.float32) / np.float32(32_768), clip.rate)), clip.rate)


@pytest.fixture(scope="module")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("beds")


def stems(bed: str, folder: Path, seconds: float = 60) -> tuple[Block, Block]:
    made = build(practice(seconds), line, Bed.open(bed, AUDIO, folder), audio=AUDIO, voice_gain=VOICE_GAIN)
    return made.render_stems(0, made.frames)


def test_the_voice_is_at_its_loudness(cache_folder: Path) -> None:
    plan = practice(breathing=False)
    made = build(plan, line, Bed.open("none", AUDIO, cache_folder), audio=AUDIO, voice_gain=VOICE_GAIN)
    spoken = [made.render_stems(cue.start, cue.end - cue.start)[0] for cue in plan.says()]
    assert integrated(spoken) == pytest.approx(VOICE_LUFS, abs=0.5)


@pytest.mark.parametrize("bed", ["waves", "fireside", "brown-noise"])
def test_a_practice_is_soft_all_along(bed: str, cache_folder: Path) -> None:
    voice, under = stems(bed, cache_folder)
    whole = voice + under
    assert true_peak([whole]) <= -3
    assert momentary_max([whole]) < -14
    assert integrated([under]) <= VOICE_LUFS - 20
    moments = momentary([whole])
    assert moments[0] < min(moments[10:-40])


@pytest.mark.parametrize("bed", BEDS)
def test_every_bed_is_as_loud_as_the_mix_counts_on(bed: str, cache_folder: Path) -> None:
    samples = Bed.open(bed, AUDIO, cache_folder).samples
    assert integrated([samples]) == pytest.approx(BED_LUFS, abs=0.5)


def rise(block: Block) -> float:
    """The greatest rise of level within 100 ms, in dB, from what can be heard at all (-60 dBFS)."""
    window = frames(0.05)
    energy = np.add.reduceat(block[:, 0].astype(np.float64) ** 2, np.arange(0, len(block), window)) / window
    levels = 10 * np.log10(np.maximum(energy, amplitude(-60) ** 2))
    return float((levels[2:] - levels[:-2]).max())


@pytest.mark.parametrize("kind", NOTES)
def test_tones_swell_gently(kind: str) -> None:
    made = tone(kind)  # type: ignore[arg-type]
    assert made is not None
    assert rise(made[0]) <= 6.3
    assert decibels(float(np.abs(made[0]).max())) <= -30


@pytest.mark.parametrize("seconds", [1.5, 4, 9])
@pytest.mark.parametrize("kind", [CueKind.INHALE, CueKind.EXHALE])
def test_a_rushing_like_breath_swells_gently_and_stays_soft(kind: CueKind, seconds: float) -> None:
    made = swell(Breath(kind, frames(seconds)))
    smooth = np.sqrt(np.convolve(made[:, 0].astype(np.float64) ** 2, np.ones(4_800) / 4_800, "valid"))
    levels = 20 * np.log10(np.maximum(smooth[::480], amplitude(-60)))
    assert (levels[10:] - levels[:-10]).max() <= 6
    assert momentary_max([made]) < VOICE_LUFS - 10


def test_a_line_with_one_loud_word_is_never_heard_as_a_start() -> None:
    hushed = np.convolve(np.random.default_rng(3).normal(0, 0.05, 5 * RATE), np.ones(24) / 5, "same")
    line = hushed.astype(np.float32)
    assert integrated([both(evened(line, RATE))]) == pytest.approx(-23, abs=0.1)
    line[RATE : RATE + frames(0.5)] *= 6
    assert momentary_max([both(evened(line, RATE) * np.float32(VOICE_GAIN))]) < -14


def both(line: Block) -> Block:
    """The same in both ears."""
    return np.repeat(line, 2).reshape(-1, 2)
