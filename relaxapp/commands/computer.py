"""This computer: what works on it, and an icon in its menu."""

import click

from relaxapp.translation import _


@click.command()
def doctor() -> None:
    """What works here, and how to mend what does not."""
    from relaxapp.doctor import examine, report
    from relaxapp.parts import kept_voices

    findings = examine(kept_voices())
    for row in report(findings):
        click.echo(row)
    if not all(finding.ok for finding in findings):
        raise SystemExit(1)


@click.command()
@click.option("--remove", is_flag=True, help=_("Take it away again."))
def shortcut(remove: bool) -> None:
    """An icon in the desktop menu that opens the app."""
    from relaxapp.shortcut import add, take_away

    click.echo(take_away() if remove else add())
