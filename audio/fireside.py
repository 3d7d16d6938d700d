"""A fire in a grate: a low, flickering draught, a faint hiss, and wood that ticks softly now and then."""

import numpy as np

from audio.synthesis import (
    RATE,
    Array,
    Rng,
    evened,
    filtered,
    noise,
    scatter,
    stereo_noise,
    tilt,
    under,
    wander,
)

SECONDS = 78
TICKS = 5.0
"""Ticks in a second, on average; they come in flurries."""


def make(rng: Rng) -> Array:
    """A minute and more, shape (frames, 2)."""
    frames = SECONDS * RATE
    flicker = 0.55 * wander(rng, frames, 0.3) + 0.45 * wander(rng, frames, 2.5)
    draught = stereo_noise(rng, frames, tilt(-6, low=55, high=900), width=0.5)
    draught *= 10 ** ((flicker - 0.5) * 9 / 20)[:, np.newaxis]
    hiss = stereo_noise(rng, frames, tilt(-3, low=700, high=3500), width=0.8) * 0.09
    hiss *= (0.5 + wander(rng, frames, 4))[:, np.newaxis]
    ticks = np.zeros((frames, 2))
    busy = wander(rng, frames, 3) ** 2
    left = int(TICKS * SECONDS)
    while left:
        at = int(rng.integers(frames))
        if rng.random() < 0.05 + busy[at]:
            _tick(rng, ticks, at)
            left -= 1
    ticks = filtered(ticks, lambda f: under(f, 3600, 2))
    ticks = evened(ticks, 14) * (0.33 / np.sqrt(np.mean(ticks * ticks)))
    fire: Array = draught + hiss + ticks
    return fire


def _tick(rng: Rng, ticks: Array, at: int) -> None:
    """Wood that cracks: a short breath of noise with a note of its own; sometimes several."""
    place = rng.uniform(-0.6, 0.6)
    loud = np.exp(rng.normal(0, 0.5))
    for _ in range(1 + int(rng.integers(3)) * int(rng.random() < 0.3)):
        pitch = 500 * (2600 / 500) ** rng.random()
        length = rng.uniform(0.004, 0.012)
        frames = int(length * 6 * RATE) // 2 * 2
        time = np.arange(frames) / RATE
        grain = noise(rng, frames, lambda f, pitch=pitch: np.exp(-((np.log2(np.maximum(f, 1) / pitch)) ** 2)))  # type: ignore[misc]
        grain *= np.exp(-time / length) * (1 - np.exp(-time / (0.25 * length)))
        scatter(ticks, at, grain * loud, place)
        at += int(rng.uniform(0.03, 0.09) * RATE)
        loud *= rng.uniform(0.4, 0.9)
