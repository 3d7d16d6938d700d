"""What a paragraph of a page is made of: words, and what is done between them."""

from dataclasses import dataclass

from relaxapp.words.source import Marked


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence, or a part of one."""

    text: str
    """As it will be said, white space made single."""
    source: Marked | None
    """Where it stands in the page; None where it was added."""
    hangs: bool = False
    """Whether an ellipsis follows."""
    ends: bool = False
    """Whether a sentence ends here."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A pause."""

    low: float
    """Seconds."""
    high: float
    """Seconds; as `low` where it is exact."""
    source: Marked | None
    """Where it stands in the page; None where it follows from something else."""


@dataclass(frozen=True, slots=True)
class Counting:
    """Numbers that follow one another, said at even steps."""

    first: int
    """The first number said."""
    last: int
    """The last."""
    every: float
    """Seconds from one to the next."""
    source: Marked | None
    """Where they stand in the page; None where they were added."""


@dataclass(frozen=True, slots=True)
class Breaths:
    """Breathing with the pacer, for a number of breaths or a time."""

    seconds: float
    """How long."""
    pattern: str
    """In and out, as the format writes it."""
    source: Marked | None
    """Where it stands in the page; None where it follows from something else."""


@dataclass(frozen=True, slots=True)
class Bell:
    """A bell."""

    source: Marked | None
    """Where it stands in the page; None where it was added."""


@dataclass(frozen=True, slots=True)
class Left:
    """What is for the reader."""

    source: Marked
    """Where it stands in the page."""
    why: str
    """Why it isn't said, as one sentence; empty where it goes without saying (a page number, a bullet)."""


@dataclass(frozen=True, slots=True)
class Again:
    """Something is to be done once more, with the other side."""

    side: str
    """`left` or `right`; empty for the side that wasn't named."""
    words: Words
    """What is said where it can't be worked out."""


@dataclass(frozen=True, slots=True)
class Done:
    """Words of the page that became something else: `repeat with the left hand`, worked out."""

    source: Marked
    """Where they stand in the page."""


Atom = Done | Words | Silence | Counting | Breaths | Bell | Left | Again
