"""Cues: what happens from one frame to another; and how long each line takes to say."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from relaxapp.words.script import Say


class CueKind(StrEnum):
    """What happens during a cue."""

    SAY = "say"
    SILENCE = "silence"
    INHALE = "inhale"
    HOLD = "hold"
    EXHALE = "exhale"
    REST = "rest"
    TENSE = "tense"
    RELEASE = "release"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class Cue:
    """Something that happens from one frame to another. Words may lie inside a breath or a tensing."""

    start: int
    """First frame, counted from the start of the plan."""
    end: int
    """The frame after the last."""
    kind: CueKind
    """What it is."""
    section: int
    """Index into `Plan.sections`."""
    say: Say | None = None
    """What is said, for `CueKind.SAY`."""
    sound: str = ""
    """The name of the sound, for `CueKind.SOUND`."""

    @property
    def text(self) -> str:
        """The words said, or nothing."""
        return self.say.text if self.say else ""


@dataclass(frozen=True, slots=True)
class Duration:
    """How long a line takes to say."""

    frames: int
    """At the house rate."""
    estimated: bool = False
    """Whether the clip has not been voiced yet."""


Durations = Callable[[Say], Duration]
"""How long each line takes to say: known from its clip, or estimated."""
