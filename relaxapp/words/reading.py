"""A reading: a script as one person hears it at one length. No blanks, no alternatives, no left-out areas."""

from dataclasses import dataclass, field

from relaxapp.words.promises import NO_PROMISES, Promises
from relaxapp.words.script import Step, Technique


@dataclass(frozen=True, slots=True)
class Passage:
    """A section of a reading."""

    title: str
    """Shown while it lasts; empty where no alternative of the heading may be shown."""
    steps: tuple[Step, ...]
    """In order, at least one; every `Say` is as it will be spoken, every `Count` has its words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What `fit` lays out in time."""

    script_id: str
    """The script it was made of."""
    title: str
    """The script's title."""
    technique: Technique
    """What kind of practice it is."""
    minutes: float
    """The length it was made for."""
    passages: tuple[Passage, ...]
    """In order."""
    language: str = "en"
    """The language of its words."""
    promises: Promises = field(default=NO_PROMISES, compare=False, repr=False)
    """What decides over words that are not its own: those which tell a phase of the breath."""
