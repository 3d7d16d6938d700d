"""One exercise as it is led: the conductor's effects done to the player. It has no journal to write to."""

from dataclasses import replace

from relaxapp.errors import RelaxError, SoundError
from relaxapp.practice import lead as acts
from relaxapp.practice.beginning import begun
from relaxapp.practice.lead import Effects, Key, Lead, Stage, View
from relaxapp.practice.room import RoomParts
from relaxapp.practice.room_sound import RoomSound
from relaxapp.session import Prepared, mixed
from relaxapp.timing.frames import frames
from relaxapp.timing.plan import Plan

LATE_SECONDS = 0.5
"""How much silence is added at a time while a line is still being voiced."""


class Leading:
    """Joins one conductor to the voice and the player; where the sound goes away, the words go on."""

    def __init__(
        self, parts: RoomParts, sound: RoomSound, prepared: Prepared, *, due_click: bool = False
    ) -> None:
        self.conductor = Lead()
        self.player = sound.player()
        self._parts = parts
        self._prepared = prepared
        self._due_click = due_click
        self.sound_lost = False
        """Whether the sound device went away; the words go on without it."""
        self.trouble: RelaxError | None = sound.trouble or prepared.trouble
        """Why nothing is heard, or no voice speaks, where that is so."""

    @property
    def view(self) -> View:
        """What there is to see."""
        return self.conductor.view

    @property
    def prepared(self) -> Prepared:
        """The exercise as it is now."""
        return self._prepared

    @property
    def led(self) -> Prepared:
        """The exercise as it was led, ready to be written to a file: every line is spoken in it."""
        plan = self.conductor.led
        source = mixed(plan, self._prepared.order, self._parts.studio(), self._prepared.source.bed)
        return replace(self._prepared, plan=plan, source=source)

    def begin(self) -> None:
        """Let the sound begin."""
        self._prepared = begun(self._prepared, self._parts.studio())
        self._do(self.conductor.begin(self._prepared.plan))

    def tick(self) -> None:
        """Look where the player is, and do what follows; called some times a second."""
        self._go_on_without_sound()
        if self.player.slept:
            self.player.resume()
        self._take_clips_that_arrived()
        player = self.player
        self._do(self.conductor.hear(player.heard, player.soonest, finished=player.finished))

    def press(self, key: Key) -> None:
        """The facilitator pressed a key."""
        self._do(self.conductor.press(key, self.player.soonest))

    def end(self) -> None:
        """The facilitator said yes to ending here."""
        self._do(self.conductor.end())

    def leave(self) -> None:
        """The program ends, or the exercise is over: nothing more is voiced."""
        self._do(self.conductor.leave())
        self._prepared.voicing.stop()

    def _do(self, effects: Effects) -> None:
        for effect in effects:
            match effect:
                case acts.Play(plan):
                    self._take(plan, 0)
                    self._play()
                case acts.Change(plan, spoken_from):
                    self._take(plan, spoken_from)
                    self.player.replace(self._prepared.source)
                case acts.Stop():
                    self._prepared.voicing.stop()
                    self.player.pause()

    def _play(self) -> None:
        """From the beginning; without sound where the device went away while the title waited."""
        try:
            self.player.play(self._prepared.source)
        except SoundError as error:
            self.trouble = error
            self.player = self._parts.silent_player()
            self.player.play(self._prepared.source)

    def _take(self, plan: Plan, spoken_from: int) -> None:
        source = mixed(
            plan,
            self._prepared.order,
            self._parts.studio(),
            self._prepared.source.bed,
            spoken_from=spoken_from,
            due_click=self._due_click,
        )
        self._prepared = replace(self._prepared, plan=plan, source=source)

    def _go_on_without_sound(self) -> None:
        """On a silent clock from where the sound broke off."""
        if not self.player.lost or self.conductor.stage is not Stage.LEADING:
            return
        heard = self.player.heard
        self.player = self._parts.silent_player()
        self.player.play(self._prepared.source, heard)
        self.sound_lost = True

    def _take_clips_that_arrived(self) -> None:
        """Revise the plan by the true lengths of lines voiced since the last look."""
        voicing = self._prepared.voicing
        arrived = voicing.arrived()
        self.trouble = voicing.trouble or self.trouble
        soonest = self.player.soonest
        if arrived:
            self._do(self.conductor.arrived(arrived, soonest))
        if not self.view.muted and voicing.is_late(self._prepared.plan, soonest, frames(LATE_SECONDS)):
            self._do(self.conductor.late(frames(LATE_SECONDS), soonest))
