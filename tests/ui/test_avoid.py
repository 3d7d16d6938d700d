"""Words to avoid, by keys alone."""

import pytest

from relaxapp.ui.screens.avoid import AvoidScreen
from tests.ui.conftest import House, is_on, shown, until
from tests.ui.test_sizes import cut_off


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


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_it_opens_with_its_heading_and_only_the_themes_scroll(
    house: House, size: tuple[int, int]
) -> None:
    app = house.started_before().app()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.push_screen(AvoidScreen())
        await until(pilot, lambda: "Own words, with commas between them" in shown(app))
        await pilot.pause()
        assert "Words to avoid" in shown(app)
        assert "never spoken or shown in a practice" in " ".join(shown(app).split())
        assert app.screen.max_scroll_y == 0
        assert not cut_off(app)


async def test_own_words_are_gone_on_with_at_their_end(house: House) -> None:
    app = house.started_before(avoid=("husband", "bread")).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.push_screen(AvoidScreen())
        await until(pilot, is_on(app, "AvoidScreen"))
        await pilot.press("tab", "comma", *" ladder", "enter")
        await until(pilot, is_on(app, "HomeScreen"))
    assert house.store.settings().avoid == ("husband", "bread", "ladder")


async def test_what_holds_no_letter_is_not_kept_and_told(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.push_screen(AvoidScreen())
        await until(pilot, is_on(app, "AvoidScreen"))
        await pilot.press("tab", *"bread, *", "enter")
        await until(pilot, lambda: "'*' has no letter or number in it" in shown(app))
        assert is_on(app, "AvoidScreen")()
        assert not cut_off(app)
        assert house.store.settings().avoid == ("bread",)
        await pilot.press("backspace", "4", "enter")
        await until(pilot, is_on(app, "HomeScreen"))
    assert house.store.settings().avoid == ("bread", "4")
