"""A restore under way: others keep out while it lasts, and one that was ended midway is brought to its end.

It works in a folder of its own within the program's. What is new is unpacked into `new`; what is there
moves to `old`, which is called `replaced` once all of it is there; then what is new comes in its place. So
the names alone tell how far it came. While the program lives it holds a lock there.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from relaxapp.durable import folder_to_disk
from relaxapp.errors import JournalError
from relaxapp.journal import troubles
from relaxapp.journal.file import beside
from relaxapp.journal.lock import hold
from relaxapp.journal.unpacking import JOURNAL

WORK = ".restoring-"
"""How folders begin in which a backup is taken apart; one that is left is of a program that was ended."""
NEW, OLD, REPLACED = "new", "old", "replaced"
_LOCK = "lock"
_WAIT = 5.0
"""Seconds for which one waits for a restore to be over."""

Keep = Callable[[Path], object]
"""Makes a safety copy of what lies in the program's folder."""


def announced(folder: Path) -> list[Path]:
    """Where restores work that are under way in the program's folder, or were ended midway."""
    return [work for work in sorted(folder.glob(f"{WORK}*")) if (work / _LOCK).exists()]


@contextmanager
def restoring(folder: Path, keep: Keep) -> Iterator[Path]:
    """A folder to work in; until it is over, no other window opens the journal. Raises JournalError, OSError.

    It is announced first, and only then may one look whether the journal is open elsewhere. Who opens it
    looks for what is announced after that: so one of the two sees the other.
    """
    import tempfile

    settle(folder, keep)
    work = folder / Path(tempfile.mkdtemp(prefix=WORK, dir=folder)).name
    try:
        lock = _lock(work)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)  # what can't be held would keep everybody out for good
        raise
    try:
        if [each.name for each in announced(folder)] != [work.name]:
            raise troubles.being_restored()
        yield work
    finally:
        _end(work, lock, folder, keep)


def settle(folder: Path, keep: Keep) -> None:
    """Bring restores to their end that were ended midway, so that nothing is lost and nothing is mixed up.

    Raises JournalError where one is still under way, FileError or OSError where the disk refuses.
    """
    for work in announced(folder):
        try:
            lock = _lock(work)
        except JournalError:
            if (work / _LOCK).exists():
                raise
            continue  # it came to its end while one waited
        _end(work, lock, folder, keep)


def _lock(work: Path) -> sqlite3.Connection:
    try:
        return hold(work / _LOCK, _WAIT)
    except (sqlite3.Error, OSError) as error:
        if troubles.is_in_use(error):
            raise troubles.being_restored() from error
        raise troubles.told(work.parent / JOURNAL, error) from error


def _end(work: Path, lock: sqlite3.Connection, folder: Path, keep: Keep) -> None:
    """Bring it to its end, and take its folder away.

    What it replaced goes first, and under the lock: so whoever waited for it, or comes after it was ended
    here, too, finds nothing left to bring.
    """
    with closing(lock):
        _finish(work, folder, keep)
        for name in (REPLACED, OLD, NEW):
            shutil.rmtree(work / name, ignore_errors=True)
    shutil.rmtree(work, ignore_errors=True)


def _finish(work: Path, folder: Path, keep: Keep) -> None:
    """Put back what was there, or bring the rest of what is new, whichever was going on."""
    if (work / REPLACED).is_dir():
        coming = work / NEW
    elif (work / OLD).is_dir():
        coming = work / OLD
    else:
        return
    tops = sorted(coming.iterdir())
    in_the_way = [each for top in tops for each in _at(folder / top.name)]
    if in_the_way:  # made since, by a program that was started in between
        keep(folder)
    for each in in_the_way:
        _delete(each)
    for top in tops:
        top.rename(folder / top.name)
    folder_to_disk(folder)


def _at(path: Path) -> list[Path]:
    """What lies there; with a database goes what belongs to it, which must never lie beside another."""
    if not path.exists():
        return []
    return [each for each in (path, *beside(path)) if each.exists()]


def _delete(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
