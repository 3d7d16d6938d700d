"""Any program that turns text into a sound file, as a voice: started for every line, with a time limit."""

import subprocess
import tempfile
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.errors import FileError, VoiceError
from relaxapp.sound.voices.child import PATIENCE, PATIENCE_A_CHARACTER
from relaxapp.sound.voices.own_rate import own_rate
from relaxapp.sound.voices.sample import SAMPLE, words_per_minute
from relaxapp.sound.voices.speakable import speakable
from relaxapp.sound.voices.voice import Tuning
from relaxapp.translation import _
from relaxapp.words.script import MANNER_RATE, Say

if TYPE_CHECKING:
    from relaxapp.sound.clip import Clip
    from relaxapp.sound.voices.effects import Line

SILENCE_RATE = 22_050
"""Frames a second of a line with nothing to say."""
NO_CHANGE = 0.02
"""A speed this near to the one wanted is left alone."""


@dataclass(frozen=True, slots=True)
class Program:
    """How a program is started for one line."""

    words: tuple[str, ...]
    """The program and its arguments: `{file}` is the sound file it writes; `{text}` a private file that holds
    the text. Without `{text}` it reads the text from standard input."""

    @property
    def reads_input(self) -> bool:
        """Whether the text comes on standard input."""
        return not any("{text}" in word for word in self.words)

    def call(self, file: Path, text: Path) -> list[str]:
        """The words to start it with; the text itself is never among them."""
        return [word.replace("{file}", str(file)).replace("{text}", str(text)) for word in self.words]


class CommandVoice:
    """A program as a voice. Its speed and pitch are brought to the listener's after it has spoken."""

    def __init__(
        self,
        name: str,
        program: Program,
        tuning: Tuning | None = None,
        *,
        folder: Path | None = None,
        patience: float = PATIENCE,
    ) -> None:
        """`name`: what the person calls it. `folder`: where its speed is kept. `patience`: seconds a line may
        take, beyond its text's."""
        self._name = name
        self._program = program
        self._tuning = tuning or Tuning()
        self._folder = folder
        self._patience = patience
        self._running: set[subprocess.Popen[bytes]] = set()

    @property
    def name(self) -> str:
        """What the person calls it."""
        return self._name

    @property
    def key(self) -> str:
        """The program's words and the speed."""
        return f"command {self._program.words} {self._tuning.words_per_minute}"

    def at(self, tuning: Tuning) -> "CommandVoice":
        """The same program at another tuning."""
        other = copy(self)
        other._tuning = tuning
        return other

    def warm(self) -> None:
        """Learn how fast it speaks, where that isn't known yet. Raises VoiceError."""
        assert self._own_rate

    def speak(self, say: Say) -> "Clip":
        """Voice one line. Empty or unspeakable text gives a short silence. Raises VoiceError."""
        from relaxapp.sound.voices.effects import stretched
        from relaxapp.sound.voices.shaping import int16, shaped, short_silence

        text = speakable(say.text)
        if not text:
            return short_silence(SILENCE_RATE)
        try:
            line, rate = self._run(text)
        except _NothingSaidError:
            if any(each.isascii() and each.isalnum() for each in text):
                raise
            return short_silence(SILENCE_RATE)
        factor = self._tuning.words_per_minute * MANNER_RATE[say.manner] / self._own_rate
        if abs(factor - 1) > NO_CHANGE:
            line = stretched(line, rate, factor)
        return shaped(int16(line), rate)

    def close(self) -> None:
        """End the program at once, even while another thread waits for it; that thread gets a VoiceError."""
        for program in tuple(self._running):
            program.kill()

    @cached_property
    def _own_rate(self) -> float:
        """Words a minute at which it speaks by itself."""
        return own_rate(self._folder, self._measured_rate)

    def _measured_rate(self) -> float:
        from relaxapp.sound.voices.shaping import int16, shaped

        line, rate = self._run(SAMPLE)
        return words_per_minute(shaped(int16(line), rate))

    def _run(self, text: str) -> "tuple[Line, int]":
        """What it says, float32 of shape (frames,), and its rate. Raises VoiceError."""
        try:
            with tempfile.TemporaryDirectory(prefix="relaxapp-") as folder:
                return self._run_in(Path(folder), text)
        except OSError as error:
            raise VoiceError(
                _("The voice {name} finds no room for its sound ({reason}).").format(
                    name=self._name, reason=error.strerror or error
                ),
                _("Make room on the disk, or choose another voice in the settings."),
            ) from error

    def _run_in(self, folder: Path, text: str) -> "tuple[Line, int]":
        """The same, its files in `folder`. Raises VoiceError, OSError."""
        from relaxapp.sound import files

        file, written = folder / "line.wav", folder / "line.txt"
        if not self._program.reads_input:
            written.touch(mode=0o600)
            written.write_text(text, encoding="utf-8")
        limit = self._patience + PATIENCE_A_CHARACTER * len(text)
        call = self._program.call(file, written)
        self._start(call, text if self._program.reads_input else "", limit)
        try:
            samples, rate = files.read(file, "float32")
        except FileError as error:
            raise _says_nothing(self._name) from error
        line = samples.mean(axis=1, dtype="float32")
        if not len(line):
            raise _says_nothing(self._name)
        return line, rate

    def _start(self, call: Sequence[str], text: str, limit: float) -> None:
        """Run the program to its end. Raises VoiceError where it is missing, fails, or takes too long."""
        try:
            status, errors = self._run_within(limit, call, text.encode("utf-8"))
        except subprocess.TimeoutExpired as error:
            raise VoiceError(
                _("The voice {name} did not answer in time.").format(name=self._name),
                _("Try it by itself in a terminal, or choose another voice in the settings."),
            ) from error
        except (OSError, ValueError) as error:
            raise VoiceError(
                _("The program {program} of the voice {name} can't be started ({reason}).").format(
                    program=call[0], name=self._name, reason=getattr(error, "strerror", None) or error
                ),
                _("Install it, or choose another voice in the settings."),
            ) from error
        if status:
            said = errors.decode("utf-8", "replace").strip().splitlines()
            reason = "".join(each if each.isprintable() else " " for each in said[-1])[:120] if said else ""
            raise VoiceError(
                _("The voice {name} ended with an error ({reason}).").format(
                    name=self._name, reason=reason or status
                ),
                _("Try it by itself in a terminal, or choose another voice in the settings."),
            )

    def _run_within(self, limit: float, call: Sequence[str], text: bytes) -> tuple[int, bytes]:
        """The program's status and what it wrote on standard error. Raises TimeoutExpired, OSError."""
        pipe = subprocess.PIPE
        with subprocess.Popen(call, stdin=pipe, stdout=pipe, stderr=pipe) as program:
            self._running.add(program)
            try:
                _told, errors = program.communicate(text, limit)
            finally:
                program.kill()
                self._running.discard(program)
        return program.returncode, errors


class _NothingSaidError(VoiceError):
    """The program ended well, and wrote no sound: some do where a text has no letter of their language."""


def _says_nothing(name: str) -> VoiceError:
    return _NothingSaidError(
        _("The voice {name} wrote no sound.").format(name=name),
        _("Its program must write a sound file to {placeholder}: try it by itself in a terminal.").format(
            placeholder="{file}"
        ),
    )
