"""One exercise that was led."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Exercise:
    """What a facilitator may want to know later. It says nothing of anyone who took part."""

    id: str
    """Its own, unique."""
    began: datetime
    """The local time it began, aware."""
    practice: str
    """The id of the practice."""
    title: str
    """Its title then."""
    seconds: int
    """How long it lasted."""
    people: int | None = None
    """How many took part; None where nobody counted."""
    note: str = ""
    """What the facilitator wrote; may be empty."""
