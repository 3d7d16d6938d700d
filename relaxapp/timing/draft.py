"""From the steps of a reading to timed items, at their shortest and not yet fitted to a length."""

from collections.abc import Iterator

from relaxapp.timing.breathing import Shares, pacing
from relaxapp.timing.cues import Durations
from relaxapp.timing.frames import RATE, frames
from relaxapp.timing.items import Breathing, Gap, Held, Item, Ring, Spoken, Word
from relaxapp.words.reading import Reading
from relaxapp.words.script import Breathe, Count, Pause, Release, Say, Sound, Step, Tense

LEAD = RATE
"""Silence before anything happens: devices swallow the start of a stream, and the bed fades in."""
TAIL = 3 * RATE
"""Silence after all is said: devices cut the last 32 to 250 ms, and the bed fades out over it."""
HOLD = 3 * RATE
"""Frames that a tensing goes on at least when its words are said: they only tell what to do."""
RING = 3 * RATE
"""Frames kept clear for a sound such as a bell, which may ring on under the silence that follows."""


def draft(reading: Reading, durations: Durations) -> tuple[Item, ...]:
    """Every step of a reading as items, in order, between the lead and the tail."""
    items: list[Item] = [Gap(0, LEAD, LEAD, LEAD)]
    for section, passage in enumerate(reading.passages):
        for step in passage.steps:
            items.extend(_items(step, section, durations, reading.minutes * 60))
    items.append(Gap(len(reading.passages) - 1, TAIL, TAIL, TAIL))
    return tuple(items)


def _items(step: Step, section: int, durations: Durations, practice: float) -> Iterator[Item]:
    match step:
        case Say():
            yield _spoken(step, section, durations)
        case Pause():
            yield _gap(step, section)
        case Tense(seconds=seconds):
            yield _held(step, section, durations, frames(seconds), frames(seconds))
        case Release(low=low, high=high):
            yield _held(step, section, durations, frames(low), frames(high))
        case Breathe():
            yield Breathing(
                section,
                Shares.of(step.pattern),
                pacing(step, practice),
                step.start_rate is not None and step.end_rate is not None,
                frames(step.low),
                frames(step.high),
                _words(step.steps, section, durations),
            )
        case Count(every=every, words=words):
            for say in words:
                yield _spoken(say, section, durations, frames(every))
        case Sound(name=name):
            yield Ring(section, name, RING)


def _spoken(say: Say, section: int, durations: Durations, least: int = 0) -> Spoken:
    duration = durations(say)
    return Spoken(section, say, duration.frames, duration.estimated, least)


def _gap(pause: Pause, section: int) -> Gap:
    return Gap(section, frames(pause.low), frames(pause.high), frames(pause.low))


def _held(step: Tense | Release, section: int, durations: Durations, low: int, high: int) -> Held:
    """Silence written after the last word inside is no reason to grow: the rest is silent anyway."""
    inside: list[Spoken | Gap] = [
        _spoken(part, section, durations) if isinstance(part, Say) else _gap(part, section)
        for part in step.steps
    ]
    while inside and isinstance(inside[-1], Gap):
        inside.pop()
    if isinstance(step, Tense) and inside:
        inside.append(Gap(section, HOLD, HOLD, HOLD))
    return Held(section, isinstance(step, Tense), low, high, tuple(inside), low)


def _words(steps: tuple[Say | Pause, ...], section: int, durations: Durations) -> tuple[Word, ...]:
    """The lines said while breathing, each after at least the shortest silence written before it."""
    words: list[Word] = []
    silence = 0
    for part in steps:
        if isinstance(part, Pause):
            silence += frames(part.low)
        else:
            words.append(Word(_spoken(part, section, durations), silence))
            silence = 0
    return tuple(words)
