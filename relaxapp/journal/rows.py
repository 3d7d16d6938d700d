"""An entry as a row of the journal, and back."""

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from relaxapp.journal.entry import Ended, Entry, Kind, Obstacle
from relaxapp.journal.times import local_day

COLUMNS = tuple(field.name for field in fields(Entry))
"""The columns in the order of the fields of `Entry`; the row has the column `day` besides."""


def moment_text(moment: datetime) -> str:
    """A moment as it is kept: UTC, of constant width, so that text sorts as time does."""
    if moment.tzinfo is None:
        raise ValueError("a moment without an offset from UTC can't be kept")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def to_row(entry: Entry) -> dict[str, object]:
    """The row that keeps `entry`, by column. Raises ValueError where `started` has no offset from UTC."""
    row: dict[str, object] = {name: _kept(getattr(entry, name)) for name in COLUMNS}
    row["started"] = moment_text(entry.started)
    row["obstacles"] = json.dumps([str(obstacle) for obstacle in entry.obstacles])
    row["day"] = local_day(entry).isoformat()
    return row


def _kept(value: object) -> object:
    return writable(str(value)) if isinstance(value, str) else value


def writable(text: str) -> str:
    """`text` without halves of characters, which no file takes; a broken paste may leave them."""
    return text.encode("utf-8", "replace").decode("utf-8")


def from_row(row: Sequence[Any]) -> Entry:
    """The entry that a row keeps, its values in the order of COLUMNS. Raises ValueError on a damaged row."""
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
    return Entry(
        id=id_,
        started=datetime.fromisoformat(started),
        offset_minutes=offset_minutes,
        kind=Kind(kind),
        practice=practice,
        title=title,
        technique=technique,
        variation_of=variation_of,
        planned_seconds=planned_seconds,
        heard_seconds=heard_seconds,
        ended=Ended(ended),
        pain_before=pain_before,
        tension_before=tension_before,
        pain_after=pain_after,
        tension_after=tension_after,
        helpful=helpful,
        obstacles=tuple(map(Obstacle, json.loads(obstacles))) if obstacles != "[]" else (),
        obstacle_words=obstacle_words,
        obstacles_read_out=bool(obstacles_read_out),
        own_way=own_way,
        own_way_read_out=bool(own_way_read_out),
        side_effects=side_effects,
        note=note,
        entered_later=bool(entered_later),
        ratings_due=bool(ratings_due),
    )
