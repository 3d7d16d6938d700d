"""The app with a voice that is slow, hangs or dies: nothing waits for it, and what is wrong is said."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from relaxapp.errors import VoiceError
from relaxapp.sound.voices.silent import SilentVoice
from relaxapp.ui.house_app import HouseApp
from tests.sound.held_voice import HeldVoice
from tests.ui.conftest import House, is_on, shown, until


@pytest.fixture
def voice() -> HeldVoice:
    return HeldVoice()


@pytest.fixture
def slow(voice: HeldVoice, tmp_path: Path) -> House:
    return House(tmp_path, voice=voice).started_before()


async def begin(app: HouseApp, pilot: Pilot[None]) -> None:
    """Breathe now."""
    await until(pilot, is_on(app, "HomeScreen"))
    await pilot.press("enter")
    await until(pilot, is_on(app, "PracticeScreen"))


async def pass_by(house: House, pilot: Pilot[None], looks: int, seconds: float, pause: float) -> None:
    """Let so many looks of the screen pass, each so many seconds of the practice."""
    for _look in range(looks):
        house.clock.seconds += seconds
        await pilot.pause(pause)


async def test_a_practice_begins_while_its_first_line_is_voiced(slow: House, voice: HeldVoice) -> None:
    app = slow.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await pass_by(slow, pilot, 20, 0.2, 0.07)
        assert "You can stop" not in shown(app)
        voice.let_speak(1_000)
        await pass_by(slow, pilot, 40, 0.2, 0.07)
        await until(pilot, lambda: "You can stop" in shown(app))
        await pilot.press("ctrl+c")
    voice.let_end()


async def test_a_voice_that_dies_late_is_told_when_it_is_known(slow: House, voice: HeldVoice) -> None:
    trouble = voice.trouble = VoiceError("The voice did not answer in time.")
    app = slow.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await pass_by(slow, pilot, 60, 0.5, 0.02)
        voice.let_speak(1_000)
        await until(pilot, lambda: str(trouble) in shown(app))
        slow.clock.seconds += 20
        await until(pilot, lambda: str(trouble) not in shown(app))
        await pilot.press("ctrl+c")
    voice.let_end()


async def test_who_goes_home_before_it_begins_has_nothing_more_voiced(slow: House, voice: HeldVoice) -> None:
    app = slow.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        app.stop_voicing_ahead()
        app.go("practise", "a-place-of-your-own")
        await until(pilot, is_on(app, "ReadyScreen"))
        await pilot.press("home", "enter")
        await until(pilot, is_on(app, "QuestionsScreen"))
        await until(pilot, lambda: "Home" in shown(app))
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
        await app.workers.wait_for_complete()
        voice.let_end()
        assert len(voice.asked) <= 2
        await pilot.press("ctrl+c")


async def test_leaving_closes_the_voice_so_that_nothing_waits_for_it(tmp_path: Path) -> None:
    class Closing(SilentVoice):
        closed = False

        def close(self) -> None:
            self.closed = True

    voice = Closing()
    app = House(tmp_path, voice=voice).started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app._ahead is not None)
        await pilot.press("ctrl+c")
        assert voice.closed
