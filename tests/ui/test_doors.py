"""Every way that can be set out on exists, and every entry of More leads to one."""

import inspect
from importlib import import_module
from pathlib import Path

import pytest
from textual.widgets import OptionList

from relaxapp.ui import ways
from relaxapp.ui.screens.more import doors
from tests.ui.conftest import House, is_on, shown, until

FILES = sorted(file.stem for file in Path(ways.__path__[0]).glob("[!_]*.py"))


@pytest.mark.parametrize("name", FILES)
def test_a_way_is_a_file_and_its_function_of_the_same_name(name: str) -> None:
    way = getattr(import_module(f"relaxapp.ui.ways.{name}"), name)
    assert inspect.iscoroutinefunction(way)


@pytest.mark.parametrize("door", [door for group in doors().values() for door in group], ids=lambda d: d.way)
def test_every_entry_of_more_leads_to_a_way(door: object) -> None:
    assert door.way in FILES  # type: ignore[attr-defined]


async def test_a_moment_to_settle_is_two_keys_away(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("m")
        await until(pilot, is_on(app, "MoreScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        assert "Settle" in shown(app)


async def test_from_an_entry_one_comes_back_to_more_where_one_was(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("m")
        await until(pilot, is_on(app, "MoreScreen"))
        listed = app.screen.query_one(OptionList)
        listed.highlighted = listed.get_option_index("remind")
        await pilot.press("enter")
        await until(pilot, is_on(app, "RemindScreen"))
        await pilot.press("escape")
        await until(pilot, is_on(app, "MoreScreen"))
        marked = app.screen.query_one(OptionList).highlighted_option
        assert marked is not None
        assert marked.id == "remind"
