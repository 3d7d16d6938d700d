"""Pink noise: an even hush, 3 dB less with every octave up, its sharpest end softened."""

from audio.synthesis import RATE, Array, Rng, stereo_noise, tilt


def make(rng: Rng) -> Array:
    """A minute and more, shape (frames, 2)."""
    return stereo_noise(rng, 72 * RATE, tilt(-3.6, low=60, high=4500), width=0.6)
