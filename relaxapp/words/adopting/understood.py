"""What was understood of a page, piece by piece, and what was in doubt."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from relaxapp.words.source import Marked


class Fate(StrEnum):
    """What becomes of a piece of the page. Every word of it has just one."""

    SAID = "said"
    SHOWN = "shown"
    """A title or the heading of a section."""
    DONE = "done"
    """A silence, breathing, counting or a sound."""
    LEFT_OUT = "left out"
    """For the reader: kept in the script as a note, never spoken."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the page and what became of it."""

    source: Marked
    """The characters, with their places in the page."""
    fate: Fate
    """What became of them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One step of the page beside what was understood of it."""

    first_line: int
    """Counted from 1; 0 where it isn't in the page and was added."""
    last_line: int
    """The last line it stands on."""
    source: str
    """As it stands in the page, on one line; empty where it was added."""
    script: tuple[str, ...]
    """The lines of the script it became; none where it was left out."""
    remarks: tuple[str, ...] = ()
    """What the person should know of it, a sentence each."""
    left_out: str = ""
    """The words of it that are not said; empty where all are."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that may be for the listener or for the reader."""

    words: str
    """As they stand in the page."""
    line: int
    """Where they stand first."""
    why: str
    """What makes it doubtful, as one sentence."""
    say: bool
    """The safe choice: whether they are said when nobody answers."""


Answers = Mapping[str, bool]
"""Whether the words of a doubt are said, by its words."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A page, understood."""

    title: str
    """The title proposed."""
    technique: str
    """The kind of practice it seems to be."""
    rows: tuple[Row, ...]
    """In the order of the page, with what was added where it stands."""
    pieces: tuple[Piece, ...]
    """Every word of the page, once."""
    doubts: tuple[Doubt, ...]
    """What is asked; each with its safe choice."""
    remarks: tuple[str, ...] = ()
    """What the person should know of the page as a whole."""
