"""A breath where the voice pauses inside a line."""

from itertools import pairwise

import numpy as np

from relaxapp.sound.voices.effects import Line

LEAST_SECONDS = 0.15
"""A pause: the closing of the lips before a p lasts less than half of it."""
QUIET = 0.02
"""What counts as a pause, as a share of the line's peak: -34 dB."""
LOOK_SECONDS = 0.005
"""How finely it is looked for."""
EDGE_SECONDS = 0.02
"""How long the voice's own noise fades at either side of the breath."""


def breathing(line: Line, rate: int, seconds: float) -> Line:
    """`line` with `seconds` more silence in the middle of each pause inside it."""
    middles = [round((start + end) / 2) for start, end in pauses(line, rate)]
    more = np.zeros(round(seconds * rate), np.float32)
    edge = round(EDGE_SECONDS * rate)
    pieces: list[Line] = []
    for start, end in pairwise([0, *middles, len(line)]):
        part = line[start:end].copy()
        if start:
            part[:edge] *= np.linspace(0, 1, edge, dtype=np.float32)
        if end < len(line):
            part[-edge:] *= np.linspace(1, 0, edge, dtype=np.float32)
        pieces += [part, more]
    return np.concatenate(pieces[:-1])


def pauses(line: Line, rate: int) -> list[tuple[int, int]]:
    """The first frame of each pause inside the line, and the frame after its last."""
    step = max(1, round(LOOK_SECONDS * rate))
    if len(line) < 3 * step:
        return []
    peaks = np.maximum.reduceat(np.abs(line), np.arange(0, len(line), step))
    loud = np.flatnonzero(peaks > QUIET * peaks.max())
    gaps = np.flatnonzero(np.diff(loud) * LOOK_SECONDS > LEAST_SECONDS)
    return [(int(loud[at] + 1) * step, int(loud[at + 1]) * step) for at in gaps]
