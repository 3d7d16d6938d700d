"""A script as it is written: sections, paragraphs, alternatives, and the steps they are made of.

`parse` makes a `Script`; `personalise` makes of it a `Reading` (see reading.py), which has no blanks and no
alternatives left. Only a `Reading` can be timed and voiced, so that nothing unpersonalised is ever spoken.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Technique(StrEnum):
    """What kind of practice a script is."""

    BREATHING = "breathing"
    PMR = "pmr"
    VISUALIZATION = "visualization"
    IMAGERY = "imagery"
    REFLECTION = "reflection"
    ACTIVITY = "activity"
    GROUNDING = "grounding"


class Manner(StrEnum):
    """How a line is said."""

    PLAIN = "plain"
    TENSE = "tense"
    """A little livelier, for the words of a tensing."""
    RELEASE = "release"
    """Slower and lower, for the words of letting go."""


MANNER_RATE: Mapping[Manner, float] = MappingProxyType(
    {Manner.PLAIN: 1.0, Manner.TENSE: 1.05, Manner.RELEASE: 0.88}
)
"""How fast each manner is said, as a part of the voice's words a minute; shared by voices and estimates."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where in its file something stands."""

    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in characters."""


@dataclass(frozen=True, slots=True)
class Say:
    """One sentence, or one phrase between ellipses: one clip of the voice."""

    text: str
    """The words; in a `Script` they may hold blanks in braces, in a `Reading` never."""
    manner: Manner = Manner.PLAIN
    """How it is said."""
    private: bool = False
    """Whether the words hold an answer of the person: such clips lie in the private cache."""
    answers: tuple[str, ...] = field(default=(), compare=False)
    """The names of the answers the words hold, in a `Reading`."""
    at: Position | None = field(default=None, compare=False)
    """Where it stands in its file."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A silence; elastic where `high` is more than `low`."""

    low: float
    """The shortest it may be, in seconds."""
    high: float
    """The longest it may be, in seconds."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One breath, in seconds; also the proportions that a slowing breath keeps."""

    inhale: float
    """Seconds of the in-breath, more than 0."""
    hold: float
    """Seconds of holding after it."""
    exhale: float
    """Seconds of the out-breath, more than 0."""
    rest: float
    """Seconds of rest after it."""

    @property
    def seconds(self) -> float:
        """The whole breath, in seconds."""
        return self.inhale + self.hold + self.exhale + self.rest


@dataclass(frozen=True, slots=True)
class Breathe:
    """Breathing with the pacer, for whole breaths nearest a time between `low` and `high`."""

    pattern: Pattern
    """One breath, or the proportions kept while slowing."""
    low: float
    """The shortest it may last, in seconds."""
    high: float
    """The longest it may last, in seconds."""
    start_rate: float | None = None
    """Breaths a minute at the start of a slowing; None where the pattern is kept as it is."""
    end_rate: float | None = None
    """Breaths a minute to slow down to; None where the pattern is kept as it is."""
    own_rate: bool = False
    """Whether the person's own rate, where known, takes the place of `start_rate`."""
    own_pattern: bool = False
    """Whether the person's own pattern, where known, takes the place of `pattern`."""
    steps: tuple["Say | Pause", ...] = ()
    """Words said while the breathing goes on, spread evenly, each beginning with an out-breath."""


@dataclass(frozen=True, slots=True)
class Tense:
    """Holding a light tension; its words lie inside it, and it grows if they are longer."""

    seconds: float
    """How long, from the first word on."""
    steps: tuple["Say | Pause", ...] = ()
    """The words said inside, and the silences between them."""


@dataclass(frozen=True, slots=True)
class Release:
    """Letting go; its words lie inside it, and it grows if they are longer."""

    low: float
    """The shortest it may last, in seconds."""
    high: float
    """The longest it may last, in seconds."""
    steps: tuple["Say | Pause", ...] = ()
    """The words said inside, and the silences between them."""


@dataclass(frozen=True, slots=True)
class Count:
    """Counting aloud at even steps, up or down."""

    first: int
    """The first number said."""
    last: int
    """The last number said."""
    every: float
    """Seconds from one number to the next."""
    words: tuple[Say, ...] = ()
    """The numbers as they are said; filled in when the script becomes a `Reading`."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A single sound, such as a bell."""

    name: str
    """The name of the sound, as it stands in `audio/`."""


Step = Say | Pause | Breathe | Tense | Release | Count | Sound


@dataclass(frozen=True, slots=True)
class Condition:
    """`[if name]` or `[if not name]`: a blank that was answered, or one of BUILT_IN_CONDITIONS."""

    name: str
    """The blank or the built-in condition."""
    negated: bool = False
    """Whether it must be unanswered or untrue."""


BUILT_IN_CONDITIONS = frozenset({"asleep", "alert", "tensing", "eyes open"})
"""Conditions about the person rather than an answer: how the practice ends, whether any area is tensed."""


@dataclass(frozen=True, slots=True)
class Scope:
    """When something is said at all: for which areas, lengths and conditions."""

    areas: tuple[str, ...] = ()
    """Names of body areas it speaks of; said only where no part of any of them is left out."""
    least_minutes: float = 0
    """`{from N min}`: said only in a practice at least this long."""
    under_minutes: float | None = None
    """`{under N min}`: said only in a practice shorter than this."""
    conditions: tuple[Condition, ...] = ()
    """All must hold."""


@dataclass(frozen=True, slots=True)
class Line:
    """One alternative of a paragraph."""

    scope: Scope
    """When it may be said; areas written here replace those of its section."""
    steps: tuple[Step, ...]
    """What is said and done, in order."""
    at: Position = field(compare=False)
    """Where it begins in its file."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One step of the way: alternatives divided by `[or]`; the first that may be said is."""

    lines: tuple[Line, ...]
    """At least one."""


@dataclass(frozen=True, slots=True)
class Title:
    """One alternative of a section's heading."""

    text: str
    """The heading; it may hold blanks."""
    areas: tuple[str, ...] = ()
    """Areas it names; shown only where no part of any of them is left out."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the paragraphs under it."""

    titles: tuple[Title, ...]
    """Alternatives of the heading; the first that may be shown is."""
    scope: Scope
    """When the whole section is part of the practice."""
    heart: bool
    """Whether it is what the practice is for; with no such section left, the practice isn't started."""
    paragraphs: tuple[Paragraph, ...]
    """In order."""
    at: Position = field(compare=False)
    """Where its heading stands in its file."""


@dataclass(frozen=True, slots=True)
class Question:
    """A blank, and how the person is asked to fill it."""

    name: str
    """The name used in braces."""
    text: str
    """The question as it is asked."""
    suggestions: tuple[str, ...] = ()
    """At most five ready answers."""
    default: str = ""
    """What is said where nothing was answered; empty only where `optional`."""
    optional: bool = False
    """Whether lines with this blank are simply left out where nothing was answered."""
    about_pain: bool = False
    """Whether the answer may name an area that is left out elsewhere: words for pain are asked separately."""
    at: Position | None = field(default=None, compare=False)
    """Where it stands in its file."""


@dataclass(frozen=True, slots=True)
class Script:
    """A practice as it is written."""

    id: str
    """The file's name without its ending."""
    title: str
    """Shown in lists and as the title of files."""
    technique: Technique
    """What kind of practice it is."""
    lengths: tuple[int, ...]
    """The minutes it offers, rising."""
    sections: tuple[Section, ...]
    """In order."""
    session: int | None = None
    """The session of the programme it belongs to, 1 to 8."""
    summary: str = ""
    """One sentence that says what one does in it."""
    questions: tuple[Question, ...] = ()
    """What it asks the person, in the order it asks."""
    cautions: tuple[str, ...] = ()
    """Sentences shown before it begins."""
    bed: str = "none"
    """The bed it suggests."""
    language: str = "en"
    """The language of its words, as a BCP 47 tag."""
    write: str = ""
    """What may be written down after it, as a question; empty where it asks for no line."""
    came_from: str = ""
    """The id of the script this one is a variation of."""
    came_from_version: str = ""
    """The fingerprint of that script's text when the variation was made (see variation.py)."""
    path: str = ""
    """Where it was read from; used in messages only."""
