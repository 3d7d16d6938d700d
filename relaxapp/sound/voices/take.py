"""One recorded line, looked at and made ready: trimmed, as loud as the others, its faults told. Pure."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from relaxapp.sound.clip import Clip
from relaxapp.sound.loudness import SILENCE, decibels
from relaxapp.sound.voices.effects import Line
from relaxapp.sound.voices.evening import evened
from relaxapp.sound.voices.shaping import int16, shaped

LOOK_SECONDS = 0.02
"""How finely the level is looked at."""
FLOOR_SHARE = 0.1
"""The quietest tenth of a recording is its noise: before the first word, and between words."""
ABOVE_FLOOR_DECIBELS = 10.0
"""What lies so far above the noise is speech."""
LEAST_SPEECH_DBFS = -50.0
"""What stays below is no speech, however quiet the room."""
LEAST_SPEECH_SECONDS = 0.15
KEPT_SECONDS = 0.12
"""What is kept before the first sound and after the last: the breath of a word."""
CLIPPED = 0.985
"""A sample so near to full scale was cut by the microphone."""
MOST_CLIPPED = 3
"""So many in one take can't be heard."""
NOISY_DBFS = -45.0
"""A noise floor above this is heard under the words."""


@dataclass(frozen=True, slots=True)
class Take:
    """What was recorded."""

    clip: Clip | None
    """The line, ready to keep; None where nothing was said."""
    floor: float
    """The noise of the room, RMS in dBFS."""
    peak: float
    """The highest peak, in dBFS."""
    clipped: bool
    """Whether it was too loud for the microphone."""

    @property
    def noisy(self) -> bool:
        """Whether the noise of the room is heard under the words."""
        return self.floor > NOISY_DBFS


def taken(line: Line, rate: int) -> Take:
    """Look at a recording, float32 in -1..1 of shape (frames,), and make its line ready."""
    levels = _levels(line, rate)
    floor = float(np.quantile(levels, FLOOR_SHARE)) if len(levels) else SILENCE
    peak = decibels(float(np.abs(line).max(initial=0)))
    clipped = int((np.abs(line) > CLIPPED).sum()) > MOST_CLIPPED
    speech = np.flatnonzero(levels > max(floor + ABOVE_FLOOR_DECIBELS, LEAST_SPEECH_DBFS))
    if len(speech) * LOOK_SECONDS < LEAST_SPEECH_SECONDS:
        return Take(None, floor, peak, clipped)
    step, kept = round(LOOK_SECONDS * rate), round(KEPT_SECONDS * rate)
    start = max(0, int(speech[0]) * step - kept)
    end = min(len(line), (int(speech[-1]) + 1) * step + kept)
    return Take(shaped(int16(evened(line[start:end], rate)), rate), floor, peak, clipped)


def _levels(line: Line, rate: int) -> npt.NDArray[np.float64]:
    """The level of each LOOK_SECONDS, RMS in dBFS."""
    step = round(LOOK_SECONDS * rate)
    whole = len(line) // step * step
    power = np.square(line[:whole].astype(np.float64)).reshape(-1, step).mean(axis=1)
    levels: npt.NDArray[np.float64] = 10 * np.log10(np.maximum(power, 1e-12))
    return levels
