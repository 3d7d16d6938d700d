"""Fitting a reading to a length: speech never stretches, silences do."""

from relaxapp.errors import LengthError
from relaxapp.timing.breathing import FREE
from relaxapp.timing.cues import Durations
from relaxapp.timing.draft import draft
from relaxapp.timing.frames import RATE, frames, seconds
from relaxapp.timing.layout import lay_out
from relaxapp.timing.plan import Plan
from relaxapp.timing.solve import filled_up, longest, shortest, solve
from relaxapp.timing.spoken import spoken
from relaxapp.translation import _
from relaxapp.words.reading import Reading

TOLERANCE = RATE
"""Frames by which a plan may miss the length asked for: one second."""


def fit(reading: Reading, durations: Durations, length: float) -> Plan:
    """Lay out a reading so that it lasts `length` seconds, within one.

    Raises LengthError where its words take longer, or its silences can't be drawn out so far.
    """
    asked = frames(length)
    items = draft(reading, durations)
    least, most = shortest(items), longest(items)
    if not least - TOLERANCE <= asked <= most + TOLERANCE:
        raise _does_not_fit(reading, asked, least, most)
    solution = solve(items, asked)
    titles = [passage.title for passage in reading.passages]
    return lay_out(filled_up(solution), titles, float(solution.f), asked, FREE, reading.promises)


def span(reading: Reading, durations: Durations) -> tuple[float, float]:
    """The shortest and the longest that a reading can last, in seconds."""
    items = draft(reading, durations)
    return seconds(shortest(items)), seconds(longest(items))


def _does_not_fit(reading: Reading, asked: int, least: int, most: int) -> LengthError:
    if asked < least:
        message = _("The words of {title} take at least {shortest}, which is more than {asked}.")
    else:
        message = _("What {title} says at {asked} lasts {longest} at most, silences and all.")
    told = message.format(
        title=reading.title or _("this practice"),
        shortest=spoken(seconds(least)),
        longest=spoken(seconds(most)),
        asked=spoken(seconds(asked)),
    )
    hint = _("Choose another length, or another practice.")
    return LengthError(told, hint, seconds(least), seconds(most))
