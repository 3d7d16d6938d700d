"""The practices as one chooses among them: read once, with the words and the programme that go with them."""

import threading
from typing import TYPE_CHECKING

from relaxapp.errors import RelaxError
from relaxapp.library.library import Library

if TYPE_CHECKING:
    from relaxapp.words.lexicon import Lexicon
    from relaxapp.words.programme import Programme
    from relaxapp.words.script import Script


class Shelf:
    """Every practice, by whichever thread asks first; `read_anew` after one was added or changed."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._scripts: dict[str, Script] | None = None
        self._programme: Programme | None = None
        self._lock = threading.Lock()
        self.trouble: RelaxError | None = None
        """Why the programme can't be read, where it can't."""

    def read(self) -> None:
        """Read everything now; away from the screen."""
        self.scripts()
        self.programme()

    def read_anew(self) -> None:
        """What the library holds has changed."""
        with self._lock:
            self._scripts = self._programme = None

    def scripts(self) -> tuple["Script", ...]:
        """Every practice, in the order of the list."""
        return tuple(self._by_id().values())

    def script(self, name: str) -> "Script":
        """One practice by its id; KeyError where it is not there, or has mistakes."""
        return self._by_id()[name]

    def __contains__(self, name: str) -> bool:
        return name in self._by_id()

    def _by_id(self) -> "dict[str, Script]":
        with self._lock:
            if self._scripts is None:
                self._scripts = {script.id: script for script in self._library.all()}
            return self._scripts

    def own(self) -> frozenset[str]:
        """The ids of the practices that are the person's own."""
        return frozenset(script.id for script in self.scripts() if self._library.is_own(script))

    def lexicon(self) -> "Lexicon":
        """The words that name areas and themes."""
        return self._library.lexicon("en")

    def programme(self) -> "Programme | None":
        """The programme of the group; None where its file can't be read: then `trouble` says why."""
        if self._programme is None:
            try:
                self._programme = self._library.programme()
                self.trouble = None
            except RelaxError as error:
                self.trouble = error
        return self._programme

    def mistakes(self) -> dict[str, str]:
        """What is wrong with each practice that can't be read, by its id."""
        return dict(self._library.mistakes())
