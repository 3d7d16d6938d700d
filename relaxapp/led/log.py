"""The list's file: a small SQLite database of its own, for the facilitator alone."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from relaxapp.errors import FileError
from relaxapp.led.exercise import Exercise
from relaxapp.locations import private_folder
from relaxapp.translation import _

APPLICATION_ID = 0x524C4C44
"""Written into the file ("RLLD"), so that a database of another program is never taken for the list."""
VERSION = 1
_BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite may leave beside the file, with words of it, where a program is killed."""

_TABLE = """
    CREATE TABLE exercises (
        id TEXT NOT NULL PRIMARY KEY,
        began TEXT NOT NULL, -- local time with its offset, ISO 8601
        practice TEXT NOT NULL,
        title TEXT NOT NULL,
        seconds INTEGER NOT NULL CHECK (seconds >= 0),
        people INTEGER CHECK (people >= 0),
        note TEXT NOT NULL
    )
"""


class LedLog:
    """The list of exercises led. The file is made when the first one is kept.

    Every method raises FileError where the file can't be read or written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        """Where it lies."""

    def keep(self, exercise: Exercise) -> None:
        """Write one exercise, or write it again as it is now."""
        row = (
            exercise.id,
            exercise.began.isoformat(),
            exercise.practice,
            exercise.title,
            exercise.seconds,
            exercise.people,
            exercise.note,
        )
        with self._open() as db:
            db.execute("INSERT OR REPLACE INTO exercises VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def delete(self, exercise_id: str) -> None:
        """Take one exercise off the list."""
        with self._open() as db:
            db.execute("DELETE FROM exercises WHERE id = ?", (exercise_id,))

    @property
    def is_there(self) -> bool:
        """Whether there is a list, or what a killed program left of one."""
        return any(file.exists() for file in self._files())

    def delete_all(self) -> None:
        """Delete the list, its file with it, and what a killed program left beside; harmless without one."""
        try:
            for file in self._files():
                file.unlink(missing_ok=True)
        except OSError as error:
            raise self._unusable(error) from error

    def exercises(self) -> tuple[Exercise, ...]:
        """Every exercise, the newest first."""
        if not self.path.exists():
            return ()
        with self._open() as db:
            rows = db.execute("SELECT * FROM exercises").fetchall()
        found = [Exercise(row[0], began, *row[2:]) for row in rows if (began := _moment(row[1]))]
        return tuple(sorted(found, key=lambda exercise: exercise.began, reverse=True))

    def _files(self) -> tuple[Path, ...]:
        return self.path, *(self.path.with_name(self.path.name + each) for each in _BESIDE)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The file, for one transaction."""
        try:
            private_folder(self.path.parent)
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
            with closing(sqlite3.connect(self.path)) as db, db:
                self._prepare(db)
                yield db
        except (OSError, sqlite3.Error) as error:
            raise self._unusable(error) from error

    def _unusable(self, error: Exception) -> FileError:
        return FileError(
            _("The list of exercises led can't be used ({reason}).").format(reason=error),
            _("Look at the file {path}; the exercise itself needs no list.").format(path=self.path),
        )

    def _prepare(self, db: sqlite3.Connection) -> None:
        """Know the list again, or begin it. What is deleted is overwritten in the file."""
        db.execute("PRAGMA secure_delete = ON")
        (kind,) = db.execute("PRAGMA application_id").fetchone()
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if (kind, version) == (APPLICATION_ID, VERSION):
            return
        if kind or version or db.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
            raise sqlite3.DatabaseError(_("it belongs to another program, or to a later version"))
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(_TABLE)
        db.execute(f"PRAGMA user_version = {VERSION}")


def _moment(text: object) -> datetime | None:
    """When an exercise began; None where that is damaged: it is left out, and the others are shown."""
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return moment if moment.tzinfo else None
