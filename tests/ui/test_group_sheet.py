"""The group from the app: a member's file, looked at first, and a folder of them that becomes a sheet."""

import io
import json
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from relaxapp.paper import viewer
from relaxapp.ui.app import RelaxApp
from tests.made_month import TODAY, made_month, write_members
from tests.ui.conftest import House, is_on, shown, until
from tests.ui.test_sizes import SIZES, cut_off, keys_fit


@pytest.fixture
def documents(house: House, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person keeps what they save."""
    monkeypatch.setenv("RELAXAPP_HOME", str(house.folder / "home"))
    folder = house.folder / "home" / "documents"
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize("size", SIZES)
async def test_a_folder_becomes_a_sheet_by_arrows_and_enter_alone(
    house: House, documents: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    write_members(documents / "members")
    (documents / "members" / "shopping.json").write_text("milk")
    printed: list[Path] = []
    monkeypatch.setattr(viewer, "show", printed.append)
    monkeypatch.setattr(RelaxApp, "NOTIFICATION_TIMEOUT", 600)
    app = house.started_before().app()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("group_sheet")
        await until(pilot, is_on(app, "FolderScreen"))
        await until(pilot, lambda: "members/" in shown(app))
        assert "No file ending in .json lies here" in shown(app)
        assert "← Folder above" in shown(app)
        assert not cut_off(app)
        assert keys_fit(app), shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: "Take this folder: 9 files" in shown(app))
        await pilot.press("left")
        await until(pilot, lambda: "members/" in shown(app))
        await pilot.press("enter", "enter")
        await until(pilot, is_on(app, "PreviewScreen"))
        await until(pilot, lambda: not list(app._notifications))
        await pilot.press("escape")
        await until(pilot, lambda: "Take this folder: 9 files" in shown(app))
        await pilot.press("enter")
        await until(pilot, is_on(app, "PreviewScreen"))
        assert "Our group since Tuesday 17 November 2026" in shown(app)
        assert not cut_off(app)
        await pilot.press("end")
        await until(pilot, lambda: "shopping.json" in "".join(shown(app).split()))
        await pilot.press("p")
        await until(pilot, is_on(app, "ReadingScreen"))
    (path,) = printed
    words = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(path.read_bytes())).pages)
    assert "8 people" in words
    assert "shopping" not in words


async def test_where_no_file_can_be_used_the_screen_says_what_members_do(
    house: House, documents: Path
) -> None:
    (documents / "shopping.json").write_text("milk")
    app = house.started_before().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("group_sheet")
        await until(pilot, lambda: "Take this folder: 1 file" in shown(app))
        await pilot.press("enter")
        await until(pilot, is_on(app, "ReadingScreen"))
        assert "is not an export of relaxapp" in " ".join(shown(app).split())
        assert "export --for-group" in " ".join(shown(app).split())
        await pilot.press("escape")
        await until(pilot, lambda: "Take this folder: 1 file" in shown(app))


async def test_a_members_file_holds_what_was_looked_at_and_nothing_else(
    house: House, documents: Path
) -> None:
    month = made_month(4)
    house.store.add(*month.entries, *month.pegs, *month.questions)
    house.started_before(
        group_weekday=TODAY.weekday(),
        first_session=TODAY - timedelta(days=28),
        offers=frozenset({"group day", "voice tuning"}),
    )
    app = house.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("group_file")
        await until(pilot, is_on(app, "TickScreen"))
        assert "since your group on Tue 17 Nov" in shown(app)
        await until(pilot, lambda: "Space Mark" in shown(app))
        assert keys_fit(app)
        assert not cut_off(app)
        await pilot.press("down", "space", "enter")
        await until(pilot, is_on(app, "PreviewScreen"))
        assert "No name, no ratings, no notes" in " ".join(shown(app).split())
        assert "Open to print" not in shown(app)
        assert not cut_off(app)
        await pilot.press("p", "end")
        assert "What got in the way" not in shown(app), "it was unmarked"
        await pilot.press("escape")
        await until(pilot, is_on(app, "TickScreen"))
        assert list(documents.iterdir()) == [], "nothing is made before Save"
        older = documents / f"for-the-group-{TODAY.isoformat()}.json"
        older.write_text("annotated")
        await pilot.press("enter")
        await until(pilot, is_on(app, "PreviewScreen"))
        await pilot.press("s")
        await until(pilot, is_on(app, "ReadingScreen"))
    (path,) = (each for each in documents.iterdir() if each != older)
    assert older.read_text() == "annotated", "what was saved before stays"
    values = json.loads(path.read_text("utf-8"))
    assert values["group_sheet"] is True
    assert values["shared"] == ["practices", "own-ways", "questions"]
    assert values["since"] == "2026-11-17"
    assert not any("obstacles" in entry or "note" in entry or entry["title"] for entry in values["entries"])
