"""Inside the child: the system's own speech through pyttsx3's public Engine, into a file.

The Engine's first run returns before it has done anything; a speed that was set may not hold yet when the
next line is said; a line may be cut off by the stop that ended the one before; and on some systems a run
returns before the file is whole. So one run is spent at the start, the speed is read back before anything is
said, a line that was cut off is said again, and a file counts when it has stopped growing. A hang is the
parent's to end.
"""

import os
import time
from typing import Any

from relaxapp.sound.voices import framing

LOOK_SECONDS = 0.05
"""How often the file is looked at."""
STILL_LOOKS = 2
"""For so many looks it must not have grown."""
HEADER_BYTES = 64
"""A file no longer than this has no sound in it yet."""
RATE_SECONDS = 1.0
"""So long an engine may take over a new speed; one that keeps to its own then speaks at that."""
RATE_LOOK_SECONDS = 0.005
"""How often the speed is read back."""
TRIES = 5
"""How often a line is said that is cut off each time: one in a hundred is, once."""


class EngineRoute:
    """An Engine that is ready to speak."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self._cut_off = False
        engine.connect("finished-utterance", self._finished)

    def speak(self, request: framing.Header, text: str) -> tuple[framing.Header, bytes]:
        """Voice `text` into the new file `request["path"]`; the answer holds no samples."""
        path = str(request["path"])
        self._set_rate(request["rate"])
        for _ in range(TRIES):
            self._cut_off = False
            self._engine.save_to_file(text, path)
            self._engine.runAndWait()
            if not self._cut_off:
                break
        _wait_until_whole(path)
        return {}, b""

    def _finished(self, name: str | None, completed: bool) -> None:  # noqa: ARG002 - pyttsx3's own
        self._cut_off = self._cut_off or not completed

    def _set_rate(self, words_per_minute: int) -> None:
        """Set the speed, where it is another, and wait until it holds."""
        if self._engine.getProperty("rate") == words_per_minute:
            return
        self._engine.setProperty("rate", words_per_minute)
        last_look = time.monotonic() + RATE_SECONDS
        while self._engine.getProperty("rate") != words_per_minute and time.monotonic() < last_look:
            time.sleep(RATE_LOOK_SECONDS)


def open_route(request: framing.Header) -> tuple[EngineRoute, framing.Header]:
    """Open `request["driver"]` of pyttsx3, or the system's usual one where it is empty."""
    import pyttsx3

    engine = pyttsx3.init(request["driver"] or None)
    engine.runAndWait()
    told = {"engine": f"pyttsx3 {engine}", "voice": str(engine.getProperty("voice"))}
    return EngineRoute(engine), told


def _wait_until_whole(path: str) -> None:
    size, still = -1, 0
    while still < STILL_LOOKS:
        time.sleep(LOOK_SECONDS)
        now = os.path.getsize(path) if os.path.exists(path) else 0  # noqa: PTH110, PTH202 - starts quickly
        still = still + 1 if now == size and now > HEADER_BYTES else 0
        size = now
