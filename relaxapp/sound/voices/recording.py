"""A recorded voice: the lines a person has spoken, a FLAC file each, and a list that names them."""

import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.errors import FileError, VoiceError
from relaxapp.translation import _
from relaxapp.words.script import Manner, Say
from relaxapp.writing import write_whole

if TYPE_CHECKING:
    from relaxapp.sound.clip import Clip

LINES = "lines.json"
LARGEST_LIST = 5_000_000
"""Bytes of the list: some ten thousand lines."""


def own_name() -> str:
    """What a recorded voice is called where it was given no name."""
    return _("My own voice")


@dataclass(frozen=True, slots=True)
class RecordedLine:
    """One line."""

    text: str
    """The words, as a reading has them."""
    manner: str
    """How they are said."""
    private: bool
    """Whether they hold the person's own words: such a line never leaves this computer."""
    file: str
    """Its file in the folder; a name that tells nothing."""
    sha256: str
    """Of the file, in hexadecimal."""
    answers: tuple[str, ...] = ()
    """The names of the answers its words hold; of a private line without any it isn't known."""

    def holds(self, answer: str) -> bool:
        """Whether it holds that answer, or may."""
        return self.private and (answer in self.answers or not self.answers)


class Recording:
    """The lines of one recorded voice, in its folder.

    Another window may record or forget meanwhile, so each change begins with the list as it lies there.
    """

    def __init__(self, folder: Path) -> None:
        """Raises FileError where its list can't be read: nothing is written over it then."""
        self.folder = folder
        self._lines: dict[tuple[str, str], RecordedLine] = {}
        self._read()

    @property
    def lines(self) -> tuple[RecordedLine, ...]:
        """Every line, in the order they were recorded."""
        return tuple(self._lines.values())

    @property
    def fingerprint(self) -> str:
        """The same as long as every line is."""
        told = json.dumps(sorted(line.sha256 for line in self.lines))
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def __contains__(self, say: Say) -> bool:
        return _key(say.text, say.manner) in self._lines

    def clip(self, say: Say) -> "Clip | None":
        """A line's clip; None where it was not recorded. Raises VoiceError where its file is damaged."""
        line = self._lines.get(_key(say.text, say.manner))
        if line is None:
            return None
        from relaxapp.sound import files
        from relaxapp.sound.clip import Clip

        try:
            samples, rate = files.read(self.folder / line.file, "int16")
        except FileError as error:
            raise VoiceError(
                _("A recorded line is damaged."),
                _("Record it once more; until then another voice speaks it."),
            ) from error
        return Clip(samples[:, 0].copy(), rate)

    def keep(self, say: Say, clip: "Clip") -> None:
        """Keep a line, in place of an older one. Raises FileError."""
        from relaxapp.sound import files

        self._read()
        file = f"{secrets.token_hex(12)}.flac"
        files.write_line(self.folder / file, clip.samples, clip.rate)
        content = (self.folder / file).read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        older = self._lines.get(_key(say.text, say.manner))
        self.take([RecordedLine(say.text, say.manner, say.private, file, digest, say.answers)])
        if older is not None:
            (self.folder / older.file).unlink(missing_ok=True)

    def take(self, lines: Iterable[RecordedLine]) -> None:
        """Add lines whose files lie in the folder already. Raises FileError."""
        self._read()
        self._lines |= {_key(line.text, line.manner): line for line in lines}
        self._write()

    def forget_private(self, answer: str = "") -> None:
        """Delete the lines that hold the answer of that name; of any, where none is named. FileError."""
        self._read()
        gone = [line for line in self.lines if (line.holds(answer) if answer else line.private)]
        for line in gone:
            del self._lines[_key(line.text, line.manner)]
            (self.folder / line.file).unlink(missing_ok=True)
        if gone:
            self._write()

    def _read(self) -> None:
        self._lines = {_key(line.text, line.manner): line for line in read_lines(self.folder)}

    def _write(self) -> None:
        told = json.dumps([asdict(line) for line in self.lines], ensure_ascii=False, indent=1)
        write_whole(self.folder / LINES, [told])


def read_lines(folder: Path) -> tuple[RecordedLine, ...]:
    """The lines of a recorded voice; none before the first one. FileError where its list can't be read."""
    file = folder / LINES
    try:
        if file.stat().st_size > LARGEST_LIST:
            raise ValueError("too long a list")
        return lines_from(json.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, RecursionError) as error:
        raise FileError(
            _("The list of the recorded lines can't be read."),
            _("They lie in {folder}; a backup may have the list whole.").format(folder=folder),
        ) from error


def lines_from(told: object) -> tuple[RecordedLine, ...]:
    """Lines as JSON has them. Raises ValueError where they are none."""
    if not isinstance(told, list):
        raise ValueError("no list of lines")
    return tuple(_line(each) for each in told)


def _line(told: object) -> RecordedLine:
    if not isinstance(told, dict):
        raise ValueError("no line")
    texts = [told.get(field) for field in ("text", "manner", "file", "sha256")]
    private, answers = told.get("private"), told.get("answers", [])
    if not isinstance(private, bool) or not all(isinstance(text, str) for text in texts):
        raise ValueError("no line")
    if not isinstance(answers, list) or not all(isinstance(answer, str) for answer in answers):
        raise ValueError("no line")
    text, manner, file, sha256 = (str(each) for each in texts)
    if Path(file).name != file or Path(file).suffix != ".flac" or file.startswith("."):
        raise ValueError("no file of its own folder")
    return RecordedLine(text, Manner(manner), private, file, sha256, tuple(answers))


def shared(lines: Iterable[RecordedLine]) -> tuple[RecordedLine, ...]:
    """The lines that may leave this computer."""
    return tuple(replace(line) for line in lines if not line.private)


def _key(text: str, manner: str) -> tuple[str, str]:
    return (text, str(manner))
