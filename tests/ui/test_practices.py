"""All practices: found again among favourites, by words, and by the time at hand."""

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from relaxapp.ui.app import RelaxApp
from tests.ui.conftest import ALL_OFFERS, House, is_on, shown, until
from tests.ui.test_sizes import cut_off, keys_fit


def opened(house: House, **settings: object) -> RelaxApp:
    return house.started_before(offers=ALL_OFFERS, **settings).app()


async def go_to_the_list(pilot: Pilot[None], app: RelaxApp) -> None:
    await until(pilot, lambda: "All practices" in shown(app))
    app.go("all_practices")
    await until(pilot, is_on(app, "PracticesScreen"))
    await until(pilot, lambda: bool(listed(app)))


def marked(app: RelaxApp) -> str:
    listed = app.screen.query_one("#all-practices", OptionList)
    assert listed.highlighted is not None
    return str(listed.get_option_at_index(listed.highlighted).prompt).strip()


def listed(app: RelaxApp) -> list[str]:
    options = app.screen.query_one("#all-practices", OptionList).options
    return [str(each.prompt).strip() for each in options]


async def test_f_marks_a_favourite_which_is_listed_first(house: House) -> None:
    app = opened(house)
    async with app.run_test(size=(60, 20)) as pilot:
        await go_to_the_list(pilot, app)
        await pilot.press("down", "down")
        title = marked(app)
        await pilot.press("f")
        assert listed(app)[:2] == ["* Favourites", f"{title}  * favourite"]
        assert marked(app) == f"{title}  * favourite"
        assert len(house.store.settings().favourites) == 1
        assert keys_fit(app)
        await pilot.press("home")
        assert marked(app) == f"{title}  * favourite"
        await pilot.press("f")
        assert "* favourite" not in shown(app)
        assert house.store.settings().favourites == frozenset()
        assert marked(app)


async def test_f_marks_it_while_one_gets_ready(house: House) -> None:
    app = opened(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("practise", "settling")
        await until(pilot, is_on(app, "ReadyScreen"))
        await until(pilot, lambda: "F marks it as a favourite." in shown(app))
        await pilot.press("f")
        await until(pilot, lambda: "* A favourite. F takes the mark away." in shown(app))
    assert house.store.settings().favourites == {"settling"}


@pytest.mark.parametrize("key", ["slash", "s"])
async def test_it_is_found_while_one_types(house: House, key: str) -> None:
    app = opened(house)
    async with app.run_test(size=(60, 20)) as pilot:
        await go_to_the_list(pilot, app)
        await pilot.press(key, *"kitc")
        assert listed(app) == ["Found", "A warm kitchen"]
        assert not cut_off(app)
        await pilot.press(*"hf")
        assert listed(app) == []
        assert "Nothing was found for these words." in shown(app)
        await pilot.press("enter")
        assert is_on(app, "PracticesScreen")()
        await pilot.press("backspace", "backspace", "enter")
        await until(pilot, is_on(app, "ReadyScreen"))
        assert "A warm kitchen" in shown(app)


async def test_up_and_down_choose_while_one_types_and_esc_shows_all_again(house: House) -> None:
    app = opened(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_the_list(pilot, app)
        whole = listed(app)
        await pilot.press("slash", *"garden")
        await pilot.press("backspace", "backspace", "backspace", "backspace", "backspace")
        assert len(listed(app)) > 3
        first = marked(app)
        await pilot.press("down")
        assert marked(app) != first
        await pilot.press("up")
        assert marked(app) == first
        await pilot.press("escape")
        assert listed(app) == whole
        assert is_on(app, "PracticesScreen")()
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))


async def test_the_time_at_hand_opens_a_practice_at_that_length(house: House) -> None:
    app = opened(house, last_minutes={"a-warm-kitchen": 10})
    async with app.run_test(size=(60, 20)) as pilot:
        await go_to_the_list(pilot, app)
        await pilot.press("t")
        await until(pilot, is_on(app, "ChooseScreen"))
        await until(pilot, lambda: "I have 5 minutes" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: "What fits in 5 minutes" in shown(app))
        assert "Sixteen muscle groups" not in listed(app)
        await pilot.press("slash", *"kitchen", "enter")
        await until(pilot, is_on(app, "ReadyScreen"))
        lengths = app.screen.query_one("#lengths", OptionList)
        assert lengths.highlighted is not None
        assert lengths.get_option_at_index(lengths.highlighted).id == "5"
