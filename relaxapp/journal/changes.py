"""Changes to the journal that can be taken back until one leaves.

A deletion is real at once: the words are overwritten in the file. What was there is held in memory alone, by
this value, and is gone with it.
"""

from collections.abc import Callable

from relaxapp.journal.rows import Kept
from relaxapp.journal.store import Store


class Changes:
    """What was changed since a screen was opened, the newest last."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._back: list[tuple[Kept, Callable[[], None]]] = []

    @property
    def any(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._back)

    @property
    def deleted(self) -> tuple[str, ...]:
        """The ids of what was deleted and not brought back."""
        ids = dict.fromkeys(kept.id for kept, _back in self._back)
        return tuple(each for each in ids if not self._store.holds(each))

    def add(self, kept: Kept) -> None:
        """Keep something new."""
        self._store.add(kept)
        self._back.append((kept, lambda: self._store.delete(kept.id)))

    def change(self, before: Kept, after: Kept) -> None:
        """Put `after` in the place of `before`; both have the same id."""
        if before.id != after.id or type(before) is not type(after):
            raise ValueError((before.id, after.id))
        self._store.update(after, before)
        self._back.append((before, lambda: self._store.update(before, after)))

    def delete(self, kept: Kept) -> None:
        """Delete it."""
        self._store.delete(kept.id)
        self._back.append((kept, lambda: self._store.add(kept)))

    def undo(self) -> Kept | None:
        """Take the last change back and give what it was about, as it was before; None where none is left."""
        if not self._back:
            return None
        kept, back = self._back[-1]
        back()
        self._back.pop()
        return kept
