"""A few children that speak alike: lines asked for by several threads at once are voiced side by side."""

import threading
from collections.abc import Sequence

from relaxapp.errors import VoiceError
from relaxapp.sound.voices import framing
from relaxapp.sound.voices.child import COMMAND, PATIENCE, Child
from relaxapp.translation import _

MOST = 2
"""Children at once; asked by one thread alone, only one is ever started."""


class Children:
    """Up to MOST children; each request goes to one that is free."""

    def __init__(
        self, opening: framing.Header, command: Sequence[str] = COMMAND, patience: float = PATIENCE
    ) -> None:
        """As for `Child`."""
        self._all = [Child(opening, command, patience) for _child in range(MOST)]
        self._free = self._all[::-1]
        self._change = threading.Condition()
        self._closings = 0

    def start(self) -> framing.Header:
        """Start the first child; returns what it told of itself. Raises VoiceError."""
        return self._all[0].start()

    def ask(self, request: framing.Header, text: str) -> tuple[framing.Header, bytes]:
        """Put one request to a free child; returns the header and body of its answer. Raises VoiceError."""
        with self._change:
            closings = self._closings
            self._change.wait_for(lambda: self._free or self._closings != closings)
            if self._closings != closings:
                raise VoiceError(_("The voice was closed before it spoke."))
            child = self._free.pop()
        try:
            return child.ask(request, text)
        finally:
            with self._change:
                self._free.append(child)
                self._free.sort(key=self._all.index, reverse=True)
                self._change.notify()

    def close(self) -> None:
        """End every child, and the wait of those who wait for one; harmless where none ran."""
        with self._change:
            self._closings += 1
            self._change.notify_all()
        for child in self._all:
            child.close()
