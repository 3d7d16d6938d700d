"""What is kept is found again, in order, by the day it was lived on."""

import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relaxapp.errors import JournalError
from relaxapp.journal import troubles
from relaxapp.journal.entry import Ended, Entry, Kind
from relaxapp.journal.file import beside
from relaxapp.journal.store import Store
from relaxapp.journal.times import local_day

Made = Callable[..., Entry]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.from_type(Entry), max_size=4, unique_by=lambda entry: entry.id))
def test_any_entry_comes_back_as_it_was(entries: list[Entry]) -> None:
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "journal.db") as store:
        for entry in entries:
            store.add(entry)
        assert {entry.id: entry for entry in store.entries()} == {entry.id: entry for entry in entries}
        assert [store.entry(entry.id) for entry in entries] == entries
        starts = [entry.started for entry in store.entries()]
        assert starts == sorted(starts, reverse=True)
        assert [entry.started for entry in store.each()] == sorted(starts)


@settings(max_examples=100, deadline=None)
@given(st.from_type(Entry))
def test_an_entry_belongs_to_its_local_day_wherever_that_was(entry: Entry) -> None:
    day = local_day(entry)
    before, after = date.fromordinal(day.toordinal() - 1), date.fromordinal(day.toordinal() + 1)
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "journal.db") as store:
        store.add(entry)
        assert store.entries(day, day) == (entry,)
        assert store.entries(after) == ()
        assert store.entries(None, before) == ()


def test_a_practice_is_kept_from_its_first_second_to_its_end(store: Store, path: Path, made: Made) -> None:
    entry = made(ended=Ended.RUNNING, heard_seconds=0, pain_before=6)
    store.begin(entry)
    with Store(path) as other:
        assert other.entry(entry.id) == entry
        store.keep_up(entry.id, 5)
        assert other.entry(entry.id) == replace(entry, heard_seconds=5)
        over = replace(entry, heard_seconds=600, ended=Ended.COMPLETED, pain_after=5)
        store.update(over)
        assert other.entry(entry.id) == over


def test_what_was_deleted_stays_deleted(store: Store, path: Path, made: Made) -> None:
    gone, kept = made(ended=Ended.RUNNING), made()
    store.begin(gone)
    store.add(kept)
    with Store(path) as other:
        other.delete(gone.id)
    store.keep_up(gone.id, 10)
    store.update(replace(gone, ended=Ended.COMPLETED))
    assert store.entries() == (kept,)


def test_the_same_entry_is_never_kept_twice(store: Store, made: Made) -> None:
    entry = made()
    store.add(entry)
    with pytest.raises(JournalError):
        store.add(entry)
    assert store.entries() == (entry,)


@pytest.mark.parametrize("wrong", [{"pain_before": 11}, {"helpful": -1}, {"heard_seconds": -1}])
def test_an_impossible_value_is_refused_whole(store: Store, made: Made, wrong: dict[str, int]) -> None:
    with pytest.raises(JournalError):
        store.add(made(**wrong))
    assert store.entries() == ()
    store.add(made())


def test_a_time_without_a_place_is_refused(store: Store, made: Made) -> None:
    with pytest.raises(ValueError, match="offset"):
        store.add(replace(made(), started=datetime(2026, 11, 24)))


def test_half_a_character_never_loses_a_practice(store: Store, made: Made) -> None:
    entry = made(note="before \ud83d after")
    store.add(entry)
    store.set_answer("place", "the \udcff sea")
    kept = store.entry(entry.id)
    assert kept is not None
    assert kept.note == "before ? after"
    assert store.answers() == {"place": "the ? sea"}


# ranges

DAYS = [
    ("2026-11-24T00:00-05:00", date(2026, 11, 24)),
    ("2026-11-24T23:59:59.999999-05:00", date(2026, 11, 24)),
    ("2026-11-24T23:30+14:00", date(2026, 11, 24)),
    ("2026-11-24T00:30-12:00", date(2026, 11, 24)),
    ("2026-11-01T01:30-04:00", date(2026, 11, 1)),  # the hour that comes twice, the first time
    ("2026-11-01T01:30-05:00", date(2026, 11, 1)),  # and the second time
    ("2026-03-29T03:00+02:00", date(2026, 3, 29)),  # right after the hour that never was
]


@pytest.mark.parametrize(("started", "day"), DAYS)
def test_days_are_those_of_the_local_clock(store: Store, made: Made, started: str, day: date) -> None:
    entry = made(started)
    store.add(entry)
    assert store.entries(day, day) == (entry,)
    assert tuple(store.each(day, day)) == (entry,)
    assert store.entries(date.fromordinal(day.toordinal() + 1)) == ()
    assert store.entries(until=date.fromordinal(day.toordinal() - 1)) == ()


@pytest.mark.parametrize(
    ("started", "since", "found"),
    [
        ("2026-11-25T00:30+01:00", date(2026, 11, 25), 1),
        ("2026-11-24T23:50+01:00", date(2026, 11, 25), 0),  # over midnight: the day it began
        ("2026-11-24T23:50+01:00", date(2026, 11, 24), 1),
        ("2026-11-26T07:00+13:00", date(2026, 11, 25), 1),  # ahead of the clock of whoever flew back west
    ],
)
def test_days_are_counted_by_the_day_a_practice_began_on(
    store: Store, made: Made, started: str, since: date, found: int
) -> None:
    store.add(made(started), made(started))
    store.add(made("2026-11-27T12:00+01:00", kind=Kind.NO_PRACTICE))
    assert store.practised_days(since) == found


def test_moments_bound_a_range_too(store: Store, made: Made) -> None:
    entries = [made(f"2026-11-24T{hour:02}:00+00:00") for hour in range(4)]
    for entry in entries:
        store.add(entry)
    found = store.entries(datetime(2026, 11, 24, 1, tzinfo=UTC), datetime(2026, 11, 24, 3, tzinfo=UTC))
    assert found == (entries[2], entries[1])


def test_the_newest_few(store: Store, made: Made) -> None:
    entries = [made(f"2026-11-{day:02}T08:00+00:00") for day in range(1, 20)]
    for entry in entries:
        store.add(entry)
    assert store.entries(limit=2) == (entries[-1], entries[-2])
    assert store.entries(limit=0) == ()


@pytest.mark.parametrize("end", [date.min, date.max])
def test_the_ends_of_time_are_no_trouble(store: Store, made: Made, end: date) -> None:
    entry = made()
    store.add(entry)
    assert store.entries(since=date.min, until=date.max) == (entry,)
    assert store.entries(since=end, until=end) == ()


# practices left unfinished, and ratings that wait


KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from relaxapp.journal.entry import Entry
from relaxapp.journal.store import Store

store = Store(Path(sys.argv[1]))
store.begin(Entry("left", datetime(2026, 11, 24, tzinfo=UTC), 0, heard_seconds=35))
os._exit(9)
"""


def test_what_a_killed_program_left_running_is_closed_as_stopped(path: Path, made: Made) -> None:
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    assert subprocess.run([sys.executable, "-c", KILLED, str(path)], env=env).returncode == 9
    with Store(path) as next_start:
        next_start.add(made("2026-11-20T08:00+00:00"))
        left = next_start.entry("left")
        assert left is not None
        stopped = replace(left, ended=Ended.STOPPED)
        assert next_start.settle_unfinished() == (stopped,)
        assert next_start.entry("left") == stopped
        assert next_start.settle_unfinished() == ()


def test_a_practice_that_pauses_in_another_window_is_not_taken_for_one_left(
    store: Store, path: Path, made: Made
) -> None:
    first, second = made(ended=Ended.RUNNING), made(ended=Ended.RUNNING)
    with Store(path) as other:
        store.begin(first)
        other.begin(second)
        for over in (replace(first, ended=Ended.STOPPED), replace(second, ended=Ended.COMPLETED)):
            with Store(path) as next_start:
                assert next_start.settle_unfinished() == ()
            assert other.entry(second.id) == second
            store.update(over)
        assert other.settle_unfinished() == ()
        store.add(made(ended=Ended.RUNNING))
        assert other.settle_unfinished() == (), "the other window doesn't know yet that its own is over"
        other.update(over)
        assert len(other.settle_unfinished()) == 1, "who practises no more holds nobody up"


def test_closing_a_journal_leaves_what_was_running_to_the_next_start(path: Path, made: Made) -> None:
    with Store(path) as store:
        store.begin(made(ended=Ended.RUNNING))
    with Store(path) as next_start:
        assert len(next_start.settle_unfinished()) == 1


def test_that_one_practises_is_kept_in_a_file_of_nothing_closed_to_others(
    store: Store, path: Path, made: Made
) -> None:
    store.begin(made(ended=Ended.RUNNING))
    (file,) = set(path.parent.iterdir()) - {path, *beside(path)}
    assert file.name.startswith("."), "no backup takes it along"
    assert (file.stat().st_mode & 0o777, file.stat().st_size) == (0o600, 0)


def test_a_practice_still_running_in_another_window_is_put_right(
    store: Store, path: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_given: object) -> None:
        raise PermissionError

    monkeypatch.setattr("relaxapp.journal.store.share", refused)
    monkeypatch.setattr("relaxapp.journal.store.hold", refused)
    running = made(ended=Ended.RUNNING, heard_seconds=0)
    store.begin(running)
    with Store(path) as second_window:
        assert len(second_window.settle_unfinished()) == 1
        store.keep_up(running.id, 10)
        assert second_window.entry(running.id) == replace(running, heard_seconds=10)


def test_a_late_keep_up_never_reopens_a_practice(store: Store, made: Made) -> None:
    entry = made(ended=Ended.RUNNING, heard_seconds=0)
    store.begin(entry)
    over = replace(entry, ended=Ended.STOPPED, heard_seconds=20)
    store.update(over)
    store.keep_up(entry.id, 20)
    assert store.entry(entry.id) == over


def test_ratings_due_are_those_put_off_for_sleep(store: Store, made: Made) -> None:
    store.add(made())
    due = made("2026-11-23T22:00-05:00", ratings_due=True)
    store.add(due)
    assert store.ratings_due() == (due,)
    store.update(replace(due, ratings_due=False, pain_after=3))
    assert store.ratings_due() == ()


# answers, and all of it


def test_answers_are_kept_changed_taken_back_and_forgotten(store: Store, path: Path) -> None:
    store.set_answer("place", "a quiet beach")
    store.set_answer("touch", "warm sand")
    store.set_answer("place", "the garden")
    with Store(path) as other:
        assert other.answers() == {"place": "the garden", "touch": "warm sand"}
    store.set_answer("touch", "")
    assert store.answers() == {"place": "the garden"}
    store.forget_answers()
    assert store.answers() == {}


def _bytes_of(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


@pytest.mark.parametrize("how", ["delete", "forget_answers", "forget"])
def test_deleted_words_leave_the_file(store: Store, path: Path, made: Made, how: str) -> None:
    entry = made(note="a secret for nobody")
    store.add(entry)
    store.set_answer("place", "a secret for nobody")
    match how:
        case "delete":
            store.delete(entry.id)
            store.set_answer("place", "")
        case "forget_answers":
            store.update(replace(entry, note=""))
            store.forget_answers()
        case _:
            store.forget()
            assert (store.entries(), store.answers()) == ((), {})
    store.close()
    assert b"a secret for nobody" not in _bytes_of(path)


def test_all_is_forgotten_at_once_also_while_the_journal_stays_open(
    store: Store, path: Path, made: Made
) -> None:
    store.add(made(note="a secret for nobody"))
    store.save_settings(replace(store.settings(), cue_word="a secret for nobody"))
    store.forget()
    assert b"a secret for nobody" not in _bytes_of(path)
    store.add(made())
    assert len(store.entries()) == 1


# asking is fast


def test_pages_leave_out_nothing_that_began_at_one_moment(store: Store, made: Made) -> None:
    store.add(*(made(f"2026-11-{day:02}T12:00-05:00") for day in range(1, 6) for _twin in range(3)))
    pages: list[tuple[Entry, ...]] = []
    while not pages or pages[-1]:
        pages.append(store.page(pages[-1][-1] if pages else None, 4))
    listed = [entry for page in pages for entry in page]
    assert sorted(each.id for each in listed) == sorted(each.id for each in store.entries())
    assert [each.started for each in listed] == [each.started for each in store.entries()]


def test_a_page_goes_on_after_an_entry_that_was_deleted_meanwhile(store: Store, made: Made) -> None:
    store.add(*(made("2026-11-24T12:00-05:00") for _twin in range(3)))
    first, second, third = store.page(None, 10)
    store.delete(second.id)
    assert store.page(second, 10) == (third,)
    assert store.page(first, 1) == (third,)


def test_every_question_goes_through_an_index(store: Store, made: Made) -> None:
    asked: list[str] = []
    week, moment = (date(2026, 11, 17), date(2026, 11, 24)), datetime(2026, 11, 17, tzinfo=UTC)
    store._db.set_trace_callback(asked.append)
    store.entries(limit=1)
    store.entries(week[0])
    store.entries(*week, limit=5)
    store.entries(moment, moment.replace(day=24))
    store.entries(until=moment, limit=100)
    store.page(None, 100)
    store.page(made(), 100, "garden")
    list(store.each(week[0]))
    store.entry("an id")
    store.practised_days(week[0])
    store.pegs(week[0])
    store.questions(week[0])
    store.ratings_due()
    store.settle_unfinished()
    store.delete("an id")
    store._db.set_trace_callback(None)
    looked_up = [each for each in asked if each.startswith(("SELECT", "DELETE", "UPDATE"))]
    assert len(looked_up) >= 18
    for query in looked_up:
        plan = " ".join(row[3] for row in store._db.execute(f"EXPLAIN QUERY PLAN {query}"))
        assert "USING INDEX" in plan or "USING COVERING INDEX" in plan, (query, plan)
        assert "TEMP B-TREE FOR ORDER BY" not in plan, (query, plan)


def test_a_store_is_used_by_the_thread_that_opened_it(store: Store, made: Made) -> None:
    store.add(made())
    refused: list[sqlite3.ProgrammingError] = []

    def in_a_thread() -> None:
        with pytest.raises(sqlite3.ProgrammingError) as told:
            store.entries()
        refused.append(told.value)

    thread = threading.Thread(target=in_a_thread)
    thread.start()
    thread.join()
    assert len(refused) == 1


def test_deleted_words_are_not_left_in_the_log_beside_the_file(tmp_path: Path) -> None:
    with Store(tmp_path / "journal.db") as store:
        store.add(Entry("a", datetime(2026, 11, 24, tzinfo=UTC), 0, note="words of the heart"))
        store.set_answer("place", "a bench by the lake")
        store.forget_notes()
        store.forget_answers()
        left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        assert b"words of the heart" not in left
        assert b"bench by the lake" not in left


@pytest.mark.parametrize("seed", [6, 7, 8])
def test_no_copy_of_forgotten_words_stays_where_entries_grew_and_moved(
    store: Store, path: Path, made: Made, seed: int
) -> None:
    chance = random.Random(seed)
    notes = (f"of the heart {'x' * chance.randint(5, 300)}" for _each in range(200))
    entries = [made(id=f"{chance.getrandbits(128):032x}", note=note) for note in notes]
    store.add(*entries)
    for _each in range(300):
        at = chance.randrange(len(entries))
        entries[at] = replace(entries[at], own_way="y" * chance.randint(1, 700))
        store.update(entries[at])
    assert store.forget_notes() == 200
    assert b"of the heart" not in _bytes_of(path)
    assert store.entries() == tuple(replace(each, note="") for each in store.entries())
    assert {each.id for each in store.entries()} == {each.id for each in entries}


@pytest.mark.parametrize("code", ["SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE"])
def test_a_full_disk_is_told_as_one_however_sqlite_names_it(path: Path, code: str) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = getattr(sqlite3, code)
    assert troubles.told(path, error).message.startswith("There is no space left on the disk")


def test_a_disk_that_can_not_be_read_is_not_told_as_full(path: Path) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
    assert "could not be read or written: disk I/O error" in troubles.told(path, error).message
