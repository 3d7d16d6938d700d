"""The page for the group, from the command line."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from relaxapp.commands.asked import group_before_today
from relaxapp.parts import services
from relaxapp.translation import _

if TYPE_CHECKING:
    from relaxapp.journal.sharing import Sharing

DAYS_WITHOUT_GROUP = 7
"""How many days the page tells of where no group day is known."""


def write_page(
    since: str | None, sharing: "Sharing", output: Path, name: str, paper: str | None, grey: bool
) -> None:
    """Write the page of what is shared."""
    from relaxapp.journal.export import as_pdf
    from relaxapp.journal.export.group_page import Kept, group_page
    from relaxapp.journal.since import since as since_when
    from relaxapp.paper.sizes import Paper, paper_of
    from relaxapp.practice.labels import labels

    parts = services()
    store, today = parts.store, parts.now().date()
    group = group_before_today(parts)
    if since is not None:
        first = since_when(since, parts.now(), group)
    else:
        first = group or today - timedelta(days=DAYS_WITHOUT_GROUP - 1)
    kept = Kept(first, today, store.each(since=first), store.pegs(since=first), store.questions(since=first))
    page = group_page(kept, sharing, labels(), name)
    country = store.settings().country
    chosen = {"a4": Paper.A4, "letter": Paper.LETTER, None: paper_of(country)}[paper]
    as_pdf.write(page, output, chosen, grey=grey)
    click.echo(
        _("{file}: one page, {range}. Please look at it before you share it.").format(
            file=output, range=page.range
        )
    )
