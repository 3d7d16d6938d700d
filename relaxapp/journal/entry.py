"""One practice as it is kept."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What an entry tells of."""

    PRACTICE = "practice"
    """A practice with the app."""
    WITHOUT_APP = "without app"
    """A practice without the app, entered by hand."""
    NO_PRACTICE = "no practice"
    """A day without practice, with what got in the way."""


class Ended(StrEnum):
    """How a practice ended."""

    RUNNING = "running"
    """It is still going on, or the program was ended in the middle of it."""
    COMPLETED = "completed"
    """Heard to its end."""
    STOPPED = "stopped"
    """Stopped early: never a failure."""


class Obstacle(StrEnum):
    """What got in the way."""

    FLARE_UP = "flare-up"
    TOO_TIRED = "too tired"
    FORGOT = "forgot"
    NO_TIME = "no time"
    INTERRUPTED = "interrupted or no privacy"
    UNCOMFORTABLE = "uncomfortable"
    MIND_WANDERED = "mind wandered"
    FELL_ASLEEP = "fell asleep"
    UPSET = "anxious or upset"
    HURT = "it hurt"
    DOUBTS = "doubts it helps"
    GUILT = "guilt about resting"
    TECHNICAL = "technical"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Entry:
    """One practice, or one day without. Ratings are 0 to 10, None where skipped."""

    id: str
    """A random name, never shown; keeps imports from doubling."""
    started: datetime
    """When it began: UTC, aware."""
    offset_minutes: int
    """The local clock's offset from UTC when it began; it is shown as it was lived."""
    kind: Kind = Kind.PRACTICE
    """What it tells of."""
    practice: str = ""
    """The id of the script."""
    title: str = ""
    """The title of the script as it was shown."""
    technique: str = ""
    """The script's technique."""
    variation_of: str = ""
    """The id of the shipped script, where the person practised a version of their own."""
    planned_seconds: int = 0
    """The length asked for."""
    heard_seconds: int = 0
    """Seconds heard, replays included, pauses not."""
    ended: Ended = Ended.RUNNING
    """How it ended."""
    pain_before: int | None = None
    """Pain before it, 0 "no pain" to 10 "pain as bad as you can imagine"."""
    tension_before: int | None = None
    """Tension before it, 0 "completely relaxed" to 10 "as tense as I can imagine"."""
    pain_after: int | None = None
    """Pain after it, on the same scale."""
    tension_after: int | None = None
    """Tension after it, on the same scale."""
    helpful: int | None = None
    """How helpful it was, 0 to 10."""
    obstacles: tuple[Obstacle, ...] = ()
    """What got in the way."""
    obstacle_words: str = ""
    """The same in the person's own words."""
    obstacles_read_out: bool = False
    """Whether the obstacles may be read out in the group."""
    own_way: str = ""
    """What was done one's own way, or what made it possible."""
    own_way_read_out: bool = False
    """Whether that may be read out in the group."""
    side_effects: str = ""
    """Unwanted effects, in the person's own words."""
    note: str = ""
    """A private note."""
    entered_later: bool = False
    """Whether it was written down later rather than stamped by the machine."""
    ratings_due: bool = False
    """Whether the after-ratings wait for the next opening, since sleep was chosen."""

    @property
    def minutes(self) -> int:
        """How long it was heard, as it is told, and as every sum adds it up; at least one if it was heard."""
        return max(1, round(self.heard_seconds / 60)) if self.heard_seconds else 0
