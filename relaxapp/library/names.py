"""The names of scripts of one's own: safe on every system, and never outside of their folder."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from relaxapp.errors import NotFoundError
from relaxapp.translation import _

LONGEST_NAME = 60
"""Characters, so that the file's name fits everywhere whatever its letters are."""

NEAR = 0.8
"""How like a name must be to be called near, 0 to 1."""

_SPOKEN_FOR = frozenset(
    {"readme", "con", "prn", "aux", "nul"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)
"""Names that mean something else: to the library, or to Windows."""

_NAME = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def name_for(wanted: str, taken: Collection[str] = ()) -> str:
    """A name made of a title or of a file's name; a number follows where its key is in `taken`."""
    composed = unicodedata.normalize("NFC", wanted.strip()).casefold().removesuffix(".md")
    words = re.findall(r"[^\W_]+", composed.replace("'", "").replace("’", ""))
    name = unicodedata.normalize("NFC", _cut("-".join(words))) or "my-practice"
    if not is_name(name):
        name = f"my-{name}"
    found, number = name, 2
    while key(found) in taken:
        ending = f"-{number}"
        found, number = _cut(name, LONGEST_NAME - len(ending)) + ending, number + 1
    return found


def key_with_accents(name: str) -> str:
    """A name in small letters, hyphens between words, no file ending."""
    composed = unicodedata.normalize("NFC", name.strip()).casefold().removesuffix(".md")
    return "-".join(composed.replace("_", " ").replace("-", " ").split())


def key(name: str) -> str:
    """A name as names are compared: the same without accents, so that `cafe` means `café`."""
    decomposed = unicodedata.normalize("NFKD", key_with_accents(name))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def nearest_name(wanted: str, known: Iterable[str]) -> str:
    """The known name that was most likely meant; empty where none is really near.

    Near is the whole name with a slip in it, or a name that has each of the words, slips allowed: `kitchn`
    means `a-warm-kitchen`. Both are keys, as made by `key`.
    """
    wanted = wanted[:LONGEST_NAME]
    near = {name: max(_likeness(wanted, name), _words_likeness(wanted, name)) for name in known}
    best = max(near, key=lambda name: near[name], default="")
    return best if best and near[best] >= NEAR else ""


def _words_likeness(wanted: str, name: str) -> float:
    """How like the least fitting of the words wanted is to a word of the name."""
    words = name.split("-")
    return min(
        max((_likeness(each, word) for word in words if word[:1] == each[:1]), default=0.0)
        for each in wanted.split("-")
    )


def _likeness(one: str, other: str) -> float:
    """0 to 1."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).ratio()


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
