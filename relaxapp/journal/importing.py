"""Bringing an export into a journal: what is there already stays as it is, and nothing is doubled."""

from dataclasses import dataclass

from relaxapp.journal.document import Document
from relaxapp.journal.rows import Kept
from relaxapp.journal.store import Store


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of an export."""

    added: int
    """How many practices, days, PEGs and questions were added."""
    there_already: int
    """How many were in the journal before, and were left as they are."""


def bring_in(document: Document, store: Store) -> Imported:
    """Add what is not there yet: all of it or, where that can't be, nothing. Raises JournalError."""
    kept: tuple[Kept, ...] = (*document.entries, *document.pegs, *document.questions)
    added = store.add_missing(kept)
    return Imported(added, len(kept) - added)
