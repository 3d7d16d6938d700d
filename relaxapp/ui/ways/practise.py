"""One practice from home to home: getting ready, ratings, the practice, ratings."""

from functools import partial
from typing import TYPE_CHECKING

from textual.worker import Worker, WorkerFailed

from relaxapp.errors import JournalError, LengthError, PromiseError, ScriptError
from relaxapp.practice.beds import bed_for
from relaxapp.practice.conductor import Conductor, Effects, KeepUp, SaveEntry, Stage
from relaxapp.practice.finding import length_within
from relaxapp.practice.hearing import hearing_of
from relaxapp.practice.pacing import PACING
from relaxapp.practice.personal import asked_to_write
from relaxapp.practice.practice import new_entry
from relaxapp.session import PATIENCE, Order, Prepared, prepare
from relaxapp.timing.workable import Lengths
from relaxapp.translation import _
from relaxapp.ui.screens.practice import PracticeScreen
from relaxapp.ui.screens.questions import QuestionsScreen
from relaxapp.ui.screens.ready import ReadyScreen
from relaxapp.ui.ways.about_muscles import about_muscles
from relaxapp.ui.ways.check_sound import check_sound
from relaxapp.words.personalise import personalise

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp
    from relaxapp.words.script import Script

USUAL_MINUTES = 10


async def practise(
    app: "RelaxApp",
    name: str,
    minutes: float | None = None,
    at_hand: int | None = None,
    *,
    ask_after: bool = True,
) -> None:
    """Do one practice; where `minutes` are None the person chooses, and is asked for ratings first.

    `at_hand`: how many minutes the person has, where they said so; that length is marked then. `ask_after`:
    whether anything is asked when it is over.

    Raises RelaxError where it can't be done.
    """
    if name not in app.shelf:
        raise ScriptError(_("This practice can't be opened."), app.shelf.mistakes().get(name, ""))
    script = app.shelf.script(name)
    if name == PACING and minutes is None:
        from relaxapp.ui.ways.pacing import pacing

        await pacing(app)
        return
    try:
        order = await _order(app, script, minutes, at_hand)
        if order is not None:
            await play(app, order, ask_before=minutes is None, ask_after=ask_after)
    except PromiseError as error:
        from relaxapp.practice.others import others, with_others

        found = others(script, app.shelf.scripts(), app.person(), app.shelf.lexicon())
        raise with_others(error, found) from None


async def _order(
    app: "RelaxApp", script: "Script", minutes: float | None, at_hand: int | None
) -> Order | None:
    """What is to be played; None where the person went back."""
    if minutes is None:
        return await _get_ready(app, script, at_hand)
    if not app.settings.first_start_done and not await check_sound(app):
        return None
    return Order(script, app.person(), minutes, _bed(app, script), hearing_of(app.settings))


async def _get_ready(app: "RelaxApp", script: "Script", at_hand: int | None) -> Order | None:
    """Length, background and, before the first muscle practice, what to leave out."""
    first_muscles = script.technique == "pmr" and not app.settings.muscle_question_asked
    if first_muscles and not await about_muscles(app):
        return None
    last = app.settings.last_minutes.get(script.id, USUAL_MINUTES)
    fitting = length_within(script, at_hand) if at_hand else None
    ready = ReadyScreen(script, minutes=fitting or last, bed=_bed(app, script))
    while (minutes := await app.push_screen_wait(ready)) is not None:
        try:
            _check(app, script, minutes)
        except LengthError as error:
            await app.tell(error)
            ready = ReadyScreen(script, minutes=minutes, bed=ready.bed)
        else:
            break
    if minutes is None:
        return None
    app.change_anyway(last_minutes={**app.settings.last_minutes, script.id: minutes})
    if not app.settings.first_start_done and not await check_sound(app):
        return None
    return Order(script, app.person(), minutes, ready.bed, hearing_of(app.settings))


def _check(app: "RelaxApp", script: "Script", minutes: int) -> None:
    """Before anything is rated: whether the practice can be said to this person, and last so long.

    Raises PromiseError, LengthError.
    """
    lexicon = app.shelf.lexicon()
    personalise(script, app.person(), minutes, lexicon)
    Lengths(script, app.person(), lexicon, app.settings.voice_speed).check(minutes)


def _bed(app: "RelaxApp", script: "Script") -> str:
    return bed_for(script, app.person(), app.shelf.lexicon(), app.settings.bed)


async def play(app: "RelaxApp", order: Order, *, ask_before: bool, ask_after: bool = True) -> None:
    """The practice is made ready while the person rates, then played and rated."""
    app.stop_voicing_ahead()
    preparing: Worker[Prepared] = app.run_worker(
        partial(_prepare, app, order), thread=True, group="prepare", exit_on_error=False
    )
    conductor = Conductor(
        new_entry(order.script, order.minutes, app.services.now()),
        ask_before=ask_before,
        ask_after=ask_after,
        asleep=order.person.asleep,
        write=asked_to_write(order.script, order.person, app.shelf.lexicon()),
    )
    goes_on = not ask_before or await _ask(app, conductor)
    try:
        prepared = await preparing.wait()
    except WorkerFailed as failed:
        raise failed.error from None
    if not goes_on:
        prepared.voicing.stop()
        return
    practice = app.new_practice(conductor)
    practice.begin(prepared)
    await app.push_screen_wait(PracticeScreen(practice, big=app.settings.big_letters))
    await rate(app, conductor)


def _prepare(app: "RelaxApp", order: Order) -> Prepared:
    """Away from the screen, so that it stays awake. Raises RelaxError."""
    app.desk.player()
    return prepare(order, app.shelf.lexicon(), app.desk.studio(), patience=PATIENCE)


async def rate(app: "RelaxApp", conductor: Conductor) -> None:
    """The ratings after a practice, unless they wait for the morning. JournalError: it is not kept yet."""
    if conductor.stage is Stage.AFTER:
        await _ask(app, conductor)
    unkept = app.keeping.at_last()
    if unkept is not None:
        later = _("What was not written is kept as soon as it can be, until you leave relaxapp.")
        raise JournalError(unkept.message, f"{unkept.hint}\n\n{later}")


async def _ask(app: "RelaxApp", conductor: Conductor) -> bool:
    """The questions of the conductor's stage; False where the person went back home."""
    answered = await app.push_screen_wait(QuestionsScreen(conductor, partial(_keep, app)))
    return answered is True


def _keep(app: "RelaxApp", effects: Effects) -> None:
    """Outside a practice only the journal has anything to do, and no question waits for it."""
    for effect in effects:
        match effect:
            case SaveEntry(entry):
                app.keeping.save(entry)
            case KeepUp(id, heard_seconds):
                app.keeping.keep_up(id, heard_seconds)
            case _:
                raise AssertionError(effect)
