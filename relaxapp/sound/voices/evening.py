"""Lines brought to the same loudness, so that none is missed and none startles."""

import numpy as np

from relaxapp.sound.loudness import amplitude, integrated
from relaxapp.sound.voices.effects import Line

LINE_LUFS = -23.0
"""The loudness of every line as it is kept; the voice's one gain brings all of them to what is heard."""
MOST_DECIBELS = 6.0
"""What is said softly stays a little softer."""
LONG_ENOUGH = 1.0
"""Seconds that can be measured well."""
HIGHEST = 0.98
"""The highest peak that is kept."""


def evened(line: Line, rate: int, most: float = MOST_DECIBELS) -> Line:
    """`line` at LINE_LUFS as heard from both sides, or `most` decibels nearer to it.

    A line under 0.4 s has no loudness by the standard (ITU-R BS.1770); a short one is measured as if it were
    said again and again.
    """
    again = np.tile(line, 1 + round(LONG_ENOUGH * rate) // max(1, len(line)))
    loudness = integrated([np.repeat(again, 2).reshape(-1, 2)], rate)
    if not np.isfinite(loudness):
        return line
    gain = amplitude(min(max(LINE_LUFS - loudness, -most), most))
    peak = float(np.abs(line).max())
    found: Line = line * np.float32(min(gain, HIGHEST / peak))
    return found
