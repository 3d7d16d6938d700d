"""Keeping practices, whatever happens to the journal's disk: what can't be written waits for another try."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from relaxapp.errors import JournalError
from relaxapp.journal.entry import Ended, Entry
from relaxapp.journal.store import Store
from relaxapp.translation import _

REST = 4.0
"""Seconds without a try after one that failed: less than between two keep-ups."""
PATIENCE = 6
"""A try that took long, since another program holds the journal, is rested from so many times as long."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What of a practice is not written yet."""

    entry: Entry | None
    """The row as it is now; None where it is only that more was heard."""
    heard_seconds: int = 0
    """How much was heard."""
    is_new: bool = False
    """Whether the journal has no row of it yet."""


class Keeping:
    """Writes what a practice comes to, and raises nothing: a practice goes on without its journal."""

    def __init__(self, store: Store, monotonic: Callable[[], float]) -> None:
        self._store = store
        self._monotonic = monotonic
        self._waiting: dict[str, _Waiting] = {}
        self._rests_until = monotonic()
        self._written: Entry | None = None
        """The row as it is known here: written last, or read before it is gone on with."""
        self.trouble: JournalError | None = None
        """Why something waits; the same one until all is written."""

    def knows(self, entry: Entry) -> None:
        """A practice that the journal holds is gone on with, read like this.

        So words of it that another window forgets meanwhile are not written anew with the next answer.
        """
        self._written = entry

    def begin(self, entry: Entry) -> None:
        """A practice begins."""
        self._write(entry.id, _Waiting(entry, is_new=True))

    def save(self, entry: Entry) -> None:
        """The row of a practice is this now."""
        waiting = self._waiting.get(entry.id)
        self._write(entry.id, _Waiting(entry, is_new=waiting is not None and waiting.is_new))

    def keep_up(self, entry_id: str, heard_seconds: int) -> None:
        """So much of a practice was heard."""
        waiting = self._waiting.get(entry_id)
        if waiting is None or waiting.entry is None:
            self._write(entry_id, _Waiting(None, heard_seconds))
        else:
            entry = replace(waiting.entry, heard_seconds=heard_seconds)
            self._write(entry_id, replace(waiting, entry=entry))

    def again(self) -> None:
        """Try to write what waits, unless the last try was only just."""
        if self._waiting and self._monotonic() >= self._rests_until:
            self._try()

    def at_last(self) -> JournalError | None:
        """Try once more, now that it is over; why something still waits, where it does."""
        if self._waiting:
            return self._try()
        return None

    def _write(self, entry_id: str, waiting: _Waiting) -> None:
        self._waiting[entry_id] = waiting
        self.again()

    def _try(self) -> JournalError | None:
        began = self._monotonic()
        try:
            for entry_id, waiting in list(self._waiting.items()):
                self._put(entry_id, waiting)
                del self._waiting[entry_id]
        except JournalError as error:
            now = self._monotonic()
            self._rests_until = now + max(REST, PATIENCE * (now - began))
            goes_on = _("The practice goes on, and is kept as soon as that can be done.")
            self.trouble = self.trouble or JournalError(error.message, goes_on)
            return error
        self.trouble = None
        return None

    def _put(self, entry_id: str, waiting: _Waiting) -> None:
        entry, store = waiting.entry, self._store
        if entry is None:
            store.keep_up(entry_id, waiting.heard_seconds)
            return
        if not waiting.is_new or store.holds(entry_id):
            last = self._written
            store.update(entry, last if last is not None and last.id == entry_id else None)
        elif entry.ended is Ended.RUNNING:
            store.begin(entry)
        else:
            store.add(entry)
        self._written = entry
