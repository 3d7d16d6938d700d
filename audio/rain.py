"""Steady rain on leaves: a wash of drops too many to tell apart, and those that fall near by.

Every drop is a burst of noise of its own, so no two are the same. Drops fall anywhere within a circle, and a
drop is heard as loud as it is near: so most are faint, and few are loud (what is far away is the wash).
"""

import numpy as np

from audio.synthesis import (
    RATE,
    Array,
    Rng,
    band,
    burst,
    evened,
    filtered,
    level,
    scatter,
    stereo_noise,
    tilt,
    wander,
)

SECONDS = 80
REACH = 8.0
"""How much farther away the farthest drop falls that is drawn by itself, than the nearest."""
SURFACES = (
    (450.0, 0.007, 9, 0.22),
    (900.0, 0.004, 40, 0.32),
    (1_700.0, 0.0022, 110, 0.40),
    (3_000.0, 0.0013, 160, 0.32),
    (5_200.0, 0.0008, 160, 0.18),
)
"""What drops fall on: the middle of its pitch in Hz, how long a drop sounds in seconds, drops in a second,
and its share in the whole."""


def make(rng: Rng) -> Array:
    """A minute and more, shape (frames, 2)."""
    frames = SECONDS * RATE
    wash = stereo_noise(rng, frames, tilt(-2.6, low=260, high=6_500), width=0.9)
    far = stereo_noise(rng, frames, tilt(-5, low=70, high=600), width=0.5)
    rain = 0.8 * wash + 0.35 * far
    for pitch, length, drops, share in SURFACES:
        fallen = np.zeros((frames, 2))
        for _ in range(drops * SECONDS):
            _drop(rng, fallen, length)
        heard = filtered(fallen, band(pitch, 0.7))
        rain += level(evened(level(heard), 7), share)
    swell = 10 ** ((wander(rng, frames, 2.5) + 2 * wander(rng, frames, 7) - 1.5) * 1.5 / 20)
    return rain * swell[:, np.newaxis]


def _drop(rng: Rng, fallen: Array, length: float) -> None:
    near = 1 / np.sqrt(rng.uniform(1, REACH * REACH))
    at = int(rng.integers(len(fallen)))
    scatter(fallen, at, burst(rng, length * rng.uniform(0.6, 1.6)) * near, rng.uniform(-0.9, 0.9))
