"""One practice from home to home: getting ready, ratings, the practice, ratings."""

from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.practice.conductor import Conductor, Effects, KeepUp, SaveEntry, Stage
from relaxapp.practice.practice import new_entry
from relaxapp.session import Order
from relaxapp.ui.screens.practice import PracticeScreen
from relaxapp.ui.screens.questions import QuestionsScreen

if TYPE_CHECKING:
    from textual.worker import Worker

    from relaxapp.session import Prepared
    from relaxapp.ui.app import RelaxApp
    from relaxapp.words.script import Script

USUAL_MINUTES = 10


async def practise(app: "RelaxApp", script: "Script", minutes: float | None) -> None:
    """Do one practice; `minutes` is None where the person chooses, and is asked for ratings first."""
    if minutes is None:
        chosen = await get_ready(app, script)
        if chosen is None:
            return
        asked_first, order = True, chosen
    else:
        if not app.settings.first_start_done and not await check_sound(app):
            return
        asked_first, order = False, Order(script, app.person(), minutes, app.bed_for(script))
    preparing = app.start_preparing(order)
    conductor = Conductor(
        new_entry(script, order.minutes, app.services.now()),
        ask_before=asked_first,
        asleep=order.person.asleep,
    )
    if asked_first and not await ask(app, conductor):
        return
    prepared = await made(preparing)
    practice = app.new_practice(conductor)
    practice.begin(prepared)
    await app.push_screen_wait(PracticeScreen(practice, big=app.settings.big_letters))
    await rate(app, conductor)


async def made(preparing: "Worker[Prepared]") -> "Prepared":
    """What the background makes ready; its errors are raised here."""
    from textual.worker import WorkerFailed

    try:
        return await preparing.wait()
    except WorkerFailed as failed:
        raise failed.error from None


async def get_ready(app: "RelaxApp", script: "Script") -> Order | None:
    """Length, background and, before the first muscle practice, what to leave out."""
    from relaxapp.ui.screens.ready import ReadyScreen

    if (
        script.technique == "pmr"
        and not app.settings.muscle_question_asked
        and not await ask_about_muscles(app)
    ):
        return None
    last = app.settings.last_minutes.get(script.id, USUAL_MINUTES)
    ready = ReadyScreen(script, minutes=last, bed=app.bed_for(script))
    minutes = await app.push_screen_wait(ready)
    if minutes is None:
        return None
    app.change(last_minutes={**app.settings.last_minutes, script.id: minutes})
    if not app.settings.first_start_done and not await check_sound(app):
        return None
    return Order(script, app.person(), minutes, ready.bed)


async def check_sound(app: "RelaxApp") -> bool:
    """The first start: is the sound heard?"""
    from relaxapp.ui.screens.sound_check import SoundCheckScreen

    heard = await app.push_screen_wait(SoundCheckScreen())
    return heard is True


async def ask_about_muscles(app: "RelaxApp") -> bool:
    """Tense or only let go, then what to leave out; False where the person went back."""
    from relaxapp.ui.screens.areas import AreasScreen, TensingScreen

    tense = await app.push_screen_wait(TensingScreen())
    if tense is None:
        return False
    app.change(release_only=frozenset() if tense else frozenset({"body"}), muscle_question_asked=True)
    await app.push_screen_wait(AreasScreen())
    return True


async def ask(app: "RelaxApp", conductor: Conductor) -> bool:
    """The questions of the conductor's stage; False where the person went back home."""
    answered = await app.push_screen_wait(QuestionsScreen(conductor, lambda effects: keep(app, effects)))
    return answered is True


async def rate(app: "RelaxApp", conductor: Conductor) -> None:
    """The ratings after a practice, unless they wait for the morning."""
    if conductor.stage is Stage.AFTER:
        await ask(app, conductor)


def keep(app: "RelaxApp", effects: Effects) -> None:
    """Outside a practice only the journal has anything to do."""
    for effect in effects:
        match effect:
            case SaveEntry(entry):
                app.services.store.update(replace(entry))
            case KeepUp(id, heard_seconds):
                app.services.store.keep_up(id, heard_seconds)
            case _:
                raise AssertionError(effect)
