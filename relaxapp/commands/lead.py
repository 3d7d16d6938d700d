"""Leading an exercise live, for a room."""

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from relaxapp import locations, parts
from relaxapp.commands.asked import length
from relaxapp.errors import RelaxError
from relaxapp.translation import _

if TYPE_CHECKING:
    from relaxapp.practice.room import RoomChoices
    from relaxapp.words.script import Script


@click.command()
@click.argument("name")
@click.option(
    "--minutes",
    type=float,
    metavar=_("MINUTES"),
    help=_("How long; otherwise ten, or what is nearest to that."),
)
@click.option("--until", metavar="HH:MM", help=_("When it shall end, in place of a length."))
@click.option(
    "--voice", metavar=_("NAME"), default="", help=_("Which voice speaks; otherwise the best there is.")
)
def lead(name: str, minutes: float | None, until: str | None, voice: str) -> None:
    """Lead an exercise live, for a room. No journal is opened."""
    from relaxapp.practice.room import RoomLengths

    room = parts.room(voice)
    script = room.library.find(name)
    choices = _choices(script, minutes, until)
    RoomLengths(script, room.library.lexicon(script.language), room.now).check(choices)
    if not sys.stdout.isatty() or not sys.stdin.isatty():
        raise RelaxError(
            _("Leading a room needs a terminal."),
            _("Open one, make it as large as the screen, and type: relaxapp lead {name}").format(name=name),
        )
    from relaxapp.sound.quiet_stderr import quiet_stderr
    from relaxapp.ui.room_app import RoomApp

    app = RoomApp(room, script, choices)
    locations.private_folder(locations.log_file().parent)
    try:
        with quiet_stderr(locations.log_file()):
            app.run()
    finally:
        room.close()
    if app.crash is not None:
        raise app.crash


def _choices(script: "Script", minutes: float | None, until: str | None) -> "RoomChoices":
    """What was asked for on the command line; the rest is chosen on the screen."""
    from relaxapp.practice.local_time import local_now
    from relaxapp.practice.room import usual_choices
    from relaxapp.practice.room_length import length_of, until_of

    choices = usual_choices(script)
    if until is not None and minutes is not None:
        raise click.UsageError(_("Give --minutes or --until, not both."))
    if until is not None:
        now = local_now()
        if until_of(until, now) is None:
            raise RelaxError(
                _("{until} is no time of day.").format(until=until.strip() or "''"),
                _("Write it as in --until 10:45."),
            )
        told, end = length_of(until, script, now)
        return replace(choices, minutes=told, until=end)
    return choices if minutes is None else replace(choices, minutes=length(script, minutes))
