"""The thread that renders ahead, so that the callback only has to copy."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from relaxapp.sound.clip import Block
from relaxapp.sound.player import RAMPS, Source
from relaxapp.sound.ring import Ring
from relaxapp.sound.track import Track
from relaxapp.timing.frames import frames

TAIL = frames(0.5)
"""Silence after the end of a plan, since devices cut off what comes last."""
FADE = frames(0.05)
"""How long a jump fades out and in again."""
SLACK = frames(0.25)
"""How long it may take to revise a plan: `frozen_until` lies that much later than what `replace` drops."""
_PIECE = frames(0.1)
"""Frames rendered at a time."""
_PATIENCE = 0.05
"""Seconds between two looks at the ring."""

_RISING: Block = np.linspace(0, 1, FADE, dtype=np.float32)[:, np.newaxis]


class Filler:
    """Writes a source into the ring, up to `ahead` frames ahead, in a thread of its own.

    The methods below are called by the thread that controls the player; they and the thread share one lock,
    which the callback never sees.
    """

    def __init__(self, ring: Ring, ahead: int) -> None:
        """`ahead`: how far to render ahead, in frames. The ring must hold more than that."""
        self.track = Track()
        """Which frames of the plan lie where in the ring. Only the controlling thread looks at it."""
        self._ring = ring
        self._ahead = ahead
        self._source: Source | None = None
        self._next = 0
        """The plan's frame that is rendered next."""
        self._fading_in = 0
        """Frames that still belong to the fade after a jump."""
        self._fault: Exception | None = None
        self._lock = threading.Lock()
        self._work = threading.Event()
        self._closing = False
        self._thread: threading.Thread | None = None

    @property
    def source(self) -> Source | None:
        """What is being rendered."""
        return self._source

    def begin(self, source: Source, start: int, keep: int) -> None:
        """Render `source` from `start` on, after `keep` frames of what was rendered before and a fade-out.

        `keep` 0 says that the callback reads nothing just now. Raises whatever the source raises.
        """
        with self._lock, self._forgetting_on_a_fault():
            self._source = source
            self._fault = None
            index = self._cut(keep)
            self.track.begin(index, start, source.frames)
            self._render_from(start)
        self._wake()

    def jump(self, frame: int, keep: int) -> None:
        """Go on from `frame` of the same source; otherwise as `begin`."""
        with self._lock, self._forgetting_on_a_fault():
            if self._source is None:
                return
            self._fault = None
            index = self._cut(keep)
            self.track.jump(index, frame, self._source.frames)
            self._render_from(frame)
        self._wake()

    def replace(self, source: Source, keep: int) -> None:
        """Go on with `source` where the old one is; what is over `keep` frames ahead is rendered anew."""
        with self._lock, self._forgetting_on_a_fault():
            if self._source is None:
                return
            old_end = self._source.frames
            self._source = source
            self._ring.ended = False
            taken = self._ring.take_back(keep, resting=keep == 0, not_before=self.track.newest.index)
            self._next -= taken
            if self._next > old_end:
                # Only the silence after the old end is on its way: more of the plan goes on from that end.
                self.track.jump(self._ring.written, old_end, source.frames)
                self._render_from(old_end)
            else:
                self.track.lengthen(source.frames)
                self._cross_over(source, min(taken, FADE))
                self._fill_once()
        self._wake()

    def frozen_until(self, keep: int) -> int:
        """The first frame of the plan that a source given to `replace` may change."""
        return self._changeable(keep, SLACK + RAMPS)

    def soonest(self, keep: int) -> int:
        """The same, where fades that were rendered for what is changed may be crossed over."""
        return self._changeable(keep, SLACK)

    def _changeable(self, keep: int, later: int) -> int:
        newest = self.track.newest
        sure = newest.frame + newest.run(self._ring.at + keep)
        return min(sure + later, max(newest.end, newest.frame))

    def forget(self) -> None:
        """Render nothing more. What is in the ring stays."""
        with self._lock:
            self._source = None
            self._ring.ended = True

    def raise_fault(self) -> None:
        """Raise what the source raised in the thread, once."""
        fault, self._fault = self._fault, None
        if fault is not None:
            raise fault

    def close(self) -> None:
        """End the thread."""
        self.forget()
        self._closing = True
        self._work.set()
        if self._thread is not None:
            self._thread.join()
        self._thread = None
        self._closing = False

    def fill(self) -> None:
        """Render until the ring is `ahead` frames ahead, or the plan is over: what the thread does."""
        while self._fill_or_fail():
            pass

    @contextmanager
    def _forgetting_on_a_fault(self) -> Iterator[None]:
        """A source that fails is not asked again."""
        try:
            yield
        except Exception:
            self._source = None
            self._ring.ended = True
            raise

    def _cut(self, keep: int) -> int:
        """Drop what was rendered ahead but `keep` frames and a fade-out; return where the ring is then."""
        self._ring.ended = False
        self._ring.take_back(keep, resting=keep == 0)
        if keep:
            voice, bed = self._ring.taken(FADE)
            falling = np.linspace(1, 0, len(voice), dtype=np.float32)[:, np.newaxis]
            self._ring.write(voice, bed, falling)
        return self._ring.written

    def _render_from(self, frame: int) -> None:
        """Render a first piece from `frame` of the plan on."""
        self._next = frame
        self._fading_in = FADE if frame else 0
        self._fill_once()

    def _cross_over(self, source: Source, length: int) -> None:
        """Write the next `length` frames as a crossing from what was taken back to the new source."""
        old = self._ring.taken(length)
        new = source.render_stems(self._next, length)
        rising = np.linspace(0, 1, length, dtype=np.float32)[:, np.newaxis]
        voice, bed = (
            after if np.array_equal(before, after) else before + (after - before) * rising
            for before, after in zip(old, new, strict=True)
        )
        self._ring.write(voice, bed)
        self._next += length
        self._fading_in = max(self._fading_in - length, 0)

    def _fill_once(self) -> bool:
        """Render one piece, if one is due; return whether it was."""
        source = self._source
        if source is None:
            return False
        end = source.frames + TAIL
        length = min(_PIECE, self._ahead - self._ring.ahead, end - self._next)
        if self._fading_in:
            length = min(length, self._fading_in)
        if length <= 0:
            self._ring.ended = self._next >= end
            return False
        voice, bed = source.render_stems(self._next, length)
        gains = _RISING[FADE - self._fading_in :][:length] if self._fading_in else None
        self._ring.write(voice, bed, gains)
        self._next += length
        self._fading_in = max(self._fading_in - length, 0)
        self._ring.ended = self._next >= end
        return True

    def _wake(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="filler", daemon=True)
            self._thread.start()
        self._work.set()

    def _run(self) -> None:
        while not self._closing:
            self.fill()
            self._work.wait(_PATIENCE if self._source else None)
            self._work.clear()

    def _fill_or_fail(self) -> bool:
        """Render one piece, if one is due; a fault waits for `raise_fault`, where someone can tell of it."""
        with self._lock:
            try:
                with self._forgetting_on_a_fault():
                    return self._fill_once()
            except Exception as fault:  # noqa: BLE001
                self._fault = fault
                return False
