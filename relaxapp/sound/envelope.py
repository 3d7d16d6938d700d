"""How loud the bed is at each frame: faded in and out, and eased down while words are spoken.

A pure function of the frame, so that any piece of it can be asked for alone: additions, multiplications and
minima of one frame's own numbers, which come out the same in a block of any size.
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
    BOTH = 4
    """A gap too short to come back in: up and down at once, the lower counts."""


class _Piece(NamedTuple):
    start: int
    kind: _Kind
    origin: int
    """The frame at which its ramp begins."""
    down: int = 0
    """For BOTH: the frame at which the ramp down begins."""


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
            even = self._even(piece.kind)
            if even is not None and faded_in <= at < fading_out:
                yield Gain(at, until, even)
            else:
                yield Gain(at, until, self._uneven(piece, at, until))
            at = until
            if at >= end:
                index += 1

    def _even(self, kind: _Kind) -> np.float32 | None:
        if kind is _Kind.FULL:
            return self._gain
        return self._gain * np.float32(EASED) if kind is _Kind.EASED else None

    def _uneven(self, piece: _Piece, start: int, stop: int) -> Block:
        even = self._even(piece.kind)
        if even is not None:
            gain: Block = np.full((stop - start, 2), even, np.float32)
        else:
            gain = _ramp(piece, start, stop) * self._gain
        if start < self._fade_in:
            gain *= _smooth(start, stop, self._fade_in)
        if start >= self._frames - self._fade_out:
            gain *= _smooth(self._frames - start, self._frames - stop, self._fade_out)
        return gain


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
            yield _Piece(silent_from, _Kind.BOTH, silent_from, start - DOWN)
        else:
            yield _Piece(silent_from, _Kind.UP, silent_from)
            yield _Piece(silent_from + UP, _Kind.FULL, 0)
            yield _Piece(start - DOWN, _Kind.DOWN, start - DOWN)
        yield _Piece(start, _Kind.EASED, 0)
        silent_from = end
    if silent_from is not None:
        yield _Piece(silent_from, _Kind.UP, silent_from)
        yield _Piece(silent_from + UP, _Kind.FULL, 0)


def _ramp(piece: _Piece, start: int, stop: int) -> Block:
    """What eases the bed down or lets it come back, from EASED to 1."""
    if piece.kind is _Kind.DOWN:
        return _down()[start - piece.origin : stop - piece.origin]
    if piece.kind is _Kind.UP:
        return _up()[start - piece.origin : stop - piece.origin]
    gain: Block = np.ones((stop - start, 2), np.float32)
    back = min(stop, piece.origin + UP)
    if start < back:
        gain[: back - start] = _up()[start - piece.origin : back - piece.origin]
    first = max(start, piece.down)
    if first < stop:
        under = gain[first - start :]
        np.minimum(under, _down()[first - piece.down : stop - piece.down], out=under)
    return gain


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
