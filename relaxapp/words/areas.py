"""The body as a tree of areas. Every name covers a set of leaves, the smallest parts that are told apart.

The names are identifiers: a script in any language writes `{area: left hand}`, and a lexicon says which words
of its language name the area. A hand, a foot or an ear is a leaf: who leaves out a thumb leaves out the hand.
Leaves that come in two are named by their side, so that a map of the body can tell them apart.
"""

from collections.abc import Iterable, Mapping

SIDES = ("left", "right")
"""The first word of a leaf, or of a larger area, that lies on one side."""


def _pair(plural: str, singular: str) -> dict[str, tuple[str, ...]]:
    return {plural: tuple(f"{side} {singular}" for side in SIDES)}


def _limb(plural: str, singular: str, parts: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    limb = _pair(plural, singular)
    for side in SIDES:
        limb[f"{side} {singular}"] = tuple(f"{side} {part}" for part in parts)
    return limb


PARTS: Mapping[str, tuple[str, ...]] = {
    "body": ("head", "neck", "shoulders", "arms", "trunk", "hips", "buttocks", "legs"),
    "head": ("scalp", "ears", "face"),
    **_pair("ears", "ear"),
    "face": ("forehead", "eyes", "mid-face", "mouth", "jaw"),
    **_pair("eyes", "eye"),
    "mid-face": ("cheeks", "nose"),
    **_pair("cheeks", "cheek"),
    **_pair("jaw", "jaw"),
    "neck": ("throat", "back of the neck"),
    **_pair("shoulders", "shoulder"),
    **_limb("arms", "arm", ("upper arm", "elbow", "lower arm")),
    **_limb("lower arms", "lower arm", ("forearm", "wrist", "hand")),
    **_pair("upper arms", "upper arm"),
    **_pair("elbows", "elbow"),
    **_pair("forearms", "forearm"),
    **_pair("wrists", "wrist"),
    **_pair("hands", "hand"),
    "trunk": ("chest", "back", "abdomen", "pelvis"),
    **_pair("chest", "chest"),
    "back": ("upper back", "lower back"),
    **_pair("upper back", "upper back"),
    **_pair("lower back", "lower back"),
    "abdomen": ("upper abdomen", "lower abdomen"),
    **_pair("hips", "hip"),
    **_pair("buttocks", "buttock"),
    **_limb("legs", "leg", ("thigh", "knee", "lower leg", "ankle", "foot")),
    **_pair("thighs", "thigh"),
    **_pair("knees", "knee"),
    **_limb("lower legs", "lower leg", ("calf", "shin")),
    **_pair("calves", "calf"),
    **_pair("shins", "shin"),
    **_pair("ankles", "ankle"),
    **_pair("feet", "foot"),
}
"""The parts of every area that is more than a leaf. An area may be part of several: a left hand is part of
the hands and of the left arm."""


def _leaves(name: str) -> frozenset[str]:
    parts = PARTS.get(name)
    if parts is None:
        return frozenset({name})
    return frozenset().union(*map(_leaves, parts))


LEAVES_OF: Mapping[str, frozenset[str]] = {
    name: _leaves(name)
    for name in dict.fromkeys([*PARTS, *(part for parts in PARTS.values() for part in parts)])
}
"""The leaves that each area covers, larger areas before their parts."""

LEAVES: frozenset[str] = LEAVES_OF["body"]
"""The smallest parts."""

NAMES: tuple[str, ...] = tuple(LEAVES_OF)
"""Every name an area can be called by in a script."""


def area_name(text: str) -> str | None:
    """The area that `text` is the name of, however it is spaced and capitalised; None where there is none."""
    name = " ".join(text.casefold().split())
    return name if name in LEAVES_OF else None


def leaves(names: Iterable[str]) -> frozenset[str]:
    """All leaves that the areas of these names cover; KeyError for a name that is none."""
    covered: frozenset[str] = frozenset()
    for name in names:
        covered |= LEAVES_OF[name]
    return covered


def on_side(covered: frozenset[str], side: str) -> frozenset[str]:
    """Those of the leaves that lie on `side`, and those that have no side."""
    other = SIDES[1 - SIDES.index(side)]
    return frozenset(leaf for leaf in covered if not leaf.startswith(f"{other} "))


def names_for(covered: frozenset[str]) -> tuple[str, ...]:
    """The fewest area names, larger ones first, that together cover just these leaves."""
    left, names = set(covered), []
    for name in sorted(NAMES, key=lambda name: -len(LEAVES_OF[name])):
        if LEAVES_OF[name] <= covered and LEAVES_OF[name] & left:
            names.append(name)
            left -= LEAVES_OF[name]
    return tuple(names)
