"""One line as its listener has tuned it."""

import numpy as np

from relaxapp.sound.clip import Clip
from relaxapp.sound.voices.breath import breathing
from relaxapp.sound.voices.effects import shifted, warmed
from relaxapp.sound.voices.evening import evened
from relaxapp.sound.voices.shaping import int16, shaped
from relaxapp.sound.voices.voice import Tuning


def in_tune(clip: Clip, tuning: Tuning, semitones: float = 0.0) -> Clip:
    """`clip` higher by `semitones`, with its breaths and its warmth, as loud as every other line."""
    line = clip.samples * np.float32(1 / 32_768)
    if semitones:
        line = shifted(line, clip.rate, semitones)
    if tuning.comma_seconds:
        line = breathing(line, clip.rate, tuning.comma_seconds)
    if tuning.warm:
        line = warmed(line, clip.rate)
    return shaped(int16(evened(line, clip.rate)), clip.rate)
