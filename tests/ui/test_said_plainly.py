"""Who can read the journal is said once; forgetting is a key away, and asks whether it is meant."""

import zipfile
from pathlib import Path

import pytest
from textual.pilot import Pilot

from relaxapp import locations
from relaxapp.journal import safety_copies
from relaxapp.journal.backup import back_up
from relaxapp.journal.unpacking import BEFORE
from relaxapp.sound.voices.recording import Recording
from relaxapp.sound.voices.shaping import silence
from relaxapp.timing.frames import RATE
from relaxapp.ui.app import RelaxApp
from relaxapp.words.script import Say
from tests.made_month import made_month
from tests.ui.conftest import ALL_OFFERS, NOON, House, is_on, shown, until

WORDS = "the grave of my son"


async def test_who_can_read_the_journal_is_said_once(house: House) -> None:
    app = house.started_before(offers=frozenset()).app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("j")
        await until(pilot, is_on(app, "ReadingScreen"))
        assert "Whoever uses the same login" in shown(app)
        await pilot.press("enter")
        await until(pilot, is_on(app, "JournalScreen"))
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
        await pilot.press("j")
        await until(pilot, is_on(app, "JournalScreen"))


async def test_notes_are_forgotten_only_when_it_is_meant(house: House) -> None:
    house.store.add(*made_month().entries)
    app = house.started_before(offers=ALL_OFFERS).app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        await pilot.press("j")
        await until(pilot, is_on(app, "JournalScreen"))
        await pilot.press("f")
        await until(pilot, is_on(app, "ChooseScreen"))
        await pilot.press("enter")
        await until(pilot, lambda: "Is this what you want?" in shown(app))
        await pilot.press("enter")
        await until(pilot, is_on(app, "JournalScreen"))
        assert any(entry.note for entry in house.entries())
        await pilot.press("f")
        await until(pilot, is_on(app, "ChooseScreen"))
        await pilot.press("enter")
        await until(pilot, lambda: "Is this what you want?" in shown(app))
        await pilot.press("down", "enter")
        await until(pilot, is_on(app, "ReadingScreen"))
        assert "notes are forgotten" in shown(app)
    assert not any(entry.note for entry in house.entries())
    assert len(house.entries()) == len(made_month().entries)


@pytest.fixture
def restored(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    """As after a restore: a safety copy lies there, with an answer and what was recorded of it."""
    monkeypatch.setattr(locations, "data_folder", lambda: house.folder)
    house.store.set_answer("place", WORDS)
    recording = Recording(house.services.voices.add_recorded("Anna").folder)
    recording.keep(Say("Let it be."), silence(1, RATE))
    recording.keep(Say(f"By {WORDS}.", private=True, answers=("place",)), silence(1, RATE))
    (house.folder / BEFORE).mkdir()
    back_up(house.folder, house.folder / BEFORE / "2026-11-23-120000.zip", NOON)
    return house.started_before(offers=ALL_OFFERS)


async def forget_answers(app: RelaxApp, pilot: Pilot[None]) -> None:
    await until(pilot, lambda: "All practices" in shown(app))
    app.go("forget")
    await until(pilot, is_on(app, "ChooseScreen"))
    await pilot.press("down", "enter")
    await until(pilot, lambda: "Is this what you want?" in shown(app))
    await pilot.press("down", "enter")
    await until(pilot, is_on(app, "ReadingScreen"))


async def test_pages_that_were_printed_go_with_what_is_forgotten(restored: House) -> None:
    (restored.folder / "pages").mkdir()
    (restored.folder / "pages" / "page.pdf").write_text("a private note")
    app = restored.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await forget_answers(app, pilot)
    assert list((restored.folder / "pages").iterdir()) == []


async def test_recorded_answers_are_forgotten_in_safety_copies_too(restored: House) -> None:
    app = restored.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await forget_answers(app, pilot)
        assert "One thing to know" not in shown(app)
    (copy,) = (restored.folder / BEFORE).iterdir()
    with zipfile.ZipFile(copy) as archive:
        names = archive.namelist()
        assert not any(WORDS.encode() in archive.read(name) for name in names)
        assert sum(name.endswith(".flac") for name in names) == 1, "what holds no answer stays"


async def test_a_safety_copy_that_can_not_be_changed_is_named(
    restored: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_path: Path, _folder: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(safety_copies, "unpack", refused)
    app = restored.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await forget_answers(app, pilot)
        assert "2026-11-23-120000.zip" in "".join(shown(app).split())
        assert "may still hold your words" in " ".join(shown(app).split())
    assert restored.store.answers() == {}


async def test_everything_is_forgotten_and_the_program_ends(
    house: House,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    apart = tmp_path_factory.mktemp("apart")
    (apart / "led.db").touch()
    monkeypatch.setattr(locations, "led_log", lambda: apart / "led.db")
    monkeypatch.setattr(locations, "data_folder", lambda: house.folder)
    monkeypatch.setattr(locations, "cache_folder", lambda: apart / "cache")
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("forget")
        await until(pilot, is_on(app, "ChooseScreen"))
        await pilot.press("end", "enter")
        await until(pilot, lambda: "Is this what you want?" in shown(app))
        await pilot.press("down", "enter")
        await until(pilot, lambda: not house.folder.exists())
    assert app.return_code == 0
    assert "relaxapp forget --led" in capsys.readouterr().err
