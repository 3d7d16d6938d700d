"""A player without sound whose position runs with a clock: plain mode, tests, no sound card."""

import time
from collections.abc import Callable

from relaxapp.sound.player import RAMPS, Source
from relaxapp.timing.frames import RATE


class ClockPlayer:
    """Plays nothing, but is always where a sound player would be. It has no thread and no latency."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds and never goes back."""
        self._clock = clock
        self._source: Source | None = None
        self._played = False
        self._since: float | None = None
        """The time at which the position was `_anchor`; None while it is held."""
        self._anchor = 0
        self._heard_before = 0
        """Frames heard since `play` until the position was `_anchor`."""
        self._end = 0
        """The frame at which the position stays; the length of the source."""

    def warm(self) -> None:
        """There is no device to open."""

    def play(self, source: Source, start: int = 0) -> None:
        """Run from frame `start`."""
        self._source = source
        self._played = True
        self._end = source.frames
        self._anchor = self._within(start)
        self._heard_before = 0
        self._since = self._clock()

    def replace(self, source: Source) -> None:
        """Go on with a revised source from the position reached."""
        if self._source is None:
            return
        self._settle()
        self._source = source
        self._end = source.frames

    def pause(self) -> None:
        """Hold the position."""
        self._settle()
        self._since = None

    def resume(self) -> None:
        """Go on from the position held."""
        if self.paused:
            self._since = self._clock()

    def seek(self, frame: int) -> None:
        """Go on from `frame`; a pause stays a pause."""
        if self._source is None:
            return
        self._settle()
        self._anchor = self._within(frame)

    def stop(self) -> None:
        """Hold the position for good, and forget the source."""
        self.pause()
        self._source = None

    def close(self) -> None:
        """Stop; there is no device to give back."""
        self.stop()

    def reopen(self) -> None:
        """There is no device to lose."""

    def set_gains(self, voice: float, bed: float) -> None:
        """Silence has no volume."""

    @property
    def heard(self) -> int:
        """The position in frames of the plan."""
        return self._anchor + self._run()

    @property
    def heard_in_all(self) -> int:
        """Frames run through since `play`, replays included."""
        return self._heard_before + self._run()

    @property
    def frozen_until(self) -> int:
        """`RAMPS` after the position, as with sound; at most the end of the plan."""
        return min(self.heard + RAMPS, self._end)

    @property
    def soonest(self) -> int:
        """The position: nothing is on its way to an ear."""
        return self.heard

    @property
    def paused(self) -> bool:
        """Whether there is a source and it is held."""
        return self._source is not None and self._since is None

    @property
    def finished(self) -> bool:
        """Whether the position reached the end of the source."""
        return self._played and self.heard >= self._end

    @property
    def lost(self) -> bool:
        """Never: there is no device to lose."""
        return False

    @property
    def slept(self) -> bool:
        """Never told apart: the clock given decides whether time passes while the computer sleeps."""
        return False

    @property
    def under_runs(self) -> int:
        """Always 0."""
        return 0

    def _run(self) -> int:
        """Frames since `_anchor`."""
        return 0 if self._since is None else self._frames_between(self._since, self._clock())

    def _frames_between(self, since: float, now: float) -> int:
        """Frames from `_anchor` on that pass between two times, at most to the end."""
        passed = round((now - since) * RATE)
        return min(max(passed, 0), max(self._end - self._anchor, 0))

    def _settle(self) -> None:
        """Make the position reached the new `_anchor`."""
        if self._since is None:
            return
        now = self._clock()
        run = self._frames_between(self._since, now)
        self._anchor += run
        self._heard_before += run
        self._since = now

    def _within(self, frame: int) -> int:
        return min(max(frame, 0), self._end)
