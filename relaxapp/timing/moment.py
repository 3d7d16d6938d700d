"""A moment of a plan: all that a screen, a line-by-line mode or a facilitator needs to know at one frame."""

from dataclasses import dataclass, field

from relaxapp.timing.cues import Cue, CueKind
from relaxapp.words.promises import NO_PROMISES, Promises


@dataclass(frozen=True, slots=True)
class Moment:
    """What happens at one frame."""

    line: Cue | None
    """The line being said or last said; None before the first."""
    next_line: Cue | None
    """The line said next; None after the last."""
    saying: bool
    """Whether `line` is being said now."""
    phase: CueKind | None
    """The phase of a breath, or TENSE or RELEASE; None outside both."""
    phase_start: int
    """First frame of the phase; the moment's own frame outside any."""
    phase_end: int
    """The frame after the last of the phase; the moment's own frame outside any."""
    phase_remaining: float
    """Seconds until the phase ends; 0 outside any."""
    breath_level: float | None
    """How full the breath is, 0 empty to 1 full; None where no breathing is paced."""
    section: int
    """Index into `Plan.sections`."""
    title: str
    """The section's title; may be empty."""
    section_remaining: int
    """Frames to the end of the section."""
    elapsed: int
    """Frames from the start of the plan."""
    remaining: int
    """Frames to its end."""
    promises: Promises = field(default=NO_PROMISES, compare=False, repr=False)
    """What decides over the words that tell the phase."""
