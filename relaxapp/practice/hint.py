"""A quiet hint after what got in the way. Pure: the same entries give the same hint."""

from collections.abc import Sequence

from relaxapp.journal.entry import Entry, Obstacle
from relaxapp.translation import _

LOOKED_BACK = 6
"""How many entries are looked at."""
OFTEN = 2
"""How often something got in the way before it is called often."""


def hint(entries: Sequence[Entry]) -> str:
    """One line on what may suit better, or nothing; `entries` the newest first.

    After a hint the next entry brings none, so that it is never said twice in a row.
    """
    told = ""
    for first in range(min(len(entries), LOOKED_BACK) - 1, -1, -1):
        told = "" if told else _suits(entries[first : first + LOOKED_BACK])
    return told


def _suits(entries: Sequence[Entry]) -> str:
    """What may suit after the first of these entries."""
    now = entries[0].obstacles
    if Obstacle.UPSET in now and _often(entries, Obstacle.UPSET):
        return _(
            "G here settles for a moment, eyes open. Tell your facilitator; this happens and is no failure."
        )
    if Obstacle.FLARE_UP in now or Obstacle.HURT in now:
        return _("On a sore day, breathing alone may suit, or only letting go. Settings has the latter.")
    if Obstacle.NO_TIME in now and _often(entries, Obstacle.NO_TIME):
        return _("When time is short, two minutes count: Breathe now asks nothing.")
    return ""


def _often(entries: Sequence[Entry], obstacle: Obstacle) -> bool:
    return sum(obstacle in entry.obstacles for entry in entries) >= OFTEN
