"""A gentle limiter: peaks that stick out are lowered by themselves, so that every line stays equally loud."""

import numpy as np
import numpy.typing as npt

from relaxapp.sound.clip import Clip

BLOCK_SECONDS = 0.001
"""How finely peaks are looked at."""
REACH_BLOCKS = 15
"""Over how many blocks on either side a lowering comes and goes: longer than a period of a low voice, so that
the gain does not follow the wave itself."""
ROUNDING = 1 - 1e-6
"""What keeps a rounded product from passing the ceiling."""


def limited(clip: Clip, ceiling: float) -> Clip:
    """`clip` with no sample above `ceiling`, linear of full scale; the clip itself where none is."""
    samples = clip.samples
    highest = ceiling * 32_768
    if max(int(samples.max(initial=0)), -int(samples.min(initial=0))) <= highest:
        return clip
    block = max(1, round(BLOCK_SECONDS * clip.rate))
    blocks = -(-len(samples) // block)
    line = np.zeros((blocks, block), np.float32)
    line.reshape(-1)[: len(samples)] = samples
    peaks = np.maximum(line.max(axis=1), -line.min(axis=1))
    line *= _interpolated(_smoothed(np.minimum(1, highest * ROUNDING / np.maximum(peaks, 1))), block)
    return Clip(line.reshape(-1)[: len(samples)].astype(np.int16), clip.rate)


def _interpolated(gains: npt.NDArray[np.float64], block: int) -> npt.NDArray[np.float32]:
    """The gain of each sample, shape (blocks, block): straight lines between the middles of the blocks."""
    half = block // 2
    padded = np.pad(gains, 1, mode="edge").astype(np.float32)
    way = (np.arange(block) + 0.5).astype(np.float32) / np.float32(block)
    between = np.outer(padded[:-1], np.float32(1) - way) + np.outer(padded[1:], way)
    return between.reshape(-1)[block - half :][: len(gains) * block].reshape(-1, block)


def _smoothed(needed: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    """A gain a block that is smooth, and never above what the block and its neighbours need."""
    reach = REACH_BLOCKS + 1
    padded = np.pad(needed, reach + REACH_BLOCKS, constant_values=1)
    lowest = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).min(axis=1)
    window = np.hanning(2 * REACH_BLOCKS + 3)[1:-1]
    return np.convolve(lowest, window / window.sum(), "valid")
