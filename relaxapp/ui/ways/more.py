"""From More to its entries, and back to it."""

from typing import TYPE_CHECKING

from relaxapp.ui.screens.more import MoreScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp

LEAVES = ("settle",)
"""After a practice one is home again."""


async def more(app: "RelaxApp") -> None:
    """One entry after the other, until the person leaves."""
    chosen: str | None = ""
    while chosen not in LEAVES:
        chosen = await app.push_screen_wait(MoreScreen(marked=chosen or ""))
        if chosen is None:
            return
        await app.take(chosen)
