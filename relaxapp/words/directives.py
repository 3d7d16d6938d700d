"""What stands in square brackets: silences, breathing, tensing, letting go, counting and sounds.

Every number has bounds, so that no script can make a plan without an end.
"""

import re
from collections.abc import Callable

from relaxapp.translation import _
from relaxapp.words.mistake import nearest
from relaxapp.words.script import Breathe, Count, Pattern, Pause, Release, Sound, Tense

Directive = Pause | Breathe | Tense | Release | Count | Sound

LONGEST_PAUSE = 600.0
"""Seconds."""
LONGEST_BREATHING = 3600.0
"""Seconds."""
SLOWEST_RATE = 4.5
"""Breaths a minute; slower is unpleasant (CLINICAL: the lower limit)."""
FASTEST_RATE = 20.0
"""Breaths a minute; faster is no longer resting."""
UNMEASURED_RATE = 10.0
"""Breaths a minute at the start where the person's own rate isn't known."""
USUAL_PATTERN = Pattern(4, 0, 6, 0)
"""In to out as 4 to 6: the proportions of a slowing breath, unless others are written."""
LONGEST_TENSE = 15.0
"""Seconds; longer cramps."""
LONGEST_RELEASE = 180.0
"""Seconds."""
LONGEST_COUNT = 600.0
"""Seconds from the first number to the last."""
HIGHEST_NUMBER = 100
"""The highest number that is counted."""

_NUMBER = r"(\d{1,5}(?:\.\d{1,3})?)"
_RANGE = rf"{_NUMBER}(?:\s*[-–]\s*{_NUMBER})?"
_PATTERN = rf"{_NUMBER}((?:\s*[-–]\s*\d{{1,5}}(?:\.\d{{1,3}})?){{1,3}})"
_TIME = rf"for\s+{_RANGE}\s*(min|mins|minute|minutes|s|sec|second|seconds)"


class DirectiveError(ValueError):
    """What stands in the brackets isn't right; the message says what would be."""


def directive(content: str) -> Directive:
    """Read what stands between the brackets; DirectiveError where it isn't right."""
    words = " ".join(content.split())
    name = words.partition(" ")[0].casefold()
    reader = _READERS.get(name)
    if reader is None:
        raise DirectiveError(_unknown(name))
    return reader(words[len(name) :].strip().casefold())


def _unknown(name: str) -> str:
    near = nearest(name, [*_READERS, "or", "if"])
    if near:
        return _("there is no [{name}]; the nearest is [{near} ...]").format(name=name, near=near)
    return _("there is no [{name}]; what stands in brackets begins with {known}").format(
        name=name[:40], known=", ".join([*_READERS, "or", "if"])
    )


def _pause(text: str) -> Pause:
    match = re.fullmatch(_RANGE + r"\s*(?:s|sec|second|seconds)?", text)
    if match is None:
        raise DirectiveError(_("a pause is written [pause 4] or [pause 4-12], in seconds"))
    return Pause(*_span(match[1], match[2], 0, LONGEST_PAUSE, _("a pause")))


def _tense(text: str) -> Tense:
    match = re.fullmatch(_NUMBER + r"\s*(?:s|sec|second|seconds)?", text)
    if match is None:
        raise DirectiveError(_("tensing is written [tense 6], in seconds"))
    low, _high = _span(match[1], None, 1, LONGEST_TENSE, _("tensing"))
    return Tense(low)


def _release(text: str) -> Release:
    match = re.fullmatch(_RANGE + r"\s*(?:s|sec|second|seconds)?", text)
    if match is None:
        raise DirectiveError(_("letting go is written [release 30] or [release 20-40], in seconds"))
    return Release(*_span(match[1], match[2], 1, LONGEST_RELEASE, _("letting go")))


def _count(text: str) -> Count:
    match = re.fullmatch(
        r"(\d{1,5})\s+to\s+(\d{1,5})\s+every\s+" + _NUMBER + r"\s*(?:s|sec|second|seconds)?", text
    )
    if match is None:
        raise DirectiveError(_("counting is written [count 1 to 5 every 4], in seconds"))
    first, last, every = int(match[1]), int(match[2]), float(match[3])
    if max(first, last) > HIGHEST_NUMBER or first == last:
        raise DirectiveError(
            _("counting goes from one number to another, none above {highest}").format(highest=HIGHEST_NUMBER)
        )
    if not 1 <= every <= 60 or abs(last - first) * every > LONGEST_COUNT:
        raise DirectiveError(
            _("numbers come every 1 to 60 seconds, and counting lasts at most {minutes} minutes").format(
                minutes=_plain(LONGEST_COUNT / 60)
            )
        )
    return Count(first, last, every)


def _sound(text: str) -> Sound:
    if re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,39}", text) is None:
        raise DirectiveError(_("a sound is written [sound bell]"))
    return Sound(text)


def _breathe(text: str) -> Breathe:
    for form in (_breathe_as_one_likes, _breathe_evenly, _breathe_slower, _breathe_at_a_rate):
        breathe = form(text)
        if breathe is not None:
            return breathe
    raise DirectiveError(
        _("breathing is written {evenly} or {slower}").format(
            evenly="[breathe 4-6 for 1-3 min]", slower="[breathe 10 to 6 per min for 5 min]"
        )
    )


def _breathe_as_one_likes(text: str) -> Breathe | None:
    match = re.fullmatch(rf"own\s+pattern\s+{_TIME}", text)
    if match is None:
        return None
    return Breathe(USUAL_PATTERN, *_lasting(match[1], match[2], match[3]), own_pattern=True)


def _breathe_evenly(text: str) -> Breathe | None:
    match = re.fullmatch(rf"{_PATTERN}\s+{_TIME}", text)
    if match is None:
        return None
    return Breathe(_pattern(match[1], match[2]), *_lasting(match[3], match[4], match[5]))


def _breathe_slower(text: str) -> Breathe | None:
    match = re.fullmatch(
        rf"(own|{_NUMBER})\s+to\s+{_NUMBER}\s+per\s+min(?:\s+as\s+{_PATTERN})?\s+{_TIME}", text
    )
    if match is None:
        return None
    own = match[1] == "own"
    start = UNMEASURED_RATE if own else _rate(match[2])
    end = _rate(match[3])
    if end > start:
        raise DirectiveError(_("the breath slows down: write the higher rate first, as in 10 to 6 per min"))
    pattern = _pattern(match[4], match[5]) if match[4] else USUAL_PATTERN
    low, high = _lasting(match[6], match[7], match[8])
    return Breathe(pattern, low, high, start_rate=start, end_rate=end, own_rate=own)


def _breathe_at_a_rate(text: str) -> Breathe | None:
    match = re.fullmatch(rf"{_NUMBER}\s+per\s+min(?:\s+as\s+{_PATTERN})?\s+{_TIME}", text)
    if match is None:
        return None
    shape = _pattern(match[2], match[3]) if match[2] else USUAL_PATTERN
    scale = 60 / _rate(match[1]) / shape.seconds
    pattern = Pattern(shape.inhale * scale, shape.hold * scale, shape.exhale * scale, shape.rest * scale)
    return Breathe(pattern, *_lasting(match[4], match[5], match[6]))


def _pattern(first: str, others: str) -> Pattern:
    seconds = [float(number) for number in [first, *re.findall(r"[\d.]+", others)]]
    if len(seconds) == 2:
        inhale, hold, exhale, rest = seconds[0], 0.0, seconds[1], 0.0
    else:
        inhale, hold, exhale, rest = [*seconds, 0.0][:4]
    if not (1 <= inhale <= 20 and 1 <= exhale <= 20 and hold <= 20 and rest <= 20):
        raise DirectiveError(_("in and out take 1 to 20 seconds each, a hold or rest at most 20"))
    return Pattern(inhale, hold, exhale, rest)


def _rate(number: str) -> float:
    rate = float(number)
    if not SLOWEST_RATE <= rate <= FASTEST_RATE:
        raise DirectiveError(
            _("a rate lies between {slowest} and {fastest} breaths a minute").format(
                slowest=_plain(SLOWEST_RATE), fastest=_plain(FASTEST_RATE)
            )
        )
    return rate


def _lasting(low: str, high: str | None, unit: str) -> tuple[float, float]:
    seconds = 60.0 if unit.startswith("min") else 1.0
    return _span(low, high, 5, LONGEST_BREATHING, _("breathing"), seconds)


def _span(
    low: str, high: str | None, least: float, most: float, what: str, unit: float = 1.0
) -> tuple[float, float]:
    shortest = float(low) * unit
    longest = float(high) * unit if high else shortest
    if shortest > longest:
        raise DirectiveError(_("the shorter time comes first, as in 4-12"))
    if not least <= shortest <= longest <= most:
        raise DirectiveError(
            _("{what} lasts {least} to {most} seconds").format(
                what=what, least=_plain(least), most=_plain(most)
            )
        )
    return shortest, longest


def _plain(number: float) -> str:
    return f"{number:g}"


_READERS: dict[str, Callable[[str], Directive]] = {
    "pause": _pause,
    "breathe": _breathe,
    "tense": _tense,
    "release": _release,
    "count": _count,
    "sound": _sound,
}
