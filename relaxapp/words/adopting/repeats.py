"""Working out `(repeat with the left hand)`: the paragraph before, with its sides changed."""

import re
from collections.abc import Mapping
from dataclasses import replace

from relaxapp.words.adopting.atoms import Again, Atom, Bell, Breaths, Counting, Done, Left, Silence, Words
from relaxapp.words.areas import SIDES

UNWORKED_PAUSE = (15.0, 40.0)
"""Seconds for the listener to do it again where it can't be worked out."""


def worked_out(again: Again, before: list[list[Atom]]) -> list[Atom] | None:
    """What was said since a side was last named, said of the other side; None where both sides were named.

    `before`: the paragraphs before it, the last one as far as it goes.
    """
    named = [_sides(paragraph) for paragraph in before]
    start = next((index for index in reversed(range(len(named))) if named[index]), None)
    if start is None or len(named[start]) != 1:
        return None
    while start and named[start - 1] == named[start]:
        start -= 1
    earlier = [atom for paragraph in before[start:] for atom in paragraph]
    (side,) = named[-1] or named[start]
    other = SIDES[1 - SIDES.index(side)]
    if again.side and again.side != other:
        return None
    changed = {side: other}
    return [_added(atom, changed) for atom in earlier if not isinstance(atom, Left | Again | Done)]


def _sides(atoms: list[Atom]) -> frozenset[str]:
    spoken = " ".join(atom.text for atom in atoms if isinstance(atom, Words))
    return frozenset(side for side in SIDES if re.search(rf"\b{side}\b", spoken, re.IGNORECASE))


def _added(atom: Atom, changed: Mapping[str, str]) -> Atom:
    """The same atom, not of the page, with its sides changed."""
    if isinstance(atom, Words):
        return replace(atom, text=_changed(atom.text, changed), source=None)
    if isinstance(atom, Silence | Counting | Breaths | Bell):
        return replace(atom, source=None)
    return atom


def _changed(text: str, sides: Mapping[str, str]) -> str:
    def other(match: re.Match[str]) -> str:
        written = match.group()
        new = sides[written.casefold()]
        return new.upper() if written.isupper() else new.capitalize() if written[0].isupper() else new

    return re.sub(rf"\b(?:{'|'.join(sides)})\b", other, text, flags=re.IGNORECASE)
