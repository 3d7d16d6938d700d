"""What is forgotten in the journal is forgotten wherever else the program keeps it."""

from collections.abc import Callable
from pathlib import Path

from relaxapp import locations
from relaxapp.journal.safety_copies import copies_told, forget_in_copies
from relaxapp.journal.store import Store
from relaxapp.paper.printed import delete_printed, printed_told
from relaxapp.translation import _


def forget_elsewhere(
    forget: Callable[[Store], object], beside: Callable[[Path], object] | None = None
) -> str:
    """Do the same in what a restore kept, and delete the pages that were made to be printed.

    `beside` is as in `forget_in_copies`. Sentences for what couldn't be done; empty where all was.
    """
    pages = printed_told(delete_printed(locations.pages()))
    copies = copies_told(forget_in_copies(locations.data_folder(), forget, beside))
    return "\n\n".join(told for told in (copies, pages) if told)


def led_stays() -> str:
    """A sentence for whoever leads rooms and forgets everything; empty for all others."""
    if not locations.led_log().exists():
        return ""
    return _("The list of exercises that you led is kept apart: relaxapp forget --led deletes it.")
