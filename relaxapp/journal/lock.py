"""A lock that one holds alone, or several share: SQLite's, which every system has.

It ends with the program, however that ends. Its file is closed to others. Nothing is written: a full disk is
no hindrance, and nothing lies beside it.
"""

import sqlite3
from pathlib import Path


def hold(path: Path, wait: float) -> sqlite3.Connection:
    """Hold the lock that lies there alone, until it is closed; `wait`: seconds to wait for others.

    Raises sqlite3.Error, OSError.
    """
    return _had(path, wait, "BEGIN EXCLUSIVE")


def share(path: Path, wait: float) -> sqlite3.Connection:
    """The same with all who share it; whoever wants it alone is kept out. Raises as `hold`."""
    return _had(path, wait, "BEGIN", "SELECT 1 FROM sqlite_master")


def _had(path: Path, wait: float, *statements: str) -> sqlite3.Connection:
    path.touch(0o600)
    lock = sqlite3.connect(path, timeout=wait, isolation_level=None)
    try:
        for statement in ("PRAGMA journal_mode = MEMORY", *statements):
            lock.execute(statement).fetchone()
    except BaseException:
        lock.close()
        raise
    return lock
