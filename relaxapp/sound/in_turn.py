"""A clip or two as a player plays them: one after the other, with nothing before the first word."""

from collections.abc import Sequence

import numpy as np

from relaxapp.sound.clip import Block, Clip
from relaxapp.sound.speech import VOICE_GAIN, both_ears, ready
from relaxapp.timing.frames import frames

AFTER_SECONDS = 0.9
"""Silence after each clip."""


class InTurn:
    """Nothing but the clips. One made of more of them goes on where one made of fewer ends."""

    def __init__(self, clips: Sequence[Clip]) -> None:
        """As lines are kept: they are heard at the level of a practice."""
        quiet = np.zeros((frames(AFTER_SECONDS), 2), np.float32)
        self._sound: Block = np.concatenate(
            [part for clip in clips for part in (both_ears(ready(clip, VOICE_GAIN)), quiet)]
        )

    @property
    def frames(self) -> int:
        """Its length at the house rate."""
        return len(self._sound)

    def render_stems(self, start: int, frames: int) -> tuple[Block, Block]:
        """The clips as voice, and no bed; silence beyond their ends."""
        voice = np.zeros((frames, 2), np.float32)
        part = self._sound[max(start, 0) : max(start + frames, 0)]
        at = max(-start, 0)
        voice[at : at + len(part)] = part
        return voice, np.zeros((frames, 2), np.float32)
