"""Settings by keys alone."""

from dataclasses import replace
from datetime import date
from threading import Event

import numpy as np
import pytest
import soundfile
from textual.pilot import Pilot
from textual.widgets import Input

from relaxapp.journal.settings import BreathCue, Settings
from relaxapp.practice.area_names import offered_areas
from relaxapp.sound import own_bed
from relaxapp.sound.voices.recording import Recording
from relaxapp.sound.voices.shaping import silence
from relaxapp.timing.frames import RATE
from relaxapp.ui.app import RelaxApp
from relaxapp.ui.screens.areas import AreasScreen
from relaxapp.ui.setting_rows.kept import kept
from relaxapp.ui.setting_rows.practice import practice
from relaxapp.words.script import Say
from tests.ui.conftest import House, is_on, shown, until
from tests.ui.test_sizes import keys_fit


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_left_and_right_change_the_marked_setting_and_keep_it(
    house: House, size: tuple[int, int]
) -> None:
    app = house.started_before().app()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("s")
        await until(pilot, is_on(app, "SettingsScreen"))
        assert "Less" in shown(app)
        await pilot.press("left")
        while "Silent" not in str(app.screen._row.label):  # type: ignore[attr-defined]
            await pilot.press("down")
        await pilot.press("right")
    assert house.store.settings().voice_volume == 0.7
    assert house.store.settings().muted


async def test_a_cue_word_that_would_never_be_spoken_is_given_back_with_the_reason(house: House) -> None:
    app = house.started_before(avoid=("water",)).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("s")
        await until(pilot, is_on(app, "SettingsScreen"))
        while "cue word" not in str(app.screen._row.label):  # type: ignore[attr-defined]
            await pilot.press("down")
        await pilot.press("enter", *"river", "enter")
        await until(pilot, lambda: "belongs to 'water'" in shown(app) and "another word" in shown(app))
        assert house.store.settings().cue_word == ""
        await pilot.press(*["backspace"] * 5, *"meadow", "enter")
        assert house.store.settings().cue_word == "meadow"


async def test_a_line_that_is_typed_is_kept_by_enter_and_left_by_esc(house: House) -> None:
    recording = Recording(house.services.voices.add_recorded("Anna").folder)
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("s")
        await until(pilot, is_on(app, "SettingsScreen"))
        while "cue word" not in str(app.screen._row.label):  # type: ignore[attr-defined]
            await pilot.press("down")
        await pilot.press("enter", *"soft", "left", "enter")
        assert house.store.settings().cue_word == "soft"
        recording.keep(Say("Soft.", private=True, answers=("cue_word",)), silence(1, RATE))
        await pilot.press("enter", *"er", "escape")
        assert house.store.settings().cue_word == "soft"
        assert len(recording.lines) == 1
        await pilot.press("enter", *"ease", "enter")
        assert house.store.settings().cue_word == "ease"
        assert not Recording(recording.folder).lines, "what was recorded of the word before is gone"
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))


async def mark(app: RelaxApp, pilot: Pilot[None], label: str) -> None:
    """To the setting of that label."""
    await until(pilot, lambda: "All practices" in shown(app))
    await pilot.press("s")
    await until(pilot, is_on(app, "SettingsScreen"))
    while label not in str(app.screen._row.label):  # type: ignore[attr-defined]
        await pilot.press("down")


async def test_what_tells_the_breath_is_chosen_among_four(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await mark(app, pilot, "In and out are told by")
        seen = []
        for _turn in range(4):
            await pilot.press("right")
            seen.append(house.store.settings().breath_cue)
    assert seen == [BreathCue.SWELL, BreathCue.WORD, BreathCue.NONE, BreathCue.TONES]


async def test_a_sound_of_ones_own_lies_under_practices_and_what_is_no_sound_is_told(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(house.folder)
    monkeypatch.setattr(RelaxApp, "NOTIFICATION_TIMEOUT", 600)
    source = house.folder / "my garden.wav"
    soundfile.write(source, np.random.default_rng(1).uniform(-0.1, 0.1, (96_000, 2)), 48_000)
    (house.folder / "list.wav").write_text("milk, bread")
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await mark(app, pilot, "A background of my own")
        await pilot.press("enter", *f"'{source.name}'", "enter")
        await until(pilot, lambda: house.store.settings().own_bed == "my garden.wav")
        assert house.store.settings().bed == "own"
        await pilot.press("enter", *"list.wav", "enter")
        await until(pilot, is_on(app, "ReadingScreen"))
        assert "is no sound file" in " ".join(shown(app).split())
        await pilot.press("escape")
        assert house.store.settings().own_bed == "my garden.wav"
        await until(pilot, is_on(app, "SettingsScreen"))
        await until(pilot, lambda: not list(app._notifications))
        await until(pilot, lambda: isinstance(app.focused, Input))
        assert app.screen.query_one("#typed", Input).value == "list.wav"
        await pilot.press("backspace", "enter")
        await until(pilot, lambda: not house.store.settings().own_bed)
        assert not (house.folder / "own.pcm").exists(), "neither on the disk nor in a backup"
    assert house.store.settings().bed == ""


@pytest.mark.parametrize("name", ["rain [HQ].wav", "x [a='].wav", "[@click=x]y.wav"])
async def test_the_name_of_a_sound_is_shown_as_it_is(
    house: House, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    seen = Event()
    monkeypatch.setattr(own_bed, "take", lambda _source, _kept: seen.wait(10))
    app = house.started_before().app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("take_own_bed", f'"{name}"')
        try:
            await until(pilot, lambda: f"Listening to {name} ..." in shown(app))
        finally:
            seen.set()
        await until(pilot, lambda: house.store.settings().own_bed == name)


async def test_a_background_that_can_not_be_deleted_is_told_and_no_longer_plays(house: House) -> None:
    (house.folder / "own.pcm").mkdir()
    app = house.started_before(own_bed="rain.wav", bed="own").app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("take_own_bed", "")
        await until(pilot, is_on(app, "ReadingScreen"))
        assert "can't be deleted now" in " ".join(shown(app).split())
    assert (house.store.settings().own_bed, house.store.settings().bed) == ("", "")


async def test_the_sound_device_is_chosen_among_those_there_are(house: House) -> None:
    house.services = replace(house.services, devices=lambda: ("Loudspeaker", "Headphones"))
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await mark(app, pilot, "Sound device")
        await pilot.press("left")
        assert house.store.settings().device == "Headphones"
        await pilot.press("right")
        assert house.store.settings().device == ""


async def test_enter_changes_nothing_in_silence(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("s")
        await until(pilot, is_on(app, "SettingsScreen"))
        await pilot.press("left")
        assert "Voice volume: 70%. That is kept." in shown(app)
        app.push_screen(AreasScreen())
        await until(pilot, is_on(app, "AreasScreen"))
        await pilot.press("down", "enter")
        first = next(iter(offered_areas().values()))
        assert f"{first}: only let go. That is kept." in shown(app)


async def test_a_long_value_stays_in_its_column_and_no_label_is_cut(house: House) -> None:
    app = house.started_before(avoid=("water", "heights", "the dark", "insects"), bed="pink-noise").app()
    async with app.run_test(size=(80, 24)) as pilot:
        await mark(app, pilot, "A hint on home")
        assert "A hint on home when something got in the way  yes" in shown(app)
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: app.size.width == 60)
        await pilot.press(*["up"] * 6)
        await until(pilot, lambda: "Words to avoid" in shown(app))
        lines = shown(app).splitlines()
        at = next(number for number, line in enumerate(lines) if "Words to avoid" in line)
        column = lines[at].index("water")
        assert lines[at + 1].startswith(" " * column + "dark, insects")
        await pilot.press("home")
        await until(pilot, lambda: "a soft, even rushing" in shown(app))


@pytest.mark.parametrize(
    ("leave_out", "release_only", "told"),
    [
        ((), ("body",), "only letting go"),
        ((), ("left hand", "jaw"), "only letting go: jaw, left hand"),
        (("left knee",), ("jaw",), "left out: left knee; only letting go: jaw"),
    ],
)
def test_it_is_told_which_parts_are_only_let_go(
    leave_out: tuple[str, ...], release_only: tuple[str, ...], told: str, house: House
) -> None:
    settings = Settings(leave_out=frozenset(leave_out), release_only=frozenset(release_only))
    [row] = [row for row in practice(house.app()).rows if row.id == "areas"]
    assert row.value(settings) == told


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_keys_named_are_those_that_do_something_in_the_marked_row(
    house: House, size: tuple[int, int]
) -> None:
    app = house.started_before().app()

    def keys() -> str:
        return shown(app).splitlines()[-1]

    async with app.run_test(size=size) as pilot:
        await mark(app, pilot, "Voice volume")
        await until(pilot, lambda: "← Less" in keys() and "Enter" not in keys())
        for label in ("Tune the voice by ear", "A breath of my own", "When my group meets", "Forget what is"):
            while label not in str(app.screen._row.label):  # type: ignore[attr-defined]
                await pilot.press("down")
            await until(pilot, lambda: "Enter Open" in keys() and "Less" not in keys())
            assert keys_fit(app)
        while "A background of my own" not in str(app.screen._row.label):  # type: ignore[attr-defined]
            await pilot.press("up")
        await until(pilot, lambda: "Enter Write" in keys() and "Less" not in keys())
        await pilot.press("enter")
        await until(pilot, lambda: "Enter Keep" in keys() and "Enter Write" not in keys())
        assert keys_fit(app)
        assert "or type where it lies" in shown(app)
        await pilot.press("escape")
        await until(pilot, lambda: "Enter Write" in keys())


def test_a_day_is_said_as_in_the_journal(house: House) -> None:
    [row] = [row for row in kept(house.app()).rows if row.id == "group_day"]
    assert row.value(Settings(first_session=date(2026, 10, 6))) == "Tuesday, first on 6 Oct"
