"""What is wrong in a script, where, and what would be right."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from relaxapp.words.script import Position


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing to put right."""

    position: Position
    """Where it stands."""
    message: str
    """What is wrong, and what would be right."""

    def told(self, path: str) -> str:
        """One line, in the form editors jump to: `path:line:column: message`."""
        return f"{path}:{self.position.line}:{self.position.column}: {self.message}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, or None where none is like it."""
    by_fold = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold()[:80], by_fold, n=1, cutoff=0.6)
    return by_fold[close[0]] if close else None
