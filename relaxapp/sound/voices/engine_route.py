"""Inside the child: the system's own speech through pyttsx3's public Engine, into a file.

The Engine's first run returns before it has done anything, and on some systems a run returns before the file
is whole; so one run is spent at the start, and a file counts when it has stopped growing. A hang is the
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


class EngineRoute:
    """An Engine that is ready to speak."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine

    def speak(self, request: framing.Header, text: str) -> tuple[framing.Header, bytes]:
        """Voice `text` into the new file `request["path"]`; the answer holds no samples."""
        path = str(request["path"])
        self._engine.setProperty("rate", request["rate"])
        self._engine.save_to_file(text, path)
        self._engine.runAndWait()
        _wait_until_whole(path)
        return {}, b""


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
