"""Breathe now: two minutes, nothing asked beforehand."""

from typing import TYPE_CHECKING

from relaxapp.practice.first_lines import BREATHING, BREATHING_MINUTES
from relaxapp.ui.ways.practise import practise

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


async def breathe_now(app: "RelaxApp") -> None:
    """The gentlest way in."""
    await practise(app, BREATHING, BREATHING_MINUTES)
