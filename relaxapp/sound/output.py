"""The callback: what the sound device calls for every block. It copies; everything else happened before."""

from collections.abc import Callable
from typing import Any

import numpy as np

from relaxapp.sound.clip import Block
from relaxapp.sound.playhead import Playhead
from relaxapp.sound.ramp import Ramp
from relaxapp.sound.ring import Ring
from relaxapp.timing.frames import RATE, frames

CHUNK = 2_400
"""Frames mixed at a time: the scratch memory's length, 50 ms."""
LEAD = frames(0.5)
"""Silence at the start of a stream, since devices swallow what comes first."""
STOOD_STILL = 1.5
"""Seconds from one call to the next after which the program itself must have been held up."""
STOOD_STILL_EARLY = 4.0
"""The same in the first seconds of a stream; sound servers let them stutter."""
LONGEST_DELAY = 2.0
"""Seconds; a device that claims to take longer from callback to ear doesn't tell the truth."""


class Output:
    """One stream's callback and what it has done. Made anew for every stream opened.

    It takes no lock, opens no file and allocates no sample memory. Other threads steer it through the three
    ramps and read its counts.
    """

    def __init__(self, ring: Ring, clock: Callable[[], float], voice: float, bed: float) -> None:
        """`voice`, `bed`: the gains to start with. It is silent until `transport` is raised."""
        self._ring = ring
        self._clock = clock
        self._voice: Block = np.zeros((CHUNK, 2), np.float32)
        self._bed: Block = np.zeros((CHUNK, 2), np.float32)
        self.voice_gain = Ramp(voice, CHUNK)
        self.bed_gain = Ramp(bed, CHUNK)
        self.transport = Ramp(0.0, CHUNK)
        """Play, pause and stop: at 0 nothing is read from the ring."""
        self.playhead = Playhead(ring.at)
        self.latency = 0.0
        """Seconds from callback to ear, for devices that don't say it with every block."""
        self.under_runs = 0
        """Blocks in which samples were missing, or that the device says came too late."""
        self.block = CHUNK
        """The most frames the device has asked for at once, at least a chunk."""
        self.sounds_until = 0.0
        """When the last sound copied will have been heard, in seconds of the clock."""
        self.ended = False
        """Whether the device has ended the stream."""
        self.stood_still = False
        """Whether it was not called for a long time while it played, and fell silent when it was again."""
        self._frames = 0

    def __call__(self, out: Block, frames: int, time: Any, status: Any) -> None:
        """Fill `out`, shape (frames, 2). `time`, `status`: as PortAudio gives them."""
        now = self._clock()
        self._heed()
        self._fall_silent_after_standing_still(now)
        start = self._frames
        read = self._ring.at
        if frames > self.block:
            self.block = frames
        lead = min(max(LEAD - start, 0), frames)
        done = lead
        if status and status.output_underflow and not self.transport.silent:
            self.under_runs += 1
        while done < frames and not self.transport.silent:
            wanted = min(frames - done, CHUNK)
            if self.transport.falling_silent:
                wanted = min(wanted, self.transport.left)
            copied = self._copy(out[done : done + wanted])
            done += copied
            if copied < wanted:
                self._starved()
                break
        out[:lead] = 0
        out[done:] = 0
        self._frames = start + frames
        delay = self._delay(time)
        if done > lead:
            self.sounds_until = now + delay + frames / RATE
        self.playhead.note(start + lead, read, done - lead, start, now, delay)

    def _heed(self) -> None:
        """Take up what other threads want."""
        self.voice_gain.heed()
        self.bed_gain.heed()
        if self.transport.silent:
            self.voice_gain.arrive()
            self.bed_gain.arrive()
        self.transport.heed()

    def _fall_silent_after_standing_still(self, now: float) -> None:
        """A sound server wants all it missed at once: the practice would jump ahead."""
        last = self.playhead.last_call
        longest = STOOD_STILL if self._frames > STOOD_STILL_EARLY * RATE else STOOD_STILL_EARLY
        if last is not None and now - last > longest and not self.transport.silent:
            self.stood_still = True
            self.transport.to(0.0, 0)
            self.transport.heed()

    def _copy(self, out: Block) -> int:
        """Mix as many frames as the ring has into `out`, and return how many."""
        copied = self._ring.read(self._voice[: len(out)], self._bed[: len(out)])
        voice, bed, mixed = self._voice[:copied], self._bed[:copied], out[:copied]
        self.voice_gain.apply(voice)
        self.bed_gain.apply(bed)
        np.add(voice, bed, out=mixed)
        self.transport.apply(mixed)
        return copied

    def _starved(self) -> None:
        """The ring was empty: silence, and a count unless nothing more was to come."""
        if not self._ring.ended:
            self.under_runs += 1
        if self.transport.falling_silent:
            self.transport.arrive()

    def _delay(self, time: Any) -> float:
        delay: float = time.outputBufferDacTime - time.currentTime
        return delay if 0 < delay < LONGEST_DELAY else self.latency

    def finished(self) -> None:
        """What the device calls when the stream ends."""
        self.ended = True
