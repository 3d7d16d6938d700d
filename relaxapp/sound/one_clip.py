"""A single clip as a player plays it."""

import numpy as np

from relaxapp.sound.clip import Block, Clip
from relaxapp.sound.speech import ready
from relaxapp.timing.frames import frames

QUIET_SECONDS = 0.5
"""Silence at either end, which devices may cut."""


class OneClip:
    """Nothing but the clip, with a little silence at both ends."""

    def __init__(self, clip: Clip, gain: float) -> None:
        """`gain`: linear."""
        quiet = np.zeros((frames(QUIET_SECONDS), 2), np.float32)
        self._sound: Block = np.concatenate([quiet, ready(clip, gain), quiet])

    @property
    def frames(self) -> int:
        """Its length at the house rate."""
        return len(self._sound)

    def render_stems(self, start: int, frames: int) -> tuple[Block, Block]:
        """The clip as voice, and no bed; silence beyond its ends."""
        voice = np.zeros((frames, 2), np.float32)
        part = self._sound[max(start, 0) : max(start + frames, 0)]
        at = max(-start, 0)
        voice[at : at + len(part)] = part
        return voice, np.zeros((frames, 2), np.float32)
