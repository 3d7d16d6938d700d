"""Inside the child: espeak-ng through pyttsx3's own bindings, in memory and one sentence at a time.

pyttsx3's public Engine queues what it is told and loses part of it; its bindings, called directly with
synchronous output, return when the sentence is whole, at the rate that was asked for. The library comes from
the espeakng-loader wheel on every system that has one, so that a voice sounds the same everywhere; without
the wheel, pyttsx3 looks for the system's own.
"""

import ctypes
import os
from typing import Any

from relaxapp.sound.voices import framing

DONT_EXIT = 0x8000
"""espeakINITIALIZE_DONT_EXIT: without it a missing data path ends the whole process."""
WORD_GAP = 7
"""espeakWORDGAP, which pyttsx3's bindings don't name: pause between words, in 10 ms at the usual speed."""
BUFFER_MS = 500
"""Sound handed over at a time; long, as each handing over costs a call into Python."""


class EspeakRoute:
    """An espeak-ng that is ready to speak."""

    def __init__(self, bindings: Any, rate: int) -> None:
        self._bindings = bindings
        self._rate = rate
        self._spoken = bytearray()
        bindings.SetSynthCallback(self._take)

    def speak(self, request: framing.Header, text: str) -> tuple[framing.Header, bytes]:
        """Voice `text`; the request holds espeak's own rate, gap, pitch and volume."""
        espeak = self._bindings
        for parameter, value in (
            (espeak.RATE, request["rate"]),
            (WORD_GAP, request["gap"]),
            (espeak.PITCH, request["pitch"]),
            (espeak.VOLUME, request["volume"]),
        ):
            if espeak.SetParameter(parameter, value, 0) != espeak.EE_OK:
                raise RuntimeError(f"espeak-ng refused {value} for its parameter {parameter}")
        self._spoken.clear()
        if espeak.Synth(text, flags=espeak.CHARS_UTF8) != espeak.EE_OK:
            raise RuntimeError("espeak-ng could not speak a line")
        return {"rate": self._rate}, bytes(self._spoken)

    def _take(self, samples: Any, count: int, _events: Any) -> int:
        if samples and count > 0:
            self._spoken += ctypes.string_at(samples, count * 2)
        return 0


def open_route(request: framing.Header) -> tuple[EspeakRoute, framing.Header]:
    """Load espeak-ng and choose the first of `request["voices"]` that it has."""
    espeak = _bindings(request["library"])
    data = os.fsencode(request["data"]) if request["data"] else None
    rate = espeak.Initialize(espeak.AUDIO_OUTPUT_SYNCHRONOUS, BUFFER_MS, data, DONT_EXIT)
    if rate <= 0:
        raise RuntimeError("espeak-ng does not find its data")
    for voice in request["voices"]:
        if espeak.SetVoiceByName(voice.encode()) == espeak.EE_OK:
            engine = f"espeak-ng {espeak.Info().decode()}"
            return EspeakRoute(espeak, rate), {"engine": engine, "voice": voice, "rate": rate}
    raise RuntimeError(f"espeak-ng has no voice {' or '.join(request['voices'])}")


def _bindings(library: str) -> Any:
    """pyttsx3's bindings, on `library` where it is named, else on whatever pyttsx3 finds."""
    if not library:
        from pyttsx3.drivers import _espeak

        return _espeak
    found = ctypes.CDLL(library)
    loader = ctypes.cdll
    search = loader.LoadLibrary
    loader.LoadLibrary = lambda _name: found  # type: ignore[method-assign,assignment]
    try:
        from pyttsx3.drivers import _espeak
    finally:
        loader.LoadLibrary = search  # type: ignore[method-assign]
    return _espeak
