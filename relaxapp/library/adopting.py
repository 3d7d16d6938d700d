"""Turning a facilitator's page into a practice that passes check, with the lengths its words fit."""

import re
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path
from types import MappingProxyType

from relaxapp.errors import ScriptError
from relaxapp.library.checking import FAST_VOICE, SLOW_VOICE, mistakes_in
from relaxapp.library.pages.reading import read_page
from relaxapp.timing.estimate import at_rate
from relaxapp.timing.fit import span
from relaxapp.translation import _
from relaxapp.words.adopting.atoms import Silence
from relaxapp.words.adopting.page import Page
from relaxapp.words.adopting.understand import LONGEST_TITLE, understand
from relaxapp.words.adopting.understood import Answers, Understood
from relaxapp.words.adopting.writing import script_text
from relaxapp.words.front_matter import LONGEST_PRACTICE
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.parse import parse
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.source import is_forbidden

ROOMS = (
    (4, 10, 1.0),
    (4, 20, 1.0),
    (3, 40, 1.0),
    (4, 20, 1.5),
    (3, 40, 2.0),
    (3, 90, 3.0),
    (2, 200, 6.0),
    (2, 600, 40.0),
)
"""Seconds of silence after a paragraph, and how many times as long the silences may last that the page tells;
tried in order until there is a length that every voice fits."""
USUAL_LENGTHS = (5, 10, 15, 20, 30, 45, 60)
"""Minutes that are offered between the shortest and the longest."""


@dataclass(frozen=True, slots=True)
class Adopted:
    """A page as a practice, before it is kept."""

    title: str
    """Its title."""
    understood: Understood
    """What became of each step of the page, and what is asked."""
    lengths: tuple[int, ...]
    """Minutes that fit, rising."""
    text: str
    """The script."""
    answers: Answers
    """What was answered of what is asked."""
    remarks: tuple[str, ...]
    """What the person should know of the page as a whole."""


@dataclass(frozen=True, slots=True)
class Source:
    """A page that was read, waiting for answers."""

    page: Page
    """The page."""
    remark: str
    """What the person should know of the reading; may be empty."""

    def adopted(self, lexicon: Lexicon, answers: Answers = MappingProxyType({}), title: str = "") -> Adopted:
        """The page as a practice; ScriptError where it can't be one. `title`: where another is wished for."""
        return adopt(self.page, lexicon, answers, title, self.remark)


def is_script(text: str) -> bool:
    """Whether a text is a practice in the format already, whole or with mistakes."""
    front = re.match(r"\ufeff?---[ \t]*\r?\n(.{0,20000}?)^---", text, re.MULTILINE | re.DOTALL)
    return (
        front is not None and re.search(r"^(?:technique|lengths)[ \t]*:", front[1], re.MULTILINE) is not None
    )


def source(file: Path) -> Source:
    """Read a file; FileError where it can't be read."""
    read = read_page(file)
    return Source(read.page, read.remark)


def adopt(
    page: Page, lexicon: Lexicon, answers: Answers = MappingProxyType({}), title: str = "", remark: str = ""
) -> Adopted:
    """A page as a practice; ScriptError where it can't be one."""
    for low, high, give in ROOMS:
        understood = understand(page, lexicon, answers, Silence(low, high, None), give)
        lengths = _lengths(understood, lexicon)
        if lengths:
            break
    else:
        raise ScriptError(
            _("The words and silences of this page fit no length from 1 to {most} minutes.").format(
                most=LONGEST_PRACTICE
            ),
            _("Give only the part that is read aloud, or divide it."),
        )
    title = _one_line(title) or understood.title
    text = script_text(understood, title, lengths)
    mistakes = mistakes_in(text, page.name, lexicon)
    if mistakes:
        raise ScriptError("\n".join(mistake.told(page.name) for mistake in mistakes))
    remarks = [remark] if remark else []
    return Adopted(title, understood, lengths, text, answers, (*remarks, *understood.remarks))


def _one_line(title: str) -> str:
    """A title as front matter takes it."""
    shown = "".join(" " if is_forbidden(char) else char for char in title)
    return " ".join(shown.split())[:LONGEST_TITLE].strip()


def _lengths(understood: Understood, lexicon: Lexicon) -> tuple[int, ...]:
    """The shortest and the longest whole minutes that fit voices of every speed, and a usual one between."""
    script = parse(script_text(understood, understood.title, (1,)), "adopted.md")
    least, most = 0.0, LONGEST_PRACTICE * 60.0
    for asleep in (False, True):
        reading = personalise(script, Person(asleep=asleep), 1, lexicon)
        for rate in (SLOW_VOICE, FAST_VOICE):
            shortest, longest = span(reading, at_rate(rate))
            least, most = max(least, shortest), min(most, longest)
    first, last = max(1, ceil(least / 60)), floor(most / 60)
    if first > last:
        return ()
    between = [minutes for minutes in USUAL_LENGTHS if first < minutes < last]
    middle = between[len(between) // 2 :][:1]
    return tuple(sorted({first, *middle, last}))
