"""What is asked before the first muscle practice, by keys alone."""

from relaxapp.ui.screens.areas import TensingScreen
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
