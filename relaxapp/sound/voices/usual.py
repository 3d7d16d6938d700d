"""Which voice is taken where nobody chose one."""

import sys

from relaxapp.sound.voices import espeak
from relaxapp.sound.voices.voice import Tuning, Voice


def usual_voice(tuning: Tuning | None = None, language: str = "en") -> Voice:
    """espeak-ng, which sounds the same everywhere; on macOS and Windows without it, the system's own voice.

    Starts nothing: whether the voice works is learned when it is warmed.
    """
    if sys.platform in ("darwin", "win32") and not espeak.available():
        from relaxapp.sound.voices.system import SystemVoice

        return SystemVoice(tuning)
    return espeak.EspeakVoice(tuning, language)
