"""A short grounding by itself; nothing is asked, before or afterwards."""

from typing import TYPE_CHECKING

from relaxapp.practice.practice import SETTLING, SETTLING_MINUTES
from relaxapp.ui.ways.practise import practise

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


async def settle(app: "RelaxApp") -> None:
    """What a stop for distress leads to, for any moment."""
    await practise(app, SETTLING, SETTLING_MINUTES, ask_after=False)
