"""How a few screens look, kept as pictures; `pytest --snapshot-update` takes them anew."""

from collections.abc import Callable
from datetime import date

import pytest
from textual.pilot import Pilot

from relaxapp.journal.settings import Theme
from relaxapp.ui.app import RelaxApp
from tests.ui.conftest import House, is_on, shown, until

Compare = Callable[..., bool]


async def at_home(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: "More" in shown(pilot.app))  # type: ignore[arg-type]


async def getting_ready(pilot: Pilot[None]) -> None:
    await at_home(pilot)
    app = pilot.app
    assert isinstance(app, RelaxApp)
    app.go("practise", "a-warm-kitchen")
    await until(pilot, is_on(app, "ReadyScreen"))


async def a_rating(pilot: Pilot[None]) -> None:
    await getting_ready(pilot)
    app = pilot.app
    assert isinstance(app, RelaxApp)
    await pilot.press("enter")
    await until(pilot, is_on(app, "QuestionsScreen"))
    await pilot.press("4")


@pytest.mark.parametrize("theme", list(Theme))
def test_home(house: House, snap_compare: Compare, theme: Theme) -> None:
    offers = frozenset({"group day", "voice tuning", "better voice"})
    app = house.started_before(first_session=date(2026, 11, 17), offers=offers, theme=theme).app()
    assert snap_compare(app, terminal_size=(80, 24), run_before=at_home)


def test_getting_ready(house: House, snap_compare: Compare) -> None:
    assert snap_compare(house.started_before().app(), terminal_size=(60, 20), run_before=getting_ready)


def test_a_rating(house: House, snap_compare: Compare) -> None:
    assert snap_compare(house.started_before().app(), terminal_size=(80, 24), run_before=a_rating)
