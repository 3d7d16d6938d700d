"""Scripts that leave, and scripts that come in: what is shared holds no answers, what is added is checked."""

import re
from dataclasses import dataclass
from pathlib import Path

from relaxapp.errors import FileError, ScriptError
from relaxapp.library.checking import mistakes_in
from relaxapp.library.files import read_text
from relaxapp.library.library import Library
from relaxapp.translation import _
from relaxapp.words.inline import without_notes
from relaxapp.words.parse import parse
from relaxapp.words.script import Script
from relaxapp.words.source import Source
from relaxapp.writing import write_whole

MOST_TOLD = 20
"""Mistakes of a stranger's file that are told at once."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What leaves when a practice is shared."""

    text: str
    """The words with their blanks."""
    notes: bool
    """Whether there were notes, which stay here."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A script that came in and has no mistakes, before it is kept."""

    script: Script
    """The script."""
    text: str
    """Its text."""
    known_as: str
    """The name of a practice with this very text; empty where it is new."""


def shareable(library: Library, name: str) -> Shared:
    """A practice as it is shared. Answers are never in a script; notes may be private, so they stay here.

    NotFoundError, ScriptError, FileError.
    """
    script = library.find(name)
    text = library.source(script.id)
    lines = [line.text for line in Source(text.removeprefix("\ufeff")).lines()]
    end = next(at for at, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
    front = [_without_comment(line) for line in lines[: end + 1] if not line.lstrip().startswith("#")]
    if library.is_own(script) and not _is_shipped(library, script.came_from):
        front = [line for line in front if not re.match(r"[\"']?came_from(?:_version)?[\"']?\s*:", line)]
    body = Source("\n".join(lines[end + 1 :]))
    kept = [line.text for line in without_notes(body.lines(), lambda _offset, _message: None)]
    shared = "\n".join([*front, *kept])
    shared = re.sub(r"\n{3,}", "\n\n", shared).rstrip() + "\n"
    left_out = len(front) + len(kept) < len(lines) or front != lines[: len(front)]
    return Shared(shared, left_out or "<!--" in text)


def _without_comment(line: str) -> str:
    """A line of front matter without what follows a # outside of quotation marks: a note to oneself."""
    quote = ""
    for at, letter in enumerate(line):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'" and (at == 0 or line[at - 1] in " \t[{:,"):
            quote = letter
        elif letter == "#" and line[at - 1 : at].isspace():
            return line[:at].rstrip()
    return line


def _is_shipped(library: Library, name: str) -> bool:
    return any(script.id == name and not library.is_own(script) for script in library.all())


def offered(library: Library, file: Path) -> Offered:
    """Read and check a script that came in; FileError, or ScriptError with its mistakes."""
    return offered_text(library, read_text(file), file.name)


def offered_text(library: Library, text: str, name: str) -> Offered:
    """The same for a text."""
    mistakes = mistakes_in(text, name, library.lexicon("en"))
    if mistakes:
        told = [mistake.told(name) for mistake in mistakes[:MOST_TOLD]]
        if len(mistakes) > MOST_TOLD:
            told.append(_("... and {count} more.").format(count=len(mistakes) - MOST_TOLD))
        raise ScriptError("\n".join(told), _("It was not added."))
    script = parse(text, name)
    if script.language.partition("-")[0].casefold() != "en":
        raise ScriptError(
            _("{name} is in another language than English.").format(name=name),
            _("There are no words yet to keep the promises in it."),
        )
    return Offered(script, text, library.known(text))


def free_file(folder: Path, name: str) -> Path:
    """A file in the folder that isn't there yet, named after the practice."""
    file, number = folder / f"{name}.md", 2
    while file.exists() or file.is_symlink():
        file, number = folder / f"{name}-{number}.md", number + 1
    return file


def share_to(shared: Shared, file: Path) -> None:
    """Write what is shared to a new file, whole or not at all; FileError where it is there already."""
    if file.exists() or file.is_symlink():
        raise FileError(
            _("{file} is there already.").format(file=file), _("Choose another name for the file.")
        )
    write_whole(file, [shared.text])
