"""Recording by keys alone."""

import pytest

from relaxapp.errors import SoundError
from relaxapp.sound.clock_player import ClockPlayer
from relaxapp.sound.portaudio import unheard
from relaxapp.sound.voices.kept import Kind
from relaxapp.sound.voices.recording import Recording
from relaxapp.ui.app import RelaxApp
from tests.sound.spoken import spoken
from tests.ui.conftest import House, SilentMicrophone, is_on, shown, until
from tests.ui.test_sizes import keys_fit


def hears(house: House, microphone: SilentMicrophone) -> RelaxApp:
    """The app of a house that was started before, with this microphone."""
    object.__setattr__(house.services, "open_microphone", lambda: microphone)
    return house.started_before().app()


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_lines_are_recorded_kept_and_gone_back_to(house: House, size: tuple[int, int]) -> None:
    microphone = SilentMicrophone()
    app = hears(house, microphone)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("record", "one-minute")
        await until(pilot, is_on(app, "RecordScreen"))
        await until(pilot, lambda: "Line 1 of" in shown(app))
        await pilot.press("space")
        assert "Recording" in shown(app)
        await pilot.press("space")
        assert "Nothing was heard" in shown(app)
        microphone.speech = spoken()
        await pilot.press("space", "space")
        assert "Enter keeps it" in shown(app)
        assert keys_fit(app)
        await pilot.press("p", "enter")
        assert "Line 2 of" in shown(app)
        assert "1 recorded" in shown(app)
        await pilot.press("left")
        assert "recorded already" in shown(app)
        assert keys_fit(app)
        house.clock.seconds += 60
        await pilot.press("p")
        house.clock.seconds += 0.2
        assert 0 < app.desk.player().heard < 48_000, "what was kept can be heard again"
        await pilot.press("space", "escape")
        await until(pilot, is_on(app, "HomeScreen"))
    voice = house.services.voices.all()[0]
    assert voice.kind is Kind.RECORDED
    assert len(Recording(voice.folder).lines) == 1


async def test_a_device_that_went_away_is_told_and_what_was_said_is_not_lost(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_player: ClockPlayer, _source: object, _start: int = 0) -> None:
        raise SoundError("The sound device went away.", "Connect it again.")

    microphone = SilentMicrophone()
    microphone.speech = spoken()
    app = hears(house, microphone)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("record", "one-minute")
        await until(pilot, lambda: "Line 1 of" in shown(app))
        await pilot.press("space", "space")
        monkeypatch.setattr(ClockPlayer, "play", gone)
        await pilot.press("p")
        assert "The sound device went away." in shown(app)
        await pilot.press("enter")
        assert "1 recorded" in shown(app)


async def test_nothing_recorded_makes_no_voice(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("record", "one-minute")
        await until(pilot, is_on(app, "RecordScreen"))
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
    assert house.services.voices.all() == ()


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_where_there_is_no_microphone_it_is_told_plainly(house: House, size: tuple[int, int]) -> None:
    def none() -> None:
        raise unheard(OSError("Error querying device -1"))

    microphone = SilentMicrophone()
    microphone.start = none  # type: ignore[method-assign]
    app = hears(house, microphone)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("record", "one-minute")
        await until(pilot, is_on(app, "RecordScreen"))
        await pilot.press("space")
        told = " ".join(shown(app).split())
        assert "No microphone can be used now. Connect one, or allow its use" in told
        assert "querying" not in told
