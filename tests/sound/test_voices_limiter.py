"""No peak above the ceiling, no more lowered than need be, and no sudden change."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from relaxapp.sound.clip import Clip, Samples
from relaxapp.sound.voices.limiter import limited

RATE = 22_050


def hum(seconds: float, peak: int) -> Samples:
    """A low tone."""
    time = np.arange(round(seconds * RATE)) / RATE
    return (peak * np.sin(2 * np.pi * 100 * time)).astype(np.int16)


@given(
    arrays.arrays(np.int16, st.integers(0, 3_000)),
    st.floats(0.05, 1),
    st.sampled_from([500, 8_000, 22_050, 48_000]),
)
@settings(max_examples=80)
def test_no_sample_is_above_the_ceiling_and_none_is_made_louder(
    samples: Samples, ceiling: float, rate: int
) -> None:
    found = limited(Clip(samples, rate), ceiling)
    assert found.rate == rate
    assert len(found.samples) == len(samples)
    after, before = np.abs(found.samples.astype(int)), np.abs(samples.astype(int))
    assert after.max(initial=0) <= ceiling * 32_768
    assert (after <= before).all()


def test_a_line_below_the_ceiling_is_left_alone() -> None:
    clip = Clip(hum(1, 10_000), RATE)
    assert limited(clip, 0.5) is clip


def test_one_peak_is_lowered_and_the_rest_is_not() -> None:
    samples = hum(1, 10_000)
    samples[RATE // 2 : RATE // 2 + 200] *= 2
    found = limited(Clip(samples, RATE), 12_000 / 32_768).samples
    untouched = np.r_[0 : RATE // 2 - 900, RATE // 2 + 1_100 : RATE]
    assert (found[untouched] == samples[untouched]).all()
    assert np.abs(found).max() == pytest.approx(12_000, rel=0.1)


def test_the_gain_does_not_follow_the_wave() -> None:
    samples = hum(1, 20_000)
    found = limited(Clip(samples, RATE), 10_000 / 32_768).samples
    loud = np.abs(samples) > 2_000
    gain = found[loud] / samples[loud]
    inside = gain[2_000:-2_000]
    assert inside.max() - inside.min() < 0.01
