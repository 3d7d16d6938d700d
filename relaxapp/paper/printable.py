"""Words made fit for paper. Pure."""

import re
import unicodedata
from collections.abc import Callable, Mapping

LONGEST_WORD = 40
"""A longer run without a space (an address, a slip of the hand) may be broken at each so many signs."""
BREAK = "\u200b"
"""A place without width where a line may be broken."""
NOT_SHOWN = "\u25a1"
"""Stands where no font has a sign, and its name would not help."""
_TURNS = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
"""Marks that would turn the words after them around; the direction of words follows from their letters."""
_UNSEEN = {code: None for code in (*range(0x20), 0x7F, *range(0x80, 0xA0), *_TURNS) if code != 0x0A} | {
    0x09: " "
}
_LONG = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")


def printable(text: str) -> str:
    """`text` without signs that are not seen, and with places to break what would not fit a line."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    lines = whole.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return _LONG.sub(lambda run: run[0] + BREAK, lines.translate(_UNSEEN))


def without(missing: frozenset[str]) -> Callable[[str], str]:
    """How a text reads without signs that no font has: a picture by its name in brackets, others as a box."""
    table = str.maketrans({sign: _said(sign) for sign in missing})
    return lambda text: text.translate(table)


def _said(sign: str) -> str:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"} or 0xFE00 <= ord(sign) <= 0xFE0F:
        return ""
    if unicodedata.category(sign) == "So" and (name := unicodedata.name(sign, "")):
        return f"({name.lower()})"
    return NOT_SHOWN


def in_every_text(value: object, change: Callable[[str], str]) -> object:
    """`value` with each text in it changed, however deep it lies; the names of mappings stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {name: in_every_text(each, change) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [in_every_text(each, change) for each in value]
    return value
