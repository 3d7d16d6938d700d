"""A journal of a hundred thousand practices beside one of ten: home, the journal's screen, and exports."""

import asyncio
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from textual.widgets import OptionList

from benchmarks.measuring import PYTHON, Figure, measured, median
from relaxapp.journal.store import Store
from relaxapp.ui.app import RelaxApp
from relaxapp.ui.screens.home import HomeScreen
from relaxapp.ui.screens.journal import JournalScreen
from relaxapp.ui.screens.screen import AppScreen
from tests.made_month import many
from tests.ui.conftest import House

FEW, MANY = 10, 100_000
FIRST_GROUP = date(2026, 10, 27)


def many_rows(folder: Path, rounds: int) -> Iterator[Figure]:
    """What a hundred thousand practices take more than ten do, and whole exports of them."""
    few, great = _house(folder, FEW), _house(folder, MANY)
    found: list[tuple[float, float]] = []
    for _round in range(rounds + 1):
        (home, journal), (more_home, more_journal) = (asyncio.run(_opened(each)) for each in (few, great))
        found.append((more_home - home, more_journal - journal))
    homes, journals = zip(*found[1:], strict=True)
    yield Figure("home, more than with ten", _told(homes), "50 ms")
    yield Figure("the journal's screen, more than with ten", _told(journals), "100 ms")
    for ending in ("csv", "json", "pdf"):
        wanted = "--since", "1990-01-01", "--replace", "-o", f"many.{ending}"
        command = [PYTHON, "-m", "relaxapp.cli", "export", *wanted]
        env = {"RELAXAPP_HOME": str(great.parent)}
        runs = [measured(command, env, folder) for _round in range(max(1, rounds // 3))]
        yield Figure(f"export all as {ending.upper()}", median(runs), "2 s")


def _house(folder: Path, practices: int) -> Path:
    data = folder / f"with {practices}" / "data"
    with Store(data / "journal.db") as store:
        store.add(*many(practices))
    House(data).started_before(
        first_session=FIRST_GROUP,
        group_weekday=1,
        offers=frozenset({"group day", "voice tuning", "better voice", "who can read"}),
    ).store.close()
    return data


async def _opened(data: Path) -> tuple[float, float]:
    """Seconds until home stands there whole, and from the key J until the journal does."""
    house = House(data)
    app = house.app()
    start = time.perf_counter()
    async with app.run_test(size=(80, 24)) as pilot:
        await _until(lambda: _is_whole(app, HomeScreen, "#practices"))
        home = time.perf_counter() - start
        await pilot.pause()
        start = time.perf_counter()
        app.go("journal")
        await _until(lambda: _is_whole(app, JournalScreen, "#entries"))
        await pilot.pause()
        journal = time.perf_counter() - start
    house.store.close()
    return home, journal


async def _until(holds: Callable[[], bool]) -> None:
    while not holds():
        await asyncio.sleep(0.001)


def _is_whole(app: RelaxApp, screen: type[AppScreen[Any]], listed: str) -> bool:
    """Whether a screen stands there, its list filled."""
    shown = app.screen
    if not isinstance(shown, screen) or not shown.is_mounted:
        return False
    found = shown.query(listed).results(OptionList)
    return any(each.option_count > 1 for each in found)


def _told(seconds: Iterable[float]) -> str:
    return f"{1000 * statistics.median(seconds):.0f} ms"
