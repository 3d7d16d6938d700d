"""The names of scripts of one's own: safe on every system, and never outside of their folder."""

import re
import unicodedata
from collections.abc import Collection

from relaxapp.errors import NotFoundError
from relaxapp.translation import _

LONGEST_NAME = 60
"""Characters, so that the file's name fits everywhere whatever its letters are."""

_SPOKEN_FOR = frozenset(
    {"readme", "con", "prn", "aux", "nul"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)
"""Names that mean something else: to the library, or to Windows."""

_NAME = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def name_for(wanted: str, taken: Collection[str] = ()) -> str:
    """A name made of a title or of a file's name; a number follows it where it is in `taken`."""
    composed = unicodedata.normalize("NFC", wanted.strip()).casefold().removesuffix(".md")
    words = re.findall(r"[^\W_]+", composed.replace("'", "").replace("’", ""))
    name = unicodedata.normalize("NFC", _cut("-".join(words))) or "my-practice"
    if not is_name(name):
        name = f"my-{name}"
    found, number = name, 2
    while found in taken:
        ending = f"-{number}"
        found, number = _cut(name, LONGEST_NAME - len(ending)) + ending, number + 1
    return found


def key(name: str) -> str:
    """A name as names are compared: small letters, hyphens between words, no file ending."""
    return "-".join(name.casefold().removesuffix(".md").replace("_", " ").split())


def is_name(name: str) -> bool:
    """Whether it can be the name of a script: letters and digits of any language, and hyphens."""
    return (
        len(name) <= LONGEST_NAME
        and len(name.encode("utf-8", "replace")) <= 4 * LONGEST_NAME
        and _NAME.fullmatch(name) is not None
        and name not in _SPOKEN_FOR
    )


def safe(name: str) -> str:
    """The name itself, where it is one; NotFoundError otherwise."""
    if is_name(name):
        return name
    raise NotFoundError(
        _("{name} can't be the name of a practice.").format(name=repr(name[:80])),
        _("A name is made of letters, digits and hyphens, such as my-quiet-place."),
    )


def _cut(name: str, longest: int = LONGEST_NAME) -> str:
    return name[:longest].rstrip("-")
