"""The journal: looking at it, sharing it, and bringing it in."""

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

import click

from relaxapp.commands.asked import group_before_today
from relaxapp.commands.ending import check_ending
from relaxapp.commands.options import ANY_PATH
from relaxapp.commands.replacing import REPLACE, may_write
from relaxapp.commands.stopping import stop_as_by_ctrl_c
from relaxapp.commands.talking import tell
from relaxapp.errors import FileError
from relaxapp.parts import services
from relaxapp.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from relaxapp.journal.sharing import Sharing
    from relaxapp.practice.services import Services

FORMATS = ["csv", "json", "pdf"]
FIELDS = [
    "practices",
    "ratings",
    "obstacles",
    "own-ways",
    "unwanted-effects",
    "early-stops",
    "peg",
    "questions",
]
"""What can be left out, by the names of journal.sharing; notes are out unless asked for."""


@click.command()
@click.option("--since", metavar=_("DAY"), help=_("A date such as 2026-11-01, or: group"))
@click.option("--json", "as_json", is_flag=True, help=_("As one JSON document."))
def log(since: str | None, as_json: bool) -> None:
    """What was practised."""
    parts = services()
    first_day = _first_day(parts, since)
    if as_json:
        from relaxapp.journal.export.as_json import document
        from relaxapp.journal.export.gathering import gather
        from relaxapp.journal.sharing import EVERYTHING

        click.echo(document(gather(parts.store, EVERYTHING, parts.now(), first_day)))
        return
    from relaxapp.journal.export.as_text import line
    from relaxapp.practice.labels import labels

    names = labels()
    entries = parts.store.entries(since=first_day)
    if not entries and first_day is not None:
        click.echo(_("Nothing was written down since {day}.").format(day=first_day.isoformat()))
    elif not entries:
        click.echo(_("Nothing here yet."))
    for entry in entries:
        tell(line(entry, names))


@click.command()
@click.option("--since", metavar=_("DAY"), help=_("A date such as 2026-11-01, or: group"))
@click.option("--notes", is_flag=True, help=_("With your private notes, which are left out otherwise."))
@click.option(
    "--leave-out",
    multiple=True,
    type=click.Choice(FIELDS),
    help=_("What is not shared; may be given several times."),
)
@click.option(
    "--for-group",
    is_flag=True,
    help=_("For the sheet of the group: what it needs and no more, without notes, ratings or your name."),
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    help=_("pdf is one page for the group, since its last meeting or of the last 7 days."),
)
@click.option("-o", "--output", metavar=_("FILE"), required=True, type=ANY_PATH, help=_("The file."))
@click.option(
    "--name", metavar=_("NAME"), default="", help=_("A name to print on the page; otherwise there is none.")
)
@click.option("--paper", type=click.Choice(["a4", "letter"]), help=_("The paper; otherwise your country's."))
@click.option("--grey", is_flag=True, help=_("The page in shades of grey."))
@REPLACE
def export(
    since: str | None,
    notes: bool,
    leave_out: tuple[str, ...],
    for_group: bool,
    format_name: str | None,
    output: Path,
    name: str,
    paper: str | None,
    grey: bool,
    replace: bool,
) -> None:
    """The journal as a file to share."""
    chosen = _format(format_name, output, for_group=for_group)
    if chosen != "pdf":
        _check_no_page({"--name": name, "--grey": grey, "--paper": paper})
    sharing = _sharing(notes=notes, leave_out=leave_out, for_group=for_group)
    check_ending(output, f".{chosen}")
    if not may_write(output, replace=replace):
        return
    stop_as_by_ctrl_c()
    if chosen == "pdf":
        from relaxapp.commands.page import write_page

        write_page(since, sharing, output, name, paper, grey)
        return
    from relaxapp.journal.export import as_csv, as_json
    from relaxapp.journal.export.gathering import gather

    parts = services()
    gathered = gather(parts.store, sharing, parts.now(), _first_day(parts, since))
    count = {"csv": as_csv.write, "json": as_json.write}[chosen](gathered, output)
    click.echo(
        ngettext("{file}: {count} entry.", "{file}: {count} entries.", count).format(file=output, count=count)
    )
    if for_group:
        click.echo(_("Your facilitator may use it for the sheet of the group, without your name."))


def _format(asked: str | None, output: Path, *, for_group: bool) -> str:
    """The format asked for, or the one that the file's name tells; the group's sheet is made from JSON."""
    found = asked or ("json" if for_group else output.suffix.lower().removeprefix("."))
    if for_group and found != "json":
        raise click.UsageError(_("The sheet of the group is made from JSON: --for-group --format json."))
    if found not in FORMATS:
        raise click.UsageError(_("Say which kind of file it is to be: --format csv, json or pdf."))
    return found


def _check_no_page(options: "Mapping[str, object]") -> None:
    """Raises UsageError where one was given that only a page has a use for."""
    for option, value in options.items():
        if value:
            raise click.UsageError(
                _("{option} goes with a page to print: -o FILE.pdf.").format(option=option)
            )


def _sharing(*, notes: bool, leave_out: tuple[str, ...], for_group: bool) -> "Sharing":
    from relaxapp.journal.sharing import FOR_GROUP, Field, Sharing

    if for_group and notes:
        raise click.UsageError(_("Private notes never go to the group: leave out --notes, or --for-group."))
    sharing = FOR_GROUP if for_group else Sharing(frozenset(Field) if notes else Sharing().fields)
    return dataclasses.replace(sharing, fields=sharing.fields - {Field(name) for name in leave_out})


@click.command("import")
@click.argument("file", type=ANY_PATH)
def import_file(file: Path) -> None:
    """Bring an export (.json) into the journal; what is there already stays, and nothing is doubled."""
    from relaxapp.journal.document import read_document
    from relaxapp.journal.importing import bring_in
    from relaxapp.journal.sharing import Field

    if file.is_dir():
        raise FileError(
            _("{file} is a folder.").format(file=file),
            _("Name the file in it that `relaxapp export` made."),
        )
    document = read_document(file)
    found = bring_in(document, services().store)
    added = ngettext("{count} entry was added.", "{count} entries were added.", found.added)
    click.echo(added.format(count=found.added))
    if found.there_already:
        there = ngettext(
            "{count} was there already, and stays as it is.",
            "{count} were there already, and stay as they are.",
            found.there_already,
        )
        click.echo(there.format(count=found.there_already))
    if document.version > 1 and document.sharing.fields != frozenset(Field):
        click.echo(_("The file holds what was shared, which is less than what was kept."))


def _first_day(parts: "Services", since: str | None) -> "date | None":
    from relaxapp.journal.since import since as since_when

    return None if since is None else since_when(since, parts.now(), lambda: group_before_today(parts))
