"""From the list of every practice to one of them."""

from typing import TYPE_CHECKING

from relaxapp.practice.found_again import done_last, most_helpful
from relaxapp.translation import _
from relaxapp.ui.screens.practices import PracticesScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp

MOST_LOOKED_AT = 200
"""Entries of the journal, the newest first."""


async def all_practices(app: "RelaxApp") -> None:
    """Choose one."""
    scripts = {script.id: script for script in app.shelf.scripts()}
    entries = app.services.store.entries(limit=MOST_LOOKED_AT)
    again = {
        _("Most helpful to you"): [scripts[name] for name in most_helpful(entries, scripts)],
        _("Done last"): [scripts[name] for name in done_last(entries, scripts)],
    }
    listed = PracticesScreen(tuple(scripts.values()), again)
    chosen = await app.push_screen_wait(listed)
    if chosen:
        app.go("practise", chosen, None, listed.at_hand)
