"""Pink noise: an even hush, 3 dB less with every octave up."""

from audio.synthesis import RATE, Array, Rng, stereo_noise, straight


def make(rng: Rng) -> Array:
    """A minute and more, shape (frames, 2)."""
    return stereo_noise(rng, 72 * RATE, straight(-3.01), width=0.6)
