"""What can't be done is told in a notice, and the app goes on: from a key, a list, a worker and a timer."""

import pytest
from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static

from relaxapp.errors import JournalError, VoiceError
from relaxapp.ui import house_app
from relaxapp.ui.app import RelaxApp
from relaxapp.ui.house_app import HouseApp
from relaxapp.ui.screens.areas import AreasScreen
from relaxapp.ui.screens.house_screen import HouseScreen
from tests.ui.conftest import ALL_OFFERS, House, is_on, shown, until

FULL = JournalError("There is no space left on the disk [/tmp].", "Make some space and try again.")


def told(app: HouseApp) -> int:
    """How many notices of the full disk are seen."""
    return " ".join(shown(app).split()).count("There is no space left")


def fill(house: House) -> None:
    """Let nothing more be written."""

    def full(*_given: object) -> None:
        raise FULL

    house.store.save_settings = full  # type: ignore[method-assign, assignment]


def free(house: House) -> None:
    """Let it be written again."""
    del house.store.save_settings


async def test_a_setting_that_cannot_be_kept_stays_as_it_was_until_it_can(house: House) -> None:
    app = house.started_before(offers=ALL_OFFERS).app()
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("s")
        await until(pilot, is_on(app, "SettingsScreen"))
        before = app.settings
        fill(house)
        for key in ("right", "enter"):
            await pilot.press(key)
            await until(pilot, lambda: told(app) == 1)
            assert "[/tmp]" in shown(app)
            assert "Esc Back" in shown(app)
            assert "That is kept" not in shown(app)
            assert app.settings == before == house.store.settings()
        free(house)
        await pilot.press("right")
        assert "That is kept" in shown(app)
        assert app.settings == house.store.settings() != before
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))


async def test_the_first_start_leads_to_a_practice_though_nothing_can_be_kept(house: House) -> None:
    app = house.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        fill(house)
        await pilot.press("enter")
        await until(pilot, is_on(app, "SoundCheckScreen"))
        await pilot.press("plus", "enter")
        await until(pilot, is_on(app, "PracticeScreen"))
        assert told(app) == 1
        louder = app.settings.voice_volume
        await pilot.press("minus")
        assert app.settings.voice_volume < louder
        assert "Volume" in shown(app)
        free(house)
        await pilot.press("minus")
        assert house.store.settings() == app.settings
        assert house.store.settings().first_start_done


async def test_what_is_left_out_holds_though_it_cannot_be_kept(house: House) -> None:
    app = house.started_before(offers=ALL_OFFERS).app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.push_screen(AreasScreen())
        await until(pilot, is_on(app, "AreasScreen"))
        fill(house)
        await pilot.press("down", "space", "space")
        await until(pilot, lambda: told(app) == 1)
        assert "That is kept" not in shown(app)
        assert app.person().leave_out


async def typed_while_nothing_can_be_written(house: House, pilot: Pilot[None], app: RelaxApp) -> None:
    """Write "I ask", which can't be kept; then add "!", which can."""
    await until(pilot, is_on(app, "AskScreen"))
    writing = house.store.add

    def full(*_given: object) -> None:
        raise FULL

    house.store.add = full  # type: ignore[method-assign]
    await pilot.press(*"I ask", "enter")
    await until(pilot, is_on(app, "ReadingScreen"))
    assert told(app) == 1
    await pilot.press("escape")
    await until(pilot, is_on(app, "AskScreen"))
    assert "I ask" in shown(app)
    house.store.add = writing  # type: ignore[method-assign]
    await pilot.press("end", "!", "enter")
    await until(pilot, lambda: not is_on(app, "AskScreen")())


async def test_a_line_for_the_prescriber_that_cannot_be_kept_is_not_lost(house: House) -> None:
    app = house.started_before(offers=ALL_OFFERS).app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("prescriber")
        await until(pilot, is_on(app, "ChooseScreen"))
        await pilot.press("enter")
        await typed_while_nothing_can_be_written(house, pilot, app)
    assert [line.text for line in house.store.prescriber_lines()] == ["I ask!"]


async def test_a_line_for_the_group_that_cannot_be_kept_is_not_lost(house: House) -> None:
    app = house.started_before(offers=ALL_OFFERS).app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("j")
        await until(pilot, is_on(app, "JournalScreen"))
        await pilot.press("n")
        await until(pilot, is_on(app, "ChooseScreen"))
        await pilot.press("end", "enter")
        await typed_while_nothing_can_be_written(house, pilot, app)
    assert [line.text for line in house.store.questions()] == ["I ask!"]


class Failing(HouseScreen[None]):
    """Fails at whatever happens to it."""

    def compose(self) -> ComposeResult:
        yield Static("\n" * 12 + "Still here.")

    def on_mount(self) -> None:
        self.set_interval(0.01, self._fail)
        self.call_later(self._fail)
        self.call_after_refresh(self._fail)
        raise FULL

    def on_key(self) -> None:
        self.fail_in_a_thread()
        raise FULL

    def fail_in_a_thread(self) -> None:
        def fail() -> None:
            raise VoiceError("The voice is away.")

        self.run_worker(fail, thread=True)

    def _fail(self) -> None:
        raise JournalError(FULL.message, FULL.hint)


async def test_it_is_told_once_wherever_it_happens_and_the_screen_goes_on() -> None:
    app = HouseApp()
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        app.push_screen(Failing())
        await until(pilot, lambda: told(app) == 1)
        await pilot.press("a")
        await until(pilot, lambda: "The voice is away." in shown(app))
        await pilot.press("b")
        assert "Still here." in shown(app)
        assert told(app) == 1
    assert app.crash is None


async def test_when_a_notice_has_gone_the_app_is_still_there_and_tells_it_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(house_app, "NOTICE_SECONDS", 0.2)
    app = HouseApp()
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        app.push_screen(Failing())
        await until(pilot, lambda: told(app) == 1)
        await until(pilot, lambda: not app._noticed)
        app.notice(FULL)
        await until(pilot, lambda: told(app) == 1)
        assert "Still here." in shown(app)
    assert app.crash is None
