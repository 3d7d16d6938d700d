"""A small stream over stones: the bubbles it draws under, each a short note that rises, over a low murmur."""

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
BUBBLES = 140
"""Bubbles in a second."""
PLACES = 9
"""Stones: each has its own place and its own range of pitch, and babbles more and less in turn."""


def make(rng: Rng) -> Array:
    """A minute and more, shape (frames, 2)."""
    frames = SECONDS * RATE
    bubbles = np.zeros((frames, 2))
    for place in range(PLACES):
        pan = -0.8 + 1.6 * place / (PLACES - 1)
        middle = 380 * (1500 / 380) ** rng.random()
        busy = wander(rng, frames, 1.5)
        for _ in range(BUBBLES * SECONDS // PLACES):
            at = int(rng.integers(frames))
            if rng.random() < 0.15 + 0.85 * busy[at]:
                scatter(bubbles, at, _bubble(rng, middle), pan + rng.normal(0, 0.08))
    bubbles = filtered(evened(bubbles, 4.5), lambda f: under(f, 3200, 2))
    bubbles /= np.sqrt(np.mean(bubbles * bubbles))
    murmur = stereo_noise(rng, frames, tilt(-4.5, low=140, high=1800), width=0.8)
    murmur *= (0.8 + 0.35 * wander(rng, frames, 2.5))[:, np.newaxis]
    return bubbles * 0.75 + murmur * 0.75


def _bubble(rng: Rng, middle: float) -> Array:
    """A bubble rings at a pitch its size gives it, and the smaller it is the shorter (Minnaert 1933)."""
    pitch = float(np.clip(middle * np.exp(rng.normal(0, 0.45)), 250, 2800))
    grain = ping(pitch, rng.uniform(6, 13) / pitch, rise=rng.uniform(0.02, 0.12))
    louder: Array = grain * np.exp(rng.normal(0, 0.55)) * (500 / pitch) ** 0.6
    return louder
