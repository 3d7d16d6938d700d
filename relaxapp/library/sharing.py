"""Scripts that leave, and scripts that come in: what is shared holds no answers, what is added is checked."""

from dataclasses import dataclass
from pathlib import Path

from relaxapp.errors import ScriptError
from relaxapp.library.checking import mistakes_in
from relaxapp.library.files import read_text
from relaxapp.library.library import Library
from relaxapp.translation import _
from relaxapp.words.parse import parse
from relaxapp.words.passing_on import PassedOn, passed_on
from relaxapp.words.script import Script

MOST_TOLD = 20
"""Mistakes of a stranger's file that are told at once."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A script that came in and has no mistakes, before it is kept."""

    script: Script
    """The script."""
    text: str
    """Its text."""
    known_as: str
    """The name of a practice with this very text; empty where it is new."""


def shareable(library: Library, name: str) -> PassedOn:
    """A practice as it is shared. Answers are never in a script; notes may be private, so they stay here.

    NotFoundError, ScriptError, FileError.
    """
    script = library.find(name)
    with_origin = not library.is_own(script) or _is_shipped(library, script.came_from)
    return passed_on(library.source(script.id), with_origin=with_origin)


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
