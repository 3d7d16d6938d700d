"""Choosing parts of the body: three equal choices, and parts of parts follow."""

import pytest

from relaxapp.practice.area_choices import AreaChoice, choice, chosen, following
from relaxapp.practice.area_names import offered_areas
from relaxapp.ui.widgets.body_map import PARTS, PICTURE
from relaxapp.words.areas import LEAVES, leaves


def test_space_goes_round_the_three_choices() -> None:
    out: frozenset[str] = frozenset()
    let_go: frozenset[str] = frozenset()
    seen = []
    for _press in range(4):
        seen.append(choice("left arm", out, let_go))
        out, let_go = chosen("left arm", following(seen[-1]), out, let_go)
    assert seen == [AreaChoice.INCLUDED, AreaChoice.LET_GO, AreaChoice.LEFT_OUT, AreaChoice.INCLUDED]


def test_who_only_lets_go_sees_so_and_can_tense_one_part_again() -> None:
    assert all(choice(area, (), {"body"}) is AreaChoice.LET_GO for area in offered_areas())
    out, let_go = chosen("left hand", AreaChoice.INCLUDED, (), {"body"})
    assert not out
    assert leaves(let_go) == LEAVES - {"left hand"}
    assert choice("left arm", out, let_go) is AreaChoice.PARTLY


def test_a_part_left_out_is_not_also_let_go() -> None:
    out, let_go = chosen("jaw", AreaChoice.LEFT_OUT, (), {"face"})
    assert choice("jaw", out, let_go) is AreaChoice.LEFT_OUT
    assert not leaves(out) & leaves(let_go)


@pytest.mark.parametrize("area", sorted(PARTS.values()))
def test_every_part_drawn_is_an_area(area: str) -> None:
    assert leaves([area]) <= LEAVES


def test_the_body_is_drawn_in_straight_rows_and_its_right_is_on_the_left() -> None:
    assert len({len(row) for row in PICTURE}) == 1
    for letter, area in PARTS.items():
        columns = [row.index(letter) for row in PICTURE if letter in row]
        assert columns, area
        if area.startswith("right"):
            assert max(columns) < len(PICTURE[0]) / 2
