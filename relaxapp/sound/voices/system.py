"""The system's own voice (macOS, Windows), for where no espeak-ng can be loaded: pyttsx3's Engine, in a
child."""

import tempfile
from collections.abc import Sequence
from copy import copy
from pathlib import Path

import numpy as np

from relaxapp.errors import FileError, VoiceError
from relaxapp.sound import files
from relaxapp.sound.clip import Clip
from relaxapp.sound.voices.child import COMMAND, PATIENCE, Child
from relaxapp.sound.voices.shaping import shaped, short_silence
from relaxapp.sound.voices.speakable import speakable
from relaxapp.sound.voices.voice import Tuning
from relaxapp.translation import _
from relaxapp.words.script import MANNER_RATE, Say

SILENCE_RATE = 22_050
"""Frames a second of a line with nothing to say."""


class SystemVoice:
    """The voice that the system speaks with.

    Its words a minute are those of the system's engine, and its pitch can't be changed. A line lies in a file
    of a private folder for as long as it takes to read it.
    """

    def __init__(
        self,
        tuning: Tuning | None = None,
        driver: str = "",
        *,
        command: Sequence[str] = COMMAND,
        patience: float = PATIENCE,
    ) -> None:
        """`driver`: one of pyttsx3's by name, the system's usual one where empty."""
        self._tuning = tuning or Tuning()
        self._child = Child({"do": "open", "route": "engine", "driver": driver}, command, patience)
        self._told: dict[str, str] = {}

    @property
    def name(self) -> str:
        """What the person calls it."""
        return _("the system's voice")

    @property
    def key(self) -> str:
        """Engine, voice and speed; starts the child where it never ran. Raises VoiceError."""
        if not self._told:
            self.warm()
        return f"{self._told['engine']} {self._told['voice']} {self._tuning.words_per_minute}"

    def at(self, tuning: Tuning) -> "SystemVoice":
        """The same voice at another tuning, by the same child."""
        other = copy(self)
        other._tuning = tuning
        return other

    def warm(self) -> None:
        """Start the child, so that the first line comes at once. Raises VoiceError."""
        self._told = self._child.start()

    def speak(self, say: Say) -> Clip:
        """Voice one line. Empty or unspeakable text gives a short silence. Raises VoiceError."""
        text = speakable(say.text)
        if not text:
            return short_silence(SILENCE_RATE)
        rate = round(self._tuning.words_per_minute * MANNER_RATE[say.manner])
        with tempfile.TemporaryDirectory(prefix="relaxapp-", ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "line.wav"
            self._child.ask({"do": "speak", "rate": rate, "path": str(path)}, text)
            try:
                samples, frames_a_second = files.read(path, "int16")
            except FileError as error:
                raise VoiceError(
                    _("The system's voice wrote no sound."),
                    _("`relaxapp doctor` tells what is wrong with it."),
                ) from error
        mono = samples.mean(axis=1)
        return shaped(np.rint(mono).astype(np.int16), frames_a_second)

    def close(self) -> None:
        """End the child; harmless when it never ran."""
        self._child.close()
