"""The journal's file: practices, answers and settings, in SQLite.

The file is in write-ahead mode. Every write is a transaction of its own: a program killed at any moment
leaves what was written before. What a person did (a practice begun or ended, a rating, a setting) is on the
disk when the call returns, also if the power fails then. How much was heard so far is handed to the system at
once, and the system brings it to the disk within seconds: so a slow disk never holds up a breath.
"""

import os
import sqlite3
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from relaxapp.journal import troubles
from relaxapp.journal.entry import Ended, Entry
from relaxapp.journal.migrations import APPLICATION_ID, MIGRATIONS
from relaxapp.journal.rows import COLUMNS, from_row, moment_text, to_row, writable
from relaxapp.journal.settings import KeptSettings, Settings, changed_rows, read_settings

WAIT = 5.0
"""Seconds to wait for another program that is writing; its writes take milliseconds."""

_SELECT = f"SELECT {', '.join(COLUMNS)} FROM entries"
_ROW = (*COLUMNS, "day")
_INSERT = f"INSERT INTO entries ({', '.join(_ROW)}) VALUES ({', '.join(f':{name}' for name in _ROW)})"
_UPDATE = f"UPDATE entries SET {', '.join(f'{name} = :{name}' for name in _ROW)} WHERE id = :id"
_MAGIC = b"SQLite format 3\0"
_HEADER = 100
"""The length of SQLite's file header, in bytes."""


class Store:
    """One open journal, used by the thread that opened it; other threads and programs open their own.

    Every method raises JournalError where the file can't be read or written.
    """

    def __init__(self, path: Path) -> None:
        """Open the journal, or begin one: its folder for its owner alone (0700), its files too (0600).

        The folder is the journal's own: where others may look into it, it is closed to them.
        Raises JournalError where it can't be opened, is damaged, another program's or a later version's.
        """
        self.path = path
        """Where it lies."""
        self._running: set[str] = set()
        self._seen_settings: KeptSettings | None = None
        with self._telling():
            _make_private(path)
            _check_header(path)
            self._db = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        with self._telling():
            self._db.close()

    # practices

    def begin(self, entry: Entry) -> None:
        """Write the row of a practice that begins now."""
        self.add(entry)
        self._running.add(entry.id)

    def add(self, entry: Entry) -> None:
        """Write the row of a practice that is over, or of a day without."""
        row = to_row(entry)
        with self._writing() as db:
            db.execute(_INSERT, row)

    def keep_up(self, entry_id: str, heard_seconds: int) -> None:
        """Write how much of a practice was heard so far.

        A program that was started meanwhile took the practice for one left unfinished; this puts it right.
        """
        mending = ", ended = 'running'" if entry_id in self._running else ""
        with self._writing(at_once=False) as db:
            db.execute(
                f"UPDATE entries SET heard_seconds = ?{mending} WHERE id = ?", (heard_seconds, entry_id)
            )

    def update(self, entry: Entry) -> None:
        """Write a practice as it is now, which closes one that has ended. What was deleted stays deleted."""
        row = to_row(entry)
        with self._writing() as db:
            db.execute(_UPDATE, row)
        if entry.ended is not Ended.RUNNING:
            self._running.discard(entry.id)

    def delete(self, entry_id: str) -> None:
        """Delete one entry; its words are overwritten in the file."""
        with self._writing() as db:
            db.execute("DELETE FROM entries WHERE id = ?", (entry_id,))

    def settle_unfinished(self) -> tuple[Entry, ...]:
        """Close, as stopped, what was still running when a program was ended; returns it as it is now.

        To be called once when the program starts.
        """
        unfinished = tuple(self._select(f"{_SELECT} WHERE ended = 'running' ORDER BY started DESC"))
        if unfinished:
            ids = [(entry.id,) for entry in unfinished]
            with self._writing() as db:
                db.executemany("UPDATE entries SET ended = 'stopped' WHERE id = ? AND ended = 'running'", ids)
        return tuple(replace(entry, ended=Ended.STOPPED) for entry in unfinished)

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id, if there is one."""
        found = tuple(self._select(f"{_SELECT} WHERE id = ?", entry_id))
        return found[0] if found else None

    def entries(
        self, since: date | None = None, until: date | None = None, limit: int | None = None
    ) -> tuple[Entry, ...]:
        """Entries, newest first, at most `limit`.

        A `date` is a local day, both ends included: an entry belongs to the day it began on, by the clock of
        the place. A `datetime` is a moment: from `since` on, and before `until`.
        """
        condition, values = _range(since, until)
        query = f"{_SELECT} WHERE {condition} ORDER BY started DESC LIMIT ?"
        return tuple(self._select(query, *values, -1 if limit is None else limit))

    def each(self, since: date | None = None, until: date | None = None) -> Iterator[Entry]:
        """The same entries, oldest first, one by one, so that memory doesn't grow with their number."""
        condition, values = _range(since, until)
        return self._select(f"{_SELECT} WHERE {condition} ORDER BY started", *values)

    def ratings_due(self) -> tuple[Entry, ...]:
        """Practices whose after-ratings wait for this opening, since sleep was chosen; newest first."""
        return tuple(self._select(f"{_SELECT} WHERE ratings_due = 1 ORDER BY started DESC"))

    # answers

    def answers(self) -> dict[str, str]:
        """The person's answers, by the name of the blank."""
        with self._telling():
            return dict(self._db.execute("SELECT name, text FROM answers ORDER BY name"))

    def set_answer(self, name: str, text: str) -> None:
        """Keep an answer; an empty one takes it back."""
        with self._writing() as db:
            if text:
                db.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (name, writable(text)))
            else:
                db.execute("DELETE FROM answers WHERE name = ?", (name,))

    def forget_answers(self) -> None:
        """Delete every answer; they are overwritten in the file."""
        with self._writing() as db:
            db.execute("DELETE FROM answers")

    # settings

    def settings(self) -> Settings:
        """The person's settings; `damaged_settings` tells of those that could not be read."""
        self._seen_settings = self._kept_settings()
        return self._seen_settings.settings

    def damaged_settings(self) -> tuple[str, ...]:
        """One sentence for each setting that could not be read, and is at its default until saved again."""
        return self._kept_settings().told()

    def save_settings(self, settings: Settings) -> None:
        """Keep what differs from the settings last read or saved here: two windows don't undo each other.

        Those of a later version stay. Raises ValueError on impossible values.
        """
        rows = changed_rows(self._seen_settings or self._kept_settings(), settings)
        with self._writing() as db:
            db.executemany("INSERT OR REPLACE INTO settings VALUES (?, ?)", rows.items())
        self._seen_settings = KeptSettings(settings)

    def _kept_settings(self) -> KeptSettings:
        with self._telling():
            rows: Mapping[str, str] = dict(self._db.execute("SELECT name, value FROM settings"))
        return read_settings(rows)

    # all of it

    def forget(self) -> None:
        """Delete everything: practices, answers and settings. Nothing of it remains in the file."""
        with self._writing() as db:
            for table in ("entries", "answers", "settings"):
                db.execute(f"DELETE FROM {table}")
        self._seen_settings = None
        with self._telling():
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def check(self) -> None:
        """Read the whole file. Raises JournalError where it is damaged."""
        with self._telling():
            findings = [finding for (finding,) in self._db.execute("PRAGMA integrity_check(1)")]
        if findings != ["ok"]:
            raise troubles.damaged(self.path)

    # the one way to read, and the one way to write

    def _select(self, query: str, *values: object) -> Iterator[Entry]:
        with self._telling():
            for row in self._db.execute(query, values):
                try:
                    entry = from_row(row)
                except (ValueError, TypeError) as error:
                    raise troubles.damaged(self.path) from error
                yield entry

    @contextmanager
    def _writing(self, *, at_once: bool = True) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it or nothing; `at_once`: it is on the disk when it is over."""
        with self._telling():
            self._db.execute(f"PRAGMA synchronous = {'FULL' if at_once else 'NORMAL'}")
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                # A full disk or a read error has rolled it back already.
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell what goes wrong in a sentence. Misuse of the database by this program is left as it is."""
        try:
            yield
        except sqlite3.ProgrammingError:
            raise
        except (sqlite3.Error, OSError) as error:
            raise troubles.told(self.path, error) from error

    def _prepare(self) -> None:
        """Bring an open file to this version. Deleted words are overwritten from here on."""
        self._db.execute("PRAGMA secure_delete = ON")
        self._check_version()
        self._write_ahead()
        if self._number("user_version") < len(MIGRATIONS):
            self._migrate()

    def _check_version(self) -> None:
        """The same as in the header, now with what a killed program left beside the file."""
        empty = self._db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
        if not empty and self._number("application_id") != APPLICATION_ID:
            raise troubles.foreign(self.path)
        version = self._number("user_version")
        if version > len(MIGRATIONS):
            raise troubles.newer(self.path, version, len(MIGRATIONS))

    def _write_ahead(self) -> None:
        """Turn write-ahead mode on. SQLite doesn't wait here while another program does the same; we do."""
        deadline = time.monotonic() + WAIT
        while True:
            try:
                self._db.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
            time.sleep(0.01)

    def _migrate(self) -> None:
        with self._writing() as db:
            # Another program may have done it while this one waited for its turn.
            for version in range(self._number("user_version"), len(MIGRATIONS)):
                MIGRATIONS[version](db)
                db.execute(f"PRAGMA user_version = {version + 1}")

    def _number(self, pragma: str) -> int:
        return int(self._db.execute(f"PRAGMA {pragma}").fetchone()[0])


def erase(path: Path) -> None:
    """Delete the files of a journal that is closed. Raises JournalError where the system refuses."""
    try:
        for file in (path, *_beside(path)):
            file.unlink(missing_ok=True)
    except OSError as error:
        raise troubles.told(path, error) from error


def _range(since: date | None, until: date | None) -> tuple[str, list[str]]:
    """The condition for a range of time, and its values.

    Days are compared by the local day; the start, which lies within a day of it, leads through the index.
    """
    conditions = ["TRUE"]
    values: list[str] = []
    day = timedelta(days=1)
    if isinstance(since, datetime):
        conditions.append("started >= ?")
        values.append(moment_text(since))
    elif since is not None:
        conditions.append("started >= ? AND day >= ?")
        values += [(max(since, date.min + day) - day).isoformat(), since.isoformat()]
    if isinstance(until, datetime):
        conditions.append("started < ?")
        values.append(moment_text(until))
    elif until is not None:
        conditions.append("started < ? AND day <= ?")
        values += [(min(until, date.max - 2 * day) + 2 * day).isoformat(), until.isoformat()]
    return " AND ".join(conditions), values


def _beside(path: Path) -> list[Path]:
    """The files that SQLite keeps beside a journal while it is open."""
    return [path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal")]


def _make_private(path: Path) -> None:
    """Create the folder and the file closed to others where they are missing; close them where they are open.

    What SQLite puts beside the file later has the file's own mode.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if os.name == "posix":
        _close_to_others(path.parent, 0o700)
        for file in (path, *_beside(path)):
            with suppress(FileNotFoundError):
                _close_to_others(file, 0o600)


def _close_to_others(path: Path, mode: int) -> None:
    state = path.stat()
    shared_by_design = bool(state.st_mode & stat.S_ISVTX)
    if state.st_uid == os.geteuid() and state.st_mode & 0o077 and not shared_by_design:
        path.chmod(mode)


def _check_header(path: Path) -> None:
    """Look at the first bytes without opening the database, which might change it.

    Raises JournalError where the file is not SQLite's, another program's, or a later version's.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header:
        return
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise troubles.damaged(path)
    application = int.from_bytes(header[68:72], "big")
    version = int.from_bytes(header[60:64], "big", signed=True)
    if application not in (0, APPLICATION_ID):
        raise troubles.foreign(path)
    if application == APPLICATION_ID and version > len(MIGRATIONS):
        raise troubles.newer(path, version, len(MIGRATIONS))
