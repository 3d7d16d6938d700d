"""A fire in a grate: a low draught that flutters, a faint hiss, and wood that ticks softly now and then."""

import numpy as np

from audio.synthesis import (
    RATE,
    Array,
    Rng,
    burst,
    evened,
    filtered,
    level,
    scatter,
    stereo_noise,
    tilt,
    under,
    wander,
)

SECONDS = 84
TICKS = 5.0
"""Ticks in a second, on average; they come in flurries."""
FLICKER = ((0.5, 2.5), (0.3, 0.4), (0.2, 0.12))
"""Of what unrest of the draught so much turns about every so many seconds."""
PITCHES = (700.0, 1_200.0, 2_000.0, 3_300.0)
"""The middle of the pitch of a tick, by the thickness of the wood, in Hz."""


def make(rng: Rng) -> Array:
    """A minute and more, shape (frames, 2)."""
    frames = SECONDS * RATE
    flicker = sum((share * wander(rng, frames, turns) for share, turns in FLICKER), np.zeros(frames))
    draught = stereo_noise(rng, frames, tilt(-5.2, low=60, high=1_100), width=0.6)
    draught *= 10 ** ((flicker - 0.5) * 10 / 20)[:, np.newaxis]
    hiss = stereo_noise(rng, frames, tilt(-3, low=900, high=5_000), width=0.9)
    hiss *= (0.5 + wander(rng, frames, 4))[:, np.newaxis]
    return draught + 0.11 * hiss + 0.17 * _ticking(rng, frames)


def _ticking(rng: Rng, frames: int) -> Array:
    """Wood that cracks: each time a burst of noise of its own, at times several."""
    busy = wander(rng, frames, 3) ** 2
    woods = [np.zeros((frames, 2)) for _pitch in PITCHES]
    left = int(TICKS * SECONDS)
    while left:
        at = int(rng.integers(frames))
        if rng.random() < 0.05 + busy[at]:
            _tick(rng, woods[int(rng.integers(len(PITCHES)))], at)
            left -= 1
    ticks = sum(
        (
            filtered(wood, lambda f, pitch=pitch: 1 / np.sqrt(1 + 4 * np.log2(np.maximum(f, 1) / pitch) ** 4))  # type: ignore[misc]
            for wood, pitch in zip(woods, PITCHES, strict=True)
        ),
        np.zeros((frames, 2)),
    )
    return level(evened(filtered(ticks, lambda f: under(f, 6_000, 1)), 12))


def _tick(rng: Rng, wood: Array, at: int) -> None:
    place = rng.uniform(-0.8, 0.8)
    loud = np.exp(rng.normal(0, 0.5))
    for _ in range(1 + int(rng.integers(3)) * int(rng.random() < 0.3)):
        scatter(wood, at, burst(rng, rng.uniform(0.003, 0.012)) * loud, place)
        at += int(rng.uniform(0.03, 0.09) * RATE)
        loud *= rng.uniform(0.4, 0.9)
