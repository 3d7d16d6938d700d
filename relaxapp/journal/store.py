"""The journal's file: practices, answers and settings, in SQLite.

The file is in write-ahead mode. Every write is a transaction of its own: a program killed at any moment
leaves what was written before. What a person did (a practice begun or ended, a rating, a setting) is on the
disk when the call returns, also if the power fails then. How much was heard so far is handed to the system at
once, and the system brings it to the disk within seconds: so a slow disk never holds up a breath.
"""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from relaxapp.journal import troubles
from relaxapp.journal.entry import Ended, Entry, Kind
from relaxapp.journal.file import check_header, make_private
from relaxapp.journal.group_question import GroupQuestion
from relaxapp.journal.lock import hold, share
from relaxapp.journal.migrations import APPLICATION_ID, MIGRATIONS
from relaxapp.journal.peg import Peg
from relaxapp.journal.prescriber_line import PrescriberLine
from relaxapp.journal.ranges import condition
from relaxapp.journal.rows import (
    COLUMNS,
    PEG_COLUMNS,
    PRESCRIBER_COLUMNS,
    QUESTION_COLUMNS,
    Kept,
    from_row,
    moment_text,
    peg_from_row,
    prescriber_line_from_row,
    question_from_row,
    to_row,
    writable,
)
from relaxapp.journal.settings import KeptSettings, Settings, changed_rows, read_settings

WAIT = 5.0
"""Seconds to wait for another program that is writing; its writes take milliseconds."""

_PRACTISING = ".practising"
"""A lock beside the journal that windows share while they practise: one that was killed holds it no more."""
_SELECT = f"SELECT {', '.join(COLUMNS)} FROM entries"
_SEARCHED = " || char(10) || ".join(
    ("title", "obstacles", "obstacle_words", "own_way", "side_effects", "note", "day")
)
"""Where words are looked for."""
_SELECT_PEGS = f"SELECT {', '.join(PEG_COLUMNS)} FROM pegs"
_SELECT_QUESTIONS = f"SELECT {', '.join(QUESTION_COLUMNS)} FROM group_questions"
_SELECT_PRESCRIBER = f"SELECT {', '.join(PRESCRIBER_COLUMNS)} FROM prescriber_lines"
_TABLES: Mapping[type[Kept], tuple[str, tuple[str, ...]]] = {
    Entry: ("entries", (*COLUMNS, "day")),
    Peg: ("pegs", (*PEG_COLUMNS, "day")),
    GroupQuestion: ("group_questions", (*QUESTION_COLUMNS, "day")),
    PrescriberLine: ("prescriber_lines", (*PRESCRIBER_COLUMNS, "day")),
}
"""Where each is kept, and in which columns."""
_WORDS = ("obstacle_words", "own_way", "side_effects", "note", "text")
"""The columns with a person's own words."""

Made = TypeVar("Made")


class Store:
    """One open journal, used by the thread that opened it; other programs open their own.

    This program opens none of the same file while it needs to be seen that this one is open: on POSIX systems
    a file that is closed, as after the look at its header, lets go of all locks that the program holds on it.
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
        self._practising: sqlite3.Connection | None = None
        self._seen_settings: KeptSettings | None = None
        with self._telling():
            make_private(path)
            check_header(path)
            self._db = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
            self._db.create_function("casefold", 1, str.casefold, deterministic=True)
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
        self._practises_no_more()
        with self._telling():
            self._db.close()

    # practices

    def begin(self, entry: Entry) -> None:
        """Write the row of a practice that begins now; no other window takes it for one left unfinished."""
        if self._practising is None:
            with suppress(sqlite3.Error, OSError):  # `keep_up` puts right what comes of it
                self._practising = share(self.path.with_name(_PRACTISING), WAIT)
        self.add(entry)
        self._running.add(entry.id)

    def add(self, *kept: Kept) -> None:
        """Write a practice that is over, a day without, a PEG or a question: all of them or none."""
        rows = [(_insert(type(each)), to_row(each)) for each in kept]
        with self._writing() as db:
            for statement, row in rows:
                db.execute(statement, row)

    def add_missing(self, kept: Iterable[Kept]) -> int:
        """Write those whose id is not there yet; how many these were. All of them or none."""
        added = 0
        with self._writing() as db:
            for each in kept:
                statement = f"{_insert(type(each))} ON CONFLICT (id) DO NOTHING"
                added += db.execute(statement, to_row(each)).rowcount
        return added

    def keep_up(self, entry_id: str, heard_seconds: int) -> None:
        """Write how much of a practice was heard so far.

        Where a program that was started meanwhile took the practice for one left unfinished, as none does
        that can see the lock of those who practise, this puts it right.
        """
        mending = ", ended = 'running'" if entry_id in self._running else ""
        with self._writing(at_once=False) as db:
            db.execute(
                f"UPDATE entries SET heard_seconds = ?{mending} WHERE id = ?", (heard_seconds, entry_id)
            )

    def update(self, kept: Kept, before: Kept | None = None) -> None:
        """Write one as it is now, which closes a practice that has ended. What was deleted stays deleted.

        `before`: as whoever writes knew it. Words that are the same as then are left as they lie in the file,
        since another window may have forgotten them meanwhile.
        """
        row = to_row(kept)
        known = {} if before is None else to_row(before)
        same = {name for name in _WORDS if name in known and known[name] == row.get(name)}
        with self._writing() as db:
            db.execute(_update(type(kept), same), row)
        if isinstance(kept, Entry) and kept.ended is not Ended.RUNNING:
            self._running.discard(kept.id)
            if not self._running:
                self._practises_no_more()

    def _practises_no_more(self) -> None:
        if self._practising is not None:
            self._practising.close()
            self._practising = None

    def delete(self, *ids: str) -> None:
        """Delete practices, days without, PEGs or questions; their words are overwritten in the file."""
        with self._writing() as db:
            for table, _columns in _TABLES.values():
                db.executemany(f"DELETE FROM {table} WHERE id = ?", [(each,) for each in ids])
        self._overwrite()

    def holds(self, kept_id: str) -> bool:
        """Whether a practice, day without, PEG or question of that id is kept."""
        with self._telling():
            found = [
                self._db.execute(f"SELECT 1 FROM {table} WHERE id = ?", (kept_id,)).fetchone()
                for table, _columns in _TABLES.values()
            ]
        return any(found)

    def forget_notes(self) -> int:
        """Delete every private note and nothing else, overwritten in the file; how many there were."""
        with self._writing() as db:
            forgotten = db.execute("UPDATE entries SET note = '' WHERE note != ''").rowcount
        self._overwrite()
        return forgotten

    def settle_unfinished(self) -> tuple[Entry, ...]:
        """Close, as stopped, what was still running when a program was ended; returns it as it is now.

        To be called once when the program starts. While a window practises, nothing is closed: what is
        running may be what pauses there. The next start does it.
        """
        unfinished = tuple(self._select(f"{_SELECT} WHERE ended = 'running' ORDER BY started DESC"))
        if not unfinished:
            return ()
        alone: AbstractContextManager[object] = nullcontext()
        try:
            alone = closing(hold(self.path.with_name(_PRACTISING), 0.0))
        except (sqlite3.Error, OSError) as error:
            if troubles.is_in_use(error):
                return ()
        ids = [(entry.id,) for entry in unfinished]
        with alone, self._writing() as db:
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
        within, values = condition(since, until)
        query = f"{_SELECT} WHERE {within} ORDER BY started DESC LIMIT ?"
        return tuple(self._select(query, *values, -1 if limit is None else limit))

    def page(self, after: Entry | None, limit: int, search: str = "") -> tuple[Entry, ...]:
        """The entries that follow one in the list of all, newest first, in which every word is found.

        What began at the same moment, as all that is written later does at noon, follows by id: so none is
        left out between two pages. `after`: None for the first page; it may have been deleted since.
        """
        words = search.casefold().split()
        conditions = ["TRUE", *(f"instr(casefold({_SEARCHED}), ?)" for _word in words)]
        values = list(words)
        if after is not None:
            conditions.append("(started, id) < (?, ?)")
            values += [moment_text(after.started), after.id]
        query = f"{_SELECT} WHERE {' AND '.join(conditions)} ORDER BY started DESC, id DESC LIMIT ?"
        return tuple(self._select(query, *values, limit))

    def each(self, since: date | None = None, until: date | None = None) -> Iterator[Entry]:
        """The same entries, oldest first, one by one, so that memory doesn't grow with their number."""
        within, values = condition(since, until)
        return self._select(f"{_SELECT} WHERE {within} ORDER BY started", *values)

    def practised_days(self, since: date, until: date | None = None) -> int:
        """On how many local days of a range something was practised, counted without reading it."""
        within, values = condition(since, until)
        query = f"SELECT COUNT(DISTINCT day) FROM entries WHERE {within} AND kind != ?"
        with self._telling():
            return int(self._db.execute(query, (*values, Kind.NO_PRACTICE.value)).fetchone()[0])

    def ratings_due(self) -> tuple[Entry, ...]:
        """Practices whose after-ratings wait for this opening, since sleep was chosen; newest first."""
        return tuple(self._select(f"{_SELECT} WHERE ratings_due = 1 ORDER BY started DESC"))

    # the weekly PEG, and questions for the group

    def pegs(self, since: date | None = None, until: date | None = None) -> tuple[Peg, ...]:
        """The PEGs of a range, as for `entries`, newest first."""
        within, values = condition(since, until)
        query = f"{_SELECT_PEGS} WHERE {within} ORDER BY started DESC"
        return tuple(self._read(peg_from_row, query, values))

    def questions(self, since: date | None = None, until: date | None = None) -> tuple[GroupQuestion, ...]:
        """The lines written for the next session in a range, as for `entries`, newest first."""
        within, values = condition(since, until)
        query = f"{_SELECT_QUESTIONS} WHERE {within} ORDER BY started DESC"
        return tuple(self._read(question_from_row, query, values))

    def prescriber_lines(self) -> tuple[PrescriberLine, ...]:
        """What was gathered for the one who prescribes, oldest first."""
        return tuple(self._read(prescriber_line_from_row, f"{_SELECT_PRESCRIBER} ORDER BY started", ()))

    def member(self) -> str:
        """A random name of this journal, which tells nothing: two exports of one journal are known by it."""
        with self._telling():
            return str(self._db.execute("SELECT name FROM member").fetchone()[0])

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
        self._overwrite()

    def _overwrite(self) -> None:
        """Leave nothing of what was deleted in the file, or in the log beside it.

        What is deleted is overwritten where it stands; but where rows grew, SQLite moved them to other pages
        and left their old bytes behind. So the file is written anew. Another window that works in it, or a
        full disk, may delay that until the next deletion.
        """
        with self._telling():
            with suppress(sqlite3.OperationalError):
                self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

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
        with self._writing() as db:
            now = self._kept_settings()
            rows = changed_rows(self._seen_settings or now, settings, now)
            db.executemany("INSERT OR REPLACE INTO settings VALUES (?, ?)", rows.items())
        self._seen_settings = KeptSettings(settings)

    def _kept_settings(self) -> KeptSettings:
        with self._telling():
            rows: Mapping[str, str] = dict(self._db.execute("SELECT name, value FROM settings"))
        return read_settings(rows)

    # all of it

    def forget(self) -> None:
        """Delete everything that was kept, answers and settings too. Nothing of it remains in the file."""
        with self._writing() as db:
            for table in (*(name for name, _columns in _TABLES.values()), "answers", "settings"):
                db.execute(f"DELETE FROM {table}")
            db.execute("UPDATE member SET name = lower(hex(randomblob(16)))")
        self._seen_settings = None
        self._overwrite()

    def check(self) -> None:
        """Read the whole file. Raises JournalError where it is damaged."""
        with self._telling():
            findings = [finding for (finding,) in self._db.execute("PRAGMA integrity_check(1)")]
        if findings != ["ok"]:
            raise troubles.damaged(self.path)

    # the one way to read, and the one way to write

    def _select(self, query: str, *values: object) -> Iterator[Entry]:
        return self._read(from_row, query, values)

    def _read(
        self, make: Callable[[Sequence[Any]], Made], query: str, values: Sequence[object]
    ) -> Iterator[Made]:
        with self._telling():
            try:
                yield from map(make, self._db.execute(query, values))
            except (ValueError, KeyError, TypeError) as error:
                raise troubles.damaged(self.path) from error

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
        """Bring an open file to this version. Deleted words are overwritten from here on.

        What SQLite sets aside while it works, as when it writes the file anew, stays in memory.
        """
        self._db.execute("PRAGMA secure_delete = ON")
        self._db.execute("PRAGMA temp_store = MEMORY")
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


def _insert(kind: type[Kept]) -> str:
    table, columns = _TABLES[kind]
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(f':{name}' for name in columns)})"


def _update(kind: type[Kept], without: Set[str]) -> str:
    table, columns = _TABLES[kind]
    changed = ", ".join(f"{name} = :{name}" for name in columns if name not in without)
    return f"UPDATE {table} SET {changed} WHERE id = :id"
