"""An entry, a PEG, a question for the group or a line for the prescriber as a row, and back."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from functools import lru_cache
from typing import Any

from relaxapp.journal.entry import Ended, Entry, Kind, Obstacle
from relaxapp.journal.group_question import GroupQuestion
from relaxapp.journal.peg import Peg
from relaxapp.journal.prescriber_line import PrescriberLine, Topic
from relaxapp.journal.times import local_day

Shareable = Entry | Peg | GroupQuestion
"""What has a row of its own and may be in an export."""
Kept = Shareable | PrescriberLine
"""What has a row of its own."""

COLUMNS = tuple(field.name for field in fields(Entry))
"""The columns in the order of the fields of `Entry`; the row has the column `day` besides."""
PEG_COLUMNS = tuple(field.name for field in fields(Peg))
"""The same of a `Peg`."""
QUESTION_COLUMNS = tuple(field.name for field in fields(GroupQuestion))
"""The same of a `GroupQuestion`."""
PRESCRIBER_COLUMNS = tuple(field.name for field in fields(PrescriberLine))
"""The same of a `PrescriberLine`."""


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_DAY_MINUTES = 24 * 60
_NUMBERS = {int, float, type(None)}
_KINDS: Mapping[str, Kind] = {each.value: each for each in Kind}
_ENDED: Mapping[str, Ended] = {each.value: each for each in Ended}


def moment_text(moment: datetime) -> str:
    """A moment as it is kept: UTC, of constant width, so that text sorts as time does."""
    if moment.tzinfo is None:
        raise ValueError("a moment without an offset from UTC can't be kept")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def to_row(kept: Kept) -> dict[str, object]:
    """The row that keeps it, by column. Raises ValueError where `started` has no offset from UTC."""
    row: dict[str, object] = {each.name: _kept(getattr(kept, each.name)) for each in fields(kept)}
    row["started"] = moment_text(kept.started)
    row["day"] = local_day(kept).isoformat()
    if isinstance(kept, Entry):
        row["obstacles"] = json.dumps([str(obstacle) for obstacle in kept.obstacles])
    return row


def _kept(value: object) -> object:
    return writable(str(value)) if isinstance(value, str) else value


def writable(text: str) -> str:
    """`text` without what no file and no terminal should get.

    Halves of characters, which a broken paste may leave, and control characters but ends of lines and tabs: a
    terminal obeys them, and other programs stop at them.
    """
    if text.isprintable():
        return text
    whole = text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", whole)


def from_row(row: Sequence[Any]) -> Entry:
    """The entry that a row keeps, its values in the order of COLUMNS.

    Raises ValueError, KeyError, TypeError where it is damaged.
    """
    (
        id_,
        started,
        offset_minutes,
        kind,
        practice,
        title,
        technique,
        variation_of,
        planned_seconds,
        heard_seconds,
        ended,
        pain_before,
        tension_before,
        pain_after,
        tension_after,
        helpful,
        obstacles,
        obstacle_words,
        obstacles_read_out,
        own_way,
        own_way_read_out,
        side_effects,
        note,
        entered_later,
        ratings_due,
    ) = row
    moment = datetime.fromisoformat(started)
    _check(
        moment,
        offset_minutes,
        (id_, practice, title, technique, variation_of, obstacle_words, own_way, side_effects, note),
        (planned_seconds, heard_seconds, pain_before, tension_before, pain_after, tension_after, helpful),
    )
    return Entry(
        id_,
        moment,
        offset_minutes,
        _KINDS[kind],
        practice,
        title,
        technique,
        variation_of,
        planned_seconds,
        heard_seconds,
        _ENDED[ended],
        pain_before,
        tension_before,
        pain_after,
        tension_after,
        helpful,
        _obstacles(obstacles),
        obstacle_words,
        bool(obstacles_read_out),
        own_way,
        bool(own_way_read_out),
        side_effects,
        note,
        bool(entered_later),
        bool(ratings_due),
    )


def _check(moment: datetime, offset: object, texts: Iterable[str], numbers: Iterable[object] = ()) -> None:
    """Raises ValueError, TypeError for what no version writes, though a column takes it: who shows it fails.

    It is done for every row that is read, so it is short.
    """
    if moment.tzinfo is None or moment.year in (MINYEAR, MAXYEAR):  # by some clock it has no year
        raise ValueError(moment)
    if type(offset) is not int or abs(offset) >= _DAY_MINUTES:
        raise ValueError(offset)
    "".join(texts)
    if not _NUMBERS.issuperset(map(type, numbers)):
        raise ValueError(numbers)


@lru_cache(maxsize=256)
def _obstacles(text: str) -> tuple[Obstacle, ...]:
    """A JSON list of them; the same few are kept again and again."""
    return tuple(map(Obstacle, json.loads(text)))


def peg_from_row(row: Sequence[Any]) -> Peg:
    """The PEG that a row keeps, its values in the order of PEG_COLUMNS. Raises the same."""
    id_, started, offset_minutes, average_pain, enjoyment, activity = row
    moment = datetime.fromisoformat(started)
    _check(moment, offset_minutes, (id_,), (average_pain, enjoyment, activity))
    return Peg(id_, moment, offset_minutes, average_pain, enjoyment, activity)


def question_from_row(row: Sequence[Any]) -> GroupQuestion:
    """The question that a row keeps, its values in the order of QUESTION_COLUMNS. Raises the same."""
    id_, started, offset_minutes, text, read_out = row
    moment = datetime.fromisoformat(started)
    _check(moment, offset_minutes, (id_, text))
    return GroupQuestion(id_, moment, offset_minutes, text, bool(read_out))


def prescriber_line_from_row(row: Sequence[Any]) -> PrescriberLine:
    """The line that a row keeps, its values in the order of PRESCRIBER_COLUMNS. Raises the same."""
    id_, started, offset_minutes, topic, text = row
    moment = datetime.fromisoformat(started)
    _check(moment, offset_minutes, (id_, text))
    return PrescriberLine(id_, moment, offset_minutes, Topic(topic), text)
