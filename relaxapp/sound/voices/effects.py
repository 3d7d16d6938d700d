"""What makes a synthetic voice easier to listen to. The only import of pedalboard."""

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

Line = npt.NDArray[np.float32]
"""One line, float32 in -1..1, shape (frames,)."""

SHELF_HZ = 3_500.0
"""Above it a synthetic voice hisses and buzzes; vowels and most of what makes words clear lie below."""
SHELF_DECIBELS = -4.5
ROOM_SIZE = 0.18
ROOM_DAMPING = 0.75
ROOM_WET = 0.05
"""The room: felt rather than heard."""
ROOM_DRY = 0.5
"""The voice itself at its own level: pedalboard doubles it."""
TAIL_SECONDS = 0.25
"""How long the room may ring on after the last word."""


def warmed(line: Line, rate: int) -> Line:
    """`line` with softer high sounds and a little room, TAIL_SECONDS longer; `rate` in frames a second."""
    ringing = np.concatenate([line, np.zeros(round(TAIL_SECONDS * rate), np.float32)])
    return _played(_warmth(), ringing, rate)


def shifted(line: Line, rate: int, semitones: float) -> Line:
    """`line` higher or lower by `semitones`, as long as before."""
    from pedalboard import Pedalboard, PitchShift  # type: ignore[attr-defined]

    return _played(Pedalboard([PitchShift(semitones)]), line, rate)


def stretched(line: Line, rate: int, factor: float) -> Line:
    """`line` said `factor` times as fast, its pitch unchanged."""
    from pedalboard import time_stretch

    found: Line = time_stretch(line, rate, stretch_factor=factor).reshape(-1)
    return found


@lru_cache(maxsize=1)
def _warmth() -> Any:
    from pedalboard import HighShelfFilter, Pedalboard, Reverb  # type: ignore[attr-defined]

    return Pedalboard(
        [
            HighShelfFilter(SHELF_HZ, SHELF_DECIBELS),
            Reverb(
                room_size=ROOM_SIZE, damping=ROOM_DAMPING, wet_level=ROOM_WET, dry_level=ROOM_DRY, width=0
            ),
        ]
    )


def _played(board: Any, line: Line, rate: int) -> Line:
    """Through effects that forget what came before, so that a line sounds the same each time."""
    found: Line = board(line, rate, reset=True)
    return found
