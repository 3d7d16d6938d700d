"""Files for the phone, by keys alone."""

import asyncio
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from textual.pilot import Pilot

from relaxapp.errors import FileError
from relaxapp.rendering_many import STEPS, Missed, Wanted
from relaxapp.ui.app import RelaxApp
from tests.ui.conftest import House, is_on, shown, until


class Maker:
    """Makes empty files; says it is half done, and waits until it may go on or shall stop."""

    def __init__(self) -> None:
        self.files: tuple[Wanted, ...] = ()
        self.stop = threading.Event()
        self.go_on = threading.Event()
        self.trouble: Exception | None = None
        self.missed: tuple[str, ...] = ()

    def __call__(
        self, files: Sequence[Wanted], progress: Callable[[int], None], *, stop: threading.Event | None = None
    ) -> tuple[Missed, ...]:
        self.files = tuple(files)
        progress(STEPS * len(files) // 2)
        assert stop is not None
        self.stop = stop
        while not self.go_on.is_set() and not stop.wait(0.01):
            pass
        if self.trouble is not None:
            raise self.trouble
        return tuple(Missed(each, "The voice is away.") for each in files if each.practice in self.missed)


@pytest.fixture
def maker(house: House) -> Maker:
    (house.folder / "music").mkdir()
    made = Maker()
    house.services = replace(house.services, make_files=made)
    house.started_before(first_session=date(2026, 11, 20))
    return made


@pytest.fixture(autouse=True)
def folders(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relaxapp.locations.documents", lambda: house.folder / "music")
    monkeypatch.setattr("relaxapp.locations.shared_folders", lambda: (house.folder / "none",))
    monkeypatch.setattr("relaxapp.ui.ways.make_file.plugged_in", tuple)


async def to_the_making(app: RelaxApp, pilot: Pilot[None], *which: str) -> None:
    await until(pilot, lambda: "All practices" in shown(app))
    await pilot.press("end", "up")
    assert "as sound that plays anywhere" in " ".join(shown(app).split())
    await pilot.press("enter")
    await until(pilot, lambda: "A file for my phone" in shown(app))
    await pilot.press(*which)
    await until(pilot, lambda: "How long?" in shown(app))
    await pilot.press("enter")
    await until(pilot, lambda: "Which kind of file?" in shown(app))
    await pilot.press("enter")
    await until(pilot, lambda: "Where shall it lie?" in shown(app))
    await pilot.press("enter")
    await until(pilot, lambda: "50%" in shown(app))


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_practices_of_the_week_become_files(
    house: House, maker: Maker, size: tuple[int, int]
) -> None:
    app = house.app()
    async with app.run_test(size=size) as pilot:
        await to_the_making(app, pilot, "down", "enter")
        maker.missed = (maker.files[0].practice,)
        maker.go_on.set()
        await until(pilot, lambda: "Your files are made" in shown(app))
        words = shown(app)
        assert "The voice is away." in words
        assert maker.files[1].file.name in words
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
    assert len(maker.files) > 2
    assert {each.file.parent for each in maker.files} == {house.folder / "music"}
    assert {each.file.suffix for each in maker.files} == {".mp3"}


async def test_one_practice_becomes_a_file_and_making_it_can_be_stopped(house: House, maker: Maker) -> None:
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All practices" in shown(app))
        app.go("make_file")
        await until(pilot, lambda: "A file for my phone" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: "Which practice, for your phone?" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: "How long?" in shown(app))
        await pilot.press("enter", "enter", "enter")
        await until(pilot, lambda: "50%" in shown(app))
        await pilot.press("escape")
        await until(pilot, is_on(app, "HomeScreen"))
    assert len(maker.files) == 1


async def test_why_nothing_could_be_made_is_told(house: House, maker: Maker) -> None:
    maker.trouble = FileError("The disk is full.", "Free some room.")
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_making(app, pilot, "down", "enter")
        maker.go_on.set()
        await until(pilot, lambda: "The disk is full." in shown(app))


async def test_leaving_meanwhile_stops_it_and_waits_for_nothing(house: House, maker: Maker) -> None:
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_making(app, pilot, "down", "enter")
        await pilot.press("ctrl+q")
        for _moment in range(100):
            await asyncio.sleep(0.02)
    stopped = maker.stop.is_set()
    maker.go_on.set()
    assert stopped
    assert app.crash is None
