"""A reading as prose: to read beforehand, or to read aloud to a person."""

from relaxapp.translation import _, ngettext
from relaxapp.words.reading import Passage, Reading
from relaxapp.words.script import Breathe, Count, Pause, Release, Say, Sound, Step, Tense

LONG_PAUSE = 8.0
"""Seconds from which a pause begins a new paragraph and is told."""


def prose(reading: Reading) -> str:
    """Headings and paragraphs; what is done rather than said stands in parentheses."""
    return "\n\n".join(_passage(passage) for passage in reading.passages)


def _passage(passage: Passage) -> str:
    paragraphs: list[list[str]] = [[]]
    for step in passage.steps:
        paragraphs[-1].extend(_words(step))
        if isinstance(step, Pause) and step.low >= LONG_PAUSE:
            paragraphs.append([])
    text = "\n\n".join(" ".join(words) for words in paragraphs if words)
    return f"{passage.title.upper()}\n\n{text}" if passage.title else text


def _words(step: Step) -> list[str]:
    match step:
        case Say(text=text):
            return [text]
        case Pause(low=low) if low >= LONG_PAUSE:
            return [_("(a pause)")]
        case Breathe(steps=steps, high=high):
            return [_about(_("(breathe with the rhythm for {time})"), high), *_inner(steps)]
        case Tense(steps=steps, seconds=seconds):
            return [*_inner(steps), _about(_("(hold lightly for {time})"), seconds)]
        case Release(steps=steps, high=high):
            return [*_inner(steps), _about(_("(let go for {time})"), high)]
        case Count(words=words):
            return [" … ".join(word.text for word in words)]
        case Sound():
            return [_("(a bell)")]
        case _:
            return []


def _inner(steps: tuple[Say | Pause, ...]) -> list[str]:
    return [word for step in steps for word in _words(step)]


def _about(sentence: str, seconds: float) -> str:
    if seconds >= 60:
        minutes = round(seconds / 60)
        time = ngettext("{minutes} minute", "{minutes} minutes", minutes).format(minutes=minutes)
    else:
        time = ngettext("{seconds} second", "{seconds} seconds", round(seconds)).format(
            seconds=round(seconds)
        )
    return sentence.format(time=time)
