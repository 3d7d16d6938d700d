"""Brown noise: a low, even roar, 6 dB less with every octave up."""

from audio.synthesis import RATE, Array, Rng, stereo_noise, straight


def make(rng: Rng) -> Array:
    """A minute and more, shape (frames, 2)."""
    return stereo_noise(rng, 72 * RATE, straight(-6.02), width=0.5)
