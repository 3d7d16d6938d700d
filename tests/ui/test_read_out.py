"""Tab marks an answer to be read out, takes that back, and the words say which it is."""

from dataclasses import replace
from datetime import date

import pytest

from relaxapp.journal.by_hand import no_practice
from relaxapp.journal.entry import Obstacle
from relaxapp.practice.changing import answers_of, changeable
from relaxapp.practice.questions import Choices, OpenLine
from relaxapp.ui.screens.ask import AskScreen
from tests.ui.conftest import House, is_on, shown, until


async def test_tab_itself_marks_a_line_to_be_read_out_and_takes_that_back(house: House) -> None:
    app = house.started_before().app()
    line = OpenLine("text", "What would you like to tell?", read_out_field="read_out")
    given: list[dict[str, object] | None] = []
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        for keys in (["tab"], ["tab", "tab"], ["tab", *" more"]):
            app.push_screen(AskScreen([line], {"text": "hello", "read_out": False}), given.append)
            await until(pilot, is_on(app, "AskScreen"))
            assert "Tab marks that it may be read out." in shown(app)
            await pilot.press(*keys)
            marked = keys.count("tab") == 1
            assert ("It may be read out; Tab takes that back." in shown(app)) is marked
            assert ("[x] May be read out" in shown(app)) is marked
            await pilot.press("enter")
            await until(pilot, is_on(app, "HomeScreen"))
    assert given == [
        {"text": "hello", "read_out": True},
        {"text": "hello", "read_out": False},
        {"text": "hello more", "read_out": True},
    ]


@pytest.mark.parametrize(("others", "stays"), [(True, True), (False, False)])
@pytest.mark.parametrize("emptied", ["obstacles", "obstacle_words"])
async def test_a_mark_for_lines_and_own_words_stays_while_either_remains(
    house: House, emptied: str, others: bool, stays: bool
) -> None:
    """Who takes back the lines has not taken back the words, and the other way round."""
    told = no_practice(date(2026, 11, 23), (Obstacle.HURT,), "loud", read_out=True)
    if not others:
        told = replace(told, obstacles=told.obstacles if emptied == "obstacles" else ())
        told = replace(told, obstacle_words="loud" if emptied == "obstacle_words" else "")
    asked = next(each for each, _label in changeable(told) if each.field == emptied)
    app = house.started_before().app()
    given: list[dict[str, object] | None] = []
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.push_screen(AskScreen([asked], answers_of(told)), given.append)
        await until(pilot, is_on(app, "AskScreen"))
        if isinstance(asked, Choices):
            at = [each for each, _words in asked.options].index(Obstacle.HURT)
            await pilot.press(*["down"] * at, "space", "enter")
        else:
            await pilot.press(*["backspace"] * len("loud"), "enter")
        await until(pilot, is_on(app, "HomeScreen"))
    [answers] = given
    assert answers is not None
    assert not answers[emptied]
    assert answers["obstacles_read_out"] is stays
