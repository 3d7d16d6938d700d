"""Telling and asking on the command line. Nothing that a terminal would obey is ever told."""

import sys
from collections.abc import Iterable

import click

from relaxapp.translation import _


def printable(text: str) -> str:
    """The text with a question mark in place of what can't be seen; line ends stay."""
    return "".join(char if char.isprintable() or char == "\n" else "?" for char in text)


def tell(text: str, err: bool = False) -> None:
    """Print one line or several."""
    click.echo(printable(text), err=err)


def tell_all(lines: Iterable[str]) -> None:
    """Print lines."""
    for line in lines:
        tell(line)


def is_there_anybody() -> bool:
    """Whether a person sits at the terminal."""
    return sys.stdin.isatty()


def answered(question: str) -> str | None:
    """What the person types; None at the end of input."""
    click.echo(printable(question), nl=False)
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        click.echo()
    return line.strip() if line else None


def agreed(question: str, default: bool) -> bool | None:
    """Yes or no; Enter takes the default. None at the end of input."""
    choice = _("Y/n") if default else _("y/N")
    while True:
        answer = answered(f"{question} [{choice}] ")
        if answer is None:
            return None
        if not answer:
            return default
        if answer.casefold() in {_("y"), _("yes")}:
            return True
        if answer.casefold() in {_("n"), _("no")}:
            return False
        tell(_("Please type y or n, or press Enter."))
