"""What no version of the program writes, and SQLite keeps all the same, is told as damage to the journal."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from relaxapp.errors import UnreadableJournalError
from relaxapp.journal.entry import Entry
from relaxapp.journal.group_question import GroupQuestion
from relaxapp.journal.peg import Peg
from relaxapp.journal.prescriber_line import PrescriberLine, Topic
from relaxapp.journal.store import Store

Made = Callable[..., Entry]
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
TEXTS = (
    *("id", "practice", "title", "technique", "variation_of"),
    *("obstacle_words", "own_way", "side_effects", "note"),
)
MOMENTS = [
    "'x'",
    "5",
    "X'00'",
    "'2026-11-24T12:00:00'",
    "'9999-12-31T23:59:59+00:00'",
    "'0001-01-01T00:00:00+00:00'",
]
OFFSETS = ["1440", "-1440", "'x'", "1.5", "X'00'", "9223372036854775807"]
NUMBERS = [
    "planned_seconds",
    "heard_seconds",
    "pain_before",
    "tension_before",
    "pain_after",
    "tension_after",
    "helpful",
]


def _damage(path: Path, table: str, column: str, value: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute(f"UPDATE {table} SET {column} = {value}")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *((name, "X'ff00'") for name in TEXTS),
        *(("started", value) for value in MOMENTS),
        *(("offset_minutes", value) for value in OFFSETS),
        *((name, value) for name in NUMBERS for value in ("'x'", "X'00'")),
    ],
)
def test_an_entry_of_values_that_none_can_have_is_told_as_damage(
    store: Store, path: Path, made: Made, column: str, value: str
) -> None:
    store.add(made())
    _damage(path, "entries", column, value)
    with pytest.raises(UnreadableJournalError, match="is damaged"):
        store.entries()


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("pegs", "offset_minutes", "1440"),
        ("pegs", "average_pain", "'x'"),
        ("pegs", "id", "X'00'"),
        ("group_questions", "offset_minutes", "'x'"),
        ("group_questions", "text", "X'ff'"),
        ("prescriber_lines", "started", "'9999-12-31T23:59:59+00:00'"),
        ("prescriber_lines", "text", "X'ff'"),
    ],
)
def test_so_is_what_is_kept_beside_entries(
    store: Store, path: Path, table: str, column: str, value: str
) -> None:
    store.add(
        Peg("1", NOW, 0, 5, 5, 5),
        GroupQuestion("2", NOW, 0, "How long?"),
        PrescriberLine("3", NOW, 0, Topic.NOTICED, "a line"),
    )
    read: dict[str, Callable[[], Sequence[object]]] = {
        "pegs": store.pegs,
        "group_questions": store.questions,
        "prescriber_lines": store.prescriber_lines,
    }
    assert len(read[table]()) == 1
    _damage(path, table, column, value)
    with pytest.raises(UnreadableJournalError, match="is damaged"):
        read[table]()
