"""Recording a practice in one's own voice."""

import sys

import click

from relaxapp.commands.app import run_app
from relaxapp.errors import RelaxError
from relaxapp.parts import services
from relaxapp.translation import _


@click.command()
@click.argument("name")
@click.option("--voice", metavar=_("NAME"), default="", help=_("Whose voice it is; otherwise your own."))
def record(name: str, voice: str) -> None:
    """The same practice in your own voice, a line at a time."""
    parts = services()
    script = parts.library.find(name)
    if not sys.stdout.isatty() or not sys.stdin.isatty():
        raise RelaxError(
            _("Recording needs a terminal."),
            _("Open one and type there: relaxapp record {name}").format(name=script.id),
        )
    run_app(parts, ("record", script.id, voice))
