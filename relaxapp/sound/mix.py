"""The mix: words, tones and bed laid over each other, frame by frame, from anywhere in a plan.

What a frame sounds like depends on the plan alone, never on which block it was asked for in, or in what
order: levels are functions of the frame, and sums are taken in one order.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from relaxapp.sound.beds import Bed
from relaxapp.sound.clip import Block, Samples
from relaxapp.sound.envelope import Envelope
from relaxapp.sound.hearing import USUAL, Hearing
from relaxapp.sound.speech import Speech
from relaxapp.sound.swells import Breath, swell
from relaxapp.timing.frames import RATE, frames
from relaxapp.words.script import Say

CHUNK = 16_384
"""Frames worked on at once in `pcm`, so that they stay in the processor's cache."""
BLOCK_SECONDS = 2.0
"""Seconds of a block of `blocks`."""
AHEAD = 3
"""Blocks rendered ahead by `blocks`, at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Placement:
    """A sound at its place."""

    start: int
    """The frame at which it begins; may lie before the plan, as a tone's swell does."""
    frames: int
    """How long it may last at most: what the sound holds beyond is not heard."""
    sound: Say | Breath | Block
    """A line or a breath, made when it is wanted, or the samples themselves, float32 of shape (frames, 2)."""
    gain: float = 1.0
    """Linear."""


class Mix:
    """Everything heard of a plan, in two stems: the voice (words, tones, bells: what guides) and the bed."""

    rate = RATE
    """Frames a second."""

    def __init__(
        self,
        placements: Sequence[Placement],
        bed: Bed,
        frames: int,
        speech: Speech,
        envelope: Envelope,
        hearing: Hearing = USUAL,
    ) -> None:
        """`frames`: the length of the whole; `envelope`: the gain of the bed's samples taken as -1..1."""
        self._placements = sorted(placements, key=lambda placement: placement.start)
        self._starts = [placement.start for placement in self._placements]
        self._longest = max((placement.frames for placement in self._placements), default=0)
        self._bed = bed
        self._frames = frames
        self._speech = speech
        self._envelope = envelope
        self._hearing = hearing

    @property
    def frames(self) -> int:
        """The length in frames at the house rate."""
        return self._frames

    @property
    def bed(self) -> Bed:
        """What sounds under the words."""
        return self._bed

    def render_stems(self, start: int, frames: int) -> tuple[Block, Block]:
        """Voice and bed from `start` on, each float32 of shape (frames, 2); silence outside the plan."""
        voice: Block = np.zeros((frames, 2), np.float32)
        bed: Block = np.zeros((frames, 2), np.float32)
        first, last = max(start, 0), min(start + frames, self._frames)
        if first < last:
            for piece in self._heard(first, last):
                _add(voice[first - start : last - start], piece, first)
            self._lay_bed(bed[first - start : last - start], first, last)
            if not self._hearing.usual:
                _to_ears(voice, self._hearing)
                _to_ears(bed, self._hearing)
        return voice, bed

    def render(self, start: int, frames: int) -> Block:
        """Voice and bed together, float32 of shape (frames, 2)."""
        voice, bed = self.render_stems(start, frames)
        bed += voice
        return bed

    def pcm(self, start: int, frames: int) -> Samples:
        """What `render` gives, as int16: rounded, and held within its range.

        The same samples as rounding `render`, at a fraction of its cost: for files.
        """
        made: Samples = np.zeros((frames, 2), np.int16)
        if not self._hearing.usual:
            to_int16(self.render(start, frames), made)
            return made
        voice: Block = np.empty((CHUNK, 2), np.float32)
        mixed: Block = np.empty((CHUNK, 2), np.float32)
        for first in range(max(start, 0), min(start + frames, self._frames), CHUNK):
            last = min(first + CHUNK, start + frames, self._frames)
            whole = mixed[: last - first]
            if not self._lay_bed(whole, first, last):
                whole.fill(0)
            pieces = self._heard(first, last)
            if len(pieces) == 1:
                _add(whole, pieces[0], first)
            elif pieces:
                words = voice[: last - first]
                words.fill(0)
                for piece in pieces:
                    _add(words, piece, first)
                whole += words
            to_int16(whole, made[first - start : last - start])
        return made

    def blocks(self, seconds: float = BLOCK_SECONDS) -> Iterator[Samples]:
        """The whole plan as int16, block by block, rendered in a thread while the one before is written."""
        step = frames(seconds)
        ahead: deque[Future[Samples]] = deque()
        with ThreadPoolExecutor(1, "rendering") as thread:
            try:
                for start in range(0, self._frames, step):
                    ahead.append(thread.submit(self.pcm, start, min(step, self._frames - start)))
                    if len(ahead) > AHEAD:
                        yield ahead.popleft().result()
                while ahead:
                    yield ahead.popleft().result()
            finally:
                for block in ahead:
                    block.cancel()

    def _heard(self, first: int, last: int) -> list["_Heard"]:
        """The pieces of placements between two frames, in the order of the plan."""
        heard = []
        for index in range(bisect_left(self._starts, first - self._longest), len(self._starts)):
            placement = self._placements[index]
            if placement.start >= last:
                break
            if placement.start + placement.frames <= first:
                continue
            whole = self._samples(placement.sound)
            if whole is None:
                continue
            begin = max(first, placement.start)
            end = min(last, placement.start + min(placement.frames, len(whole)))
            if begin < end:
                heard.append(
                    _Heard(begin, whole[begin - placement.start : end - placement.start], placement.gain)
                )
        return heard

    def _samples(self, sound: Say | Breath | Block) -> Block | None:
        match sound:
            case Say():
                return self._speech.get(sound)
            case Breath():
                return swell(sound)
            case _:
                return sound

    def _lay_bed(self, out: Block, first: int, last: int) -> bool:
        """Write the bed into `out`; False where there is none."""
        if not len(self._bed.samples):
            return False
        for gain in self._envelope.gains(first, last):
            for at, piece in self._bed.stretches(gain.start, gain.stop):
                value = gain.value
                if isinstance(value, np.ndarray):
                    value = value[at - gain.start : at - gain.start + len(piece)]
                np.multiply(piece, value, out=out[at - first : at - first + len(piece)])
        return True


@dataclass(frozen=True, slots=True, eq=False)
class _Heard:
    """What of a placement lies in a block."""

    start: int
    samples: Block
    gain: float


def _add(out: Block, piece: _Heard, first: int) -> None:
    """Add a piece to `out`, whose first frame is `first`."""
    under = out[piece.start - first : piece.start - first + len(piece.samples)]
    if piece.gain == 1:
        under += piece.samples
    else:
        under += piece.samples * np.float32(piece.gain)


def to_int16(block: Block, out: Samples) -> None:
    """Round float32 samples into `out`, int16; `block` is used up."""
    block *= np.float32(32768)
    np.rint(block, out=block)
    np.clip(block, -32768, 32767, out=block)
    np.copyto(out, block, casting="unsafe")


def _to_ears(block: Block, hearing: Hearing) -> None:
    """Make one channel of both where it is asked for, and turn one side down, in place."""
    if hearing.mono:
        block[:, 0] += block[:, 1]
        block[:, 0] *= np.float32(0.5)
        block[:, 1] = block[:, 0]
    block *= np.array(hearing.gains, np.float32)
