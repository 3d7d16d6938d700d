"""From the rate a voice speaks at to the house rate."""

import numpy as np

from relaxapp.sound.clip import Clip
from relaxapp.timing.frames import RATE


def at_house_rate(clip: Clip) -> Clip:
    """`clip` at the house rate; the clip itself where it is at that rate already.

    Done once, when a line is voiced: resampling takes longer than all the mixing of a practice.
    """
    if clip.rate == RATE:
        return clip
    if not len(clip.samples):
        return Clip(clip.samples, RATE)
    import soxr

    line = soxr.resample(clip.samples.astype(np.float32), clip.rate, RATE)
    return Clip(np.rint(np.clip(line, -32_768, 32_767)).astype(np.int16), RATE)


def house_frames(frames: int, rate: int) -> int:
    """The length of `frames` at `rate` once they are resampled to the house rate: the nearest, halves up."""
    return (2 * frames * RATE + rate) // (2 * rate)
