"""How densely a plan is spoken: the figures that tell an unhurried practice from a crowded one."""

from dataclasses import dataclass

from relaxapp.timing.frames import seconds
from relaxapp.timing.plan import Plan


@dataclass(frozen=True, slots=True)
class Pace:
    """The pace of a plan."""

    words: int
    """Words said."""
    words_per_minute: float
    """Words a minute over the whole plan; 60 to 90 is calm (CLINICAL.md, "Guided imagery")."""
    speaking_words_per_minute: float
    """Words a minute while something is said; 120 to 140 is calm. 0 where nothing is."""


def pace(plan: Plan) -> Pace:
    """The pace of a plan."""
    says = plan.says()
    words = sum(sum(any(mark.isalnum() for mark in word) for word in cue.text.split()) for cue in says)
    spoken = seconds(sum(cue.end - cue.start for cue in says))
    return Pace(
        words=words,
        words_per_minute=words * 60 / seconds(plan.frames),
        speaking_words_per_minute=words * 60 / spoken if spoken else 0.0,
    )
