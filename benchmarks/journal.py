"""A journal of a hundred thousand practices: opening, looking at the newest, exporting."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from benchmarks.measuring import Figure
from relaxapp.journal.export import as_csv, as_json
from relaxapp.journal.export.gathering import gather
from relaxapp.journal.sharing import EVERYTHING
from relaxapp.journal.store import Store
from tests.made_month import many

ROWS = 100_000


def many_rows(folder: Path) -> Iterator[Figure]:
    """Seconds for each."""
    path = folder / "many" / "journal.db"
    with Store(path) as store:
        store.add(*many(ROWS))
    yield Figure("open, and the newest 500", _timed(lambda: _newest(path)))
    with Store(path) as store:
        yield Figure("read all", _timed(lambda: list(store.entries())))
        now = datetime(2026, 11, 24, 12, tzinfo=UTC)
        for name, write in (("CSV", as_csv.write), ("JSON", as_json.write)):
            file = folder / f"many.{name.lower()}"
            exporting = partial(write, gather(store, EVERYTHING, now), file)
            yield Figure(f"export as {name}", _timed(exporting), "2 s")


def _newest(path: Path) -> None:
    with Store(path) as store:
        store.entries(limit=500)


def _timed(work: Callable[[], object]) -> str:
    start = time.perf_counter()
    work()
    return f"{time.perf_counter() - start:.2f} s"
