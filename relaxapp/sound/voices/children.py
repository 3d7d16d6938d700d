"""A few children that speak alike: lines asked for by several threads at once are voiced side by side."""

import threading
from collections.abc import Sequence

from relaxapp.sound.voices import framing
from relaxapp.sound.voices.child import COMMAND, PATIENCE, Child

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

    def start(self) -> framing.Header:
        """Start the first child; returns what it told of itself. Raises VoiceError."""
        return self._all[0].start()

    def ask(self, request: framing.Header, text: str) -> tuple[framing.Header, bytes]:
        """Put one request to a free child; returns the header and body of its answer. Raises VoiceError."""
        with self._change:
            while not self._free:
                self._change.wait()
            child = self._free.pop()
        try:
            return child.ask(request, text)
        finally:
            with self._change:
                self._free.append(child)
                self._free.sort(key=self._all.index, reverse=True)
                self._change.notify()

    def close(self) -> None:
        """End every child; harmless where none ran."""
        for child in self._all:
            child.close()
