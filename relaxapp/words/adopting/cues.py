"""What stands in parentheses, brackets or stars: a silence, breathing, a bell, a direction to the reader."""

import re
from dataclasses import dataclass

from relaxapp.words.adopting.english import BELLS, LONG, PAUSES, SHORT, STAGE
from relaxapp.words.adopting.times import TIME, is_breaths, seconds

PLAIN_PAUSE = (4.0, 12.0)
SHORT_PAUSE = (2.0, 5.0)
LONG_PAUSE = (10.0, 30.0)
"""Seconds of a pause without a time."""
MOST_SECONDS = 3600.0
"""The longest time that is believed."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What a direction means."""

    kind: str
    """`pause`, `breaths`, `bell`, `again` or `stage`."""
    low: float = 0
    """Seconds, of a pause; the number of breaths of breathing."""
    high: float = 0
    """Seconds, of a pause."""
    side: str = ""
    """Of `again`: the side it is repeated with; empty where it is the other one."""


_SIZE = rf"(?P<size>{'|'.join((*SHORT, *LONG))})"
_PAUSE = rf"(?:{'|'.join(PAUSES)})"
_LEAD = (
    r"(?:(?:and|then|now|here|a|an|the|in|please|another|very|quite|with|take|have|leave|allow|give|insert"
    r"|to|them|people|everyone|of)\s+)*"
)
_TAIL = (
    r"(?:\s+(?:here|now|again|time|long|please|more|together|of silence|in silence|of quiet|silently|quietly"
    r"|in between|between each|for this|if needed|pause|silence|rest|quiet))*"
)
_WAITING = (
    r"(?:wait|hold|stay|allow|leave|remain|keep (?:still|quiet)|sit|count|linger|let them (?:rest|breathe))"
    r"(?:\s+(?:it|this|here|still|quietly|silently|slowly|on|up|them|there))*"
)
_FORMS = (
    re.compile(rf"{_LEAD}(?:{_SIZE}\s+)?{_PAUSE}{_TAIL}(?P<rest>.*)"),
    re.compile(rf"(?P<rest>{_LEAD}.*?)\s+(?:of\s+)?(?:{_SIZE}\s+)?{_PAUSE}{_TAIL}"),
    re.compile(rf"{_WAITING}(?P<rest>\s+.*)"),
    re.compile(r"(?P<rest>.+)"),
)
_AGAIN = re.compile(
    r"(?:then |now |and |please )*(?:repeat|do|same|again|the same|once more)\b.*?"
    r"\b(?P<side>left|right|other|opposite)\b.*"
)
_BARE_SIDE = re.compile(r"(?:now |and |then )*(?:the |your )?(?:other|opposite) (?:side|hand|arm|leg|foot)")


def cue(content: str) -> Cue | None:
    """What a direction means; None where it isn't known."""
    text = " ".join(content.casefold().replace("’", "'").split()).strip(" .,;:!…-–—*_")
    text = re.sub(r"(?<=[a-z]{2})\.(?=\s\d)", "", text)
    if not text or len(text) > 120:
        return None
    if re.search(rf"\b(?:{'|'.join(BELLS)})s?\b", text) and len(text.split()) <= 8:
        return Cue("bell")
    again = _AGAIN.fullmatch(text) or _BARE_SIDE.fullmatch(text)
    if again:
        side = again.groupdict().get("side") or ""
        return Cue("again", side=side if side in ("left", "right") else "")
    found = _breaths(text) or _pause(text)
    if found is None and text in STAGE:
        return Cue("stage")
    return found


def _breaths(text: str) -> Cue | None:
    match = re.fullmatch(r"(?:for |repeat (?:for )?|continue (?:for )?|stay (?:here )?for |x ?)?(.+)", text)
    time = TIME.fullmatch(match[1]) if match else None
    if time is None or not time["unit"] or not is_breaths(time):
        return None
    low, _high = seconds(time)
    return Cue("breaths", max(1.0, low / 6.0))


def _pause(text: str) -> Cue | None:
    for index, form in enumerate(_FORMS):
        match = form.fullmatch(text)
        if match is None:
            continue
        rest = match["rest"].strip(" ,:;.-–—()")
        size = match.groupdict().get("size")
        if index == 0 and not rest:
            return Cue("pause", *_of_size(size))
        rest = re.sub(r"^(?:for|of|about)\s+(?=for|of|about)", "", rest)
        if index == 1:
            rest = re.sub(rf"^{_LEAD}(?=\S)", "", rest) if TIME.fullmatch(rest) is None else rest
        rest = re.sub(r"\b(?:or longer|or more|each|between (?:each|steps|sentences))$", "", rest).strip()
        time = TIME.fullmatch(rest) or TIME.fullmatch(rest.removesuffix(" of").removeprefix("to "))
        if time is None and re.fullmatch(r"(?:to|slowly to) (?:\d{1,3}|ten|five|three|four)", rest):
            time = TIME.fullmatch(rest.split()[-1] + " seconds")
        if time is not None:
            low, high = seconds(time)
            if high <= MOST_SECONDS:
                return Cue("pause", low, high)
    return None


def _of_size(size: str | None) -> tuple[float, float]:
    if size is None:
        return PLAIN_PAUSE
    return SHORT_PAUSE if size in SHORT else LONG_PAUSE
