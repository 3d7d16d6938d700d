"""A gentle limiter: peaks that stick out are lowered by themselves, so that every line stays equally loud."""

import numpy as np
import numpy.typing as npt

from relaxapp.sound.clip import Clip

BLOCK_SECONDS = 0.001
"""How finely peaks are looked at."""
REACH_BLOCKS = 15
"""Over how many blocks on either side a lowering comes and goes: longer than a period of a low voice, so that
the gain does not follow the wave itself."""


def limited(clip: Clip, ceiling: float) -> Clip:
    """`clip` with no sample above `ceiling`, linear of full scale; the clip itself where none is."""
    highest = ceiling * 32_768
    sizes = np.abs(clip.samples.astype(np.float32))
    if not len(sizes) or sizes.max() <= highest:
        return clip
    block = max(1, round(BLOCK_SECONDS * clip.rate))
    starts = np.arange(0, len(sizes), block)
    peaks = np.maximum.reduceat(sizes, starts)
    gains = _smoothed(np.minimum(1, highest / np.maximum(peaks, 1)))
    gain = np.interp(np.arange(len(sizes)), starts + block / 2, gains)
    return Clip(np.trunc(clip.samples * gain).astype(np.int16), clip.rate)


def _smoothed(needed: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    """A gain a block that is smooth, and never above what the block and its neighbours need."""
    reach = REACH_BLOCKS + 1
    padded = np.pad(needed, reach + REACH_BLOCKS, constant_values=1)
    lowest = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).min(axis=1)
    window = np.hanning(2 * REACH_BLOCKS + 3)[1:-1]
    return np.convolve(lowest, window / window.sum(), "valid")
