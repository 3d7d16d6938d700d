"""One practice as it happens: the conductor's effects done to the player and the journal."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from relaxapp.errors import RelaxError, SoundError
from relaxapp.journal.entry import Entry
from relaxapp.journal.times import stamp
from relaxapp.practice import conductor as acts
from relaxapp.practice.beginning import begun
from relaxapp.practice.conductor import Conductor, Effects, Heard, Stage, View
from relaxapp.practice.keeping import Keeping
from relaxapp.practice.services import Services
from relaxapp.session import PATIENCE, Prepared, Studio, mixed, prepare
from relaxapp.sound.player import Player
from relaxapp.timing.events import ClipLate, ClipsArrived, FasterBreath
from relaxapp.timing.frames import frames
from relaxapp.timing.plan import Plan
from relaxapp.timing.revise import revise
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.script import Script

SETTLING = "settling"
"""The script that a stop for distress leads to."""
SETTLING_MINUTES = 3.0
LATE_SECONDS = 0.5
"""How much silence is added at a time while a line is still being voiced."""


def stamped(entry: Entry, now: datetime) -> Entry:
    """The entry as one that begins now; `now` is the local time, aware."""
    started, offset_minutes = stamp(now)
    return replace(entry, started=started, offset_minutes=offset_minutes)


def new_entry(script: Script, minutes: float, now: datetime) -> Entry:
    """The journal's row of a practice that is about to begin."""
    started, offset_minutes = stamp(now)
    return Entry(
        id=uuid4().hex,
        started=started,
        offset_minutes=offset_minutes,
        practice=script.id,
        title=script.title,
        technique=script.technique.value,
        variation_of=script.came_from,
        planned_seconds=round(minutes * 60),
    )


class Practice:
    """Joins one conductor to the player, the journal and the voice that is still speaking ahead.

    It goes on whatever happens to the device and the disk.
    """

    def __init__(
        self,
        conductor: Conductor,
        services: Services,
        studio: Studio,
        player: Player,
        lexicon: Lexicon,
        keeping: Keeping | None = None,
    ) -> None:
        """`keeping`: what writes the journal; its own where there is none that outlives it."""
        self.conductor = conductor
        self.player = player
        self._services = services
        self._studio = studio
        self._lexicon = lexicon
        self.keeping = keeping or Keeping(services.store, services.monotonic)
        """What writes the journal."""
        self._prepared: Prepared | None = None
        self.trouble: RelaxError | None = None
        """The last thing that went wrong and did not end the practice: a voice that fell silent, no sound."""
        self._heard_before = 0
        """Frames heard on the player before, where the device went away and the words go on."""

    @property
    def view(self) -> View:
        """What there is to see."""
        return self.conductor.view

    @property
    def unkept(self) -> RelaxError | None:
        """Why the journal is behind, where it is; the same one until it has caught up."""
        return self.keeping.trouble

    @property
    def title(self) -> str:
        """The title as it may be shown; empty where it speaks of something the person avoids."""
        return self._prepared.reading.title if self._prepared is not None else ""

    def begin(self, prepared: Prepared) -> None:
        """Start the sound and the journal's row."""
        self.conductor.entry = stamped(self.conductor.entry, self._services.now())
        self.do(self.conductor.begin(self._take(prepared)))

    def tick(self) -> None:
        """Look where the player is, and do what follows; called some times a second while it plays."""
        self.keeping.again()
        self._take_clips_that_arrived()
        player = self.player
        heard = Heard(
            player.heard,
            self._heard_before + player.heard_in_all,
            player.finished,
            player.lost,
            player.slept,
            self._lingers(),
        )
        self.do(self.conductor.hear(heard))

    def _lingers(self) -> int:
        """Frames for which the background still plays on, the plan being over."""
        if self._prepared is None or self.player.heard < self._prepared.plan.frames:
            return 0
        return max(0, self._prepared.source.frames - self.player.heard)

    def do(self, effects: Effects) -> None:
        """Do to the player and the journal what the conductor decided."""
        for effect in effects:
            match effect:
                case acts.BeginEntry(entry):
                    self.keeping.begin(entry)
                case acts.SaveEntry(entry):
                    self.keeping.save(entry)
                case acts.KeepUp(id, heard_seconds):
                    self.keeping.keep_up(id, heard_seconds)
                case _:
                    self._let_be_heard(effect)

    def _let_be_heard(self, effect: acts.Effect) -> None:
        match effect:
            case acts.PlaySound(start):
                self._play(start)
            case acts.PauseSound():
                self.player.pause()
            case acts.ResumeSound(start):
                self._resume(start)
            case acts.GoOnSilently(start):
                self._go_on_silently(start)
            case acts.SeekSound(frame):
                self.player.seek(frame)
            case acts.RevisePlan(event):
                self._revise(event)
            case acts.StopSound():
                self._stop_voicing()
                self.player.stop()
            case acts.PlaySettling():
                self._settle()

    def _play(self, start: int) -> None:
        """From a frame on; in words alone where the device went away before it began."""
        assert self._prepared is not None
        self._heard_before = 0
        try:
            self.player.play(self._prepared.source, start)
        except SoundError as error:
            self.trouble = error
            self._play_silently(start)

    def _resume(self, start: int) -> None:
        """Go on, on whatever device there is now; without one the practice stays paused."""
        try:
            if self.player.lost:
                self.player.reopen()
        except SoundError:
            self.conductor.no_device()
            return
        self.player.seek(start)
        self.player.resume()

    def _go_on_silently(self, start: int) -> None:
        """In words alone, from where the sound broke off."""
        self._heard_before += self.player.heard_in_all
        self._play_silently(start)

    def _play_silently(self, start: int) -> None:
        assert self._prepared is not None
        self.player.stop()
        self.player = self._services.silent_player()
        self.player.play(self._prepared.source, start)

    def _take(self, prepared: Prepared) -> Plan:
        """Have this played; the plan it begins with."""
        self._stop_voicing()
        self._prepared = begun(prepared, self._studio)
        self._note_trouble(prepared)
        return self._prepared.plan

    def _note_trouble(self, prepared: Prepared) -> None:
        self.trouble = prepared.trouble or self._studio.clips.stood_in or self.trouble

    def _stop_voicing(self) -> None:
        if self._prepared is not None:
            self._prepared.voicing.stop()

    def _take_clips_that_arrived(self) -> None:
        """Revise the plan by the true lengths of lines voiced since the last look."""
        if self._prepared is None:
            return
        voicing = self._prepared.voicing
        arrived = voicing.arrived()
        self._note_trouble(self._prepared)
        if arrived:
            self._revise(ClipsArrived(arrived))
        if voicing.is_late(self._prepared.plan, self.player.frozen_until, frames(LATE_SECONDS)):
            self._revise(ClipLate(frames(LATE_SECONDS)))

    def _revise(self, event: ClipsArrived | ClipLate | FasterBreath) -> None:
        """Change what lies beyond the frames already rendered."""
        assert self._prepared is not None
        plan = revise(self._prepared.plan, event, self.player.frozen_until)
        source = mixed(plan, self._prepared.order, self._studio, self._prepared.source.bed)
        self._prepared = replace(self._prepared, plan=plan, source=source)
        self.player.replace(source)
        self.conductor.revised(plan)

    def _settle(self) -> None:
        """Make the short grounding ready at once: its first lines are enough to begin.

        Where it can't be, the practice is over as it was stopped, and the RelaxError is raised.
        """
        assert self._prepared is not None
        order = replace(
            self._prepared.order,
            script=self._services.library.find(SETTLING),
            minutes=SETTLING_MINUTES,
            person=replace(self._prepared.order.person, asleep=False),
        )
        try:
            prepared = prepare(order, self._lexicon, self._studio, patience=PATIENCE)
        except RelaxError:
            self.do(self.conductor.finish())
            raise
        self.do(self.conductor.settling_began(self._take(prepared)))

    def leave(self) -> None:
        """The program ends, whatever is going on; nothing heard so far is lost."""
        if self.conductor.stage is not Stage.DONE:
            self.do(self.conductor.leave())
        self.keeping.at_last()
        self._stop_voicing()
