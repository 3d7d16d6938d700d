"""A page longer than the terminal says by what keys it scrolls; one that fits says nothing of it."""

import pytest

from relaxapp.ui.screens.reading import ReadingScreen
from tests.ui.conftest import House, is_on, shown, until
from tests.ui.test_sizes import keys_fit


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_help_names_the_keys_that_scroll_it(house: House, size: tuple[int, int]) -> None:
    app = house.started_before().app()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("h")
        await until(pilot, is_on(app, "HelpScreen"))
        await until(pilot, lambda: "↑↓ Scroll" in shown(app))
        assert "PgDn Page" in shown(app)
        assert "Esc Back" in shown(app)
        assert keys_fit(app)
        top = shown(app)
        await pilot.press("pagedown")
        await until(pilot, lambda: "Ratings" in shown(app) and shown(app) != top)


async def test_a_page_that_is_all_in_sight_names_no_key_to_scroll(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.push_screen(ReadingScreen("A title", "Few words."))
        await until(pilot, lambda: "Esc Back" in shown(app))
        await pilot.pause(0.1)
        assert "Scroll" not in shown(app)
        await pilot.resize_terminal(80, 5)
        await until(pilot, lambda: "↑↓ Scroll" in shown(app))
