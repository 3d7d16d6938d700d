"""A journal of a hundred thousand practices: opening, looking at the newest, exporting."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.measuring import Figure
from relaxapp.journal.entry import Ended, Entry
from relaxapp.journal.export import as_csv, as_json
from relaxapp.journal.store import Store

ROWS = 100_000


def many_rows(folder: Path) -> Iterator[Figure]:
    """Seconds for each."""
    path = folder / "many" / "journal.db"
    first = datetime(2020, 1, 1, tzinfo=UTC)
    with Store(path) as store:
        entry = Entry(
            "first", first, 60, practice="paced-breathing", title="Paced breathing", ended=Ended.COMPLETED
        )
        store.add(entry)
        store._db.execute("BEGIN")
        columns = [row[1] for row in store._db.execute("PRAGMA table_info(entries)")]
        row = list(store._db.execute("SELECT * FROM entries").fetchone())
        at = columns.index("id"), columns.index("started")
        rows = []
        for number in range(1, ROWS):
            row[at[0]] = f"entry {number}"
            row[at[1]] = (first + timedelta(minutes=37 * number)).isoformat(timespec="microseconds")
            rows.append(tuple(row))
        store._db.executemany(f"INSERT INTO entries VALUES ({','.join('?' * len(columns))})", rows)
        store._db.execute("COMMIT")
    yield Figure("open, and the newest 500", _timed(lambda: _newest(path)))
    with Store(path) as store:
        entries = list(store.entries())
        assert len(entries) == ROWS
        yield Figure("read all", _timed(lambda: list(store.entries())))
        yield Figure("export as CSV", _timed(lambda: as_csv.write(entries, folder / "many.csv", notes=True)))
        yield Figure(
            "export as JSON", _timed(lambda: as_json.write(entries, folder / "many.json", notes=True))
        )


def _newest(path: Path) -> None:
    with Store(path) as store:
        store.entries(limit=500)


def _timed(work: "object") -> str:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return f"{time.perf_counter() - start:.2f} s"
