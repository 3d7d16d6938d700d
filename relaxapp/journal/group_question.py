"""What a person wants to ask or tell in the next session of the group."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class GroupQuestion:
    """One line for the next session."""

    id: str
    """A random name, never shown; keeps imports from doubling."""
    started: datetime
    """When it was written: UTC, aware."""
    offset_minutes: int
    """The local clock's offset from UTC then."""
    text: str
    """The line."""
    read_out: bool = False
    """Whether it may be read out in the group, without a name."""
