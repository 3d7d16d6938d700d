"""What is chosen for a part of the body: included, only let go, or left out. Pure."""

from collections.abc import Collection
from enum import StrEnum

from relaxapp.words.areas import leaves, names_for


class AreaChoice(StrEnum):
    """What happens to a part of the body in a practice."""

    INCLUDED = "included"
    """Tensed and let go, and spoken of."""
    LET_GO = "only let go"
    """Never tensed."""
    LEFT_OUT = "left out"
    """Never mentioned."""
    PARTLY = "partly"
    """Its own parts differ."""


CYCLE = (AreaChoice.INCLUDED, AreaChoice.LET_GO, AreaChoice.LEFT_OUT)
"""The order in which one key goes through the choices."""


def choice(area: str, leave_out: Collection[str], release_only: Collection[str]) -> AreaChoice:
    """What is chosen for one area, given the names of the areas left out and only let go."""
    parts, out, let_go = leaves([area]), leaves(leave_out), leaves(release_only)
    if parts <= out:
        return AreaChoice.LEFT_OUT
    if parts & out:
        return AreaChoice.PARTLY
    if parts <= let_go:
        return AreaChoice.LET_GO
    return AreaChoice.PARTLY if parts & let_go else AreaChoice.INCLUDED


def following(now: AreaChoice) -> AreaChoice:
    """The choice that comes next by one key; from a mixture, all of it is included."""
    if now is AreaChoice.PARTLY:
        return AreaChoice.INCLUDED
    return CYCLE[(CYCLE.index(now) + 1) % len(CYCLE)]


def chosen(
    area: str, wanted: AreaChoice, leave_out: Collection[str], release_only: Collection[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The names left out and only let go, once one area with all its parts is as wanted."""
    parts = leaves([area])
    out, let_go = leaves(leave_out) - parts, leaves(release_only) - parts
    if wanted is AreaChoice.LEFT_OUT:
        out |= parts
    elif wanted is AreaChoice.LET_GO:
        let_go |= parts
    return frozenset(names_for(out)), frozenset(names_for(let_go))
