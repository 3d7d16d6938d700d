"""The page for the group, from the command line."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relaxapp.commands.asked import group_before_today
from relaxapp.parts import services
from relaxapp.translation import _

if TYPE_CHECKING:
    from relaxapp.journal.sharing import Sharing


def write_page(
    since: str | None, sharing: "Sharing", output: Path, name: str, paper: str | None, grey: bool
) -> None:
    """Write the page of what is shared."""
    from relaxapp.journal.export import as_pdf
    from relaxapp.journal.since import since as since_when
    from relaxapp.paper.sizes import Paper, paper_of
    from relaxapp.practice.group_pages import page, ranges

    parts = services()
    today = parts.now().date()
    if since is None:
        first = ranges(group_before_today(parts), today)[0].first
    else:
        first = since_when(since, parts.now(), lambda: group_before_today(parts))
    made = page(parts.store, first, today, sharing, name)
    country = parts.store.settings().country
    chosen = {"a4": Paper.A4, "letter": Paper.LETTER, None: paper_of(country)}[paper]
    as_pdf.write(made, output, chosen, grey=grey)
    click.echo(
        _("{file}: one page, {range}. Please look at it before you share it.").format(
            file=output, range=made.range
        )
    )
