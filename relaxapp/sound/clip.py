"""A clip: one spoken line as samples."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.int16]
Block = npt.NDArray[np.float32]
"""float32 in -1..1, shape (frames, 2)."""


@dataclass(frozen=True, slots=True)
class Clip:
    """One spoken line, mono, at the rate its voice speaks at."""

    samples: Samples
    """int16, shape (frames,)."""
    rate: int
    """Frames a second."""

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / self.rate
