"""What stands before a colon: who speaks, or what a line is for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from relaxapp.words.adopting.english import DOUBTFUL_LABELS, LABELS, LEADERS, OTHERS, SPEAKERS
from relaxapp.words.adopting.page import has_words

_LABEL = re.compile(
    r"[\s*_]*(?P<name>[A-Za-z][A-Za-z .'’/-]{0,40}?)(?:\s*(?P<number>\d{1,2}))?[\s*_]*"
    r":[*_]*(?=\s|$|[\"“„])\s*"
)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a colon, where it is known."""

    kind: str
    """`speaker`, `reader`, `doubtful` or `other`."""
    name: str
    """As it is written, in small letters, with its number."""
    end: int
    """Index after it and its colon."""

    @property
    def leads(self) -> bool:
        """Whether it names who leads, and no number tells one speaker from another."""
        return self.name in LEADERS


def label(text: str) -> Label | None:
    """The label a text begins with; None where it begins with none that is known."""
    match = _LABEL.match(text)
    if match is None:
        return None
    plain = " ".join(match["name"].casefold().replace("’", "'").strip(" *_.").split())
    plain = re.sub(r" (?:reads|says|speaks|continues|reads aloud)$", "", plain)
    kinds = (("speaker", SPEAKERS), ("reader", LABELS), ("doubtful", DOUBTFUL_LABELS), ("other", OTHERS))
    for kind, names in kinds:
        if plain in names:
            return Label(kind, f"{plain} {match['number'] or ''}".strip(), match.end())
    return None


def has_asides(paragraphs: Iterable[tuple[str, str]]) -> bool:
    """Whether words that begin with who leads may be for them alone.

    So it is where the page speaks without a speaker first and mostly, and nobody else speaks. `paragraphs`:
    each with what of it follows the first line that ends a sentence.
    """
    plain, leading, beyond = 0, 0, False
    for text, rest in paragraphs:
        known = label(text)
        if known is None:
            plain += 1
        elif known.kind == "other" or (known.leads and not plain):
            return False
        elif known.leads and has_words(text[known.end :]):
            leading += 1
            beyond = has_words(rest)
    return 0 < leading < plain or (leading == 1 and beyond)
