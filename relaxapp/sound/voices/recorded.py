"""A recorded voice as a voice: its own lines as they were spoken, all others by another voice."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.errors import FileError, VoiceError
from relaxapp.sound.voices.recording import Recording
from relaxapp.sound.voices.voice import Tuning, Voice
from relaxapp.words.script import Say

if TYPE_CHECKING:
    from relaxapp.sound.clip import Clip


class RecordedVoice:
    """Where a line is not recorded, `others` speak it. What was recorded stays as it was said."""

    def __init__(self, folder: Path, name: str, others: Voice, spoken: Callable[[str], str] = str) -> None:
        """`spoken` gives the text of a line as voices are given it: a recorded one is found by that."""
        self._folder = folder
        self._name = name
        self._others = others
        self._spoken = spoken

    @cached_property
    def _recording(self) -> Recording:
        """Its lines. Raises VoiceError where they can't be read: then another voice stands in."""
        try:
            return Recording(self._folder)
        except FileError as error:
            raise VoiceError(error.message, error.hint) from error

    @property
    def name(self) -> str:
        """What the person calls it."""
        return self._name

    @property
    def key(self) -> str:
        """The recording as it is now, and the voice of the other lines."""
        return f"recorded {self._folder.name} {self._lines} {self._others.key}"

    @cached_property
    def _lines(self) -> str:
        """What tells the recording from every other; the key is asked for with each line."""
        try:
            return self._recording.fingerprint
        except VoiceError:
            return "unreadable"

    def at(self, tuning: Tuning) -> "RecordedVoice":
        """The same recording, its other lines at another tuning."""
        return RecordedVoice(self._folder, self._name, self._others.at(tuning), self._spoken)

    def warm(self) -> None:
        """Start the voice of the other lines. Raises VoiceError."""
        self._others.warm()

    def speak(self, say: Say) -> "Clip":
        """The line as it was recorded, or by the other voice. Raises VoiceError."""
        written = self._written.get((say.text, say.manner), say.text)
        return self._recording.clip(replace(say, text=written)) or self._others.speak(say)

    @cached_property
    def _written(self) -> Mapping[tuple[str, str], str]:
        """The words of each recorded line as they are written, by how voices are given them."""
        return {(self._spoken(line.text), line.manner): line.text for line in self._recording.lines}

    def close(self) -> None:
        """End the other voice."""
        self._others.close()
