"""Conducting a practice, without a screen.

The conductor is told what the person does and how many frames were heard; it answers with effects for the
player and the journal, and with what there is to see. The app, the plain mode and the tests all drive it.

    BEFORE -> READY -> PLAYING <-> PAUSED
                          |           |
                          +-> ASKING <+   Esc: the sound stops at once; finish, carry on or settle
                                |  \\
                                |   SETTLING   (a short grounding is played, then AFTER)
                                v
                              AFTER -> DONE

    PLAYING -> LINGERING -> AFTER     where the background plays on: the practice is over and kept; any of
                                      Space, Enter and Esc, or the end of the background, leads on
"""

from dataclasses import dataclass, replace
from enum import StrEnum, auto

from relaxapp.journal.entry import Ended, Entry
from relaxapp.practice import questions
from relaxapp.practice.questions import Asked, Choices
from relaxapp.timing.events import FasterBreath
from relaxapp.timing.frames import seconds
from relaxapp.timing.plan import CueKind, Moment, Plan
from relaxapp.timing.revisions.rate import QUICKEST_RATE

KEEP_UP_SECONDS = 5.0
"""How much is heard at most between two writings of the journal."""
BRIEF_SECONDS = 30
"""A practice stopped before so much was heard is asked one thing afterwards: there is little to rate."""

PACED = (CueKind.INHALE, CueKind.HOLD, CueKind.EXHALE, CueKind.REST)
"""The phases of a breath that is paced."""


class Stage(StrEnum):
    """Where the practice is."""

    BEFORE = auto()
    """Ratings before."""
    READY = auto()
    """Everything was asked; the sound may begin."""
    PLAYING = auto()
    PAUSED = auto()
    ASKING = auto()
    """Stopped by the person, who chooses: finished, carry on, or settle."""
    LINGERING = auto()
    """The practice is over; its background plays on."""
    AFTER = auto()
    """Ratings after."""
    DONE = auto()


@dataclass(frozen=True, slots=True)
class PlaySound:
    """Play the plan from a frame on."""

    start: int


@dataclass(frozen=True, slots=True)
class PauseSound:
    """Fade out and hold the position."""


@dataclass(frozen=True, slots=True)
class ResumeSound:
    """Go on from a frame."""

    start: int


@dataclass(frozen=True, slots=True)
class GoOnSilently:
    """Go on from a frame in words alone; there is no device any more."""

    start: int


@dataclass(frozen=True, slots=True)
class SeekSound:
    """Go on from another frame, playing or paused as before."""

    frame: int


@dataclass(frozen=True, slots=True)
class RevisePlan:
    """Change what is still to come."""

    event: FasterBreath


@dataclass(frozen=True, slots=True)
class StopSound:
    """Silence at once."""


@dataclass(frozen=True, slots=True)
class PlaySettling:
    """Play the short grounding in place of the practice."""


@dataclass(frozen=True, slots=True)
class BeginEntry:
    """Write the journal's row of this practice."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class SaveEntry:
    """Write the row again as it is now."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class KeepUp:
    """Write how much was heard so far."""

    id: str
    heard_seconds: int


Effect = (
    PlaySound
    | PauseSound
    | ResumeSound
    | GoOnSilently
    | SeekSound
    | RevisePlan
    | StopSound
    | PlaySettling
    | BeginEntry
    | SaveEntry
    | KeepUp
)
Effects = tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """Where the player is."""

    frame: int
    """The frame of the plan heard."""
    in_all: int
    """Frames heard since the sound began, replays included."""
    finished: bool = False
    """Whether the whole plan was heard."""
    lost: bool = False
    """Whether the sound device went away."""
    slept: bool = False
    """Whether the computer slept meanwhile."""
    lingers: int = 0
    """Frames for which the background still plays on, once the plan is over; 0 before, and without."""


@dataclass(frozen=True, slots=True)
class View:
    """What there is to see."""

    stage: Stage
    moment: Moment | None
    """Where the practice is, once it plays."""
    asked: Asked | None
    """What is being asked before or after."""
    number: int
    """Which question of `of` it is, counted from 1."""
    of: int
    """How many questions are asked in this stage."""
    settling: bool
    """Whether the short grounding is playing rather than the practice."""
    lost: bool
    """Whether the sound device went away; the practice waits, paused."""
    missing: bool = False
    """Whether no device was found when it should have gone on; it can go on in words alone."""
    lingers: float = 0.0
    """Seconds for which the background still plays on, the practice being over."""


class Conductor:
    """One practice, from its first question to its last."""

    def __init__(
        self,
        entry: Entry,
        *,
        ask_before: bool = True,
        ask_after: bool = True,
        asleep: bool = False,
        write: str = "",
    ) -> None:
        """`write`: what the script asks about a line to write; `asleep`: whether sleep was chosen."""
        self.entry = entry
        """The practice as it is kept so far."""
        self._before = questions.before() if ask_before else ()
        self._after = questions.after(asleep=asleep, write=write) if ask_after else ()
        self._asleep = asleep
        self._stage = Stage.BEFORE if self._before else Stage.READY
        self._index = 0
        self._plan: Plan | None = None
        self._frame = 0
        self._in_all = 0
        self._kept_up = 0.0
        self._settling = False
        self._lost = self._missing = False
        self._lingers = 0

    @classmethod
    def on_waking(cls, entry: Entry, write: str = "") -> "Conductor":
        """The ratings after a practice that ended in sleep, asked at the next opening."""
        conductor = cls(entry, ask_before=False, asleep=True, write=write)
        conductor._stage = Stage.AFTER
        return conductor

    # what there is to see

    @property
    def view(self) -> View:
        """What there is to see now."""
        asked = self._questions()
        current = asked[self._index] if self._index < len(asked) else None
        moment = self._plan.at(self._frame) if self._plan is not None else None
        return View(
            self._stage,
            moment,
            current,
            self._index + 1,
            len(asked),
            self._settling,
            self._lost,
            self._lost and self._missing,
            seconds(self._lingers) if self._stage is Stage.LINGERING else 0.0,
        )

    @property
    def stage(self) -> Stage:
        """Where the practice is."""
        return self._stage

    # the questions before and after

    def _questions(self) -> tuple[Asked, ...]:
        if self._stage is Stage.BEFORE:
            return self._before
        return self._after if self._stage is Stage.AFTER else ()

    def answer(self, **fields: object) -> Effects:
        """Keep an answer, given as fields of `Entry`, and go on to the next question."""
        self.entry = replace(self.entry, **fields)  # type: ignore[arg-type]
        return self._next()

    def keep(self, **fields: object) -> Effects:
        """Keep an answer, given as fields of `Entry`, and ask nothing else yet."""
        self.entry = replace(self.entry, **fields)  # type: ignore[arg-type]
        return self._save()

    def skip(self) -> Effects:
        """Leave this question unanswered."""
        return self._next()

    def back(self) -> None:
        """To the question before, if there is one."""
        self._index = max(0, self._index - 1)

    def skip_all(self) -> Effects:
        """Leave all questions that remain unanswered."""
        self._index = len(self._questions())
        return self._leave_questions()

    def _next(self) -> Effects:
        self._index += 1
        if self._index >= len(self._questions()):
            return self._leave_questions()
        return self._save()

    def _leave_questions(self) -> Effects:
        if self._stage is Stage.BEFORE:
            self._stage, self._index = Stage.READY, 0
            return ()
        self._stage = Stage.DONE
        self.entry = replace(self.entry, ratings_due=False)
        return (SaveEntry(self.entry),)

    def _save(self) -> Effects:
        return (SaveEntry(self.entry),) if self._stage is Stage.AFTER else ()

    # playing

    def begin(self, plan: Plan) -> Effects:
        """The sound begins, and with it the journal's row."""
        self._plan, self._frame, self._stage = plan, 0, Stage.PLAYING
        return (BeginEntry(self.entry), PlaySound(0))

    def revised(self, plan: Plan) -> None:
        """The plan changed beyond what is already rendered."""
        self._plan = plan

    def hear(self, heard: Heard) -> Effects:
        """So much was heard; called many times a second while the practice plays."""
        if self._stage is Stage.LINGERING:
            self._lingers = heard.lingers
            return self.enough() if heard.finished or heard.lost or heard.slept else ()
        if self._stage is not Stage.PLAYING:
            return ()
        self._frame, self._in_all = heard.frame, heard.in_all
        if heard.finished:
            return self._finished()
        if heard.lingers:
            assert self._plan is not None
            self._stage, self._lingers = Stage.LINGERING, heard.lingers
            self._in_all -= heard.frame - self._plan.frames
            return self._saved_as(Ended.COMPLETED)
        if heard.lost:
            self._lost, self._missing, self._stage = True, False, Stage.PAUSED
            return (PauseSound(), self._keep_up())
        if heard.slept:
            return self.pause()
        if seconds(self._in_all) - self._kept_up >= KEEP_UP_SECONDS and not self._settling:
            return (self._keep_up(),)
        return ()

    def enough(self) -> Effects:
        """The background need not play on."""
        if self._stage is not Stage.LINGERING:
            return ()
        self._to_ratings(Ended.COMPLETED)
        return (StopSound(),)

    def pause(self) -> Effects:
        """Hold the practice, or go on with it from the beginning of the sentence."""
        if self._stage is Stage.LINGERING:
            return self.enough()
        if self._stage is Stage.PAUSED:
            return self._go_on()
        if self._stage is not Stage.PLAYING:
            return ()
        self._stage = Stage.PAUSED
        return (PauseSound(), self._keep_up())

    def replay(self) -> Effects:
        """Back to the start of the section, or of the one before when it has just begun."""
        return self._seek(-1)

    def skip_section(self) -> Effects:
        """On to the next section."""
        return self._seek(+1)

    def _seek(self, step: int) -> Effects:
        if self._plan is None or self._stage not in (Stage.PLAYING, Stage.PAUSED):
            return ()
        self._frame = self._plan.section_start(self._frame, step)
        return (SeekSound(self._frame),)

    def too_slow(self) -> Effects:
        """A quicker breath from the next one on; outside of breathing nothing changes."""
        if self._stage is not Stage.PLAYING or not self.is_breathing:
            return ()
        return (RevisePlan(FasterBreath()),)

    @property
    def is_breathing(self) -> bool:
        """Whether the breath is paced at this moment."""
        return self._plan is not None and self._plan.at(self._frame).phase in PACED

    @property
    def is_quickest(self) -> bool:
        """Whether the person asked for breaths as quick as anyone is paced."""
        return self._plan is not None and self._plan.limits.lowest >= QUICKEST_RATE

    def _go_on(self) -> Effects:
        self._stage, self._lost = Stage.PLAYING, False
        return (ResumeSound(self._sentence_start()),)

    def no_device(self) -> None:
        """It can't be heard: it waits, paused, for another try, or for a word that it need not be heard."""
        self._stage, self._lost, self._missing = Stage.PAUSED, True, True

    def without_sound(self) -> Effects:
        """On in words alone, where the device went away."""
        if self._stage is not Stage.PAUSED or not self._lost:
            return ()
        self._stage, self._lost = Stage.PLAYING, False
        return (GoOnSilently(self._sentence_start()),)

    def _sentence_start(self) -> int:
        """Where the sentence being said begins, so that it is heard whole; else the present frame."""
        if self._plan is None:
            return self._frame
        moment = self._plan.at(self._frame)
        if moment.saying and moment.line is not None and moment.line.kind is CueKind.SAY:
            return moment.line.start
        return self._frame

    # stopping

    def stop(self) -> Effects:
        """The sound stops at once; the person is asked how to go on."""
        if self._stage is Stage.LINGERING:
            return self.enough()
        if self._stage not in (Stage.PLAYING, Stage.PAUSED):
            return ()
        if self._settling:
            return self.finish()
        self._stage = Stage.ASKING
        return (PauseSound(), self._keep_up())

    def carry_on(self) -> Effects:
        """On with the practice after a stop."""
        return self._go_on() if self._stage is Stage.ASKING else ()

    def finish(self) -> Effects:
        """The practice is over, stopped early: never a failure."""
        if self._stage not in (Stage.ASKING, Stage.PLAYING, Stage.PAUSED):
            return ()
        return self._over(Ended.STOPPED if self.entry.ended is Ended.RUNNING else self.entry.ended)

    def settle(self) -> Effects:
        """A short grounding in place of the rest."""
        if self._stage is not Stage.ASKING:
            return ()
        self._close_entry(Ended.STOPPED)
        return (StopSound(), SaveEntry(self.entry), PlaySettling())

    def settling_began(self, plan: Plan) -> Effects:
        """The short grounding was made ready."""
        self._plan, self._frame, self._settling, self._lost = plan, 0, True, False
        self._stage = Stage.PLAYING
        return (PlaySound(0),)

    def leave(self) -> Effects:
        """The program ends now, whatever the stage: nothing heard so far is lost."""
        if self._plan is None or self._stage in (Stage.AFTER, Stage.DONE):
            return ()
        if self._stage is Stage.LINGERING:
            return (StopSound(),)
        return (StopSound(), *self._saved_as(Ended.STOPPED))

    def _finished(self) -> Effects:
        return self._over(self.entry.ended if self._settling else Ended.COMPLETED)

    def _over(self, ended: Ended) -> Effects:
        saved = self._saved_as(ended)
        self._to_ratings(ended)
        return (StopSound(), *saved)

    def _to_ratings(self, ended: Ended) -> None:
        """Where it ended in sleep they wait for the next opening; where it was stopped at once, only what got
        in the way is asked; where nothing is to be asked it is done."""
        if ended is Ended.STOPPED and self.entry.heard_seconds < BRIEF_SECONDS:
            self._after = tuple(asked for asked in self._after if isinstance(asked, Choices))
        wait_for_waking = self._asleep and ended is Ended.COMPLETED
        asks = bool(self._after) and not wait_for_waking
        self._stage, self._index = (Stage.AFTER if asks else Stage.DONE), 0

    def _saved_as(self, ended: Ended) -> Effects:
        self._close_entry(ended)
        return (SaveEntry(self.entry),)

    def _close_entry(self, ended: Ended) -> None:
        """Settle how the practice ended; what is heard of a grounding afterwards doesn't count to it."""
        heard = self.entry.heard_seconds if self._settling else round(seconds(self._in_all))
        self.entry = replace(
            self.entry,
            ended=ended,
            heard_seconds=heard,
            ratings_due=bool(self._after) and self._asleep and ended is Ended.COMPLETED,
        )

    def _keep_up(self) -> Effect:
        self._kept_up = seconds(self._in_all)
        if not self._settling:
            self.entry = replace(self.entry, heard_seconds=round(self._kept_up))
        return KeepUp(self.entry.id, self.entry.heard_seconds)
