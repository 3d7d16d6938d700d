"""The weekly PEG: three ratings of the past week, and their mean."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Peg:
    """One PEG as it was answered. Ratings are 0 to 10, None where skipped."""

    id: str
    """A random name, never shown; keeps imports from doubling."""
    started: datetime
    """When it was answered: UTC, aware."""
    offset_minutes: int
    """The local clock's offset from UTC then."""
    average_pain: int | None = None
    """Pain on average in the past week, 0 "no pain" to 10 "pain as bad as you can imagine"."""
    enjoyment: int | None = None
    """Pain's interference with enjoyment of life, 0 "does not interfere" to 10 "completely interferes"."""
    activity: int | None = None
    """Pain's interference with general activity, on the same scale."""

    @property
    def mean(self) -> float | None:
        """The mean of the three; None where one was skipped, for then it is no PEG."""
        if self.average_pain is None or self.enjoyment is None or self.activity is None:
            return None
        return (self.average_pain + self.enjoyment + self.activity) / 3
