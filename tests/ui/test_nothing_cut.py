"""What is told in a small terminal is told to its end, and a page opens at its title."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NoReturn

import pytest

from relaxapp.errors import SoundError
from relaxapp.practice.home import description
from relaxapp.practice.pacing import PACING
from relaxapp.ui.house_app import HouseApp
from relaxapp.ui.screens.room import RoomScreen
from relaxapp.ui.screens.room_setup import RoomSetupScreen
from tests.ui.conftest import ALL_OFFERS, House, is_on, shown, until
from tests.ui.test_lead import room_app

NO_DEVICE = SoundError(
    "No sound device was found.",
    "Connect a loudspeaker or headphones and try again, or go on without sound: the words are shown.",
)


def no_player(*_device: str) -> NoReturn:
    raise NO_DEVICE


@pytest.mark.parametrize("size", [(60, 20), (60, 12)])
@pytest.mark.parametrize("name", ["paced-breathing", "breath-muscles-place", "a-little-distance"])
async def test_getting_ready_begins_at_its_title_with_the_lengths_in_sight(
    house: House, name: str, size: tuple[int, int]
) -> None:
    app = house.started_before(breath_rate=8.0, muscle_question_asked=True).app()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "Breathe now" in shown(app) and "All practices" in shown(app))
        app.go("practise", name)
        await until(pilot, is_on(app, "ReadyScreen"))
        await pilot.pause(0.4)
        script = app.shelf.script(name)
        assert f"{script.lengths[-1]} minutes" in shown(app)
        assert script.title in shown(app)


def ready_is_whole(app: HouseApp) -> bool:
    """Whether all that getting ready tells is seen at once."""
    return not app.screen.query_one("#ready").max_scroll_y and "F marks it as a favourite." in shown(app)


async def test_getting_ready_for_any_practice_needs_no_scrolling(house: House) -> None:
    for name in ("place", "sound", "word"):
        house.store.set_answer(name, "a quiet beach")
    app = house.started_before(muscle_question_asked=True).app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        for script in app.shelf.scripts():
            if script.id == PACING:
                continue
            app.go("practise", script.id)
            await until(pilot, is_on(app, "ReadyScreen"))
            await until(pilot, partial(ready_is_whole, app))
            assert script.title in shown(app)
            for minutes in script.lengths:
                assert f" {minutes} minute" in shown(app)
            await pilot.press("escape")
            await until(pilot, is_on(app, "HomeScreen"))


async def test_home_tells_of_trouble_and_what_is_marked_side_by_side(house: House) -> None:
    house.services = replace(house.services, open_player=no_player)
    app = house.started_before(first_session=date(2026, 10, 27), offers=ALL_OFFERS).app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.desk.player()
        app.screen.show_again()  # type: ignore[attr-defined]
        await until(pilot, lambda: str(NO_DEVICE) in " ".join(shown(app).split()))
        assert "Session 5 of 8" in shown(app)
        for script in app.home().suggested():
            await pilot.press("down")
            told = description(script)
            await until(pilot, partial(is_told, app, told))


def is_told(app: HouseApp, words: str) -> bool:
    """Whether words are seen to their end, and nothing scrolls."""
    seen = " ".join(shown(app).split())
    return " ".join(words.split()) in seen and str(NO_DEVICE) in seen and not app.screen.max_scroll_y


async def test_a_practice_says_to_the_end_why_nothing_is_heard(house: House) -> None:
    house.services = replace(house.services, open_player=no_player)
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        await until(pilot, lambda: str(NO_DEVICE) in " ".join(shown(app).split()))


async def test_a_grounding_does_not_tell_again_that_nothing_is_heard(house: House) -> None:
    house.services = replace(house.services, open_player=no_player)
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        await until(pilot, lambda: "No sound device" in shown(app))
        house.clock.seconds += 20
        await until(pilot, lambda: "No sound device" not in shown(app))
        await pilot.press("escape", "g")
        await until(pilot, lambda: "left" in shown(app) and "You stopped" not in shown(app))
        house.clock.seconds += 1
        await pilot.pause(0.3)
        assert "No sound device" not in shown(app)


async def test_setting_up_a_room_shows_its_title_and_all_it_has_to_tell(house: House) -> None:
    house.services = replace(house.services, stay_awake=lambda: nullcontext(False))
    app = room_app(house, "muscle-relaxation")
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, is_on(app, "RoomSetupScreen"))
        assert isinstance(app.screen, RoomSetupScreen)
        app.screen._show(str(NO_DEVICE))
        await pilot.pause(0.3)
        told = " ".join(shown(app).split())
        assert "Muscle relaxation" in told
        assert str(NO_DEVICE) in told
        assert "one is as good as the other" in told
        assert "turn the screen saver off yourself" in told
        assert "Show the title, ready to begin" in told


async def test_a_room_tells_two_things_to_their_end(house: House) -> None:
    app = room_app(house)
    app._parts = replace(app._parts, player=no_player)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "RoomSetupScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "RoomTitleScreen"))
        await pilot.press("space")
        await until(pilot, is_on(app, "RoomScreen"))
        assert isinstance(app.screen, RoomScreen)
        await pilot.press("up", "m", "space")
        await until(pilot, lambda: "The words are here." in " ".join(shown(app).split()))
        assert "No sound device was found." in " ".join(shown(app).split())
