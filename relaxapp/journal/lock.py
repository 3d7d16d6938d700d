"""A lock that one holds at a time: SQLite's, which every system has, and which ends with the program."""

import sqlite3
from pathlib import Path


def hold(path: Path, wait: float) -> sqlite3.Connection:
    """Hold the lock that lies there until it is closed; `wait`: seconds to wait for who holds it.

    Its file is closed to others. Nothing is written, so a full disk is no hindrance, and nothing lies beside
    it. Raises sqlite3.Error, OSError.
    """
    path.touch(0o600)
    lock = sqlite3.connect(path, timeout=wait, isolation_level=None)
    try:
        lock.execute("PRAGMA journal_mode = MEMORY")
        lock.execute("BEGIN EXCLUSIVE")
    except BaseException:
        lock.close()
        raise
    return lock
