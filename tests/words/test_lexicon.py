"""What words mean: parts of the body with their sides, themes, numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.words.areas import LEAVES, NAMES, leaves
from relaxapp.words.lexicon import AreaWords, Grammar, Lexicon, Mention, Theme
from tests.words.english import english


def meant(text: str) -> set[str]:
    """The leaves that a text names."""
    return {leaf for mention in english().mentions(text) for leaf in mention.leaves}


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Your left hand may open.", ["left hand"]),
        ("Your left and right hands.", ["hands"]),
        ("Your left or right hand.", ["hands"]),
        ("Both hands.", ["hands"]),
        ("A hand.", ["hands"]),
        ("Your Left\u00ad Hand.", ["left hand"]),
        ("Turn left. Hands are next.", ["hands"]),
        ("Your jaw and your brow.", ["jaw", "forehead"]),
        ("On the other hand, rest.", []),
        ("Come back now.", []),
        ("There is nothing here.", []),
        ("", []),
    ],
)
def test_which_parts_a_text_names(text: str, areas: list[str]) -> None:
    assert meant(text) == leaves(areas)


@pytest.mark.parametrize("name", NAMES)
def test_every_area_is_meant_by_its_name(name: str) -> None:
    assert english().areas_meant(name) == (name,)


@pytest.mark.parametrize(
    ("typed", "area"),
    [
        ("tummy", "abdomen"),
        ("my left knee", "left knee"),
        ("both feet", "feet"),
        ("THE JAW", "jaw"),
        ("zebra", ""),
    ],
)
def test_an_area_is_meant_by_what_people_call_it(typed: str, area: str) -> None:
    assert english().areas_meant(typed) == ((area,) if area else ())


@pytest.mark.parametrize(
    ("typed", "theme"),
    [
        ("water", "water"),
        ("Waters", "water"),
        ("the dark", "the dark"),
        ("crowds of zebras", None),
        ("", None),
    ],
)
def test_a_theme_is_meant_by_its_name_in_any_form(typed: str, theme: str | None) -> None:
    assert english().theme_meant(typed) == theme


@pytest.mark.parametrize(
    ("number", "said"), [(0, "zero"), (1, "one"), (10, "ten"), (-1, "-1"), (10_000, "10000")]
)
def test_a_number_is_said_in_words_where_there_are_any(number: int, said: str) -> None:
    assert english().number(number) == said


LEFT, RIGHT = frozenset({"left hand"}), frozenset({"right hand"})


@pytest.mark.parametrize(
    ("either", "carried", "found"),
    [
        (True, LEFT, LEFT),
        (True, RIGHT, RIGHT),
        (True, LEFT | RIGHT, LEFT | RIGHT),
        (True, frozenset(), LEFT | RIGHT),
        (False, LEFT, LEFT | RIGHT),
    ],
)
def test_where_either_side_would_do_the_line_tells_which(
    either: bool, carried: frozenset[str], found: frozenset[str]
) -> None:
    assert Mention("hand", LEFT | RIGHT, either).meant(carried) == found


def test_another_language_brings_its_own_words() -> None:
    german = Lexicon(
        "de",
        areas={"hands": AreaWords(one=("hand",), both=("hände",))},
        themes={"wasser": Theme(("fluss",), exceptions=("im fluss bleiben",))},
        grammar=Grammar(
            numbers=("null", "eins"), sides={"left": ("linke",), "right": ("rechte",)}, joining=("und",)
        ),
    )
    assert german.mentions("Deine linke Hand.")[0].leaves == LEFT
    assert german.mentions("Linke und rechte Hand.")[0].leaves == LEFT | RIGHT
    assert german.number(1) == "eins"
    assert german.number(2) == "2"
    assert german.said_of("wasser", "Am Fluss sitzen.") == "fluss"
    assert german.said_of("wasser", "Im Fluss bleiben.") is None


@given(st.text(max_size=80))
def test_any_text_names_known_leaves_in_its_own_words(text: str) -> None:
    for mention in english().mentions(text):
        assert mention.leaves
        assert mention.leaves <= LEAVES
        assert mention.words


@given(before=st.sampled_from(["", "Let ", "And then, ", "So… "]), name=st.sampled_from(sorted(LEAVES)))
def test_a_part_is_found_wherever_it_stands(before: str, name: str) -> None:
    assert meant(f"{before}your {name} rests.") == meant(f"your {name}")
