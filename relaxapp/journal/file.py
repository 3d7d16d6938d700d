"""The journal's file before it is opened: closed to others, and known to be a journal."""

import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

from relaxapp.errors import JournalError
from relaxapp.journal import troubles
from relaxapp.journal.migrations import APPLICATION_ID, MIGRATIONS
from relaxapp.locations import private_folder

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
"""The length of SQLite's file header, in bytes."""


def beside(path: Path) -> list[Path]:
    """The files that SQLite keeps beside a journal while it is open."""
    return [path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal")]


def make_private(path: Path) -> None:
    """Create the folder and the file closed to others where they are missing; close them where they are open.

    What SQLite puts beside the file later has the file's own mode.
    """
    private_folder(path.parent)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if os.name == "posix":
        _close_to_others(path.parent, 0o700)
        for file in (path, *beside(path)):
            with suppress(FileNotFoundError):
                _close_to_others(file, 0o600)


def _close_to_others(path: Path, mode: int) -> None:
    state = path.stat()
    shared_by_design = bool(state.st_mode & stat.S_ISVTX)
    if state.st_uid == os.geteuid() and state.st_mode & 0o077 and not shared_by_design:
        path.chmod(mode)


def check_header(path: Path) -> None:
    """Look at the first bytes without opening the database, which might change it.

    Raises JournalError where the file is not SQLite's, another program's, or a later version's.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header:
        if _is_written(path.with_name(path.name + "-wal")):
            raise troubles.damaged(path)  # SQLite would take it for a new one, and delete what is beside it
        return
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise troubles.damaged(path)
    application = int.from_bytes(header[68:72], "big")
    version = int.from_bytes(header[60:64], "big", signed=True)
    if application not in (0, APPLICATION_ID):
        raise troubles.foreign(path)
    if application == APPLICATION_ID and version > len(MIGRATIONS):
        raise troubles.newer(path, version, len(MIGRATIONS))


def _is_damaged(path: Path) -> bool:
    try:
        check_header(path)
    except JournalError:
        return True
    return False


def _is_written(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def is_open_elsewhere(path: Path) -> bool:
    """Whether another program, or another window, has the journal open: then it can't be moved or deleted.

    Leaving write-ahead mode needs the file for oneself alone; it is taken up again at the next opening.
    """
    if not path.is_file() or _is_damaged(path):
        return False
    try:
        with closing(sqlite3.connect(path, timeout=0.2)) as db:
            (mode,) = db.execute("PRAGMA journal_mode = DELETE").fetchone()
    except sqlite3.OperationalError as error:
        return troubles.is_in_use(error)
    except sqlite3.DatabaseError:
        return False  # damaged, or of another program
    return str(mode) != "delete"
