"""What a sound file says of itself: its title, its chapters, and the words with their times."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """Words at a time: the title of a chapter, or a line that is spoken."""

    start: float
    """Seconds from the beginning."""
    end: float
    """Seconds from the beginning."""
    words: str
    """In any letters."""


@dataclass(frozen=True, slots=True)
class Tags:
    """Everything a file can carry beside its sound; a format takes what it has a place for."""

    title: str = ""
    """The practice's title."""
    artist: str = ""
    """Who speaks or made it."""
    comment: str = ""
    """A sentence about it."""
    date: str = ""
    """ISO 8601: a year or a day."""
    chapters: tuple[Mark, ...] = ()
    """The sections, in order."""
    lines: tuple[Mark, ...] = ()
    """What is spoken, in order."""
