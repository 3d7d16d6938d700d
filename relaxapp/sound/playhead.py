"""Where the ear is: which frame of the ring leaves the loudspeaker at this moment."""

from typing import NamedTuple

from relaxapp.timing.frames import RATE


class _Copied(NamedTuple):
    """One call of the callback."""

    out: int
    """The stream's frame at which copying began."""
    read: int
    """The ring's frame that was copied there."""
    frames: int
    """How many were copied; the rest of the call was silence."""
    start: int
    """The stream's frame at which the call began."""
    time: float
    """When the call began, in seconds of the clock."""
    delay: float
    """Seconds until its first frame is heard."""


class Playhead:
    """Follows the sound through the device: what was copied is heard a delay later.

    The callback notes each call; any other thread asks. Between two calls the clock carries the position on.
    """

    _KEPT = 512
    """Calls remembered: more than a device holds."""

    def __init__(self, read: int) -> None:
        """`read`: the ring's frame that will be copied first."""
        self._calls: list[_Copied | None] = [None] * self._KEPT
        self._noted = 0
        self._first = self._heard = read

    def note(self, out: int, read: int, frames: int, start: int, time: float, delay: float) -> None:
        """The callback's: what one call copied. The arguments are the fields of `_Copied`."""
        self._calls[self._noted % self._KEPT] = _Copied(out, read, frames, start, time, delay)
        self._noted += 1

    @property
    def last_call(self) -> float | None:
        """When the callback was last called, in seconds of the clock."""
        last = self._calls[(self._noted - 1) % self._KEPT]
        return last.time if last else None

    @property
    def surely_heard(self) -> int:
        """The ring's frame that was heard at the last callback, whatever became of the device then."""
        last = self.last_call
        return self._heard if last is None else self._under_the_ear(last)

    def heard(self, now: float) -> int:
        """The ring's frame that is heard at `now`; never goes back, never beyond what was copied."""
        self._heard = max(self._heard, self._under_the_ear(now))
        return self._heard

    def _under_the_ear(self, now: float) -> int:
        noted = self._noted
        last = self._calls[(noted - 1) % self._KEPT]
        if last is None:
            return self._first
        ear = last.start + round((now - last.time - last.delay) * RATE)
        oldest = max(noted - self._KEPT + 1, 0)
        for count in range(noted - 1, oldest - 1, -1):
            call = self._calls[count % self._KEPT]
            if call is not None and call.start <= ear:
                return call.read + min(max(ear - call.out, 0), call.frames)
        return self._first
