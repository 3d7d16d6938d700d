"""Settings by keys alone."""

import pytest

from tests.ui.conftest import House, is_on, shown, until


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_left_and_right_change_the_marked_setting_and_keep_it(
    house: House, size: tuple[int, int]
) -> None:
    app = house.started_before().app()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("s")
        await until(pilot, is_on(app, "SettingsScreen"))
        assert "Less" in shown(app)
        await pilot.press("left", "down", "down", "down", "right")
    assert house.store.settings().voice_volume == 0.7
    assert house.store.settings().muted


async def test_a_line_that_is_typed_is_kept_by_enter_and_left_by_esc(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("s")
        await until(pilot, is_on(app, "SettingsScreen"))
        while "cue word" not in str(app.screen._row.label):  # type: ignore[attr-defined]
            await pilot.press("down")
        await pilot.press("enter", *"soft", "left", "enter")
        assert house.store.settings().cue_word == "soft"
        await pilot.press("enter", *"er", "escape")
        assert house.store.settings().cue_word == "soft"
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
