"""The journal: looking at it and sharing it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relaxapp.commands.asked import group_before_today
from relaxapp.parts import services
from relaxapp.translation import _, ngettext

if TYPE_CHECKING:
    from relaxapp.journal.entry import Entry


@click.command()
@click.option("--since", help=_("A date such as 2026-11-01, or: group"))
@click.option("--json", "as_json", is_flag=True, help=_("As one JSON document."))
def log(since: str | None, as_json: bool) -> None:
    """What was practised."""
    entries = _entries(since)
    if as_json:
        from relaxapp.journal.export.as_json import document

        click.echo(document(entries, notes=True))
        return
    from relaxapp.journal.export.as_text import line

    if not entries:
        click.echo(_("Nothing here yet."))
    for entry in entries:
        click.echo(line(entry))


@click.command()
@click.option("--since", help=_("A date such as 2026-11-01, or: group"))
@click.option("--notes", is_flag=True, help=_("With your private notes, which are left out otherwise."))
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["csv", "json", "pdf"]),
    required=True,
    help=_("pdf is one page for the group, since its last meeting or of the last 7 days."),
)
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help=_("The file."))
@click.option("--name", default="", help=_("A name to print on the page; otherwise there is none."))
@click.option("--paper", type=click.Choice(["a4", "letter"]), help=_("The paper; otherwise your country's."))
@click.option("--grey", is_flag=True, help=_("The page in shades of grey."))
def export(
    since: str | None,
    notes: bool,
    format_name: str,
    output: Path,
    name: str,
    paper: str | None,
    grey: bool,
) -> None:
    """The journal as a file to share."""
    if format_name == "pdf":
        from relaxapp.commands.page import write_page

        write_page(since, notes, output, name, paper, grey)
        return
    from relaxapp.journal.export import as_csv, as_json

    entries = _entries(since)
    write = {"csv": as_csv.write, "json": as_json.write}[format_name]
    write(entries, output, notes=notes)
    click.echo(
        ngettext("{file}: {count} entry.", "{file}: {count} entries.", len(entries)).format(
            file=output, count=len(entries)
        )
    )


def _entries(since: str | None) -> "list[Entry]":
    from relaxapp.journal.since import since as since_when

    parts = services()
    if since is None:
        return list(parts.store.entries())
    return list(parts.store.entries(since=since_when(since, parts.now(), group_before_today(parts))))
