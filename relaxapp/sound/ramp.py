"""A volume that moves without a step."""

import numpy as np

from relaxapp.sound.clip import Block


class Ramp:
    """A linear gain: one thread says where it should go, another applies it to block after block.

    `apply` allocates nothing but views. A goal takes effect at the next `heed`.
    """

    def __init__(self, gain: float, chunk: int) -> None:
        """`chunk`: the most frames one `apply` is given."""
        self._goal = (gain, 0)
        self._heeded = self._goal
        self._gain = gain
        self._step = 0.0
        self._left = 0
        self._count: Block = np.arange(1, chunk + 1, dtype=np.float32)[:, np.newaxis]
        self._gains: Block = np.zeros((chunk, 1), np.float32)

    def to(self, gain: float, frames: int) -> None:
        """Reach `gain` in so many frames, from wherever it stands then; 0 frames: at once."""
        self._goal = (gain, frames)

    def heed(self) -> None:
        """Take up the goal, if there is a new one. Called by the thread that applies it."""
        goal = self._goal
        if goal is self._heeded:
            return
        target, frames = goal
        self._left = frames
        if frames:
            self._step = (target - self._gain) / frames
        else:
            self._gain = target
        self._heeded = goal

    def arrive(self) -> None:
        """Be at the goal now."""
        self._left = 0
        self._gain = self._heeded[0]

    @property
    def left(self) -> int:
        """Frames until the goal is reached."""
        return self._left

    @property
    def falling_silent(self) -> bool:
        """Whether the goal heeded is silence."""
        return self._heeded[0] == 0

    @property
    def silent(self) -> bool:
        """Whether it stands at 0."""
        return self._left == 0 and self._gain == 0

    @property
    def resting(self) -> bool:
        """Whether it stands at 0 and nothing else is wanted: true for any thread that asks."""
        return self._goal is self._heeded and self.silent

    def apply(self, block: Block) -> None:
        """Multiply `block`, shape (frames, 2), in place, and move on by its frames."""
        frames = min(len(block), self._left)
        if frames:
            gains = self._gains[:frames]
            np.multiply(self._count[:frames], self._step, out=gains)
            np.add(gains, self._gain, out=gains)
            np.multiply(block[:frames], gains, out=block[:frames])
            self._gain += self._step * frames
            self._left -= frames
            if self._left == 0:
                self._gain = self._heeded[0]
        if frames < len(block) and self._gain != 1:
            np.multiply(block[frames:], self._gain, out=block[frames:])
