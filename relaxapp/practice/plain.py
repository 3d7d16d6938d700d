"""A practice line by line: for screen readers, pipes and terminals without a screen.

It drives the same conductor as the app does. `Talk` is its door to the world, which tests can hold.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from relaxapp.errors import RelaxError
from relaxapp.practice.conductor import Stage, View
from relaxapp.practice.phase_words import phase_line
from relaxapp.practice.practice import Practice
from relaxapp.practice.questions import Asked, Choices, OpenLine, Scale
from relaxapp.session import Prepared
from relaxapp.translation import _, ngettext

LOOK_SECONDS = 0.05
"""How long it waits between two looks at the player."""


@dataclass(frozen=True, slots=True)
class Talk:
    """How the plain mode speaks with a person."""

    tell: Callable[[str], None]
    """Print one line."""
    ask: Callable[[str], str | None]
    """Print a question and wait for a line; None where there is nobody to answer."""
    pressed: Callable[[], str | None]
    """A line typed while the practice plays, or None."""
    wait: Callable[[float], None]
    """Let some seconds pass."""


def practise(practice: Practice, prepare: Callable[[], Prepared], talk: Talk) -> None:
    """One practice from its first question to its last. Ctrl-C stops the sound and asks how to go on.

    It is made ready, and its first lines are voiced, while the person answers.
    """
    with ThreadPoolExecutor(1) as beside:
        preparing = beside.submit(prepare)
        _ask_all(practice, talk)
    practice.begin(preparing.result())
    told = _Told()
    while practice.view.stage in (Stage.PLAYING, Stage.PAUSED, Stage.ASKING, Stage.LINGERING):
        try:
            practice.tick()
            _tell_troubles(practice, told, talk)
            _show(practice.view, told, talk)
            if practice.view.lost and not practice.view.missing and not told.lost:
                talk.tell(_("The sound device went away. Press Enter to carry on."))
            told.lost = practice.view.lost
            lingers = practice.view.lingers
            if lingers and not told.lingers:
                talk.tell(_lingering(lingers))
            told.lingers = lingers > 0
            typed = talk.pressed()
            if typed is not None:
                silently = practice.conductor.without_sound() if _means_c(typed) else ()
                practice.do(silently or practice.conductor.pause())
                if lingers:
                    break
                talk.tell(_held_or_not(practice.view))
            talk.wait(LOOK_SECONDS)
        except KeyboardInterrupt:
            practice.do(practice.conductor.stop())
            _ask_how_to_go_on(practice, talk)
    _ask_all(practice, talk)


@dataclass(slots=True)
class _Told:
    """What was printed last, so that nothing is printed twice."""

    section: str = ""
    line_start: int = -1
    phase_start: int = -1
    lost: bool = False
    lingers: bool = False
    trouble: RelaxError | None = None
    unkept: RelaxError | None = None


def _tell_troubles(practice: Practice, told: _Told, talk: Talk) -> None:
    """What is not heard, and what is not kept, when it arises."""
    if practice.trouble is not None and practice.trouble is not told.trouble:
        talk.tell(str(practice.trouble))
    if practice.unkept is not None and practice.unkept is not told.unkept:
        talk.tell(str(practice.unkept))
    told.trouble, told.unkept = practice.trouble, practice.unkept


def _means_c(typed: str) -> bool:
    return typed.strip().lower() == "c"


def _held_or_not(view: View) -> str:
    """What a line that was typed has come to."""
    if view.missing:
        return _("There is no sound device. Enter looks again. C and Enter carry on in words alone.")
    if view.stage is Stage.PAUSED:
        return _("Paused. Press Enter to carry on.")
    return _("On it goes.")


def _lingering(seconds: float) -> str:
    minutes = max(1, round(seconds / 60))
    return ngettext(
        "The practice is over. The background plays on for {minutes} minute. Enter ends it.",
        "The practice is over. The background plays on for {minutes} minutes. Enter ends it.",
        minutes,
    ).format(minutes=minutes)


def _show(view: View, told: _Told, talk: Talk) -> None:
    moment = view.moment
    if moment is None:
        return
    if moment.title and moment.title != told.section:
        told.section = moment.title
        talk.tell("")
        talk.tell(moment.title)
    if moment.line is not None and moment.line.start != told.line_start:
        told.line_start = moment.line.start
        talk.tell(moment.line.text)
    if moment.phase is not None and moment.phase_start != told.phase_start:
        told.phase_start = moment.phase_start
        line = phase_line(moment)
        if line:
            talk.tell(line)


def _ask_how_to_go_on(practice: Practice, talk: Talk) -> None:
    """Finished, carry on or settle. Where nobody answers, it is finished."""
    if practice.view.stage is not Stage.ASKING:
        return
    talk.tell(_("You stopped. That is always fine."))
    answer = talk.ask(_("Enter: finished for now. C: carry on. G: settle for a moment. "))
    match (answer or "").strip().lower():
        case "c":
            practice.do(practice.conductor.carry_on())
            if practice.view.missing:
                talk.tell(_held_or_not(practice.view))
        case "g":
            _settle(practice, talk)
        case _:
            practice.do(practice.conductor.finish())


def _settle(practice: Practice, talk: Talk) -> None:
    try:
        practice.do(practice.conductor.settle())
    except RelaxError as error:
        talk.tell(str(error))


def _ask_all(practice: Practice, talk: Talk) -> None:
    """Every question of the stage; an empty line skips one, "skip" skips the rest."""
    conductor = practice.conductor
    while (asked := conductor.view.asked) is not None:
        try:
            answer = talk.ask(_question(asked))
        except KeyboardInterrupt:
            answer = None
        if answer is None or answer.strip().lower() == _("skip"):
            practice.do(conductor.skip_all())
            return
        fields = _fields(asked, answer.strip())
        if fields is None:
            talk.tell(_wrong(asked))
        elif not fields:
            practice.do(conductor.skip())
        else:
            practice.do(conductor.answer(**fields))


def _question(asked: Asked) -> str:
    match asked:
        case Scale():
            return _("{question}, 0 ({lowest}) to 10 ({highest}). Enter skips: ").format(
                question=asked.text, lowest=asked.lowest, highest=asked.highest
            )
        case Choices():
            lines = [f"  {number}  {words}" for number, (_each, words) in enumerate(asked.options, 1)]
            return "\n".join([asked.text, *lines, _("Numbers with spaces between them. Enter means none: ")])
        case OpenLine():
            return _("{question} {hint} Enter skips: ").format(question=asked.text, hint=asked.hint)


def _wrong(asked: Asked) -> str:
    if isinstance(asked, Scale):
        return _("Please type a whole number from 0 to 10, or press Enter to skip it.")
    return _("Please type numbers from the list, or press Enter for none.")


def _fields(asked: Asked, answer: str) -> dict[str, object] | None:
    """The answer as fields of an entry; empty where it was skipped, None where it can't be understood."""
    if not answer:
        return {}
    match asked:
        case Scale(field=field):
            return {field: int(answer)} if answer.isdecimal() and int(answer) <= 10 else None
        case Choices(field=field, options=options):
            numbers = answer.replace(",", " ").split()
            if not all(each.isdecimal() and 1 <= int(each) <= len(options) for each in numbers):
                return None
            return {field: tuple(options[int(each) - 1][0] for each in dict.fromkeys(numbers))}
        case OpenLine(field=field):
            return {field: answer}
