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
    np.rint(line, out=line)
    np.clip(line, -32_768, 32_767, out=line)
    return Clip(line.astype(np.int16), RATE)
