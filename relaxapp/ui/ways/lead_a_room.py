"""A room, from the list of practices to the end of one: setting up, the title, the exercise, what is left.

It is given no journal, and no settings of anyone's. The app for one person and that for a room both take it.
"""

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from textual.screen import Screen

from relaxapp.errors import RelaxError
from relaxapp.led.exercise import Exercise
from relaxapp.practice.leading import Leading
from relaxapp.practice.room import RoomChoices, RoomLengths, RoomParts, prepare_room, usual_choices
from relaxapp.practice.room_sound import RoomSound
from relaxapp.session import Prepared
from relaxapp.timing.frames import seconds
from relaxapp.translation import _, ngettext
from relaxapp.ui.house_app import HouseApp
from relaxapp.ui.screens.room import RoomScreen
from relaxapp.ui.screens.room_setup import RoomSetupScreen
from relaxapp.ui.screens.room_title import RoomTitleScreen

if TYPE_CHECKING:
    from relaxapp.words.script import Script

NEAR = 0.5
"""Minutes by which an exercise may miss what was asked for without a word."""


async def lead_a_room(
    app: HouseApp, parts: RoomParts, script: "Script | None" = None, choices: RoomChoices | None = None
) -> None:
    """Lead one exercise; where no script is given, the facilitator chooses one."""
    curtain: Screen[None] = Screen()
    app.push_screen(curtain)
    theme = app.theme
    try:
        with parts.stay_awake() as awake:
            await _Way(app, parts, awake).go(script, choices)
    finally:
        app.theme = theme
        if curtain.is_active:
            curtain.dismiss()


class _Way:
    """The way through one room."""

    def __init__(self, app: HouseApp, parts: RoomParts, awake: bool) -> None:
        self._app = app
        self._parts = parts
        self._awake = awake
        self._sound = RoomSound(parts)

    async def go(self, script: "Script | None", choices: RoomChoices | None) -> None:
        """From the list, or from setting up, to the end; Esc goes back by one screen."""
        chosen_here = script is None
        while True:
            if script is None:
                script = await self._choose()
                if script is None:
                    return
            leading = await self._set_up(script, choices or usual_choices(script))
            if leading is not None:
                await self._lead(leading)
                return
            if not chosen_here:
                return
            script = None

    async def _choose(self) -> "Script | None":
        from relaxapp.ui.screens.room_practices import LED, RoomPracticesScreen

        scripts = self._parts.library.all()
        led = self._led()
        marked = led[0].practice if led else ""
        while True:
            chosen = await self._app.push_screen_wait(RoomPracticesScreen(scripts, marked))
            if chosen != LED:
                return next((script for script in scripts if script.id == chosen), None)
            await self._look_at_the_list()

    async def _set_up(self, script: "Script", choices: RoomChoices) -> Leading | None:
        """Setting up, then the title, as often as the facilitator goes back; None to choose another."""
        self._app.run_worker(self._warm_up, thread=True, group="room warm")
        while True:
            setup = RoomSetupScreen(
                script,
                choices,
                self._sound,
                partial(prepare_room, self._parts, script),
                self._parts.now,
                RoomLengths(script, self._parts.library.lexicon(script.language), self._parts.now),
                awake=self._awake,
            )
            chosen = await self._app.push_screen_wait(setup)
            if chosen is None:
                return None
            choices, prepared = chosen
            title = RoomTitleScreen(
                prepared.reading.title,
                _length_in_words(choices, prepared, self._parts.now()),
                prepared.voicing,
                partial(prepare_room, self._parts, script, choices),
            )
            begun = await self._app.push_screen_wait(title)
            if begun is not None:
                return self._leading(begun, choices)

    def _leading(self, prepared: Prepared, choices: RoomChoices) -> Leading:
        return Leading(self._parts, self._sound, prepared, due_click=choices.due_click)

    def _warm_up(self) -> None:
        self._parts.studio().warm()
        self._sound.player()

    async def _lead(self, leading: Leading) -> None:
        began = self._parts.now()
        leading.begin()
        screen = RoomScreen(leading, self._sound, self._parts.now)
        try:
            await self._app.push_screen_wait(screen)
        finally:
            leading.leave()
            leading.player.stop()
        led = leading.led
        exercise = Exercise(
            uuid4().hex, began, led.order.script.id, led.order.script.title, round(seconds(led.plan.frames))
        )
        await self._after(exercise, led)

    async def _after(self, exercise: Exercise, led: Prepared) -> None:
        """Keep it in the list, and hand out the same where that is wanted."""
        from relaxapp.practice.hand_out import hand_out
        from relaxapp.ui.screens.room_over import RoomOverScreen

        trouble = self._kept(exercise)
        over = partial(hand_out, led, exercise.began, self._parts.hand_out_to)
        while await self._app.push_screen_wait(RoomOverScreen(lambda told: over(progress=told), trouble)):
            exercise, trouble = await self._noted(exercise)

    async def _noted(self, exercise: Exercise) -> tuple[Exercise, str]:
        """What the facilitator noted, and what is to be told about the list."""
        from relaxapp.ui.screens.room_note import RoomNoteScreen

        noted = await self._app.push_screen_wait(RoomNoteScreen(exercise))
        return (noted, self._kept(noted)) if noted is not None else (exercise, "")

    async def _look_at_the_list(self) -> None:
        from relaxapp.ui.screens.room_log import RoomLogScreen

        while True:
            exercise = await self._app.push_screen_wait(RoomLogScreen(self._parts.log.exercises()))
            if exercise is None:
                return
            await self._noted(exercise)

    def _led(self) -> tuple[Exercise, ...]:
        """The list; a list that can't be read keeps nobody from leading."""
        try:
            return self._parts.log.exercises()
        except RelaxError:
            return ()

    def _kept(self, exercise: Exercise) -> str:
        """Keep one in the list; why it can't be, where it can't."""
        try:
            self._parts.log.keep(replace(exercise))
        except RelaxError as error:
            return str(error)
        return ""


def _length_in_words(choices: RoomChoices, prepared: Prepared, now: datetime) -> str:
    """How long it will last; as it is, where it can't last as long as was asked for."""
    lasts = seconds(prepared.plan.frames) / 60
    if choices.until is not None and abs(lasts - choices.minutes_from(now)) < NEAR:
        return _("until {end}").format(end=f"{choices.until:%H:%M}")
    minutes = max(1, round(lasts))
    return ngettext("{minutes} minute", "{minutes} minutes", minutes).format(minutes=minutes)
