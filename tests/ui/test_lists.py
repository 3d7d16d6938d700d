"""What holds for every list: the marked line is in sight, also in a terminal that becomes smaller."""

import pytest
from textual.widgets import OptionList

from tests.ui.conftest import House, is_on, shown, until


@pytest.mark.parametrize(
    ("keys", "downs", "size"),
    [(["s"], 21, (60, 20)), (["end", "up", "up", "enter"], 30, (80, 12)), (["m"], 9, (60, 12))],
    ids=["settings", "practices", "more"],
)
async def test_the_marked_line_stays_in_sight_in_a_smaller_terminal(
    house: House, keys: list[str], downs: int, size: tuple[int, int]
) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press(*keys)
        await until(pilot, lambda: not is_on(app, "HomeScreen")())
        await pilot.press(*["down"] * downs)
        listed = app.screen.query_one(OptionList)
        marked = listed.highlighted_option
        assert marked is not None
        await pilot.resize_terminal(*size)
        await until(pilot, lambda: app.size == size)
        await pilot.pause(0.1)
        words = str(marked.prompt).split("  ")[0].strip() or str(marked.prompt).strip()
        assert words in shown(app)
