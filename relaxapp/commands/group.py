"""The sheet of a group, for whoever leads it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relaxapp.commands.options import ANY_PATH
from relaxapp.commands.replacing import REPLACE, may_write
from relaxapp.translation import _

if TYPE_CHECKING:
    from datetime import date

    from relaxapp.paper.sizes import Paper


@click.command()
@click.argument("files", nargs=-1, required=True, type=ANY_PATH)
@click.option("-o", "--output", metavar=_("FILE"), type=ANY_PATH, help=_("The file: .pdf .html .csv .txt"))
@click.option(
    "--since",
    metavar=_("DAY"),
    help=_("The first day it tells of; otherwise the one that most files begin with."),
)
@click.option("--paper", type=click.Choice(["a4", "letter"]), help=_("The paper; otherwise your country's."))
@REPLACE
def group(
    files: tuple[Path, ...], output: Path | None, since: str | None, paper: str | None, replace: bool
) -> None:
    """The sheet of a group, from its members' files or a folder of them. Nobody can be picked out."""
    from relaxapp.journal.export.group_sheet import as_text, check_ending, page, write
    from relaxapp.journal.group import SMALLEST
    from relaxapp.journal.group_files import make_sheet
    from relaxapp.practice.labels import labels

    if output is not None:
        check_ending(output)
        if not may_write(output, replace=replace):
            return
    names = labels()
    made = make_sheet(files, names.techniques, _day(since))
    sheet = page(made.sheet, names)
    if output is None:
        click.echo(as_text(sheet), nl=False)
    else:
        write(sheet, output, _paper(paper))
        click.echo(_("{file}: the sheet of the group.").format(file=output))
        click.echo(sheet.words)
    if made.sheet.obstacles is None:
        told = _("Fewer than {count} people shared, so the sheet tells less: nobody's part may be made out.")
        click.echo(told.format(count=SMALLEST), err=True)
    for sentence in made.begin_later:
        click.echo(sentence, err=True)
    if made.left_out:
        click.echo(_("These files were left out:"), err=True)
    for sentence in made.left_out:
        click.echo(sentence, err=True)


def _day(since: str | None) -> "date | None":
    """The day typed; the last group is that of the facilitator's own journal, where there is one."""
    if since is None:
        return None
    from relaxapp.commands.asked import group_before
    from relaxapp.journal.since import since as since_when
    from relaxapp.parts import library, settings
    from relaxapp.practice.local_time import local_now

    now = local_now()
    return since_when(since, now, lambda: group_before(library(), settings(), now.date()))


def _paper(asked: str | None) -> "Paper":
    from relaxapp.paper.sizes import Paper, paper_of

    if asked is not None:
        return {"a4": Paper.A4, "letter": Paper.LETTER}[asked]
    from relaxapp.parts import choices

    return paper_of(choices().country)
