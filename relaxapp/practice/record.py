"""Recording a practice in one's own voice, a line at a time, without a screen or a microphone.

READY -> RECORDING -> HEARD -> READY of the next line
            ^            |
            +--- again --+
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import TYPE_CHECKING

from relaxapp.errors import LengthError
from relaxapp.session import lines_of
from relaxapp.translation import _
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.script import Manner, Say, Script

if TYPE_CHECKING:
    from relaxapp.sound.clip import Clip
    from relaxapp.sound.microphone import Heard
    from relaxapp.sound.voices.recording import Recording
    from relaxapp.sound.voices.take import Take


class Stage(StrEnum):
    """What happens with the present line."""

    READY = auto()
    """It can be recorded."""
    RECORDING = auto()
    """It is being recorded."""
    HEARD = auto()
    """It was recorded, and can be kept."""
    DONE = auto()
    """There is no further line."""


@dataclass(frozen=True, slots=True)
class View:
    """What there is to see."""

    stage: Stage
    line: Say | None
    """The line."""
    number: int
    """Which line of `of` it is, counted from 1."""
    of: int
    """How many lines there are."""
    recorded: int
    """How many of them are recorded."""
    kept: bool
    """Whether this line is recorded already."""
    take: "Take | None"
    """What was just recorded."""


class Recorder:
    """One practice being recorded; what is kept is on disk at once."""

    def __init__(self, lines: Sequence[Say], recording: "Recording") -> None:
        """It begins at the first line that isn't recorded yet."""
        self._lines = tuple(lines)
        self._recording = recording
        self._take: Take | None = None
        self._at = next((at for at, say in enumerate(self._lines) if say not in recording), 0)
        self._stage = Stage.READY if self._lines else Stage.DONE

    @property
    def view(self) -> View:
        """What there is to see now."""
        line = self._lines[self._at] if self._stage is not Stage.DONE else None
        recorded = sum(say in self._recording for say in self._lines)
        kept = line is not None and line in self._recording
        return View(self._stage, line, self._at + 1, len(self._lines), recorded, kept, self._take)

    def clip(self) -> "Clip | None":
        """What can be heard of this line: what was just recorded, or what was kept. Raises VoiceError."""
        if self._take is not None and self._take.clip is not None:
            return self._take.clip
        return self._recording.clip(self._lines[self._at]) if self._stage is Stage.READY else None

    def begin(self) -> None:
        """Record the line, or record it again."""
        if self._stage in (Stage.READY, Stage.HEARD):
            self._take, self._stage = None, Stage.RECORDING

    def end(self, heard: "Heard", rate: int) -> None:
        """The line was said. Where nothing was, it is ready again, and the take says so."""
        from relaxapp.sound.voices.take import taken

        if self._stage is Stage.RECORDING:
            self._take = taken(heard, rate)
            self._stage = Stage.HEARD if self._take.clip is not None else Stage.READY

    def cancel(self) -> None:
        """The recording ends without a line."""
        if self._stage is Stage.RECORDING:
            self._take, self._stage = None, Stage.READY

    def keep(self) -> None:
        """Keep what was recorded, and go on to the next line. Raises FileError."""
        if self._stage is Stage.HEARD and self._take is not None and self._take.clip is not None:
            self._recording.keep(self._lines[self._at], self._take.clip)
            self.step(+1)

    def step(self, by: int) -> None:
        """To another line; what was recorded of this one and not kept is let go."""
        if self._stage is Stage.RECORDING:
            return
        self._take = None
        at = self._at + by
        self._stage = Stage.READY if at < len(self._lines) else Stage.DONE
        self._at = max(0, min(at, len(self._lines) - 1))


def lines_to_record(script: Script, person: Person, lexicon: Lexicon) -> tuple[Say, ...]:
    """Every line that the practice says at any of its lengths, in order, each once."""
    lines: dict[Say, None] = {}
    for minutes in sorted(script.lengths, reverse=True):
        try:
            reading = personalise(script, person, minutes, lexicon)
        except LengthError:
            continue
        lines.update(dict.fromkeys(lines_of(reading)))
    return tuple(lines)


def how_to_say(line: Say) -> str:
    """A word on the manner of a line."""
    return {
        Manner.PLAIN: _("Calmly, as to a friend beside you."),
        Manner.TENSE: _("A little livelier: a muscle is tensed."),
        Manner.RELEASE: _("Slower and lower: it is let go."),
    }[line.manner]


def remarks(take: "Take") -> str:
    """What is to be known of a take, in a sentence or two."""
    told = []
    if take.clip is None:
        told.append(_("Nothing was heard. Come nearer to the microphone, and try again."))
    if take.clipped:
        told.append(_("It was too loud for the microphone. A little farther away sounds better."))
    if take.noisy:
        told.append(_("The room can be heard under the words. A quieter one sounds better."))
    return " ".join(told)
