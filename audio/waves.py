"""Waves on a sandy shore: each one gathers, breaks and runs out in its own way.

A wave is heard low first and high last: its body rumbles as it comes, the break is broad, and the foam hisses
as it runs up and sinks into the sand. So each octave has its own noise and its own curve of loudness.
"""

import numpy as np

from audio.synthesis import RATE, Array, Rng, band, stereo_noise, stretched, tilt, wander

SECONDS = 96
WAVES = 10
OCTAVES = (70.0, 140.0, 280.0, 560.0, 1120.0, 2240.0, 4480.0)
STRENGTHS = (0.0, -1.5, -4.5, -8.5, -12.5, -17.5, -25.0)
"""How strong each octave is in a break, in dB."""
STEP = 100
"""Points of a curve of loudness in a second."""


class Wave:
    """One wave: when it breaks, how strong it is, how long it comes and runs out, and from which side."""

    def __init__(self, rng: Rng, breaks: float) -> None:
        self.breaks = breaks
        self.strength = rng.uniform(0.5, 1.0)
        self.coming = rng.uniform(1.6, 2.6)
        self.running = rng.uniform(1.5, 2.6)
        self.foam = rng.uniform(0.25, 0.6)
        self.lag = rng.uniform(-0.7, 0.7)
        """Seconds by which the right side hears it later than the left."""

    def loudness(self, height: float, side: int) -> Array:
        """Its amplitude over the whole round; `height`: 0 for the lowest octave to 1 for the highest."""
        time = np.arange(SECONDS * STEP) / STEP
        broken = self.breaks + (height - 0.6) * 1.1 + (side - 0.5) * self.lag
        away = (time - broken + SECONDS / 2) % SECONDS - SECONDS / 2
        coming = self.coming * (1.25 - 0.55 * height)
        body = np.where(
            away < 0,
            np.exp(-((away / coming) ** 2)),
            np.exp(-((away / (self.running * 0.75)) ** 2)),
        )
        drawn = np.clip(away / self.running, 0, None)
        foam = drawn * np.exp(1 - drawn) * self.foam * np.sin(np.pi * min(1.0, 0.25 + height * 0.65))
        curve: Array = self.strength * np.hypot(body, foam)
        return curve


def make(rng: Rng) -> Array:
    """A minute and a half, shape (frames, 2)."""
    frames = SECONDS * RATE
    apart = rng.uniform(0.8, 1.25, WAVES)
    waves = [Wave(rng, breaks) for breaks in np.cumsum(apart / apart.sum() * SECONDS)]
    sound = stereo_noise(rng, frames, tilt(-5, low=60, high=2500)) * 0.16
    sound *= (0.7 + 0.5 * wander(rng, frames, 9))[:, np.newaxis]
    for number, (centre, strength) in enumerate(zip(OCTAVES, STRENGTHS, strict=True)):
        octave = stereo_noise(rng, frames, band(centre, 0.75), width=0.7) * 10 ** (strength / 20)
        for side in (0, 1):
            height = number / (len(OCTAVES) - 1)
            curve = sum((wave.loudness(height, side) for wave in waves), np.zeros(SECONDS * STEP))
            octave[:, side] *= stretched(curve, frames)
        sound += octave
    return sound
