"""Conducting a room: an exercise led live, without a screen. It is given no journal, and keeps nothing.

The conductor is told which key the facilitator pressed and how far the room has heard. It owns the plan,
revises it, and answers with effects for the player. The app and the tests drive it alike.

    WAITING -> LEADING -> OVER

`soonest`, wherever it is asked for, is the first frame that a change may still touch (`Player.soonest`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto

from relaxapp.timing.as_played import as_played
from relaxapp.timing.events import (
    ClipLate,
    ClipsArrived,
    Event,
    GoOn,
    GoToEnd,
    Hold,
    LeaveSection,
    Repeat,
    Stretch,
)
from relaxapp.timing.frames import RATE
from relaxapp.timing.plan import CueKind, Moment, Plan
from relaxapp.timing.revise import revise
from relaxapp.words.script import Say

RESERVE = 3 * RATE
"""A silence that is held is made longer when less than this of it is left."""
HELD_AT_A_TIME = 30 * RATE
"""How much longer it is made; what is not needed of it is taken away again."""
STEP = 10
"""Percent by which one key lengthens or shortens the silences to come."""
LEAST, MOST = 50, 200
"""Percent of the silences as written that one can go to."""
NEVER = 2**62
"""A frame that no plan reaches."""
FOLLOWS = frozenset({CueKind.SAY, CueKind.INHALE, CueKind.TENSE, CueKind.RELEASE, CueKind.SOUND})
"""What a silence that is held keeps waiting."""
NOT_BREATHED_OUT = frozenset(CueKind) - {CueKind.HOLD, CueKind.EXHALE, CueKind.REST}
"""The same for breathing that is held: the rest of a breath that has begun is breathed."""
MOVES_ON = FOLLOWS - {CueKind.INHALE}
"""What shows that the exercise is going on by itself just now."""


class Stage(StrEnum):
    """Where the exercise is."""

    WAITING = auto()
    """The title is on the wall."""
    LEADING = auto()
    OVER = auto()


class Key(StrEnum):
    """What a facilitator can do while leading."""

    HOLD = auto()
    """Hold the silence; again: go on."""
    GO_ON = auto()
    """Go on now."""
    AGAIN = auto()
    """Say the line again."""
    LONGER = auto()
    """Silences to come a tenth longer."""
    SHORTER = auto()
    """A tenth shorter."""
    LEAVE = auto()
    """Leave out the rest of this section."""
    COME_BACK = auto()
    """Go to the last section, which brings everyone back, at once."""
    MUTE = auto()
    """Read the lines aloud oneself; again: let the voice speak from the next line on."""


@dataclass(frozen=True, slots=True)
class Play:
    """Begin to play a plan."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class Change:
    """Go on with a plan that differs in what is to come."""

    plan: Plan
    spoken_from: int
    """The voice says lines that begin at this frame or later; earlier ones are left to the facilitator."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Fade out: the facilitator ended it."""


Effect = Play | Change | Stop
Effects = tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What there is to see."""

    stage: Stage
    moment: Moment | None
    """Where the exercise is, once it plays."""
    remaining: int
    """Frames to the end, if nothing is held from now on."""
    next_in: int | None
    """Frames until the next line; None while it is held back, and after the last."""
    held: bool
    """Whether the silence is held."""
    held_for: int
    """Frames since the facilitator began to hold it."""
    silences: int
    """How long silences to come are, in percent of what was planned."""
    muted: bool
    """Whether the facilitator reads the lines aloud."""
    asking: bool
    """Whether it is being asked if the exercise shall end."""


@dataclass(frozen=True, slots=True)
class _Holding:
    """A silence, or breathing, that is held."""

    base: Plan
    """The plan as it would be without."""
    at: int
    """The frame from which on it is held."""
    follows: int
    """The frame of `base` at which what is held back would come."""
    since: int
    """The frame heard when the facilitator began to hold it."""
    after_line: bool
    """Whether the next line is said before it is held: the one asked for again."""

    def until(self, frame: int) -> Plan:
        """The plan in which it is held no longer than until `frame`, and never cut short.

        One frame more, since breaths begin between frames.
        """
        longer = frame - self.follows
        return revise(self.base, Hold(longer + 1), self.at) if longer > 0 else self.base


class Lead:
    """One exercise in a room, from the title on the wall to its end."""

    def __init__(self) -> None:
        self._stage = Stage.WAITING
        self._plan: Plan | None = None
        self._frame = 0
        self._holding: _Holding | None = None
        self._silences = 100
        self._muted = False
        self._spoken_from = 0
        self._asking = False

    # what there is to see

    @property
    def stage(self) -> Stage:
        """Where the exercise is."""
        return self._stage

    @property
    def view(self) -> View:
        """What there is to see now."""
        plan, frame, holding = self._plan, self._frame, self._holding
        moment = plan.at(frame) if plan is not None else None
        following = moment.next_line if moment is not None and holding is None else None
        return View(
            stage=self._stage,
            moment=moment,
            remaining=self._remaining(),
            next_in=following.start - frame if following is not None else None,
            held=holding is not None,
            held_for=max(frame - holding.since, 0) if holding is not None else 0,
            silences=self._silences,
            muted=self._muted,
            asking=self._asking,
        )

    @property
    def led(self) -> Plan:
        """The exercise as it was led so far, its silences as they were held."""
        assert self._plan is not None
        plan = self._holding.until(self._frame) if self._holding is not None else self._plan
        return as_played(plan, self._frame)

    @property
    def spoken_from(self) -> int:
        """The voice says the lines that begin at this frame or later."""
        return self._spoken_from

    def _remaining(self) -> int:
        if self._plan is None:
            return 0
        if self._holding is None:
            return self._plan.frames - self._frame
        held = max(self._frame - self._holding.follows, 0)
        return self._holding.base.frames + held - self._frame

    # playing

    def begin(self, plan: Plan) -> Effects:
        """The exercise begins."""
        if self._stage is not Stage.WAITING:
            return ()
        self._plan, self._stage = plan, Stage.LEADING
        return (Play(plan),)

    def hear(self, frame: int, soonest: int, *, finished: bool = False) -> Effects:
        """The room has heard so much; called many times a second."""
        if self._stage is not Stage.LEADING:
            return ()
        self._frame = frame
        if finished:
            self._stage, self._holding = Stage.OVER, None
            return ()
        return self._held_on(soonest)

    def press(self, key: Key, soonest: int) -> Effects:
        """The facilitator pressed a key."""
        if self._stage is not Stage.LEADING or self._plan is None:
            return ()
        self._asking = False
        match key:
            case Key.HOLD:
                return self._hold(soonest)
            case Key.GO_ON:
                return self._go_on(soonest)
            case Key.AGAIN:
                return self._again(soonest)
            case Key.LONGER:
                return self._stretch(STEP, soonest)
            case Key.SHORTER:
                return self._stretch(-STEP, soonest)
            case Key.LEAVE:
                return self._leave(LeaveSection(), soonest)
            case Key.COME_BACK:
                return self._leave(GoToEnd(), soonest)
            case Key.MUTE:
                return self._mute(soonest)

    def arrived(self, lengths: Mapping[Say, int], soonest: int) -> Effects:
        """Lines were voiced: their lengths in frames are known now."""
        return self._revised(ClipsArrived(lengths), soonest)

    def late(self, frames: int, soonest: int) -> Effects:
        """The next line is not voiced yet: so much more silence."""
        return self._revised(ClipLate(frames), soonest)

    # ending

    def ask(self) -> None:
        """Ask, in one line, whether to end here; asked again, the question goes. All goes on meanwhile."""
        self._asking = self._stage is Stage.LEADING and not self._asking

    def end(self) -> Effects:
        """End here, where that was asked."""
        return self.leave() if self._asking else ()

    def leave(self) -> Effects:
        """End here, whatever was asked: the program ends."""
        if self._stage is not Stage.LEADING:
            return ()
        self._plan, self._holding = self.led, None
        self._stage, self._asking = Stage.OVER, False
        return (Stop(),)

    # holding

    def _hold(self, soonest: int) -> Effects:
        if self._holding is not None:
            return self._settle(soonest)
        assert self._plan is not None
        self._begin_holding(self._plan, soonest, self._frame)
        return self._held_on(soonest)

    def _begin_holding(self, plan: Plan, soonest: int, since: int, *, after_line: bool = False) -> None:
        at = _held_from(plan, soonest, after_line=after_line)
        self._holding = _Holding(plan, at, _following(plan, at), since, after_line)

    def _held_on(self, soonest: int) -> Effects:
        """Make what is held longer, where little of it is left."""
        holding, plan = self._holding, self._plan
        if holding is None or plan is None:
            return ()
        longer = plan.frames - holding.base.frames
        if holding.follows + longer - soonest >= RESERVE:
            return ()
        return self._changed(holding.until(soonest + HELD_AT_A_TIME))

    def _settle(self, soonest: int) -> Effects:
        """Hold no longer: what was held back comes now, or when it would have come anyway."""
        assert self._holding is not None
        plan, self._holding = self._holding.until(soonest), None
        return self._changed(plan)

    # the other keys

    def _go_on(self, soonest: int) -> Effects:
        settled = self._settle(soonest) if self._holding is not None else ()
        plan = self._plan
        assert plan is not None
        if any(self._frame < cue.start <= soonest and cue.kind in MOVES_ON for cue in plan.cues):
            return settled
        return self._changed(revise(plan, GoOn(), soonest)) or settled

    def _again(self, soonest: int) -> Effects:
        plan = self._as_it_would_go_on(soonest)
        moment = plan.at(max(soonest - 1, 0))
        line, following = moment.line, moment.next_line
        if line is None:
            return ()
        if following is not None and following.say == line.say:
            return ()
        return self._revised(Repeat(line, self._planned_silence()), soonest, after_line=True)

    def _planned_silence(self) -> int | None:
        """How long the silence that is held was meant to be; None where none is held."""
        holding = self._holding
        line = holding.base.at(holding.at).line if holding is not None else None
        return max(holding.follows - line.end, 0) if holding is not None and line is not None else None

    def _stretch(self, step: int, soonest: int) -> Effects:
        wanted = min(max(self._silences + step, LEAST), MOST)
        factor = wanted / self._silences
        self._silences = wanted
        return self._revised(Stretch(factor), soonest) if factor != 1 else ()

    def _leave(self, event: LeaveSection | GoToEnd, soonest: int) -> Effects:
        plan = self._as_it_would_go_on(soonest)
        section, last = plan.at(soonest).section, len(plan.sections) - 1
        over_already = isinstance(event, LeaveSection) and section != plan.at(self._frame).section
        if section == last or over_already:
            return ()
        self._holding = None
        return self._changed(revise(plan, event, soonest))

    def _mute(self, soonest: int) -> Effects:
        assert self._plan is not None
        self._muted = not self._muted
        self._spoken_from = NEVER if self._muted else soonest
        return (Change(self._plan, self._spoken_from),)

    # revising

    def _as_it_would_go_on(self, soonest: int) -> Plan:
        """The plan if nothing were held from now on."""
        assert self._plan is not None
        return self._plan if self._holding is None else self._holding.until(soonest)

    def _revised(self, event: Event, soonest: int, *, after_line: bool = False) -> Effects:
        """The plan after an event; what is held stays held."""
        if self._stage is not Stage.LEADING or self._plan is None:
            return ()
        before = self._plan
        self._plan = revise(self._as_it_would_go_on(soonest), event, soonest)
        holding = self._holding
        if holding is not None:
            waits = after_line or (holding.after_line and soonest < holding.at)
            self._begin_holding(self._plan, soonest, holding.since, after_line=waits)
            self._held_on(soonest)
        return () if self._plan == before else (Change(self._plan, self._spoken_from),)

    def _changed(self, plan: Plan) -> Effects:
        if plan == self._plan:
            return ()
        self._plan = plan
        return (Change(plan, self._spoken_from),)


def _held_from(plan: Plan, soonest: int, *, after_line: bool) -> int:
    """The frame from which on to hold: nobody is kept tensing, and a line asked for again is said first."""
    line = plan.at(soonest - 1).next_line
    if after_line and line is not None:
        soonest = line.start + 1
    while (moment := plan.at(soonest)).phase is CueKind.TENSE:
        soonest = moment.phase_end + 1
    return soonest


def _following(plan: Plan, at: int) -> int:
    """The frame at which what is held back from `at` on would come.

    That is a line, a breath or a sound; from inside breathing or letting go also whatever follows it.
    """
    moment = plan.at(at)
    waits = NOT_BREATHED_OUT if moment.breath_level is not None else FOLLOWS
    following = next((cue.start for cue in plan.cues if cue.start >= at and cue.kind in waits), plan.frames)
    return min(following, moment.phase_end) if moment.phase is CueKind.RELEASE else following
