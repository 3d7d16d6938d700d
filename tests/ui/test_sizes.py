"""Everything fits a terminal of 60 by 20 and of 80 by 24: what doesn't, scrolls."""

import pytest
from textual.widget import Widget

from relaxapp.ui.app import RelaxApp
from relaxapp.ui.house_app import HouseApp
from relaxapp.ui.screens.practice import PracticeScreen
from relaxapp.ui.widgets.key_line import KeyLine
from tests.ui.conftest import House, is_on, shown, until

SIZES = [(60, 20), (80, 24), (160, 50)]


def cut_off(app: HouseApp) -> list[Widget]:
    """Widgets that lie outside of the screen, where nothing scrolls to them."""
    screen = app.screen
    return [
        widget
        for widget in screen.walk_children(Widget)
        if widget.display
        and widget.region.area
        and not any(isinstance(above, Widget) and above.allow_vertical_scroll for above in widget.ancestors)
        and not screen.region.contains_region(widget.region)
    ]


def keys_fit(app: RelaxApp) -> bool:
    """Whether every key can be read, on one line."""
    return all(line.size.height == 1 for line in app.screen.query(KeyLine))


BESIDE = [
    ([], "HomeScreen"),
    (["s"], "SettingsScreen"),
    (["j"], "JournalScreen"),
    (["j", "right"], "JournalScreen"),
    (["j", "left"], "JournalScreen"),
    (["j", "s"], "ShareScreen"),
    (["h"], "HelpScreen"),
    (["p"], "ProgrammeScreen"),
    (["end", "up", "up", "enter"], "PracticesScreen"),
    (["m"], "MoreScreen"),
]
"""Keys from home, and the screen they lead to."""


@pytest.mark.parametrize("size", SIZES)
async def test_screens_beside_the_practice(house: House, size: tuple[int, int]) -> None:
    app = house.started_before().app()
    async with app.run_test(size=size) as pilot:
        for keys, screen in BESIDE:
            await until(pilot, lambda: "All practices" in shown(app))
            await pilot.press(*keys)
            await until(pilot, is_on(app, screen))
            await pilot.pause()
            assert not cut_off(app), (keys, screen)
            assert keys_fit(app), shown(app)
            for _screen in range(2):
                if not is_on(app, "HomeScreen")():
                    await pilot.press("escape")
            await until(pilot, is_on(app, "HomeScreen"))


@pytest.mark.parametrize("size", SIZES)
async def test_screens_of_a_practice(
    house: House, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relaxapp.practice.conductor.BRIEF_SECONDS", 0)
    app = house.app()
    async with app.run_test(size=size) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        app.go("practise", "muscle-relaxation")
        for screen, keys in (
            ("TensingScreen", ["1"]),
            ("AreasScreen", ["escape"]),
            ("ReadyScreen", ["enter"]),
            ("SoundCheckScreen", ["enter"]),
            ("QuestionsScreen", ["enter", "enter"]),
            ("PracticeScreen", []),
        ):
            await until(pilot, is_on(app, screen))
            await pilot.pause()
            assert not cut_off(app), screen
            assert keys_fit(app), shown(app)
            await pilot.press(*keys)
        for key in ("b", "b", "escape"):
            await pilot.press(key)
            assert not cut_off(app), key
        assert isinstance(app.screen, PracticeScreen)
        await pilot.press("enter")
        await until(pilot, is_on(app, "QuestionsScreen"))
        for _question in range(7):
            await pilot.pause()
            assert not cut_off(app), shown(app)
            assert keys_fit(app), shown(app)
            await pilot.press("enter")
        await until(pilot, is_on(app, "HomeScreen"))
