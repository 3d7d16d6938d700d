"""What a restore kept of the time before: words that are forgotten are forgotten in there, too."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from relaxapp.errors import RelaxError
from relaxapp.journal.backup import PART, back_up, delete_old_copies
from relaxapp.journal.half_done import WORK, announced
from relaxapp.journal.lock import hold
from relaxapp.journal.store import Store
from relaxapp.journal.unpacking import BEFORE, JOURNAL, unpack
from relaxapp.translation import _

_LOCK = ".forgetting"
"""Is held while one forgets."""
_WAIT = 60.0
"""Seconds for which one waits for one's turn: longer than it takes to write a large copy anew."""


def forget_in_copies(
    data: Path, forget: Callable[[Store], object], beside: Callable[[Path], object] | None = None
) -> tuple[Path, ...]:
    """Do the same in the journal of each safety copy in `data`; those in which it couldn't be done.

    `beside`: what is to be forgotten of the files that lie in a copy beside its journal; it is given their
    folder. Each copy is written anew. One that can't be understood stays as it is, since it may be all that
    is left. A backup that another window is making is left alone. Two windows never do it at once, since
    each takes away what is left of others; where it isn't one's turn, all copies stay as they are.
    """
    try:
        lock = hold(data / _LOCK, _WAIT)
    except (sqlite3.Error, OSError):
        return tuple(_copies(data))
    with closing(lock):
        return _forget_in_copies(data, forget, beside)


def _copies(data: Path) -> list[Path]:
    return sorted((data / BEFORE).glob("*.zip"))


def _forget_in_copies(
    data: Path, forget: Callable[[Store], object], beside: Callable[[Path], object] | None
) -> tuple[Path, ...]:
    delete_old_copies(data, datetime.now().astimezone())
    for left in set(data.glob(f"{WORK}*")) - set(announced(data)):
        shutil.rmtree(left, ignore_errors=True)
    for part in (data / BEFORE).glob(f"{PART}*"):
        with suppress(OSError):
            part.unlink()
    return tuple(each for each in _copies(data) if not _forgot(each, data, forget, beside))


def copies_told(left: tuple[Path, ...]) -> str:
    """A sentence for those that stay as they are; empty where there is none."""
    if not left:
        return ""
    return _(
        "One thing to know: a safety copy of an earlier journal can't be changed and may still hold your "
        "words. If you don't need it, delete it yourself: {files}"
    ).format(files=", ".join(map(str, left)))


def _forgot(
    copy: Path, data: Path, forget: Callable[[Store], object], beside: Callable[[Path], object] | None
) -> bool:
    try:
        made = datetime.fromtimestamp(copy.stat().st_mtime).astimezone()
        with tempfile.TemporaryDirectory(prefix=WORK, dir=data) as work:
            folder = Path(work) / "copy"
            unpack(copy, folder)
            with Store(folder / JOURNAL) as store:
                forget(store)
            if beside is not None:
                beside(folder)
            back_up(folder, copy, made)
    except (RelaxError, OSError):
        return False
    return True
