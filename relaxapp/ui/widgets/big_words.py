"""The words being spoken, in letters several rows high, as large as there is room for."""

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

if TYPE_CHECKING:
    from pyfiglet import Figlet

FONTS = ("mono12", "mono9", "smblock", "future")
"""Largest first. The last has letters three rows high, so that a long sentence fits 80x24."""
SMALLER_FONTS = ("smblock", "future")
"""For words that stand back beside others."""


PLAIN_MARKS = str.maketrans("’‘“”–—", "''\"\"--")
"""Typographic marks, and what the fonts have for them."""


@lru_cache(maxsize=8)
def _figlet(font: str, width: int) -> "Figlet":
    from pyfiglet import Figlet

    return Figlet(font=font, width=width, justify="center")


def _drawable(words: str) -> str:
    """Letters the font has: accents it lacks are left off, typographic marks become plain ones."""
    decomposed = unicodedata.normalize("NFKD", words.translate(PLAIN_MARKS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=64)
def big_words(words: str, width: int, height: int, fonts: tuple[str, ...] = FONTS) -> str | None:
    """`words` in big letters, or None where they don't fit or the fonts have no such letters."""
    drawable = _drawable(words)
    if not drawable.isascii() or not drawable.strip():
        return None
    for font in fonts:
        rows = _rows(font, drawable, width)
        if rows is not None and len(rows) <= height:
            return "\n".join(rows)
    return None


def _rows(font: str, drawable: str, width: int) -> list[str] | None:
    """The words in one font, each row as wide as there is room; None where a letter is wider than that.

    Rows of one width stay under each other, however they are laid out later.
    """
    from pyfiglet import CharNotPrinted

    try:
        rows = str(_figlet(font, width).renderText(drawable)).rstrip().splitlines()
    except CharNotPrinted:
        return None
    if max(map(len, rows), default=0) > width:
        return None
    return [row.ljust(width) for row in rows]


class BigWords(Static):
    """Falls back to bold, widely set words where the big ones don't fit."""

    words: reactive[str] = reactive("")
    fonts: reactive[tuple[str, ...]] = reactive(FONTS)
    """Largest first; none for words that are always plain."""

    def watch_words(self) -> None:
        """Draw the new words."""
        self._draw()

    def watch_fonts(self) -> None:
        """Draw them in other fonts."""
        self._draw()

    def on_resize(self) -> None:
        """Draw them again for the new size."""
        self._draw()

    def _draw(self) -> None:
        if not self.size:
            return
        drawn = big_words(self.words, self.size.width, self.size.height, self.fonts)
        self.set_class(drawn is None, "-plain")
        self.update(Content(drawn if drawn is not None else self.words))
