"""A small stream over stones: the bubbles it draws under, each a short note that rises; murmur and splash.

A bubble rings at a pitch its size gives it, about 3.3 m/s by its radius, and the smaller it is the shorter
(Minnaert 1933); as it nears the surface its pitch rises (van den Doel 2005). Running water is many of them.
"""

import numpy as np

from audio.synthesis import (
    RATE,
    Array,
    Rng,
    evened,
    filtered,
    level,
    ping,
    scatter,
    stereo_noise,
    tilt,
    under,
    wander,
)

SECONDS = 80
BUBBLES = 320
"""Bubbles in a second."""
STONES = 12
"""Each has its own place and its own range of pitch, and babbles more and less in turn."""
DEEPEST, HIGHEST = 260.0, 4_500.0
"""Hz: bubbles of 25 mm across to 1.5 mm."""
SPLASHES = (900.0, 1_800.0, 3_600.0, 7_200.0)
"""Octaves of the splash, each with its own unrest."""


def make(rng: Rng) -> Array:
    """A minute and more, shape (frames, 2)."""
    frames = SECONDS * RATE
    bubbles = np.zeros((frames, 2))
    pitches = rng.permutation(np.geomspace(380, 1_900, STONES))
    for stone, middle in enumerate(pitches):
        pan = -0.8 + 1.6 * stone / (STONES - 1)
        busy = wander(rng, frames, 1.2)
        left = BUBBLES * SECONDS // STONES
        while left:
            at = int(rng.integers(frames))
            if rng.random() < 0.15 + 0.85 * busy[at]:
                scatter(bubbles, at, _bubble(rng, float(middle)), pan + rng.normal(0, 0.08))
                left -= 1
    bubbles = level(filtered(evened(bubbles, 4.5), lambda f: under(f, 5_500, 1)))
    murmur = stereo_noise(rng, frames, tilt(-4.5, low=140, high=1_800), width=0.8)
    murmur *= (0.8 + 0.35 * wander(rng, frames, 2.5))[:, np.newaxis]
    return bubbles * 0.7 + murmur * 0.75 + _splash(rng, frames) * 0.3


def _bubble(rng: Rng, middle: float) -> Array:
    pitch = 0.0
    while not DEEPEST < pitch < HIGHEST:
        pitch = float(middle * np.exp(rng.normal(0, 0.5)))
    grain = ping(pitch, rng.uniform(6, 13) / pitch, rise=rng.uniform(0.02, 0.12))
    louder: Array = grain * np.exp(rng.normal(0, 0.45)) * (500 / pitch) ** 0.45
    return louder


def _splash(rng: Rng, frames: int) -> Array:
    """The hiss of thin water, an octave here and an octave there."""
    splash = np.zeros((frames, 2))
    for number, pitch in enumerate(SPLASHES):
        octave = stereo_noise(rng, frames, tilt(-3, low=pitch / 1.4, high=pitch * 1.4), width=0.9)
        for side in (0, 1):
            unrest = 0.5 * wander(rng, frames, 0.5) + 0.5 * wander(rng, frames, 0.12)
            octave[:, side] *= 10 ** ((unrest - 0.5) * 9 / 20)
        splash += octave * 10 ** (-4 * number / 20)
    return level(splash)
