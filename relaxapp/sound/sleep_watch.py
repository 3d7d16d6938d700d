"""Notices that the computer slept: time passed that the programs did not live through."""

import time
from collections.abc import Callable

SHORTEST = 2.0
"""Seconds; less than that is a clock being set right."""


def _whole_time() -> float:
    """Seconds that run on while the computer sleeps; the time of day where there is no such clock."""
    boot_time: int | None = getattr(time, "CLOCK_BOOTTIME", None)
    return time.time() if boot_time is None else time.clock_gettime(boot_time)


class SleepWatch:
    """Compares a clock that stands still in sleep with one that does not."""

    def __init__(
        self, awake: Callable[[], float] = time.monotonic, whole: Callable[[], float] = _whole_time
    ) -> None:
        self._awake = awake
        self._whole = whole
        self._apart = whole() - awake()

    def slept(self) -> bool:
        """Whether the computer slept since this was asked last."""
        before, self._apart = self._apart, self._whole() - self._awake()
        return self._apart - before > SHORTEST
