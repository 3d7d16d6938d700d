"""Ends what takes too long to answer: one thread for all the answers of one process."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Watch:
    """Calls a function once an answer is late.

    It sleeps from one deadline to the next, and an answer in time does not wake it: a timer for each answer
    costs a thread each.
    """

    def __init__(self, late: Callable[[], None]) -> None:
        """`late` is called in the watch's own thread."""
        self._late = late
        self._deadline: float | None = None
        self._sleeps_until: float | None = None
        """None: until it is woken."""
        self._closed = False
        self._change = threading.Condition()
        self._thread = threading.Thread(target=self._watch, name="watch", daemon=True)

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """What is done here is late after so many seconds."""
        with self._change:
            self._deadline = time.monotonic() + seconds
            if not self._thread.is_alive() and not self._closed:
                self._thread.start()
            elif self._sleeps_until is None or self._deadline < self._sleeps_until:
                self._change.notify()
        try:
            yield
        finally:
            with self._change:
                self._deadline = None

    def close(self) -> None:
        """Watch no longer."""
        with self._change:
            self._closed = True
            self._change.notify()

    def _watch(self) -> None:
        with self._change:
            while not self._closed:
                left = None if self._deadline is None else self._deadline - time.monotonic()
                if left is not None and left <= 0:
                    self._deadline = left = None
                    self._late()
                self._sleeps_until = self._deadline
                self._change.wait(left)
