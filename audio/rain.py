"""Steady rain on leaves and ground: a soft wash, fine drops without number, and now and then a fuller one."""

import numpy as np

from audio.synthesis import (
    RATE,
    Array,
    Rng,
    evened,
    filtered,
    ping,
    scatter,
    stereo_noise,
    tilt,
    under,
    wander,
)

SECONDS = 72
FINE = 220
"""Fine drops in a second."""
FULL = 7
"""Fuller drops in a second."""


def make(rng: Rng) -> Array:
    """A minute and more, shape (frames, 2)."""
    frames = SECONDS * RATE
    wash = stereo_noise(rng, frames, tilt(-3.2, low=250, high=3800), width=0.9)
    far = stereo_noise(rng, frames, tilt(-5, low=60, high=600), width=0.5) * 0.35
    drops = np.zeros((frames, 2))
    for _ in range(FINE * SECONDS):
        _drop(rng, drops, low=900, high=3600, decay=0.0025, loud=0.10)
    for _ in range(FULL * SECONDS):
        _drop(rng, drops, low=380, high=1300, decay=0.012, loud=0.22)
    drops = filtered(evened(drops, 6), lambda f: under(f, 4000, 2))
    drops *= 0.55 / np.sqrt(np.mean(drops * drops))
    swell = 10 ** ((wander(rng, frames, 7) - 0.5) * 4 / 20)
    return (wash * 0.8 + drops + far) * swell[:, np.newaxis]


def _drop(rng: Rng, drops: Array, low: float, high: float, decay: float, loud: float) -> None:
    pitch = low * (high / low) ** rng.random()
    grain = ping(pitch, decay * rng.uniform(0.6, 1.6), rise=0.08)
    strength = loud * np.exp(rng.normal(0, 0.6))
    scatter(drops, int(rng.integers(len(drops))), grain * strength, rng.uniform(-0.9, 0.9))
