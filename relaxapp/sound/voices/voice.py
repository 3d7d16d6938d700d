"""What every voice can do. Each kind speaks in a child process of its own."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from relaxapp.words.script import Say

if TYPE_CHECKING:
    from relaxapp.sound.clip import Clip


@dataclass(frozen=True, slots=True)
class Tuning:
    """How a voice is tuned by its listener."""

    words_per_minute: int = 125
    """Speed of plain lines; 110 to 140 suits relaxation."""
    pitch: int = 45
    """0 to 100; 45 is the voice's own, 8 are about a semitone."""
    comma_seconds: float = 0.15
    """Seconds of breath added to each pause inside a line, such as at a comma."""
    warm: bool = True
    """Whether the sound is softened, and has a little room around it."""


class Voice(Protocol):
    """Turns one line into one clip."""

    @property
    def name(self) -> str:
        """What the person calls it, such as "espeak-ng English"."""
        ...

    @property
    def key(self) -> str:
        """Everything that changes its sound: engine, version, voice, tuning. Names its clips in the cache."""
        ...

    def at(self, tuning: Tuning) -> "Voice":
        """The same voice at another tuning, spoken by the same child process: closing one closes both."""
        ...

    def warm(self) -> None:
        """Start its child process, so that the first line comes at once. Raises VoiceError."""
        ...

    def speak(self, say: Say) -> "Clip":
        """Voice one line. Empty or unspeakable text gives a short silence. Raises VoiceError."""
        ...

    def close(self) -> None:
        """End its child process; harmless when it never ran."""
        ...
