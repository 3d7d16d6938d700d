"""Reminders for the calendar of one's own."""

from pathlib import Path

import click

from relaxapp.commands.ending import check_ending
from relaxapp.commands.options import ANY_PATH
from relaxapp.commands.replacing import REPLACE, may_write
from relaxapp.translation import _


@click.command()
@click.option(
    "--at",
    "times",
    metavar="HH:MM",
    multiple=True,
    required=True,
    help=_("When, such as 08:00; may be repeated."),
)
@click.option(
    "--days",
    metavar=_("DAYS"),
    default="every day",
    help=_("On which days, such as mon,wed,fri; else every day."),
)
@click.option("--words", metavar=_("WORDS"), help=_("What the calendar shows; otherwise: Time for myself."))
@click.option("-o", "--output", metavar="FILE.ics", required=True, type=ANY_PATH, help=_("The file."))
@REPLACE
def remind(times: tuple[str, ...], days: str, words: str | None, output: Path, replace: bool) -> None:
    """A calendar file with times to practise, each with an alarm."""
    from relaxapp.journal.export.reminders import Reminders, read_days, read_time, usual_words, write
    from relaxapp.practice.local_time import local_now

    chosen = Reminders(
        tuple(read_time(each) for each in times), read_days(days), (words or "").strip() or usual_words()
    )
    check_ending(output, ".ics")
    if not may_write(output, replace=replace):
        return
    write(chosen, local_now(), output)
    click.echo(
        _("{file}: open it with your calendar, which then reminds you. It shows only: {words}").format(
            file=output, words=chosen.words
        )
    )
