"""A voice that says nothing for as long as speaking would take: captions keep time where no voice works."""

from relaxapp.sound.clip import Clip
from relaxapp.sound.voices.shaping import short_silence, silence
from relaxapp.sound.voices.voice import Tuning
from relaxapp.words.script import MANNER_RATE, Say

RATE = 22_050
"""Frames a second of its silence."""


class SilentVoice:
    """Clips of the right length with nothing to hear; the same line always lasts the same."""

    def __init__(self, words_per_minute: int = 125) -> None:
        self._words_per_minute = words_per_minute

    @property
    def name(self) -> str:
        """What the person calls it."""
        return "silent"

    @property
    def key(self) -> str:
        """Its speed is all that changes its clips."""
        return f"silent {self._words_per_minute}"

    def at(self, tuning: Tuning) -> "SilentVoice":
        """At another speed."""
        return SilentVoice(tuning.words_per_minute)

    def warm(self) -> None:
        """There is nothing to start."""

    def speak(self, say: Say) -> Clip:
        """Silence for as long as the words would take."""
        words = len(say.text.split())
        if not words:
            return short_silence(RATE)
        return silence(60 * words / (self._words_per_minute * MANNER_RATE[say.manner]), RATE)

    def close(self) -> None:
        """There is nothing to end."""
