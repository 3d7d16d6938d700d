"""Wind in trees: gusts that come and go, heard higher the stronger they blow, and leaves that rustle in them.

Wind sounds at a pitch that follows its speed (Strouhal 1878), but over many twigs at once and so broadly that
no note is left: a wide hill of noise that wanders up with a gust and down after it, in each ear by itself.
"""

import numpy as np

from audio.synthesis import RATE, Array, Rng, band, level, stereo_noise, tilt, wander

SECONDS = 96
STEPS = 90 * 2 ** (np.arange(14) / 2)
"""The middles of half octaves in Hz."""
CALM, STRONG = 170.0, 800.0
"""Hz of the hill's top, when it hardly blows and in the strongest gust."""
SLOPE = 6.5
"""How many dB it falls an octave, well away from its top."""


def make(rng: Rng) -> Array:
    """A minute and a half, shape (frames, 2)."""
    frames = SECONDS * RATE
    gust = 0.7 * wander(rng, frames, 2.6) + 0.3 * wander(rng, frames, 9)
    blowing = [0.8 * np.roll(gust, side * RATE // 3) + 0.2 * wander(rng, frames, 1.5) for side in (0, 1)]
    sound = np.zeros((frames, 2))
    for pitch in STEPS:
        part = stereo_noise(rng, frames, band(float(pitch), 0.3), width=0.75)
        for side in (0, 1):
            blows = blowing[side] + 0.12 * (wander(rng, frames, 0.8) - 0.5)
            top = np.log2(CALM) + blows * np.log2(STRONG / CALM)
            away = np.log2(pitch) - top
            falls = SLOPE * (np.sqrt(1 + away * away) - 1)
            part[:, side] *= 10 ** ((13 * (blows - 0.5) - falls) / 20)
        sound += part
    leaves = _leaves(rng, frames, blowing)
    return level(sound) + 0.17 * leaves


def _leaves(rng: Rng, frames: int, blowing: list[Array]) -> Array:
    """Dry and high, in many small flutters, and only where it blows."""
    leaves = stereo_noise(rng, frames, tilt(-3, low=1_500, high=6_000), width=0.95)
    for side in (0, 1):
        flutter = 0.6 * wander(rng, frames, 0.09) + 0.4 * wander(rng, frames, 0.4)
        leaves[:, side] *= 10 ** ((flutter * 8 + blowing[side] * 20) / 20)
    return level(leaves)
