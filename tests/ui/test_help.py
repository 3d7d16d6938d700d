"""Help is one key away: H, and F1 while one types."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.widgets import Input

from relaxapp.practice import questions
from relaxapp.ui.screens.ask import AskScreen
from relaxapp.ui.screens.avoid import AvoidScreen
from relaxapp.ui.screens.preview import PreviewScreen
from relaxapp.ui.screens.remind import RemindScreen
from relaxapp.ui.screens.screen import AppScreen
from relaxapp.ui.screens.tick import TickScreen
from tests.ui.conftest import House, is_on, shown, until
from tests.ui.test_sizes import cut_off, keys_fit

SCREENS: dict[str, Callable[[], AppScreen[Any]]] = {
    "a scale": lambda: AskScreen([questions.pain("pain_before")], {"pain_before": None}),
    "a line": lambda: AskScreen([questions.after(asleep=False)[-1]], {"note": ""}),
    "themes": AvoidScreen,
    "a page": lambda: PreviewScreen([("Page", ("words",))]),
    "reminders": RemindScreen,
    "lines": lambda: TickScreen("Notes", "Mark some.", [("a", "A note")], []),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_help_is_one_key_away(house: House, name: str) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        screen = SCREENS[name]()
        app.push_screen(screen)
        await until(pilot, is_on(app, type(screen).__name__))
        await pilot.pause()
        assert not cut_off(app)
        assert keys_fit(app), shown(app)
        typing = isinstance(screen.focused, Input)
        assert ("H Help" in shown(app).splitlines()[-1]) is not typing
        await pilot.press("f1" if typing else "h")
        await until(pilot, is_on(app, "HelpScreen"))
        await pilot.press("escape")
        assert app.screen is screen


async def test_help_is_one_key_away_from_a_rating(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("practise", "paced-breathing")
        await until(pilot, is_on(app, "ReadyScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "QuestionsScreen"))
        await pilot.press("7", "h")
        await until(pilot, is_on(app, "HelpScreen"))
        await pilot.press("escape")
        await until(pilot, lambda: "Enter keeps 7" in shown(app))


async def test_help_is_one_key_away_from_the_page_for_the_group(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("share")
        await until(pilot, is_on(app, "ShareScreen"))
        await until(pilot, lambda: "H Help" in shown(app).splitlines()[-1])
        await pilot.press("h")
        await until(pilot, is_on(app, "HelpScreen"))
