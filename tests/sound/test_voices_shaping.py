"""Lines lose the silence around them and begin and end at zero."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from relaxapp.sound.clip import Clip, Samples
from relaxapp.sound.voices.shaping import (
    FADE_SECONDS,
    QUIET,
    SHORT_SILENCE_SECONDS,
    fitted,
    shaped,
    short_silence,
    silence,
)

RATE = 22_050
FADE = round(FADE_SECONDS * RATE)


def tone(before: int, sounding: int, after: int) -> Samples:
    """A tone between silences, in frames."""
    loud = np.full(sounding, 10_000, np.int16)
    return np.concatenate([np.zeros(before, np.int16), loud, np.zeros(after, np.int16)])


@pytest.mark.parametrize(("before", "after"), [(0, 0), (3, 1), (5_000, 9_000), (FADE, FADE)])
def test_a_line_keeps_its_sound_and_a_fade_on_either_side(before: int, after: int) -> None:
    clip = shaped(tone(before, 4_000, after), RATE)
    assert clip.rate == RATE
    assert len(clip.samples) == 4_000 + 2 * FADE
    assert (clip.samples[FADE:-FADE] == 10_000).all()
    assert clip.samples[0] == clip.samples[-1] == 0


def test_what_is_as_soft_as_a_hiss_counts_as_silence_and_fades() -> None:
    samples = tone(2_000, 4_000, 2_000)
    samples[:2_000] = QUIET
    samples[-2_000:] = -QUIET
    clip = shaped(samples, RATE)
    assert len(clip.samples) == 4_000 + 2 * FADE
    assert (np.diff(clip.samples[:FADE]) >= 0).all()
    assert clip.samples[0] == clip.samples[-1] == 0


@pytest.mark.parametrize(
    "samples", [np.zeros(0, np.int16), np.zeros(900, np.int16), np.full(9, QUIET, np.int16)]
)
def test_nothing_to_hear_is_a_short_silence(samples: Samples) -> None:
    clip = shaped(samples, RATE)
    assert clip.seconds == SHORT_SILENCE_SECONDS
    assert not clip.samples.any()


@given(arrays.arrays(np.int16, st.integers(0, 2_000)), st.sampled_from([8_000, 22_050, 48_000]))
@settings(max_examples=60)
def test_any_samples_begin_and_end_at_zero_and_are_not_made_louder(samples: Samples, rate: int) -> None:
    untouched = samples.copy()
    clip = shaped(samples, rate)
    assert clip.samples.dtype == np.int16
    assert clip.samples[0] == clip.samples[-1] == 0
    assert np.abs(clip.samples.astype(int)).max() <= np.abs(samples.astype(int)).max(initial=0)
    assert (samples == untouched).all()


@pytest.mark.parametrize("frames", [1, 50, 3_999, 4_000, 4_001, 9_000])
def test_a_clip_is_fitted_to_a_length_without_a_click(frames: int) -> None:
    clip = Clip(np.full(4_000, 10_000, np.int16), RATE)
    fit = fitted(clip, frames)
    assert len(fit.samples) == frames
    assert fit.rate == RATE
    kept = min(frames, 4_000)
    untouched = kept if frames >= 4_000 else max(0, frames - FADE)
    assert (fit.samples[:untouched] == 10_000).all()
    assert not fit.samples[kept:].any()
    assert fit.samples[-1] == 0 or frames == 4_000


def test_silences_last_what_they_should() -> None:
    assert silence(1.5, 8_000).seconds == 1.5
    assert short_silence(48_000).seconds == SHORT_SILENCE_SECONDS
