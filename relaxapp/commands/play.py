"""Practising without the app, or straight into it."""

import sys
from typing import TYPE_CHECKING

import click

from relaxapp.commands.app import run_app
from relaxapp.commands.asked import length, order
from relaxapp.errors import RelaxError
from relaxapp.parts import services
from relaxapp.translation import _

if TYPE_CHECKING:
    from relaxapp.practice.services import Services
    from relaxapp.session import Order
    from relaxapp.sound.player import Player


@click.command()
@click.argument("name")
@click.option("--minutes", type=float, help=_("How long; otherwise the shortest it offers."))
@click.option("--bed", help=_("The background; otherwise the one the practice suggests."))
@click.option("--plain", is_flag=True, help=_("Line by line, for screen readers and pipes."))
def play(name: str, minutes: float | None, bed: str | None, plain: bool) -> None:
    """Practise now."""
    parts = services()
    script = parts.library.find(name)
    chosen = length(script, minutes)
    if not plain and sys.stdout.isatty() and sys.stdin.isatty():
        run_app(parts, (script.id, chosen))
        return
    play_plain(parts, order(parts, script, chosen, bed))


def play_plain(parts: "Services", ordered: "Order") -> None:
    """One practice line by line."""
    from relaxapp.practice.conductor import Conductor
    from relaxapp.practice.plain import practise
    from relaxapp.practice.practice import PATIENCE, Practice, new_entry
    from relaxapp.practice.voice_choice import voice_choice
    from relaxapp.session import prepare
    from relaxapp.terminal_talk import terminal_talk

    script = ordered.script
    lexicon = parts.library.lexicon(script.language)
    studio = parts.open_studio(voice_choice(parts.store.settings()))
    player, trouble = _player_or_silence(parts)
    settings = parts.store.settings()
    player.set_gains(*((0.0, 0.0) if settings.muted else (settings.voice_volume, settings.bed_volume)))
    conductor = Conductor(
        new_entry(script, ordered.minutes, parts.now()), asleep=ordered.person.asleep, write=script.write
    )
    practice = Practice(conductor, parts, studio, player, lexicon)
    practice.trouble = trouble
    click.echo(script.title)
    for caution in script.cautions:
        click.echo(caution)
    click.echo(_("Press Enter to pause, and again to carry on. Ctrl+C stops."))
    try:
        practise(practice, lambda: prepare(ordered, lexicon, studio, patience=PATIENCE), terminal_talk())
        click.echo(_("Kept in your journal."))
    finally:
        practice.leave()
        player.close()
        studio.clips.close()


def _player_or_silence(parts: "Services") -> "tuple[Player, RelaxError | None]":
    try:
        player = parts.open_player(parts.store.settings().device)
        player.warm()
    except RelaxError as error:
        player = parts.silent_player()
        player.warm()
        return player, error
    return player, None
