"""Opening the journal of the program's folder, where a restore may be under way or was ended midway."""

from datetime import datetime
from pathlib import Path

from relaxapp.journal import troubles
from relaxapp.journal.half_done import announced, settle
from relaxapp.journal.store import Store


def is_there(path: Path) -> bool:
    """Whether there is a journal, or one that is to be put back."""
    return path.exists() or bool(announced(path.parent))


def open_journal(path: Path, now: datetime) -> Store:
    """The journal, or a new one; where a restore was ended midway, it is brought to its end before.

    Raises JournalError as `Store` does, and where a backup is being put back in another window; FileError.
    """
    if announced(path.parent):
        _settle(path.parent, now)
    store = Store(path)
    if announced(path.parent):
        store.close()
        raise troubles.being_restored()
    return store


def _settle(folder: Path, now: datetime) -> None:
    from relaxapp.journal.backup import keep

    try:
        settle(folder, lambda present: keep(present, now))
    except OSError as error:
        raise troubles.told(folder, error) from error
