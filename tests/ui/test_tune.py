"""Tuning the voice by keys alone."""

from threading import Event

import pytest

from relaxapp.errors import VoiceError
from relaxapp.journal.entry import Ended, Entry
from relaxapp.journal.settings import Settings
from relaxapp.practice.audition import Audition
from relaxapp.sound.voices import usual
from relaxapp.sound.voices.silent import SilentVoice
from tests.ui.conftest import NOON, House, is_on, shown, takes_keys, until


@pytest.fixture(autouse=True)
def two_voices(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer with two voices."""
    voices = tuple(
        usual.VoiceThere(name, name.title(), lambda _tuning: SilentVoice()) for name in ("amy", "joe")
    )
    monkeypatch.setattr("relaxapp.ui.ways.tune_voice.voices_there", lambda _kept: voices)


async def test_what_is_marked_is_heard_and_what_is_kept_is_kept(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("tune_voice")
        await until(pilot, is_on(app, "TuneScreen"))
        await until(pilot, lambda: "Which voice?" in shown(app))
        player = app.desk.player()
        await until(pilot, lambda: not player.finished and not player.paused)
        await pilot.press("b")
        await pilot.press("enter")
        assert "Which speed?" in shown(app)
        await pilot.press("enter", "enter", "down", "down", "enter", "enter", "enter")
        await until(pilot, is_on(app, "HomeScreen"))
    kept = house.store.settings()
    assert kept.voice == "joe"
    assert kept.voice_speed == Settings().voice_speed - 18
    assert kept.voice_pitch == Settings().voice_pitch
    assert kept.voice_breath == 0


async def test_leaving_it_changes_nothing(house: House) -> None:
    app = house.started_before().app()
    before = house.store.settings()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("tune_voice")
        await until(pilot, is_on(app, "TuneScreen"))
        await pilot.press("b", "enter", "left", "enter", "escape")
        await until(pilot, is_on(app, "HomeScreen"))
    after = house.store.settings()
    assert (after.voice, after.voice_speed) == (before.voice, before.voice_speed)


async def test_it_is_offered_once_after_the_third_finished_practice(house: House) -> None:
    house.started_before(offers=frozenset({"group day"}))
    for name in "abc":
        house.store.add(Entry(name, NOON, 0, practice="easing-pain", ended=Ended.COMPLETED))
    app = house.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, takes_keys(app, "OfferScreen"))
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
    app = house.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.pause(0.1)
        assert is_on(app, "HomeScreen")()


async def test_a_voice_that_takes_its_time_is_waited_for_and_then_heard(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = Event()

    def slowly(audition: Audition, settings: Settings, lines: int = 2) -> object:
        if settings.voice == "joe":
            ready.wait(10)
        return heard(audition, settings, lines)

    heard = Audition.heard
    monkeypatch.setattr(Audition, "heard", slowly)
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("tune_voice")
        await until(pilot, is_on(app, "TuneScreen"))
        await until(pilot, lambda: app.desk.player().heard_in_all == 0 and not app.desk.player().finished)
        await pilot.press("b")
        await until(pilot, lambda: "getting ready" in shown(app))
        ready.set()
        await until(pilot, lambda: "getting ready" not in shown(app))
        house.clock.seconds += 0.1
        assert app.desk.player().heard > 0
        await pilot.press("escape")


async def test_a_voice_that_fails_is_told_and_the_other_is_heard(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(audition: Audition, settings: Settings, lines: int = 2) -> object:
        if settings.voice == "amy":
            raise VoiceError("The voice amy does not work.")
        return heard(audition, settings, lines)

    heard = Audition.heard
    monkeypatch.setattr(Audition, "heard", failing)
    app = house.started_before(voice="amy").app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("tune_voice")
        await until(pilot, lambda: "amy does not work" in shown(app))
        await pilot.press("b")
        await until(pilot, lambda: "amy does not work" not in shown(app))
        house.clock.seconds += 0.1
        assert app.desk.player().heard > 0
        await pilot.press("a")
        await until(pilot, lambda: "amy does not work" in shown(app))
        await pilot.press("escape")
