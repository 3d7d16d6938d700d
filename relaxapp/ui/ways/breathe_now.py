"""Breathe now: two minutes, nothing asked beforehand."""

from typing import TYPE_CHECKING

from relaxapp.ui.ways.practise import practise

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp

BREATHING = "paced-breathing"
MINUTES = 2


async def breathe_now(app: "RelaxApp") -> None:
    """The gentlest way in."""
    await practise(app, BREATHING, MINUTES)
