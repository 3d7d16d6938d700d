"""What a person tells afterwards: a practice without the app, or why there was none on a day."""

from datetime import date, datetime, time
from uuid import uuid4

from relaxapp.journal.entry import Ended, Entry, Kind, Obstacle
from relaxapp.journal.group_question import GroupQuestion
from relaxapp.journal.peg import Peg
from relaxapp.journal.prescriber_line import PrescriberLine, Topic
from relaxapp.journal.times import NOON, stamp, stamp_of


def without_app(day: date, minutes: int, *, hour: time = NOON, title: str = "", technique: str = "") -> Entry:
    """A practice without the app, marked as entered later; ratings and words may be put in it afterwards."""
    started, offset_minutes = stamp_of(day, hour)
    return Entry(
        id=uuid4().hex,
        started=started,
        offset_minutes=offset_minutes,
        kind=Kind.WITHOUT_APP,
        title=title,
        technique=technique,
        heard_seconds=60 * minutes,
        ended=Ended.COMPLETED,
        entered_later=True,
    )


def no_practice(
    day: date, obstacles: tuple[Obstacle, ...], words: str = "", *, read_out: bool = False
) -> Entry:
    """A day without practice, and what got in the way."""
    started, offset_minutes = stamp_of(day)
    return Entry(
        id=uuid4().hex,
        started=started,
        offset_minutes=offset_minutes,
        kind=Kind.NO_PRACTICE,
        ended=Ended.COMPLETED,
        obstacles=obstacles,
        obstacle_words=words,
        obstacles_read_out=read_out,
        entered_later=True,
    )


def peg(now: datetime, average_pain: int | None, enjoyment: int | None, activity: int | None) -> Peg:
    """A PEG answered now; `now` is the local time, aware."""
    started, offset_minutes = stamp(now)
    return Peg(uuid4().hex, started, offset_minutes, average_pain, enjoyment, activity)


def group_question(now: datetime, text: str, *, read_out: bool = False) -> GroupQuestion:
    """A line for the next session, written now; `now` is the local time, aware."""
    started, offset_minutes = stamp(now)
    return GroupQuestion(uuid4().hex, started, offset_minutes, text, read_out)


def prescriber_line(now: datetime, topic: Topic, text: str) -> PrescriberLine:
    """A line for the one who prescribes, written now; `now` is the local time, aware."""
    started, offset_minutes = stamp(now)
    return PrescriberLine(uuid4().hex, started, offset_minutes, topic, text)
