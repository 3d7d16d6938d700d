"""The plan: which words, breaths and silences happen at which frame. One plan is the truth for all."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from relaxapp.timing.breathing import FREE, Limits, level
from relaxapp.timing.cues import Cue, CueKind, Duration, Durations
from relaxapp.timing.frames import RATE, seconds
from relaxapp.timing.items import Item, lines_of
from relaxapp.timing.moment import Moment
from relaxapp.words.promises import NO_PROMISES, Promises

__all__ = ["Cue", "CueKind", "Duration", "Durations", "Moment", "Plan", "SectionSpan"]

SAME_SECTION = 3 * RATE
"""Frames into a section within which "back" means the section before rather than this one again."""
PHASE_KINDS = frozenset(
    {CueKind.INHALE, CueKind.HOLD, CueKind.EXHALE, CueKind.REST, CueKind.TENSE, CueKind.RELEASE}
)
"""What a screen shows as a phase, with the time it still lasts."""


@dataclass(frozen=True, slots=True)
class SectionSpan:
    """Where a section lies; one that was left before it began is empty."""

    title: str
    """Shown while it lasts; may be empty."""
    start: int
    """First frame."""
    end: int
    """The frame after the last."""


@dataclass(frozen=True)
class Plan:
    """What happens when. Built by `fit` and `revise` alone."""

    cues: tuple[Cue, ...]
    """By start; words inside a breath or a tensing follow the cue they begin in. All others follow each other
    without gaps, from frame 0 to the last."""
    frames: int
    """The length of the whole."""
    elasticity: float
    """Where elastic silences lie between their shortest (0) and longest (1); once revised, those to come."""
    sections: tuple[SectionSpan, ...]
    """In order; every `Cue.section` is an index into them."""
    items: tuple[Item, ...]
    """What the cues are drawn from; `revise` works on these."""
    asked: int
    """The length asked for in frames, moved by what the person asked for on the way."""
    limits: Limits = FREE
    """The rates of breathing the person allowed on the way."""
    promises: Promises = field(default=NO_PROMISES, compare=False, repr=False)
    """What decides over words beside those of the cues: whoever tells of a breath or a tensing asks it."""

    def at(self, frame: int) -> Moment:
        """What happens at `frame`; before the start and after the end, what happens there."""
        frame = min(max(frame, 0), self.frames)
        said = bisect_right(self._say_starts, frame)
        lines = self.says()
        line = lines[said - 1] if said else None
        phase = self._phase_at(frame)
        section = self._section_at(frame)
        return Moment(
            line=line,
            next_line=lines[said] if said < len(lines) else None,
            saying=line is not None and frame < line.end,
            phase=phase.kind if phase else None,
            phase_start=phase.start if phase else frame,
            phase_end=phase.end if phase else frame,
            phase_remaining=seconds(phase.end - frame) if phase else 0.0,
            breath_level=(
                level(phase.kind, (frame - phase.start) / (phase.end - phase.start)) if phase else None
            ),
            section=section,
            title=self.sections[section].title,
            section_remaining=max(0, self.sections[section].end - frame),
            elapsed=frame,
            remaining=self.frames - frame,
            promises=self.promises,
        )

    def says(self) -> tuple[Cue, ...]:
        """Every line, in order."""
        return self._says

    @cached_property
    def estimated(self) -> bool:
        """Whether any line's length is still an estimate."""
        return any(line.estimated for item in self.items for line in lines_of(item))

    def section_start(self, frame: int, step: int) -> int:
        """The frame to go to for the section before (`step` -1) or after (+1) the one at `frame`.

        Back is the start of this section, or of the one before within three seconds of the start. In the last
        section, on is `frame` itself: coming back is never skipped.
        """
        starts = sorted({span.start for span in self.sections if span.end > span.start})
        here = max(bisect_right(starts, min(max(frame, 0), self.frames)) - 1, 0)
        if step > 0:
            return starts[here + 1] if here + 1 < len(starts) else frame
        if frame - starts[here] < SAME_SECTION and here > 0:
            here -= 1
        return starts[here]

    @cached_property
    def _says(self) -> tuple[Cue, ...]:
        return tuple(cue for cue in self.cues if cue.kind is CueKind.SAY)

    @cached_property
    def _say_starts(self) -> tuple[int, ...]:
        return tuple(cue.start for cue in self._says)

    @cached_property
    def _phases(self) -> tuple[Cue, ...]:
        return tuple(cue for cue in self.cues if cue.kind in PHASE_KINDS)

    @cached_property
    def _phase_starts(self) -> tuple[int, ...]:
        return tuple(cue.start for cue in self._phases)

    @cached_property
    def _section_starts(self) -> tuple[int, ...]:
        return tuple(span.start for span in self.sections)

    def _phase_at(self, frame: int) -> Cue | None:
        begun = bisect_right(self._phase_starts, frame)
        phase = self._phases[begun - 1] if begun else None
        return phase if phase and frame < phase.end else None

    def _section_at(self, frame: int) -> int:
        """The last section that has begun: one that was left out has the same start as the next."""
        begun = bisect_right(self._section_starts, min(frame, self.frames - 1))
        return max(begun - 1, 0)
