"""What a person wants to say to the one who prescribes for them, gathered until the next visit."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Topic(StrEnum):
    """What a line is about, in the order they are told."""

    QUESTION = "question"
    """Something to ask."""
    NOTICED = "noticed"
    """An effect that was noticed and not wanted."""
    ALSO_TAKEN = "also taken"
    """What else is taken or used, from a shop or a cupboard."""


@dataclass(frozen=True, slots=True)
class PrescriberLine:
    """One line. It is in no export: it is printed on a page of its own."""

    id: str
    """A random name, never shown."""
    started: datetime
    """When it was written: UTC, aware."""
    offset_minutes: int
    """The local clock's offset from UTC then."""
    topic: Topic
    """What it is about."""
    text: str
    """The line."""
