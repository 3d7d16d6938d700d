"""Lines brought to the same loudness, so that none is missed and none startles."""

import math

import numpy as np

from relaxapp.sound.loudness import amplitude, integrated
from relaxapp.sound.voices.effects import Line

LINE_LUFS = -23.0
"""The loudness of every line as it is kept; the voice's one gain brings all of them to what is heard."""
MOST_DECIBELS = 6.0
"""What is said softly stays a little softer."""
BOTH_SIDES = 10 * math.log10(2)
"""What the same sound from both sides is louder than from one, in dB: powers add up (ITU-R BS.1770)."""
LONG_ENOUGH = 1.0
"""Seconds that can be measured well."""
HIGHEST = 0.98
"""The highest peak that is kept."""


def evened(line: Line, rate: int, most: float = MOST_DECIBELS) -> Line:
    """`line` at LINE_LUFS as heard from both sides, or `most` decibels nearer to it.

    A line under 0.4 s has no loudness by the standard (ITU-R BS.1770); a short one is measured as if it were
    said again and again.
    """
    long = (
        line if len(line) >= LONG_ENOUGH * rate else np.tile(line, 1 + round(LONG_ENOUGH * rate / len(line)))
    )
    loudness = integrated([long], rate) + BOTH_SIDES
    if not np.isfinite(loudness):
        return line
    gain = amplitude(min(max(LINE_LUFS - loudness, -most), most))
    peak = max(float(line.max()), -float(line.min()))
    found: Line = line * np.float32(min(gain, HIGHEST / peak))
    return found
