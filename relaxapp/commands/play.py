"""Practising without the app, or straight into it."""

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from relaxapp.commands.app import run_app
from relaxapp.commands.asked import order, person, workable
from relaxapp.commands.options import MINUTES
from relaxapp.errors import RelaxError
from relaxapp.parts import services
from relaxapp.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relaxapp.practice.plain import Talk
    from relaxapp.practice.services import Services
    from relaxapp.session import Order, Studio
    from relaxapp.sound.player import Player
    from relaxapp.words.script import Say, Script


@click.command()
@click.argument("name")
@MINUTES
@click.option("--bed", metavar=_("NAME"), help=_("The background; otherwise the one the practice suggests."))
@click.option("--plain", is_flag=True, help=_("Line by line, for screen readers and pipes."))
def play(name: str, minutes: float | None, bed: str | None, plain: bool) -> None:
    """Practise now."""
    parts = services()
    script = parts.library.find(name)
    chosen = workable(parts, script, minutes)
    if not plain and sys.stdout.isatty() and sys.stdin.isatty():
        run_app(parts, ("practise", script.id, chosen))
        return
    play_plain(parts, order(parts, script, chosen, bed))


def play_plain(parts: "Services", ordered: "Order") -> None:
    """One practice line by line."""
    from relaxapp.practice.conductor import Conductor
    from relaxapp.practice.personal import asked_to_write, shown_title
    from relaxapp.practice.plain import practise
    from relaxapp.practice.plain_personal import offer
    from relaxapp.practice.practice import Practice, new_entry
    from relaxapp.practice.voice_choice import voice_choice
    from relaxapp.session import PATIENCE, prepare
    from relaxapp.terminal_talk import terminal_talk
    from relaxapp.timing.prose import prose
    from relaxapp.timing.unvoiced import estimated_plan

    script = ordered.script
    lexicon = parts.library.lexicon(script.language)
    studio = parts.open_studio(voice_choice(parts.store.settings()))
    player, trouble = _player_or_silence(parts)
    settings = parts.store.settings()
    player.set_gains(*((0.0, 0.0) if settings.muted else (settings.voice_volume, settings.bed_volume)))
    talk = terminal_talk()
    try:
        for line in (shown_title(script, person(parts), lexicon), *script.cautions):
            if line:
                talk.tell(line)
        if script.technique == "pmr" and _about_muscles(parts, talk):
            ordered = replace(ordered, person=person(parts))
        if script.questions:
            offer(
                talk,
                lambda: prose(estimated_plan(script, ordered.minutes, lexicon, person(parts))),
                lambda: _ask_personal(parts, script, studio, player, talk, trouble),
            )
            ordered = replace(ordered, person=person(parts))
        conductor = Conductor(
            new_entry(script, ordered.minutes, parts.now()),
            asleep=ordered.person.asleep,
            write=asked_to_write(script, ordered.person, lexicon),
        )
        practice = Practice(conductor, parts, studio, player, lexicon)
        practice.trouble = trouble
        talk.tell(_("Press Enter to pause, and again to carry on. Ctrl+C stops."))
        try:
            practise(practice, lambda: prepare(ordered, lexicon, studio, patience=PATIENCE), talk)
            unkept = practice.keeping.at_last()
            if unkept is not None:
                raise unkept
            talk.tell(_("Kept in your journal."))
        finally:
            practice.leave()
    finally:
        player.close()
        studio.clips.close()


def _about_muscles(parts: "Services", talk: "Talk") -> bool:
    """What is asked before the first muscle practice; whether it was asked and answered now."""
    from relaxapp.practice.plain_muscles import ask_about_muscles

    settings = parts.store.settings()
    chosen = None if settings.muscle_question_asked else ask_about_muscles(talk)
    if chosen is None:
        return False
    parts.store.save_settings(
        replace(
            settings,
            release_only=chosen.release_only,
            leave_out=settings.leave_out | chosen.leave_out,
            muscle_question_asked=True,
        )
    )
    return True


def _ask_personal(
    parts: "Services",
    script: "Script",
    studio: "Studio",
    player: "Player",
    talk: "Talk",
    trouble: RelaxError | None,
) -> None:
    """The questions of a practice; what was spoken of answers on the way is deleted.

    `trouble`: why nothing can be heard, where it can't.
    """
    from relaxapp.practice.alone import alone
    from relaxapp.practice.personal_questions import PersonalQuestions, questions_for
    from relaxapp.practice.plain import LOOK_SECONDS
    from relaxapp.practice.plain_personal import ask_personal

    def keep(name: str, answer: str) -> None:
        if parts.store.answers().get(name, "") == answer:
            return
        parts.store.set_answer(name, answer)
        studio.clips.forget_private()
        parts.voices.forget_private(name)

    def hear(sentence: "Sequence[Say]") -> str:
        if trouble is not None:
            talk.tell(str(trouble))
            return ""
        try:
            player.play(alone(sentence, studio))
        except RelaxError as error:
            talk.tell(str(error))
            return ""
        typed = None
        while not (player.finished or player.lost) and typed is None:
            talk.wait(LOOK_SECONDS)
            typed = talk.pressed()
        player.stop()
        return typed or ""

    lexicon = parts.library.lexicon(script.language)
    questions = questions_for(script, person(parts), lexicon)
    asked = PersonalQuestions(script, questions, lambda: person(parts), keep, lexicon)
    try:
        ask_personal(asked, talk, hear)
    finally:
        studio.clips.forget_private()


def _player_or_silence(parts: "Services") -> "tuple[Player, RelaxError | None]":
    try:
        player = parts.open_player(parts.store.settings().device)
        player.warm()
    except RelaxError as error:
        player = parts.silent_player()
        player.warm()
        return player, error
    return player, None
