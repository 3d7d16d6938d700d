"""A page and a practice of someone else are brought in, and one is passed on, by keys alone."""

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from relaxapp import locations
from relaxapp.ui.app import RelaxApp
from tests.ui.conftest import House, is_on, shown, until
from tests.ui.test_sizes import SIZES, cut_off, keys_fit

PAGE = """The Quiet Porch

Sit on the porch for a while. (pause)
(look at the clock)
Hear the evening. [hand out tea]

Come back when you like.
"""


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path))


async def type_in(pilot: Pilot[None], app: RelaxApp, words: str) -> None:
    """Type a file's name and look at it."""
    await until(pilot, is_on(app, "WhichFileScreen"))
    app.screen.query_one("#file", Input).value = ""
    app.screen.query_one("#file", Input).insert_text_at_cursor(words)
    await pilot.press("enter")


@pytest.mark.parametrize("size", SIZES)
async def test_a_page_is_brought_in_with_its_questions(house: House, size: tuple[int, int]) -> None:
    app = house.started_before().app()
    page = house.folder / "my page.txt"
    page.write_text(PAGE)
    async with app.run_test(size=size) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        app.go("take_in")
        await type_in(pilot, app, str(house.folder / "none.txt"))
        await until(pilot, lambda: "There is no file" in shown(app))
        assert not cut_off(app)
        await type_in(pilot, app, f'  "{page}" ')
        await until(pilot, lambda: "(1 of 2)" in shown(app))
        assert "(look at the clock)" in shown(app)
        assert not cut_off(app)
        assert keys_fit(app), shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: "(2 of 2)" in shown(app))
        await pilot.press("escape")
        await until(pilot, lambda: "(1 of 2)" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: "(2 of 2)" in shown(app))
        await pilot.press("up", "enter")
        await until(pilot, is_on(app, "BeforeKeepingScreen"))
        await until(pilot, lambda: "(not said" in shown(app) or "Quiet" in shown(app))
        assert not cut_off(app)
        assert keys_fit(app), shown(app)
        await pilot.press("t")
        await until(pilot, is_on(app, "AskScreen"))
        await pilot.press("!", "enter")
        await until(pilot, is_on(app, "BeforeKeepingScreen"))
        await pilot.press("enter")
        await until(pilot, lambda: "Practise it now" in shown(app))
        await pilot.press("enter")
        await until(pilot, is_on(app, "ReadyScreen"))
    kept = (house.folder / "scripts" / "the-quiet-porch.md").read_text()
    assert 'title: "The Quiet Porch!"' in kept
    assert "line 3, not said: (look at the clock)" in kept
    assert "Hear the evening. hand out tea" in kept


async def test_going_back_keeps_nothing(house: House) -> None:
    app = house.started_before().app()
    page = house.folder / "page.txt"
    page.write_text(PAGE)
    async with app.run_test() as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        app.go("take_in")
        await type_in(pilot, app, str(page))
        await until(pilot, lambda: "(1 of 2)" in shown(app))
        await pilot.press("down", "enter")
        await until(pilot, is_on(app, "BeforeKeepingScreen"))
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
    assert not (house.folder / "scripts").exists()


@pytest.mark.parametrize("size", SIZES[:1])
async def test_a_practice_is_passed_on_and_brought_in_elsewhere(
    house: House, tmp_path: Path, size: tuple[int, int]
) -> None:
    app = house.started_before().app()
    async with app.run_test(size=size) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        app.go("pass_on")
        await until(pilot, is_on(app, "PracticesScreen"))
        await pilot.press("enter")
        await until(pilot, is_on(app, "BeforeSharingScreen"))
        await until(pilot, lambda: "none of your answers" in " ".join(shown(app).split()))
        assert not cut_off(app)
        assert keys_fit(app), shown(app)
        await pilot.press("enter")
        await until(pilot, is_on(app, "ReadingScreen"))
    (file,) = locations.documents().iterdir()
    file.write_text(
        re.sub(r"^summary:.*$", "summary: Changed.", file.read_text(), count=1, flags=re.MULTILINE)
    )
    elsewhere = House(tmp_path / "elsewhere").started_before()
    app = elsewhere.app()
    async with app.run_test(size=size) as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        app.go("take_in")
        await type_in(pilot, app, str(file))
        await until(pilot, is_on(app, "BeforeKeepingScreen"))
        await until(pilot, lambda: "summary: Changed." in shown(app))
        assert not cut_off(app)
        assert keys_fit(app), shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: "It is kept" in shown(app))
        await pilot.press("down", "enter")
        await until(pilot, is_on(app, "EditorScreen"))
    assert len(list((tmp_path / "elsewhere" / "scripts").glob("*.md"))) == 1


async def test_a_practice_one_has_is_told_of_and_not_kept_twice(house: House) -> None:
    app = house.started_before().app()
    async with app.run_test() as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        app.go("take_in")
        await type_in(pilot, app, str(locations.shipped_scripts() / "en" / "paced-breathing.md"))
        await until(pilot, lambda: "You have this practice already." in shown(app))


async def test_a_page_that_was_brought_in_is_told_of_and_not_kept_twice(house: House) -> None:
    app = house.started_before().app()
    page = house.folder / "porch.txt"
    page.write_text("The Quiet Porch\n\nSit on the porch for a while. (pause)\n\nCome back when you like.\n")
    async with app.run_test() as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        app.go("take_in")
        await type_in(pilot, app, str(page))
        await until(pilot, is_on(app, "BeforeKeepingScreen"))
        await pilot.press("enter")
        await until(pilot, lambda: "It is kept" in shown(app))
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
        app.go("take_in")
        await type_in(pilot, app, str(page))
        await until(pilot, lambda: "You have this practice already." in shown(app))
    assert len(list((house.folder / "scripts").glob("*.md"))) == 1


async def test_a_practice_with_mistakes_says_so_where_it_was_asked_for(house: House) -> None:
    app = house.started_before().app()
    bad = house.folder / "bad.md"
    bad.write_text("---\ntitle: Bad\ntechnique: pmr\nlengths: [5]\n---\n# A\n[puase 4] Rest.\n")
    async with app.run_test() as pilot:
        await until(pilot, is_on(app, "HomeScreen"))
        app.go("take_in")
        await type_in(pilot, app, str(bad))
        await until(pilot, lambda: "there is no [puase]" in shown(app))
        assert is_on(app, "WhichFileScreen")()
