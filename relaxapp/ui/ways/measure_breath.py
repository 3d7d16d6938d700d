"""The person's own rate of breathing."""

from typing import TYPE_CHECKING

from relaxapp.ui.screens.tapping import TappingScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


async def measure_breath(app: "RelaxApp") -> None:
    """Breathing practices begin with it."""
    rate = await app.push_screen_wait(TappingScreen())
    if rate is not None:
        app.change(breath_rate=rate)
