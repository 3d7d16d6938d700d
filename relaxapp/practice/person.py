"""From the journal's settings and answers to the person whom the words are made for."""

from collections.abc import Mapping

from relaxapp.journal.settings import Settings
from relaxapp.words.person import Person
from relaxapp.words.script import Pattern


def person_of(settings: Settings, answers: Mapping[str, str]) -> Person:
    """The person as the journal's settings and answers describe them."""
    return Person(
        answers=answers,
        leave_out=frozenset(settings.leave_out),
        release_only=frozenset(settings.release_only),
        avoid=tuple(settings.avoid),
        cue_word=settings.cue_word,
        asleep=settings.asleep,
        breath_rate=settings.breath_rate,
        pattern=None if settings.pattern is None else Pattern(*settings.pattern),
    )
