"""Waves on a sandy shore: each one gathers, breaks and runs out in its own way.

A wave is heard low first and high last: it rumbles as it comes, breaks within a second at any pitch, and
its foam hisses as it runs up and sinks into the sand. So each octave has its own noise and its own curve of
loudness. Waves come in sets, some stronger and then some weaker, 6 to 12 seconds apart.
"""

import numpy as np

from audio.synthesis import RATE, Array, Rng, band, stereo_noise, stretched, tilt, wander

SECONDS = 96
WAVES = 11
SHORTEST, LONGEST = 6.2, 11.5
"""Seconds from one wave to the next."""
OCTAVES = (70.0, 140.0, 280.0, 560.0, 1120.0, 2240.0, 4480.0, 8960.0)
STRENGTHS = (-2.0, -0.5, 0.0, -2.5, -6.0, -10.5, -16.0, -24.0)
"""How strong each octave is in a break, in dB."""
STEP = 100
"""Points of a curve of loudness in a second."""


class Wave:
    """One wave: when it breaks, how strong it is, how long it comes and runs out, and from which side."""

    def __init__(self, rng: Rng, breaks: float, strength: float) -> None:
        self.breaks = breaks
        self.strength = strength * rng.uniform(0.8, 1.1)
        self.coming = rng.uniform(2.2, 3.4)
        self.breaking = rng.uniform(0.8, 1.4)
        self.running = rng.uniform(0.8, 1.25)
        self.foam = rng.uniform(0.3, 0.6)
        self.sinking = rng.uniform(2.2, 3.4)
        """Seconds after the break at which its foam is loudest."""
        self.lag = rng.uniform(-0.7, 0.7)
        """Seconds by which the right side hears it later than the left."""

    def loudness(self, height: float, side: int) -> Array:
        """Its amplitude over the whole round; `height`: 0 for the lowest octave to 1 for the highest."""
        time = np.arange(SECONDS * STEP) / STEP
        broken = self.breaks + (height - 0.4) * 0.8 + (side - 0.5) * self.lag
        away = (time - broken + SECONDS / 2) % SECONDS - SECONDS / 2
        after = np.clip(away, 0, None)
        swell = 0.45 * (1 - height) ** 2 * np.exp(-(((away + 1.2) / self.coming) ** 2))
        rising = np.exp(-((np.minimum(away, 0) / self.breaking) ** 2))
        fall = self.running * (0.7 + 0.7 * height)
        breaking = rising * (1 + after / fall) * np.exp(-after / fall)
        drawn = after / self.sinking
        foam = self.foam * np.sin(np.pi * min(1.0, 0.1 + height * 0.65)) * (drawn * np.exp(1 - drawn)) ** 2
        curve: Array = self.strength * np.sqrt(swell**2 + breaking**2 + foam**2)
        return curve


def make(rng: Rng) -> Array:
    """A minute and a half, shape (frames, 2)."""
    frames = SECONDS * RATE
    breaks = _breaks(rng)
    sets = 0.75 + 0.18 * np.sin(2 * np.pi * (breaks / SECONDS + rng.random()))
    sets += 0.14 * np.sin(2 * np.pi * (3 * breaks / SECONDS + rng.random()))
    waves = [Wave(rng, at, strength) for at, strength in zip(breaks, sets, strict=True)]
    sound = stereo_noise(rng, frames, tilt(-5, low=60, high=2500)) * 0.16
    sound *= (0.7 + 0.5 * wander(rng, frames, 9))[:, np.newaxis]
    for number, (centre, strength) in enumerate(zip(OCTAVES, STRENGTHS, strict=True)):
        octave = stereo_noise(rng, frames, band(centre, 0.75), width=0.7) * 10 ** (strength / 20)
        height = number / (len(OCTAVES) - 1)
        for side in (0, 1):
            curve = sum((wave.loudness(height, side) for wave in waves), np.zeros(SECONDS * STEP))
            sizzle = 1 + 0.5 * height * (wander(rng, frames, 0.08) - 0.5)
            octave[:, side] *= stretched(curve, frames) * sizzle
        sound += octave
    return sound


def _breaks(rng: Rng) -> Array:
    """When each wave breaks, in seconds; the last is followed by the first."""
    while True:
        apart = rng.uniform(SHORTEST, LONGEST, WAVES)
        apart *= SECONDS / apart.sum()
        if apart.min() >= SHORTEST and apart.max() <= LONGEST:
            return np.cumsum(apart)
