"""The diary for those who keep paper."""

from pathlib import Path

import click

from relaxapp.commands.ending import check_ending
from relaxapp.commands.options import ANY_PATH
from relaxapp.commands.replacing import REPLACE, may_write
from relaxapp.translation import _


@click.command()
@click.option("-o", "--output", metavar="FILE.pdf", required=True, type=ANY_PATH, help=_("The file."))
@click.option("--paper", type=click.Choice(["a4", "letter"]), help=_("Otherwise as usual in your country."))
@REPLACE
def diary(output: Path, paper: str | None, replace: bool) -> None:
    """A week to fill in by hand, in large print on one page."""
    from relaxapp.paper.sizes import Paper, paper_of
    from relaxapp.parts import choices
    from relaxapp.practice.diary import write

    check_ending(output, ".pdf")
    if not may_write(output, replace=replace):
        return
    settings = choices()
    chosen = {"a4": Paper.A4, "letter": Paper.LETTER, None: paper_of(settings.country)}[paper]
    write(output, chosen, settings.group_weekday or 0)
    click.echo(_("{file}: one page, to print as often as you like.").format(file=output))
