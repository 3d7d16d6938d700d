"""The diary for those who keep paper."""

from pathlib import Path

import click

from relaxapp.translation import _


@click.command()
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help=_("The file, such as diary.pdf.")
)
@click.option("--paper", type=click.Choice(["a4", "letter"]), help=_("Otherwise as usual in your country."))
def diary(output: Path, paper: str | None) -> None:
    """A week to fill in by hand, in large print on one page."""
    from relaxapp.paper.sizes import Paper, paper_of
    from relaxapp.parts import services
    from relaxapp.practice.diary import write

    settings = services().store.settings()
    chosen = {"a4": Paper.A4, "letter": Paper.LETTER, None: paper_of(settings.country)}[paper]
    write(output, chosen, settings.group_weekday or 0)
    click.echo(_("{file}: one page, to print as often as you like.").format(file=output))
