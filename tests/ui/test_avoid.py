"""Words to avoid, by keys alone."""

from relaxapp.ui.screens.avoid import AvoidScreen
from tests.ui.conftest import House, is_on, shown, until


async def test_enter_goes_back_at_once_and_marks_a_theme_where_one_is_marked(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.push_screen(AvoidScreen())
        await until(pilot, is_on(app, "AvoidScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "HomeScreen"))
        assert not house.store.settings().avoid
        app.push_screen(AvoidScreen())
        await until(pilot, is_on(app, "AvoidScreen"))
        await pilot.press("down", "enter", "tab", *"garlic", "enter")
        await until(pilot, is_on(app, "HomeScreen"))
    first = next(iter(app.shelf.lexicon().themes))
    assert house.store.settings().avoid == (first, "garlic")
