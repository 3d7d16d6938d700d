"""What is known of a person that changes the words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from relaxapp.words.script import Pattern


@dataclass(frozen=True, slots=True)
class Person:
    """A person's answers and choices; the default is someone who was asked nothing yet."""

    answers: Mapping[str, str] = field(default_factory=dict)
    """Answers by the name of the blank; what was left empty is not in it."""
    leave_out: frozenset[str] = frozenset()
    """Names of areas that are never mentioned."""
    release_only: frozenset[str] = frozenset()
    """Names of areas that are let go but never tensed."""
    avoid: tuple[str, ...] = ()
    """Themes (by their name in the lexicon) and own words that are never spoken or shown."""
    cue_word: str = ""
    """The person's cue word; where empty, the scripts' own default is said."""
    asleep: bool = False
    """Whether practices end in sleep rather than alert."""
    breath_rate: float | None = None
    """The person's own breaths a minute, where measured or chosen."""
    pattern: Pattern | None = None
    """One breath as the person made it up, where they did."""
