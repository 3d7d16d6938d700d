"""How the journal's file came to be what it is: one function a version, in order.

A migration that was shipped is never changed; the next one is added to the end. All that are due run in one
transaction, so a journal is of one version or of the next, never between them.
"""

import sqlite3
from collections.abc import Callable

APPLICATION_ID = 0x52454C58
"""Written into the file ("RELX"), so that a database of another program is never taken for a journal."""


def _first(db: sqlite3.Connection) -> None:
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(
        """
        CREATE TABLE entries (
            id TEXT NOT NULL PRIMARY KEY,
            started TEXT NOT NULL, -- UTC, ISO 8601 with six decimals, so that text sorts as time does
            offset_minutes INTEGER NOT NULL,
            day TEXT NOT NULL, -- the local day it began, ISO 8601
            kind TEXT NOT NULL,
            practice TEXT NOT NULL,
            title TEXT NOT NULL,
            technique TEXT NOT NULL,
            variation_of TEXT NOT NULL,
            planned_seconds INTEGER NOT NULL CHECK (planned_seconds >= 0),
            heard_seconds INTEGER NOT NULL CHECK (heard_seconds >= 0),
            ended TEXT NOT NULL,
            pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
            tension_before INTEGER CHECK (tension_before BETWEEN 0 AND 10),
            pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),
            tension_after INTEGER CHECK (tension_after BETWEEN 0 AND 10),
            helpful INTEGER CHECK (helpful BETWEEN 0 AND 10),
            obstacles TEXT NOT NULL, -- a JSON list
            obstacle_words TEXT NOT NULL,
            obstacles_read_out INTEGER NOT NULL,
            own_way TEXT NOT NULL,
            own_way_read_out INTEGER NOT NULL,
            side_effects TEXT NOT NULL,
            note TEXT NOT NULL,
            entered_later INTEGER NOT NULL,
            ratings_due INTEGER NOT NULL
        )
        """
    )
    db.execute("CREATE INDEX entries_by_start ON entries (started)")
    db.execute("CREATE INDEX entries_unfinished ON entries (started) WHERE ended = 'running'")
    db.execute("CREATE INDEX entries_due ON entries (started) WHERE ratings_due = 1")
    db.execute("CREATE TABLE answers (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID")
    db.execute("CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")


def _pegs_and_questions(db: sqlite3.Connection) -> None:
    """The weekly PEG, lines for the next session, and a random name of the journal that tells nothing."""
    db.execute(
        """
        CREATE TABLE pegs (
            id TEXT NOT NULL PRIMARY KEY,
            started TEXT NOT NULL, -- as in entries
            offset_minutes INTEGER NOT NULL,
            day TEXT NOT NULL, -- the local day it was answered, ISO 8601
            average_pain INTEGER CHECK (average_pain BETWEEN 0 AND 10),
            enjoyment INTEGER CHECK (enjoyment BETWEEN 0 AND 10),
            activity INTEGER CHECK (activity BETWEEN 0 AND 10)
        )
        """
    )
    db.execute(
        """
        CREATE TABLE group_questions (
            id TEXT NOT NULL PRIMARY KEY,
            started TEXT NOT NULL, -- as in entries
            offset_minutes INTEGER NOT NULL,
            day TEXT NOT NULL,
            text TEXT NOT NULL,
            read_out INTEGER NOT NULL
        )
        """
    )
    db.execute("CREATE INDEX pegs_by_start ON pegs (started)")
    db.execute("CREATE INDEX group_questions_by_start ON group_questions (started)")
    db.execute("CREATE TABLE member (name TEXT NOT NULL)")
    db.execute("INSERT INTO member VALUES (lower(hex(randomblob(16))))")


def _lines_for_the_prescriber(db: sqlite3.Connection) -> None:
    db.execute(
        """
        CREATE TABLE prescriber_lines (
            id TEXT NOT NULL PRIMARY KEY,
            started TEXT NOT NULL, -- as in entries
            offset_minutes INTEGER NOT NULL,
            day TEXT NOT NULL,
            topic TEXT NOT NULL,
            text TEXT NOT NULL
        )
        """
    )


MIGRATIONS: list[Callable[[sqlite3.Connection], None]] = [
    _first,
    _pegs_and_questions,
    _lines_for_the_prescriber,
]
"""The n-th brings a journal from version n to version n + 1; they neither begin nor end a transaction."""
