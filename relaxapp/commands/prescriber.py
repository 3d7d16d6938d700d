"""What to bring to the one who prescribes, without the app."""

from datetime import timedelta
from pathlib import Path

import click

from relaxapp.commands.ending import check_ending
from relaxapp.commands.options import ANY_PATH
from relaxapp.commands.replacing import REPLACE, may_write
from relaxapp.parts import services
from relaxapp.translation import _

TOPICS = {"question": "question", "noticed": "noticed", "taken": "also taken"}
"""How a topic is called on the command line, and how the journal keeps it."""


@click.command()
@click.option("--add", type=click.Choice(list(TOPICS)), help=_("Write one line; you are asked for it."))
@click.option("-o", "--output", metavar=_("FILE"), type=ANY_PATH, help=_("Print them: one page, as PDF."))
@REPLACE
def prescriber(add: str | None, output: Path | None, replace: bool) -> None:
    """Questions for the one who prescribes, what was noticed, what else is taken."""
    from relaxapp.journal import by_hand
    from relaxapp.journal.export.prescriber_page import (
        DAYS,
        gathered,
        headings,
        in_plain_words,
        prescriber_page,
    )
    from relaxapp.journal.prescriber_line import Topic

    if output is not None:
        check_ending(output, ".pdf")
        if not may_write(output, replace=replace):
            return
    parts = services()
    store = parts.store
    if add is not None:
        topic = Topic(TOPICS[add])
        text = click.prompt(headings()[topic], default="", show_default=False).strip()
        if text:
            store.add(by_hand.prescriber_line(parts.now(), topic, text))
    since = parts.now().date() - timedelta(days=DAYS)
    lines = gathered(store.prescriber_lines(), store.entries(since=since))
    page = prescriber_page(lines, {line.key for line in lines})
    if not lines:
        click.echo(_("Nothing is gathered yet. To write a line: relaxapp prescriber --add question"))
        return
    if output is None:
        for heading, told in in_plain_words(page):
            click.echo("\n".join([heading, *(f"  {line}" for line in told)]))
        return
    from relaxapp.journal.export.prescriber_pdf import write
    from relaxapp.paper.sizes import paper_of

    write(page, output, paper_of(store.settings().country))
    click.echo(_("{file}: one page. Please look at it before you share it.").format(file=output))
