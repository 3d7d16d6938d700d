"""How long an exercise in a room lasts: told in minutes, or as the time of day when it shall end. Pure."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from relaxapp.errors import RelaxError
from relaxapp.timing.spoken import spoken
from relaxapp.translation import _
from relaxapp.words.script import Script

_TIME = re.compile(r"(?:\D*\s)?(\d{1,2})[:.h](\d{2})", re.ASCII)
_MINUTES = re.compile(r"(\d{1,3})(?:\s*\D*)?", re.ASCII)
SOON = timedelta(hours=12)
"""A time of day further off than this is one that has just gone by."""


def until_of(words: str, now: datetime) -> datetime | None:
    """The next time of day told, such as "10:45" or "until 10.45"; None where no such time is told."""
    found = _TIME.fullmatch(words.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    told = now.replace(hour=int(found[1]), minute=int(found[2]), second=0, microsecond=0)
    return told if told > now else told + timedelta(days=1)


def length_of(words: str, script: Script, now: datetime) -> tuple[float, datetime | None]:
    """Minutes, and the time of day where one was told. Raises RelaxError where the practice can't last so."""
    until = until_of(words, now)
    told = _MINUTES.fullmatch(words.strip())
    if until is None and told is None:
        raise RelaxError(
            _("How long is not clear from that."), _("Type minutes, such as 10, or a time, such as 10:45.")
        )
    minutes = (until - now).total_seconds() / 60 if until is not None else float(told[1]) if told else 0.0
    if until is not None and until - now > SOON:
        later = now + timedelta(minutes=script.lengths[len(script.lengths) // 2] + 1)
        raise RelaxError(
            _("{time} has gone by already.").format(time=f"{until:%H:%M}"),
            _("Type a time still to come, such as {later}, or minutes.").format(later=f"{later:%H:%M}"),
        )
    if not script.lengths[0] <= minutes <= script.lengths[-1]:
        message = (
            _("{title} lasts from {shortest} to {longest} minutes; that would be {minutes}.")
            if until is None
            else _("{title} lasts from {shortest} to {longest} minutes; until {time} there are {left}.")
        )
        sentence = message.format(
            title=script.title,
            shortest=script.lengths[0],
            longest=script.lengths[-1],
            minutes=round(minutes),
            time=f"{until:%H:%M}" if until is not None else "",
            left=spoken(int(60 * minutes)),
        )
        raise RelaxError(sentence, _("Choose a length in between, or another practice."))
    return minutes, until


def another_length(
    script: Script, minutes: float, step: int, works: Callable[[float], bool] = lambda _minutes: True
) -> float:
    """A minute more or less, within what the practice offers; what doesn't work is passed by."""
    whole = round(minutes) + step
    while script.lengths[0] < whole < script.lengths[-1] and not works(whole):
        whole += step
    return min(max(whole, script.lengths[0]), script.lengths[-1])
