"""Spoken lines made ready to mix: at the house rate, at their level, with soft edges."""

import threading
from collections import OrderedDict
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from relaxapp.sound.clip import Block, Clip
from relaxapp.sound.resampling import at_house_rate
from relaxapp.timing.frames import frames
from relaxapp.words.script import Say

Line = npt.NDArray[np.float32]
"""float32 in int16 steps, shape (frames,): the same for both channels."""
ClipOf = Callable[[Say], Clip | None]
"""The clip of a line, or None where it is not voiced yet."""

VOICE_LUFS = -20.0
"""How loud the voice is heard, integrated."""
LINE_LUFS = -23.0
"""How loud each line is kept, as heard from both sides: its peaks have room."""
VOICE_GAIN = 10 ** ((VOICE_LUFS - LINE_LUFS) / 20)
"""What brings every line from the one to the other, linear."""
MOST_SECONDS = 60
"""Seconds of speech kept decoded; what was heard longest ago goes first."""
CEILING = 10 ** (-4 / 20)
"""The highest sample of any line, linear; 1 dB below the -3 dBTP allowed, for what lies between samples."""
FULL_SCALE = 32_768
"""int16 steps from 0 to full scale. A power of two, so that going from one to the other changes no sample."""
EDGE = frames(0.003)
"""The ramp at both ends of a line, so that none begins or ends with a click."""


class Speech:
    """The lines of a practice, each decoded when it is wanted and kept for a while."""

    def __init__(self, clip_of: ClipOf, gain: float = 1.0, most_seconds: float = MOST_SECONDS) -> None:
        """`gain`: linear, what brings this voice to its level."""
        self._clip_of = clip_of
        self._gain = gain
        self._most = frames(most_seconds)
        self._ready: OrderedDict[Say, Line] = OrderedDict()
        self._held = 0
        self._lock = threading.Lock()

    def get(self, say: Say) -> Line | None:
        """The line as `ready` makes it; None where it is not voiced yet."""
        with self._lock:
            found = self._ready.get(say)
            if found is not None:
                self._ready.move_to_end(say)
                return found
            clip = self._clip_of(say)
            if clip is None:
                return None
            made = ready(clip, self._gain)
            self._ready[say] = made
            self._held += len(made)
            while self._held > self._most and len(self._ready) > 1:
                self._held -= len(self._ready.popitem(last=False)[1])
            return made


def ready(clip: Clip, gain: float) -> Line:
    """One clip at the house rate, times `gain` but no higher than CEILING."""
    samples = at_house_rate(clip).samples
    highest = max(int(samples.max(initial=0)), -int(samples.min(initial=0))) * gain / FULL_SCALE
    if highest > CEILING:
        gain *= CEILING / highest
    line = samples * np.float32(gain)
    edge = min(EDGE, len(line) // 2)
    ramp = np.arange(edge, dtype=np.float32) / np.float32(max(1, edge))
    line[:edge] *= ramp
    line[len(line) - edge :] *= ramp[::-1]
    line.flags.writeable = False
    return line


def both_ears(line: Line) -> Block:
    """A line as it is heard by itself: float32 in -1..1 of shape (frames, 2)."""
    heard: Block = np.empty((len(line), 2), np.float32)
    heard[:] = (line / np.float32(FULL_SCALE))[:, np.newaxis]
    return heard
