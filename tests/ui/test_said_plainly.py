"""Who can read the journal is said once; forgetting is a key away, and asks whether it is meant."""

from pathlib import Path

import pytest

from relaxapp import locations
from tests.made_month import made_month
from tests.ui.conftest import ALL_OFFERS, House, is_on, shown, until


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


async def test_everything_is_forgotten_and_the_program_ends(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locations, "data_folder", lambda: house.folder)
    monkeypatch.setattr(locations, "cache_folder", lambda: tmp_path / "cache")
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
