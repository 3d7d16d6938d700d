"""Fitting a reading to a length: speech never stretches, silences do."""

from math import ceil, floor

from relaxapp.errors import LengthError
from relaxapp.timing.breathing import FREE
from relaxapp.timing.cues import Durations
from relaxapp.timing.draft import draft
from relaxapp.timing.frames import RATE, frames, seconds
from relaxapp.timing.layout import lay_out
from relaxapp.timing.plan import Plan
from relaxapp.timing.solve import filled_up, longest, shortest, solve
from relaxapp.translation import _, ngettext
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
        minutes = ceil(seconds(least) / 60)
        hint = ngettext("Choose {minutes} minute or more.", "Choose {minutes} minutes or more.", minutes)
    else:
        message = _("What there is of {title} lasts {longest} at most, which is less than {asked}.")
        minutes = floor(seconds(most) / 60)
        hint = (
            ngettext("Choose {minutes} minute or less.", "Choose {minutes} minutes or less.", minutes)
            if minutes
            else _("Choose another practice.")
        )
    return LengthError(
        message.format(
            title=reading.title or _("this practice"),
            shortest=_spoken(least),
            longest=_spoken(most),
            asked=_spoken(asked),
        ),
        hint.format(minutes=minutes),
        seconds(least),
        seconds(most),
    )


def _spoken(length: int) -> str:
    """A length as a person says it, such as "4 min 20 s"."""
    whole = round(seconds(length))
    if whole < 60:
        return _("{seconds} s").format(seconds=whole)
    if whole % 60 == 0:
        return _("{minutes} min").format(minutes=whole // 60)
    return _("{minutes} min {seconds} s").format(minutes=whole // 60, seconds=whole % 60)
