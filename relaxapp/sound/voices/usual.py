"""Which voice is taken: the one that was chosen, where it is there; else the best that is."""

import sys
from collections.abc import Callable, Mapping

from relaxapp.sound.voices import espeak, festival
from relaxapp.sound.voices.voice import Tuning, Voice

FESTIVAL, ESPEAK, SYSTEM = "festival", "espeak-ng", "system"


def _system(tuning: Tuning, _language: str) -> Voice:
    from relaxapp.sound.voices.system import SystemVoice

    return SystemVoice(tuning)


MAKERS: Mapping[str, Callable[[Tuning, str], Voice]] = {
    FESTIVAL: lambda tuning, _language: festival.FestivalVoice(tuning),
    ESPEAK: espeak.EspeakVoice,
    SYSTEM: _system,
}
"""Every voice by name."""


def voices_there(language: str = "en") -> tuple[str, ...]:
    """The voices that are installed, the best first, by how well a recogniser trained on people understands.

    Starts nothing: whether a voice works is learned when it is warmed.
    """
    found = []
    if festival.available() and language.partition("-")[0] == "en":
        found.append(FESTIVAL)
    if espeak.available():
        found.append(ESPEAK)
    if sys.platform in ("darwin", "win32"):
        found.append(SYSTEM)
    return tuple(found) or (ESPEAK,)


def usual_voice(wanted: str = "", tuning: Tuning | None = None, language: str = "en") -> Voice:
    """The voice of the name wanted, where it is there; else the best."""
    there = voices_there(language)
    name = wanted if wanted in there else there[0]
    return MAKERS[name](tuning or Tuning(), language)
