"""What is asked before the first muscle practice, by keys alone."""

import pytest

from relaxapp.ui.screens.areas import AreasScreen, TensingScreen
from relaxapp.ui.screens.avoid import AvoidScreen
from relaxapp.ui.screens.screen import AppScreen
from tests.ui.conftest import House, is_on, shown, until


async def test_enter_says_how_to_choose_where_no_way_is_marked(house: House) -> None:
    app = house.started_before().app()
    given: list[bool | None] = []
    how = "Choose with Up and Down first, then Enter; or press 1 or 2."
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.push_screen(TensingScreen(), given.append)
        await until(pilot, is_on(app, "TensingScreen"))
        assert how not in " ".join(shown(app).split())
        await pilot.press("enter")
        await until(pilot, lambda: how in " ".join(shown(app).split()))
        await pilot.press("down")
        await until(pilot, lambda: how not in " ".join(shown(app).split()))
        await pilot.press("down", "enter")
        await until(pilot, is_on(app, "HomeScreen"))
    assert given == [False]


async def test_enter_goes_on_from_the_parts_of_the_body_and_changes_none(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("practise", "muscle-relaxation")
        await until(pilot, is_on(app, "TensingScreen"))
        await pilot.press("1")
        await until(pilot, is_on(app, "AreasScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "ReadyScreen"))
    assert not house.store.settings().leave_out
    assert not house.store.settings().release_only


async def test_a_part_is_changed_by_space_and_by_enter(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.push_screen(AreasScreen())
        await until(pilot, is_on(app, "AreasScreen"))
        await pilot.press("down", "space", "enter")
        await until(pilot, lambda: "forehead: left out. That is kept." in shown(app))
        await pilot.press("home", "enter")
        await until(pilot, is_on(app, "HomeScreen"))
    assert "forehead" in house.store.settings().leave_out


@pytest.mark.parametrize("screen", [AreasScreen, AvoidScreen])
async def test_space_only_changes_lines_and_goes_nowhere(house: House, screen: type[AppScreen[None]]) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        before = house.store.settings()
        app.push_screen(screen())
        await until(pilot, is_on(app, screen.__name__))
        await pilot.press("space")
        await pilot.pause(0.1)
        assert is_on(app, screen.__name__)()
        assert house.store.settings() == before
        await pilot.press("enter")
        await until(pilot, is_on(app, "HomeScreen"))
