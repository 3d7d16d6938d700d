"""How loud the bed is at each frame: faded in and out, and eased down while words are spoken.

A pure function of the frame, so that any piece of it can be asked for alone: it is looked up in two ramps, or
worked out from one frame's own numbers, and comes out the same in a block of any size.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from typing import NamedTuple

import numpy as np

from relaxapp.sound.clip import Block
from relaxapp.timing.frames import frames as frames_of

EASED = 10 ** (-3 / 20)
"""The bed under words, linear: 3 dB down."""
DOWN = frames_of(1.5)
"""How long it takes to ease down, before a word begins; a plan is revised no nearer than this."""
UP = frames_of(2.5)
"""How long it takes to come back after the last word."""


class _Kind(Enum):
    FULL = 0
    EASED = 1
    DOWN = 2
    UP = 3


class _Piece(NamedTuple):
    start: int
    kind: _Kind
    origin: int
    """The frame at which its ramp begins."""


class Gain(NamedTuple):
    """The gain over a stretch of frames."""

    start: int
    stop: int
    value: np.float32 | Block
    """One number where it is even; else float32 of shape (stop - start, 2)."""


class Envelope:
    """The gain of the bed from frame 0 to `frames`."""

    def __init__(
        self, frames: int, words: Sequence[tuple[int, int]], gain: float, fade_in: int, fade_out: int
    ) -> None:
        """What is said from which frame to which (the frame after its last), and the fades in frames.

        `gain`: linear, where the bed is at its fullest. Raises ValueError where it would make the bed louder
        than its file, and so might leave the range of its samples.
        """
        if gain > 1:
            raise ValueError("a bed is never made louder than its file")
        self._frames = frames
        self._gain = np.float32(gain)
        self._ramps = {_Kind.DOWN: _down() * self._gain, _Kind.UP: _up() * self._gain}
        self._fade_in = min(fade_in, frames // 2)
        self._fade_out = min(fade_out, frames // 2)
        self._pieces = list(_pieces(_joined(words)))
        self._starts = [piece.start for piece in self._pieces]

    def gains(self, start: int, stop: int) -> Iterator[Gain]:
        """The gain from `start` to `stop`, both within the plan, in stretches."""
        faded_in, fading_out = self._fade_in, self._frames - self._fade_out
        at = start
        index = bisect_right(self._starts, start) - 1
        while at < stop:
            piece = self._pieces[index]
            end = self._starts[index + 1] if index + 1 < len(self._starts) else self._frames
            until = min(end, stop)
            for edge in (faded_in, fading_out):
                if at < edge < until:
                    until = edge
            value = self._unfaded(piece, at, until)
            if at < faded_in or at >= fading_out:
                value = value * self._fade(at, until)
            yield Gain(at, until, value)
            at = until
            if at >= end:
                index += 1

    def _unfaded(self, piece: _Piece, start: int, stop: int) -> np.float32 | Block:
        match piece.kind:
            case _Kind.FULL:
                return self._gain
            case _Kind.EASED:
                return self._gain * np.float32(EASED)
            case ramp:
                return self._ramps[ramp][start - piece.origin : stop - piece.origin]

    def _fade(self, start: int, stop: int) -> Block:
        """The fades from `start` to `stop`, which lie on one side of where a fade ends or begins."""
        if start < self._fade_in:
            return _smooth(start, stop, self._fade_in)
        return _smooth(self._frames - start, self._frames - stop, self._fade_out)


def _joined(words: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words in order, those that touch or overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(words):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif end > start:
            joined.append((start, end))
    return joined


def _pieces(words: list[tuple[int, int]]) -> Iterator[_Piece]:
    """The pieces from before all time to its end."""
    yield _Piece(-(2**62), _Kind.FULL, 0)
    silent_from: int | None = None
    for start, end in words:
        if silent_from is None:
            yield _Piece(start - DOWN, _Kind.DOWN, start - DOWN)
        elif start - silent_from < UP + DOWN:
            # The gap is too short to come back in: up until the ramps meet.
            meeting = start - (start - silent_from) * DOWN // (UP + DOWN)
            yield _Piece(silent_from, _Kind.UP, silent_from)
            yield _Piece(meeting, _Kind.DOWN, start - DOWN)
        else:
            yield _Piece(silent_from, _Kind.UP, silent_from)
            yield _Piece(silent_from + UP, _Kind.FULL, 0)
            yield _Piece(start - DOWN, _Kind.DOWN, start - DOWN)
        yield _Piece(start, _Kind.EASED, 0)
        silent_from = end
    if silent_from is not None:
        yield _Piece(silent_from, _Kind.UP, silent_from)
        yield _Piece(silent_from + UP, _Kind.FULL, 0)


@cache
def _down() -> Block:
    return np.float32(1) - np.float32(1 - EASED) * _smooth(0, DOWN, DOWN)


@cache
def _up() -> Block:
    return np.float32(1) - np.float32(1 - EASED) * _smooth(UP, 0, UP)


def _smooth(first: int, last: int, length: int) -> Block:
    """A smooth rise from 0 at frame 0 to 1 at `length`, from `first` to `last`, rising or falling."""
    step = 1 if last >= first else -1
    x = np.arange(first, last, step, dtype=np.float64) / length
    y = (x * x * (3 - 2 * x)).astype(np.float32)
    return np.repeat(y, 2).reshape(-1, 2)
