"""Taking away a practice of one's own."""

from typing import TYPE_CHECKING

import click

from relaxapp.commands.sure import YES, sure_to_delete
from relaxapp.commands.talking import tell
from relaxapp.errors import RelaxError
from relaxapp.parts import library
from relaxapp.translation import _

if TYPE_CHECKING:
    from relaxapp.library.library import Library


@click.command()
@click.argument("wanted", metavar="NAME")
@YES
def remove(wanted: str, yes: bool) -> None:
    """Take away a practice of your own; your journal stays."""
    practices = library()
    own = _own(practices, wanted)
    asked = _(
        "This deletes {name}, a practice of your own; it can't be brought back. "
        "What your journal tells of it stays.\n"
        "To keep a copy of all that is yours first: relaxapp backup -o FILE.zip\n"
        "Delete it?"
    )
    if not sure_to_delete(asked.format(name=own), yes=yes):
        return
    if own in practices.own_scripts.names():
        practices.own_scripts.remove(own)
    else:
        practices.own_scripts.remove_draft(own)
    tell(_("{name} is gone.").format(name=own))
    if own in practices.names():
        tell(_("The one of that name which relaxapp brings along is practised again."))


def _own(practices: "Library", name: str) -> str:
    """The name of the person's own that is meant, one that was only begun, too. NotFoundError, RelaxError."""
    own = practices.own_scripts.named(name)
    if own is not None:
        return own
    script = practices.find(name)
    if practices.is_own(script):
        return script.id
    raise RelaxError(
        _("{title} comes with relaxapp, and stays.").format(title=script.title),
        _("Only practices of your own can be taken away."),
    )
