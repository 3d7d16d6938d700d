"""Asking before what can't be taken back: Enter is no, and where there is nobody to ask nothing is done."""

import click

from relaxapp.commands.talking import agreed, is_there_anybody, tell
from relaxapp.errors import RelaxError
from relaxapp.translation import _

YES = click.option("--yes", "-y", is_flag=True, help=_("Without asking first."))


def sure(question: str, *, yes: bool, nothing: str) -> bool:
    """Whether the person says yes; otherwise `nothing` is told, such as: Nothing was fetched.

    Raises RelaxError where there is nobody to ask.
    """
    if yes:
        return True
    if not is_there_anybody():
        raise RelaxError(
            _("{nothing} There was nobody to ask.").format(nothing=nothing),
            _("Add --yes where you are sure."),
        )
    if agreed(question, False) is True:
        return True
    tell(nothing)
    return False


def sure_to_delete(question: str, *, yes: bool) -> bool:
    """The same before something is deleted."""
    return sure(question, yes=yes, nothing=_("Nothing was deleted."))
