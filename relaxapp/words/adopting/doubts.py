"""Asking once about words that may be for the listener or for the reader."""

from relaxapp.words.adopting.understood import Answers, Doubt
from relaxapp.words.source import Marked, Source

MOST_DOUBTS = 200
"""Questions; what is doubtful beyond them takes its safe choice."""


class Doubts:
    """Gives the person's answer where there is one, else the safe choice, and keeps the question."""

    def __init__(self, source: Source, answers: Answers) -> None:
        self._source = source
        self._answers = answers
        self._found: dict[str, Doubt] = {}

    def say(self, words: Marked, why: str, default: bool) -> bool:
        """Whether these words are said."""
        shown = " ".join(words.text.split())
        key = shown[:300]
        if key not in self._found and len(self._found) < MOST_DOUBTS:
            line = self._source.position(words.start).line
            self._found[key] = Doubt(key, line, why, default)
        return self._answers.get(key, default)

    def found(self) -> tuple[Doubt, ...]:
        """Every question, in the order of the page."""
        return tuple(sorted(self._found.values(), key=lambda doubt: doubt.line))
