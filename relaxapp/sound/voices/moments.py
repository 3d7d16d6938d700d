"""The loudest moment of a line, found quickly."""

import numpy as np

from relaxapp.sound.voices.effects import Line

MOMENT = 40
"""Hundredths of a second: the window of momentary loudness (EBU Tech 3341)."""


def loudest_moment(line: Line, rate: int) -> float:
    """The greatest root mean square in 0.4 s of `line`, or of all where it is shorter.

    Not weighted as loudness is, which would take ten times as long: of 438 lines of Festival and as many of
    espeak-ng, in both ears, none was heard more than 2.9 dB louder than this, nor less than 1.5.
    """
    step = max(1, rate // 100)
    count = len(line) // step
    if count <= MOMENT:
        return float(np.sqrt(np.mean(np.square(line))))
    pieces = line[: count * step].reshape(count, step)
    power = np.concatenate([[0.0], np.cumsum(np.einsum("ij,ij->i", pieces, pieces), dtype=np.float64)])
    return float(np.sqrt((power[MOMENT:] - power[:-MOMENT]).max() / (MOMENT * step)))
