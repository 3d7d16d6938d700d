"""Lines for the one who prescribes, by keys alone: written, changed, taken away, printed."""

import zipfile
from pathlib import Path

import pytest

from relaxapp import locations
from relaxapp.journal import by_hand
from relaxapp.journal.backup import keep
from relaxapp.journal.prescriber_line import Topic
from relaxapp.paper import viewer
from tests.ui.conftest import NOON, House, is_on, shown, until
from tests.ui.test_sizes import cut_off, keys_fit


async def test_a_line_is_written_and_one_that_is_emptied_goes_away(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("prescriber")
        await until(pilot, is_on(app, "ChooseScreen"))
        await until(pilot, lambda: "Change nothing about your medicines" in shown(app))
        assert "Nothing is gathered yet." in shown(app)
        assert not cut_off(app)
        assert keys_fit(app)
        await pilot.press("enter")
        await until(pilot, is_on(app, "AskScreen"))
        assert "Private, until you print it." in shown(app)
        await pilot.press(*"How long", "enter")
        await until(pilot, lambda: "How long" in shown(app))
        assert [line.text for line in house.store.prescriber_lines()] == ["How long"]
        await pilot.press("end", "up", "enter")
        await until(pilot, is_on(app, "AskScreen"))
        await pilot.press(*"?", "enter")
        await until(pilot, lambda: "How long?" in shown(app))
        await pilot.press("enter")
        await until(pilot, is_on(app, "AskScreen"))
        await pilot.press(*["backspace"] * 9, "enter")
        await until(pilot, is_on(app, "ChooseScreen"))
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
    assert house.store.prescriber_lines() == ()


async def test_a_line_that_is_emptied_goes_from_safety_copies_and_printed_pages_too(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locations, "data_folder", lambda: house.folder)
    house.store.add(by_hand.prescriber_line(NOON, Topic.ALSO_TAKEN, "drops"))
    copy = keep(house.folder, NOON)
    (house.folder / "pages").mkdir()
    (house.folder / "pages" / "to-ask.pdf").write_text("drops")
    app = house.started_before().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("prescriber")
        await until(pilot, lambda: "drops" in shown(app))
        await pilot.press("end", "up", "enter")
        await until(pilot, is_on(app, "AskScreen"))
        await pilot.press(*["backspace"] * 5, "enter")
        await until(pilot, lambda: "Nothing is gathered yet." in shown(app))
    assert list((house.folder / "pages").iterdir()) == []
    assert copy is not None
    with zipfile.ZipFile(copy) as archive:
        assert b"drops" not in archive.read("journal.db")


async def test_the_page_is_looked_at_before_it_is_made(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELAXAPP_HOME", str(house.folder / "home"))
    opened: list[Path] = []
    monkeypatch.setattr(viewer, "show", opened.append)
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("prescriber")
        await until(pilot, is_on(app, "ChooseScreen"))
        for text in ("Why this one?", "How long?"):
            await pilot.press("home", "enter")
            await until(pilot, is_on(app, "AskScreen"))
            await pilot.press(*text, "enter")
            await until(pilot, is_on(app, "ChooseScreen"))
        assert "Nothing is gathered yet." not in shown(app)
        await pilot.press("end", "enter")
        await until(pilot, is_on(app, "TickScreen"))
        await pilot.press("space", "down", "space", "enter")
        await until(pilot, lambda: "Nothing is marked" in shown(app))
        await pilot.press("home", "down", "space", "enter")
        await until(pilot, is_on(app, "PreviewScreen"))
        assert "How long?" in shown(app)
        assert "Why this one?" not in shown(app)
        assert opened == []
        await pilot.press("p")
        await until(pilot, is_on(app, "ReadingScreen"))
    [path] = opened
    assert path.read_bytes().startswith(b"%PDF")
    assert path.name == "to-ask-2026-11-24.pdf"
    assert path.stat().st_mode & 0o077 == 0
