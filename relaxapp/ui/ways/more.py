"""From More to one of its entries."""

from typing import TYPE_CHECKING

from relaxapp.ui.screens.more import MoreScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


async def more(app: "RelaxApp") -> None:
    """Choose one."""
    chosen = await app.push_screen_wait(MoreScreen())
    if chosen:
        app.go(chosen)
