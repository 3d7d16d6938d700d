"""The keys on the last line of a screen: a click on one presses it; those that do nothing yet are pale."""

import pytest

from relaxapp.ui.widgets.key_line import KeyLine
from tests.ui.conftest import House, is_on, shown, takes_keys, until


async def test_a_click_on_a_key_presses_it(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "H Help" in shown(app))
        await pilot.click(offset=(70, 23))
        assert is_on(app, "HomeScreen")(), "where no key stands, nothing happens"
        await pilot.click(offset=(shown(app).splitlines()[-1].index("Help") + 1, 23))
        await until(pilot, is_on(app, "HelpScreen"))


async def test_a_key_that_does_nothing_yet_is_pale_and_a_click_on_it_does_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Long enough that a busy machine looks within it.
    monkeypatch.setattr("relaxapp.ui.screens.unasked.A_MOMENT", 2.0)
    app = house.practised_before().app()

    def is_pale(name: str) -> bool:
        segments = app.screen.query_one(KeyLine).render_line(0)
        return any(each.style is not None and each.style.dim and name in each.text for each in segments)

    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "GroupDayScreen"))
        await until(pilot, lambda: is_pale("Not now"))
        assert not is_pale("Help"), "help is there at once"
        await pilot.click("KeyLine", offset=(2, 0))
        await until(pilot, takes_keys(app, "GroupDayScreen"))
        await until(pilot, lambda: not is_pale("Not now"))


async def test_no_letter_is_named_while_it_would_be_typed(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("j")
        await until(pilot, is_on(app, "JournalScreen"))
        await pilot.press("left")
        await until(pilot, lambda: "/ Find" in shown(app))
        await pilot.press("slash")
        await until(pilot, lambda: "Words to look for" in shown(app))
        await until(pilot, lambda: "H Help" not in shown(app))
        assert "F1 Help" in shown(app)
        await pilot.press("escape")
        await until(pilot, lambda: "H Help" in shown(app))
        await pilot.press("escape")
        app.go("all_practices")
        await until(pilot, lambda: "/ Find" in shown(app))
        await pilot.press("slash")
        await until(pilot, lambda: "Type words of it" in shown(app))
        await until(pilot, lambda: "/ Find" not in shown(app))
