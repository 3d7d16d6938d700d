"""From the list of every practice to one of them."""

from typing import TYPE_CHECKING

from relaxapp.ui.screens.practices import PracticesScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


async def all_practices(app: "RelaxApp") -> None:
    """Choose one."""
    chosen = await app.push_screen_wait(PracticesScreen(app.shelf.scripts()))
    if chosen:
        app.go("practise", chosen)
