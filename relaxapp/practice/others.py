"""Other practices, for where what is left out takes the heart of one away."""

from collections.abc import Sequence

from relaxapp.errors import PromiseError
from relaxapp.translation import _
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.script import Script

NAMED = 2
"""How many others are named."""


def others(script: Script, scripts: Sequence[Script], person: Person, lexicon: Lexicon) -> tuple[Script, ...]:
    """The first practices that this person can do, those of the same kind first."""
    found: list[Script] = []
    for other in sorted(scripts, key=lambda each: each.technique is not script.technique):
        if other.id == script.id:
            continue
        try:
            reading = personalise(other, person, other.lengths[0], lexicon)
        except PromiseError:
            continue
        if reading.title:  # without a title that may be shown it can't be named
            found.append(other)
        if len(found) == NAMED:
            break
    return tuple(found)


def with_others(error: PromiseError, found: Sequence[Script]) -> PromiseError:
    """The same error, naming what can be done instead."""
    if not found:
        return error
    names = _(" or ").join(script.title for script in found)
    return PromiseError(
        error.message,
        _("You could take {names}, or change what is left out in Settings.").format(names=names),
    )
