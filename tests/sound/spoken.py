"""A line said into a microphone: noise of a room, and words in the middle."""

import numpy as np
import numpy.typing as npt

from relaxapp.timing.frames import RATE


def room(seconds: float, noise: float) -> npt.NDArray[np.float32]:
    """Nothing but the noise of a room, RMS, linear."""
    return np.random.default_rng(1).normal(0, noise, round(seconds * RATE)).astype(np.float32)


def spoken(
    *, before: float = 0.5, words: float = 2.0, after: float = 0.5, volume: float = 0.3, noise: float = 0.0005
) -> npt.NDArray[np.float32]:
    """Words of `volume`, peak, with a room around them; the words swell like syllables."""
    line = room(before + words + after, noise)
    at = np.arange(round(words * RATE)) / RATE
    voice = np.sin(2 * np.pi * 160 * at) * (0.75 + 0.25 * np.cos(2 * np.pi * 3 * at)) * volume
    start = round(before * RATE)
    line[start : start + len(voice)] += voice.astype(np.float32)
    return line
