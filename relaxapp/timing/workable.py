"""Which lengths a practice can have for one person, known before a word of it is voiced. Pure.

A practice is written in forms: parts of it are said `{from 10 min}` on, others `{under 5 min}`. Between the
most that one form can be drawn out to and the least that the next one takes lie lengths that can't be made.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import islice
from math import inf

from relaxapp.errors import LengthError, PromiseError
from relaxapp.timing.estimate import ORDINARY, at_rate
from relaxapp.timing.fit import TOLERANCE, span
from relaxapp.timing.frames import seconds
from relaxapp.timing.spoken import plural_of
from relaxapp.translation import _, ngettext
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.promises import Promises
from relaxapp.words.reading import Reading
from relaxapp.words.script import Script

DOUBT = 0.03
"""By how much the words of a whole practice may take longer or shorter than they were estimated to."""
STEP = 0.25
"""In steps of how many minutes a length nearby is looked for."""


def cannot_be(title: str, minutes: float) -> str:
    """The sentence that a practice can't last so long."""
    count = plural_of(minutes)
    told = ngettext(
        "{title} can't be {minutes} minute long.", "{title} can't be {minutes} minutes long.", count
    )
    return told.format(title=title, minutes=f"{minutes:g}")


def _cannot_be_without(title: str, minutes: float, left_out: Iterable[str]) -> str:
    """The same, with what is left out and is to blame for it."""
    told = ngettext(
        "{title} can't be {minutes} minute long with {choices} left out.",
        "{title} can't be {minutes} minutes long with {choices} left out.",
        plural_of(minutes),
    )
    choices = ", ".join(f"'{choice}'" for choice in left_out)
    return told.format(title=title, minutes=f"{minutes:g}", choices=choices)


@dataclass(frozen=True, slots=True)
class Lengths:
    """The lengths of a practice as one person hears it."""

    script: Script
    """The practice."""
    person: Person
    """Whose words it is said in, and what is left out of it."""
    lexicon: Lexicon
    """The words for areas and themes, in the language of the practice."""
    words_per_minute: float = ORDINARY
    """How fast it is said."""

    def work(self, minutes: float) -> bool:
        """Whether it can last so long; a length between those it offers must do so with something to spare.

        Where the promises leave nothing of it, no length is to blame, and any will do.
        """
        doubt = 0 if minutes in self.script.lengths else DOUBT
        rates = {self.words_per_minute * (1 - doubt), self.words_per_minute * (1 + doubt)}
        try:
            reading = self._reading(minutes)
        except PromiseError:
            return True
        return all(_holds(reading, minutes, rate) for rate in rates)

    def check(self, minutes: float) -> None:
        """Raises LengthError where it can't last so long."""
        if not self.work(minutes):
            raise self.refusal(minutes)

    def around(self, minutes: float) -> tuple[int, ...]:
        """The nearest whole minutes below and above that work; fewer than two where there are none."""
        whole = range(self.script.lengths[0], self.script.lengths[-1] + 1)
        below = self._first(each for each in reversed(whole) if each < minutes)
        above = self._first(each for each in whole if each > minutes)
        return (*below, *above)

    def nearest(self, minutes: float, within: float = inf) -> float | None:
        """The nearest other length that works, at most `within` minutes away; None where there is none."""
        first, last = self.script.lengths[0], self.script.lengths[-1]
        steps = (first + STEP * count for count in range(round((last - first) / STEP) + 1))
        near = (each for each in steps if 0 < abs(each - minutes) <= within)
        return next(
            (each for each in sorted(near, key=lambda each: abs(each - minutes)) if self.work(each)), None
        )

    def refusal(self, minutes: float, found: LengthError | None = None) -> LengthError:
        """Says that it can't last so long, and how long it can; `found`: what came of trying it."""
        title = Promises(self.person, self.lexicon).told(self.script.title) or _("This practice")
        to_blame = self._to_blame(minutes)
        message = _cannot_be_without(title, minutes, to_blame) if to_blame else cannot_be(title, minutes)
        if found is not None:
            return LengthError(message, self.advice(minutes), found.shortest, found.longest)
        shortest, longest = span(self._reading(minutes), at_rate(self.words_per_minute))
        return LengthError(message, self.advice(minutes), shortest, longest)

    def advice(self, minutes: float) -> str:
        """Which lengths to choose in place of this one."""
        match self.around(minutes):
            case (below, above):
                return ngettext(
                    "It can be {below} or {above} minute.", "It can be {below} or {above} minutes.", above
                ).format(below=below, above=above)
            case (only,):
                return ngettext("It can be {only} minute.", "It can be {only} minutes.", only).format(
                    only=only
                )
            case _ if self._to_blame(minutes):
                return _("Choose another practice, or change what is left out.")
            case _:
                return _("Choose another practice.")

    def _to_blame(self, minutes: float) -> tuple[str, ...]:
        """What is left out or avoided, and without which it could last so long; none where that isn't why."""
        if self.work(minutes) or not self._leaving_out(()).work(minutes):
            return ()
        harmless: tuple[str, ...] = ()
        choices = sorted({*self.person.leave_out, *self.person.avoid})
        for choice in choices:
            if self._leaving_out((*harmless, choice)).work(minutes):
                harmless = (*harmless, choice)
        return tuple(choice for choice in choices if choice not in harmless)

    def _leaving_out(self, choices: Collection[str]) -> "Lengths":
        """The same for who leaves out or avoids no more than these."""
        person = replace(
            self.person,
            leave_out=self.person.leave_out.intersection(choices),
            avoid=tuple(each for each in self.person.avoid if each in choices),
        )
        return replace(self, person=person)

    def _first(self, minutes: Iterable[int]) -> list[int]:
        """The first of these that works, if one does."""
        return list(islice((each for each in minutes if self.work(each)), 1))

    def _reading(self, minutes: float) -> Reading:
        return personalise(self.script, self.person, minutes, self.lexicon)


def _holds(reading: Reading, minutes: float, words_per_minute: float) -> bool:
    shortest, longest = span(reading, at_rate(words_per_minute))
    spare = seconds(TOLERANCE)
    return shortest - spare <= minutes * 60 <= longest + spare
