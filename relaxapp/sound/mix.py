"""The mix: words, tones and bed laid over each other, frame by frame, from anywhere in a plan.

What a frame sounds like depends on the plan alone, never on which block it was asked for in, or in what
order: levels are functions of the frame, and sums are taken in one order.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from relaxapp.sound.beds import Bed
from relaxapp.sound.clip import Block, Samples
from relaxapp.sound.envelope import Envelope
from relaxapp.sound.hearing import USUAL, Hearing
from relaxapp.sound.speech import FULL_SCALE, Line, Speech
from relaxapp.sound.swells import Breath, swell
from relaxapp.timing.frames import RATE, frames
from relaxapp.words.script import Say

CHUNK = 131_072
"""Frames worked on at once in `pcm`: few enough to stay in the processor's cache, and so many that a thread
that mixes and one that writes seldom wait for Python's lock."""
BLOCK_SECONDS = 10.0
"""Seconds of a block of `blocks`: handing one to another thread takes as long as mixing a second."""
RANGE = -32_768, 32_767
"""The lowest and the highest of int16."""


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
        """`frames`: the length of the whole; `envelope`: the gain of the bed."""
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
            within = slice(first - start, last - start)
            for piece in self._heard(first, last):
                _add(voice[within], piece, first)
            voice[within] /= FULL_SCALE
            if self._lay_bed(bed[within], first, last):
                bed[within] /= FULL_SCALE
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
        made: Samples = np.empty((frames, 2), np.int16)
        if not self._hearing.usual:
            mixed = self.render(start, frames) * FULL_SCALE
            round_to(made, np.clip(mixed, *RANGE, out=mixed))
            return made
        first = min(max(start, 0), start + frames)
        last = max(min(start + frames, self._frames), first)
        made[: first - start] = 0
        made[last - start :] = 0
        mixed, words = np.empty((2, min(CHUNK, frames), 2), np.float32)
        for at in range(first, last, CHUNK):
            stop = min(at + CHUNK, last)
            self._mix(mixed[: stop - at], words[: stop - at], at)
            round_to(made[at - start : stop - start], mixed[: stop - at])
        return made

    def blocks(self, seconds: float = BLOCK_SECONDS) -> Iterator[Samples]:
        """The whole plan as int16, block by block."""
        step = frames(seconds)
        for start in range(0, self._frames, step):
            yield self.pcm(start, min(step, self._frames - start))

    def _mix(self, out: Block, words: Block, first: int) -> None:
        """Write what sounds from `first` on into `out`, in int16 steps, none beyond their range.

        `words`: room of the same shape to add up words and tones in.
        """
        last = first + len(out)
        if not self._lay_bed(out, first, last):
            out.fill(0)
        pieces = self._heard(first, last)
        if not pieces:
            return
        begin, end = min(piece.start for piece in pieces), max(piece.end for piece in pieces)
        under = out[begin - first : end - first]
        if len(pieces) == 1:
            _add(under, pieces[0], begin)
        else:
            together = words[begin - first : end - first]
            together.fill(0)
            for piece in pieces:
                _add(together, piece, begin)
            under += together
        np.clip(under, *RANGE, out=under)

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
                part = whole[begin - placement.start : end - placement.start]
                heard.append(_Heard(begin, part, placement.gain * _steps(placement.sound)))
        return heard

    def _samples(self, sound: Say | Breath | Block) -> Line | Block | None:
        match sound:
            case Say():
                return self._speech.get(sound)
            case Breath():
                return swell(sound)
            case _:
                return sound

    def _lay_bed(self, out: Block, first: int, last: int) -> bool:
        """Write the bed into `out`, in int16 steps; False where there is none."""
        if not len(self._bed.samples):
            return False
        for gain in self._envelope.gains(first, last):
            for at, piece in self._bed.stretches(gain.start, gain.stop):
                value = gain.value
                if isinstance(value, np.ndarray):
                    value = value[at - gain.start : at - gain.start + len(piece)]
                under = out[at - first : at - first + len(piece)]
                np.copyto(under, piece)
                under *= value
        return True


@dataclass(frozen=True, slots=True, eq=False)
class _Heard:
    """What of a placement lies in a block."""

    start: int
    samples: Line | Block
    gain: float
    """What brings the samples to int16 steps."""

    @property
    def end(self) -> int:
        return self.start + len(self.samples)


def _steps(sound: Say | Breath | Block) -> float:
    """What brings the samples of a sound to int16 steps; those of a line are in them already."""
    return 1.0 if isinstance(sound, Say) else FULL_SCALE


def _add(out: Block, piece: _Heard, first: int) -> None:
    """Add a piece to `out`, whose first frame is `first`."""
    under = out[piece.start - first : piece.start - first + len(piece.samples)]
    samples = piece.samples if piece.gain == 1 else piece.samples * np.float32(piece.gain)
    if samples.ndim == 1:
        under[:, 0] += samples
        under[:, 1] += samples
    else:
        under += samples


def round_to(out: Samples, block: Block) -> None:
    """Round float32 samples in int16 steps, none beyond their range, into `out`; `block` is used up."""
    np.rint(block, out=block)
    np.copyto(out, block, casting="unsafe")


def _to_ears(block: Block, hearing: Hearing) -> None:
    """Make one channel of both where it is asked for, and turn one side down, in place."""
    if hearing.mono:
        block[:, 0] += block[:, 1]
        block[:, 0] *= np.float32(0.5)
        block[:, 1] = block[:, 0]
    block *= np.array(hearing.gains, np.float32)
