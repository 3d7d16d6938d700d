"""The forms of words that their stems don't show: words put together, endings, forms that no rule gives."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

SHORTEST = 3
"""Letters of a word that is looked for inside of a longer one."""
SHORTEST_WITH_ENDING = 4
"""Letters of a word to which an ending is added: so "man" is not found in "many"."""


class Forms:
    """The forms of one language."""

    def __init__(
        self,
        first: Iterable[str] = (),
        last: Iterable[str] = (),
        endings: Iterable[str] = (),
        not_made_of: Iterable[str] = (),
        irregular: Iterable[Iterable[str]] = (),
    ) -> None:
        """`first`, `last`: what stands first and last in words put together; `endings`: what is added.

        `not_made_of`: words that look so and aren't. `irregular`: words that are forms of one another.
        """
        self._first = frozenset(first)
        self._last = frozenset(last)
        self._endings = tuple(endings)
        self._whole = frozenset(not_made_of)
        self._others: Mapping[str, tuple[str, ...]] = {
            word: tuple(group) for group in map(tuple, irregular) for word in group
        }
        self.parts = lru_cache(maxsize=5_000)(self._parts)
        """The words that may lie inside of a longer one."""

    def others(self, word: str) -> tuple[str, ...]:
        """The forms of a word that no rule gives, itself among them; nothing where there are none."""
        return self._others.get(word, ())

    def _parts(self, word: str) -> tuple[str, ...]:
        if word in self._whole or not word.isalpha():
            return ()
        found: list[str] = []
        for cut in range(len(word) - 1, 0, -1):
            head, tail = word[:cut], word[cut:]
            if len(head) >= SHORTEST and tail in self._last:
                found.append(head)
            if len(tail) >= SHORTEST and head in self._first:
                found.append(tail)
            if len(head) >= SHORTEST_WITH_ENDING and tail in self._endings and head[-1] not in "ae":
                found += [head, head + "e"]
                if head[-1] == head[-2] and len(head) > SHORTEST_WITH_ENDING:
                    found.append(head[:-1])
        return tuple(found)


NO_FORMS = Forms()
"""For languages of which nothing is told, and for words that are only taken as they stand."""
