"""From the bytes of a text file to its text, whatever it was saved as.

The order is: byte order marks; UTF-8, which proves itself; UTF-16 without a mark, told by its zero bytes;
Windows-1252, which nearly everything else is in the west; Latin-1, where Windows-1252 has no letter. Guessing
by statistics does worse on a page or two: it often takes Windows-1252 for Windows-1250 or Mac Roman.
"""

import codecs
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; the longer ones first, since that of UTF-32 begins with that of UTF-16."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how it was read."""

    text: str
    """Its characters."""
    encoding: str
    """What it was saved as."""
    certain: bool
    """Whether the bytes themselves tell, so that no letter can be wrong."""


def decoded(data: bytes) -> Decoded | None:
    """The text in these bytes; None where they are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, certain=True)
    if b"\0" in data:
        return _without_mark(data)
    return (
        _strict(data, "utf-8", certain=True)
        or _strict(data, "cp1252", certain=False)
        or _strict(data, "latin-1", certain=False)
    )


def _strict(data: bytes, encoding: str, certain: bool) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding, certain)
    except UnicodeDecodeError:
        return None


def _without_mark(data: bytes) -> Decoded | None:
    """UTF-16 without a byte order mark: nearly every other byte is zero, on the same side."""
    if len(data) % 2:
        return None
    pairs = len(data) // 2
    for encoding, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        low = data[0::2] if encoding == "utf-16-le" else data[1::2]
        if high.count(0) * 2 > pairs and b"\0" not in low:
            return _strict(data, encoding, certain=True)
    return None
