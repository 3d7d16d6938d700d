"""The page for the group from the app: looked at first, and nothing on it that was not chosen."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from textual.pilot import Pilot

from relaxapp.paper import viewer
from relaxapp.ui.app import RelaxApp
from tests.made_month import TODAY, made_month
from tests.ui.conftest import ALL_OFFERS, House, is_on, shown, until


@pytest.fixture
def lived(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    """A journal of a month, and a home in which pages may be saved."""
    month = made_month(4)
    house.store.add(*month.entries, *month.pegs, *month.questions)
    monkeypatch.setenv("RELAXAPP_HOME", str(house.folder / "home"))
    return house.started_before(
        group_weekday=TODAY.weekday(),
        first_session=TODAY - timedelta(days=28),
        offers=ALL_OFFERS,
    )


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the viewer was asked to open."""
    paths: list[Path] = []
    monkeypatch.setattr(viewer, "show", paths.append)
    return paths


async def open_share(app: RelaxApp, pilot: Pilot[None]) -> None:
    await until(pilot, lambda: "All practices" in shown(app))
    await pilot.press("j")
    await until(pilot, is_on(app, "JournalScreen"))
    await pilot.press("s")
    await until(pilot, is_on(app, "ShareScreen"))


def words_of(path: Path) -> str:
    [sheet] = PdfReader(io.BytesIO(path.read_bytes())).pages
    return " ".join(sheet.extract_text().split())


async def test_what_is_unmarked_is_not_on_the_page_and_print_opens_it(
    lived: House, opened: list[Path]
) -> None:
    app = lived.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await open_share(app, pilot)
        assert "since your group on Tue 17 Nov" in shown(app)
        await pilot.press("right", "right", "down", "space", "tab", *"Ada", "enter")
        await until(pilot, is_on(app, "PreviewScreen"))
        page = app.screen.query_one("#preview")
        assert page.max_scroll_y > 0
        assert "Before and after" not in shown(app)
        await pilot.press("escape")
        await until(pilot, is_on(app, "ShareScreen"))
        assert opened == []
        await pilot.press("enter")
        await until(pilot, is_on(app, "PreviewScreen"))
        await pilot.press("p")
        await until(pilot, is_on(app, "ReadingScreen"))
    [path] = opened
    words = words_of(path)
    assert "Ada" in words
    assert "What I did not want" in words
    assert "Before and after" not in words
    assert "From my notes" not in words
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


async def test_only_the_notes_that_are_ticked_are_saved_on_it(lived: House, opened: list[Path]) -> None:
    noted = [each for each in lived.store.entries(since=TODAY - timedelta(days=27)) if each.note]
    app = lived.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_share(app, pilot)
        await pilot.press("right", "right", "end", "space")
        await until(pilot, is_on(app, "TickScreen"))
        await pilot.press("space", "enter")
        await until(pilot, is_on(app, "ShareScreen"))
        assert f"[x] private notes: 1 of {len(noted)}" in shown(app)
        await pilot.press("enter")
        await until(pilot, is_on(app, "PreviewScreen"))
        await pilot.press("s")
        await until(pilot, is_on(app, "ReadingScreen"))
        assert "It was saved" in shown(app)
    assert opened == []
    words = words_of(lived.folder / "home" / "documents" / "page-2026-11-24.pdf")
    notes = words.partition("From my notes")[2]
    assert noted[0].note in notes
    assert notes.count(" Nov ") == 1


async def test_where_nothing_opens_a_page_it_can_still_be_saved(
    lived: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewer, "which", lambda _name: None)
    app = lived.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await open_share(app, pilot)
        await pilot.press("enter")
        await until(pilot, is_on(app, "PreviewScreen"))
        await pilot.press("p")
        await until(pilot, is_on(app, "ReadingScreen"))
        told = " ".join(shown(app).split())
        assert "Nothing here opens such a file by itself. Choose Save instead" in told
        assert "pages" not in told
        await pilot.press("escape")
        await until(pilot, is_on(app, "PreviewScreen"))
        await pilot.press("s")
        await until(pilot, lambda: "It was saved" in shown(app))
    assert (lived.folder / "home" / "documents" / "page-2026-11-24.pdf").exists()


async def test_where_nothing_opens_the_diary_it_can_still_be_saved(
    lived: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewer, "which", lambda _name: None)
    app = lived.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("paper_diary")
        await until(pilot, is_on(app, "ChooseScreen"))
        await pilot.press("enter")
        await until(pilot, lambda: "Choose Save instead" in shown(app))
        await pilot.press("escape")
        await until(pilot, is_on(app, "ChooseScreen"))
        await pilot.press("down", "enter")
        await until(pilot, lambda: "It was saved" in shown(app))
