"""A singing bowl, stroked rather than struck: it swells for half a second and rings away."""

import numpy as np

from audio.synthesis import RATE, Array, Rng

SECONDS = 11.0
SWELL = 0.55
"""Seconds up to its loudest: 5.5 dB in each 100 ms, from where it can first be heard."""
PARTIALS = ((1.0, 1.0, 3.2, 0.55), (2.76, 0.42, 2.0, 0.8), (5.2, 0.12, 1.1, 1.3), (8.3, 0.03, 0.6, 2.1))
"""Ratio to the lowest, strength, seconds to a third, and the beating of each partial in Hz."""
LOWEST = 196.0


def make(rng: Rng) -> Array:
    """The whole of it, shape (frames, 2), from nothing to nothing; its greatest amplitude is 1."""
    time = np.arange(round(SECONDS * RATE)) / RATE
    sound = np.zeros((len(time), 2))
    for ratio, loudness, fades, beating in PARTIALS:
        ringing: Array = loudness * np.exp(-np.maximum(time - SWELL, 0) / fades)
        for twist in (-0.5, 0.5):
            start = rng.uniform(0, 2 * np.pi)
            wave = np.sin(2 * np.pi * (LOWEST * ratio + twist * beating) * time + start)
            sound[:, 0] += ringing * wave * (0.5 - 0.2 * twist)
            sound[:, 1] += ringing * wave * (0.5 + 0.2 * twist)
    rising: Array = np.power(10.0, 5.5 * np.minimum(time - SWELL, 0) / 0.1 / 20)
    onset = np.clip(time / 0.005, 0, 1)
    ending = np.clip((SECONDS - time) / 2.0, 0, 1) ** 2
    sound *= (rising * onset * ending)[:, np.newaxis]
    whole: Array = sound / np.abs(sound).max()
    return whole
