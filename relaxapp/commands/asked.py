"""What several commands share: the person, the length asked for, and the order made of them."""

from typing import TYPE_CHECKING

from relaxapp.errors import NotFoundError
from relaxapp.translation import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from relaxapp.journal.settings import Settings
    from relaxapp.library.library import Library
    from relaxapp.practice.services import Services
    from relaxapp.session import Order
    from relaxapp.words.person import Person
    from relaxapp.words.script import Script


def person(parts: "Services") -> "Person":
    """The person, as the settings and answers tell."""
    from relaxapp.practice.person import person_of

    return person_of(parts.store.settings(), parts.store.answers())


def length(script: "Script", minutes: float | None) -> float:
    """The length asked for, or the shortest offered. Raises NotFoundError outside of what is offered."""
    if minutes is None:
        return script.lengths[0]
    if script.lengths[0] <= minutes <= script.lengths[-1]:
        return minutes
    from relaxapp.timing.workable import cannot_be

    shortest, longest = script.lengths[0], script.lengths[-1]
    nearest = longest if minutes > longest else shortest
    hint = (
        ngettext("It lasts {shortest} minute.", "It lasts {shortest} minutes.", shortest)
        if shortest == longest
        else _("It lasts from {shortest} to {longest} minutes: try --minutes {nearest}.")
    )
    hint = hint.format(shortest=shortest, longest=longest, nearest=nearest)
    raise NotFoundError(cannot_be(script.title, minutes), hint)


def workable(parts: "Services", script: "Script", minutes: float | None) -> float:
    """The same, where the practice can be made so long for this person. Raises LengthError too."""
    from relaxapp.timing.workable import Lengths

    chosen = length(script, minutes)
    lexicon = parts.library.lexicon(script.language)
    Lengths(script, person(parts), lexicon, parts.store.settings().voice_speed).check(chosen)
    return chosen


def order(parts: "Services", script: "Script", minutes: float, bed: str | None) -> "Order":
    """What was asked for on the command line."""
    from relaxapp.practice.beds import bed_for
    from relaxapp.practice.hearing import hearing_of
    from relaxapp.session import Order

    who = person(parts)
    lexicon = parts.library.lexicon(script.language)
    settings = parts.store.settings()
    under = bed_for(script, who, lexicon, bed or settings.bed)
    return Order(script, who, minutes, under, hearing_of(settings))


def group_before_today(parts: "Services") -> "date | None":
    """The day of the last meeting of the group; None where none is known."""
    return group_before(parts.library, parts.store.settings(), parts.now().date())


def group_before(library: "Library", settings: "Settings", today: "date") -> "date | None":
    """The same where the journal is not open: what the programme tells, and what the person chose."""
    from relaxapp.practice.week import last_group

    return last_group(library.programme(), settings.first_session, settings.group_weekday, today)
