"""What can happen while a plan is played, and changes what is still to come."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from relaxapp.timing.cues import Cue
from relaxapp.words.script import Say


@dataclass(frozen=True, slots=True)
class ClipsArrived:
    """Lines were voiced: their lengths are known now. The end stays where it is, if it can."""

    lengths: Mapping[Say, int]
    """Frames each takes to say."""


@dataclass(frozen=True, slots=True)
class ClipLate:
    """The next line is not voiced yet: silence until it is. Later silences make up for it where they can."""

    frames: int
    """How much longer to wait."""


@dataclass(frozen=True, slots=True)
class Hold:
    """The person wants to stay here for a while: more silence, or more breaths. The end moves."""

    frames: int
    """How much longer; in breathing, whole breaths that last at least as long."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """Say a line again, and let its silence follow again. The end moves."""

    line: Cue | None = None
    """The line as it was heard; None for the last that begins before the frozen frame."""
    silence: int | None = None
    """The longest a silence it was asked for in may follow again, in frames; None for all of it."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """Go on now: the rest of the silence, tensing, release or breathing is cut short. The end moves."""


@dataclass(frozen=True, slots=True)
class LeaveSection:
    """Leave out the rest of the present section; the last one is never left. The end moves."""


@dataclass(frozen=True, slots=True)
class GoToEnd:
    """Go to the last section at once: the way back is never left out. The end moves."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Make the silences and releases still to come longer or shorter. The end moves."""

    factor: float
    """How many times as long, more than 0."""


@dataclass(frozen=True, slots=True)
class SlowerBreath:
    """ "Slower, please": from the next breath on, and never below 4.5 breaths a minute."""

    by: Fraction = Fraction(1, 2)
    """Breaths a minute."""


@dataclass(frozen=True, slots=True)
class FasterBreath:
    """ "Too slow for me": from the next breath on, and no later breath is slower again."""

    by: Fraction = Fraction(1)
    """Breaths a minute."""


Event = (
    ClipsArrived
    | ClipLate
    | Hold
    | Repeat
    | GoOn
    | LeaveSection
    | GoToEnd
    | Stretch
    | SlowerBreath
    | FasterBreath
)
"""One thing that happened."""
