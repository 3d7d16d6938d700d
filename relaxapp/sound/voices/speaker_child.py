"""The child process that speaks: `python -m relaxapp.sound.voices.speaker_child`.

A speech library can hang, print, or end its process without a word; here it can do so without harm. The
parent (child.py) sends frames on standard input and reads frames from standard output (framing.py):

    {"do": "open", "route": "espeak", ...}      -> {"engine": "espeak-ng 1.52.0", ...}
    {"do": "speak", "seconds": 12, ...}, text   -> {"rate": 22050}, int16 samples in the machine's order
    anything that fails                         -> {"error": "what failed"}

What libraries print goes to standard error, never between the frames. Only the standard library, ctypes and
pyttsx3 are imported, so that a start takes a few hundredths of a second; Piper brings what it needs.
"""

import os
import signal
from typing import BinaryIO, Protocol

from relaxapp.sound.voices import framing

GRACE = 5
"""Seconds the child gives itself beyond the parent's limit, before it ends itself."""


class Route(Protocol):
    """One way to a speech engine."""

    def speak(self, request: framing.Header, text: str) -> tuple[framing.Header, bytes]:
        """Voice `text` as `request` says."""
        ...


def main() -> None:
    """Answer requests until the parent closes the pipe or is gone."""
    requests, replies = _own_pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    route: Route | None = None
    while True:
        try:
            request, body = framing.receive(requests)
        except framing.BrokenFrameError:
            return
        _end_oneself_after(request.get("seconds", 0))
        try:
            if request["do"] == "open":
                route, told = _open(request)
                reply = (told, b"")
            elif route is None:
                raise RuntimeError("asked to speak before a voice was opened")
            else:
                reply = route.speak(request, body.decode("utf-8"))
        except RuntimeError as error:
            reply = ({"error": str(error)}, b"")
        except Exception as error:  # noqa: BLE001 - the parent makes a VoiceError of it; nothing else can
            reply = ({"error": f"{type(error).__name__}: {error}"}, b"")
        _end_oneself_after(0)
        try:
            framing.send(replies, *reply)
        except OSError:
            return


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The parent's pipes, moved away from fd 0 and 1, which libraries may read and print on."""
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return requests, replies


def _end_oneself_after(seconds: float) -> None:
    """End this process if the next step hangs longer and no parent is left to end it; 0 calls that off."""
    if hasattr(signal, "alarm"):
        signal.alarm(int(seconds) + GRACE if seconds else 0)


def _open(request: framing.Header) -> tuple[Route, framing.Header]:
    if request["route"] == "espeak":
        from relaxapp.sound.voices import espeak_route

        return espeak_route.open_route(request)
    if request["route"] == "festival":
        from relaxapp.sound.voices import festival_route

        return festival_route.open_route(request)
    if request["route"] == "piper":
        from relaxapp.sound.voices import piper_route

        return piper_route.open_route(request)
    from relaxapp.sound.voices import engine_route

    return engine_route.open_route(request)


if __name__ == "__main__":
    main()
