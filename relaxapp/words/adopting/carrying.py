"""Which areas of the body a line of the script has to carry, so that it keeps the promises."""

from collections.abc import Iterable

from relaxapp.words.areas import LEAVES_OF, PARTS, SIDES, leaves, names_for, on_side
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.sentences import phrases

REGIONS = {part: LEAVES_OF[part] for part in PARTS["body"]}
"""The large parts of the body."""


def leaves_named(text: str, lexicon: Lexicon, context: frozenset[str] = frozenset()) -> frozenset[str]:
    """The leaves that the words name; where either side would do, the one that `context` or they speak of."""
    mentions = [
        mention
        for phrase in phrases(text)
        for mention in lexicon.mentions(" ".join(text[phrase.start : phrase.end].split()))
    ]
    certain: frozenset[str] = frozenset()
    for mention in mentions:
        if not mention.either:
            certain |= mention.leaves
    covered = certain
    for mention in mentions:
        if mention.either:
            covered |= _half(mention.leaves, certain) or _half(mention.leaves, context) or mention.leaves
    while any(not mention.meant(covered) <= covered for mention in mentions):
        covered = covered.union(*(mention.meant(covered) for mention in mentions))
    return covered


def _half(covered: frozenset[str], spoken_of: frozenset[str]) -> frozenset[str]:
    """One side of these leaves, where only one side is spoken of."""
    sides = [side for side in SIDES if any(leaf.startswith(f"{side} ") for leaf in spoken_of)]
    return on_side(covered, sides[0]) if len(sides) == 1 else frozenset()


def carried(named: frozenset[str], section: tuple[str, ...]) -> tuple[str, ...]:
    """The areas a line writes: none where its section's say it all, both where it goes beyond."""
    of_section = leaves(section)
    if not named:
        return ()
    if not section or named <= of_section or not named & of_section:
        return () if named == of_section else names_for(named)
    return names_for(named | of_section)


def regions(covered: frozenset[str]) -> frozenset[str]:
    """The large parts of the body that these leaves lie in, each side of it for itself."""
    return frozenset(
        f"{side} {name}"
        for name, parts in REGIONS.items()
        for side in SIDES
        if covered & on_side(parts, side)
    )


def braces(areas: Iterable[str]) -> str:
    """Areas as the format writes them."""
    return "{area: " + ", ".join(areas) + "}"
