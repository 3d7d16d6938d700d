"""Wind in trees: gusts that come and go, each octave in its own time, and leaves that rustle in them."""

import numpy as np

from audio.synthesis import RATE, Array, Rng, band, stereo_noise, wander

SECONDS = 84
OCTAVES = (110.0, 220.0, 440.0, 880.0, 1760.0, 3520.0)
STRENGTHS = (0.0, -2.0, -4.5, -8.0, -13.0, -18.0)
"""How strong each octave is in a middling gust, in dB."""


def make(rng: Rng) -> Array:
    """Nearly a minute and a half, shape (frames, 2)."""
    frames = SECONDS * RATE
    gust = 0.7 * wander(rng, frames, 6) + 0.3 * wander(rng, frames, 2.2)
    sound = np.zeros((frames, 2))
    for number, (centre, strength) in enumerate(zip(OCTAVES, STRENGTHS, strict=True)):
        height = number / (len(OCTAVES) - 1)
        octave = stereo_noise(rng, frames, band(centre, 0.7), width=0.75)
        for side in (0, 1):
            own = wander(rng, frames, 2.5 - 1.2 * height)
            blowing = 0.75 * np.roll(gust, int((0.25 * height + 0.35 * side) * RATE)) + 0.25 * own
            # The higher, the more it takes a gust to be heard at all.
            octave[:, side] *= 10 ** ((strength + (blowing - 0.5) * (11 + 11 * height)) / 20)
        sound += octave
    return sound
