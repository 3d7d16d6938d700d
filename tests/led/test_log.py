"""The facilitator's list of exercises led: kept apart, whole, and told of plainly where it can't be."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from relaxapp.errors import FileError
from relaxapp.led.exercise import Exercise
from relaxapp.led.log import LedLog

EIGHT = Exercise(
    "1", datetime(2026, 11, 3, 8, 30, tzinfo=timezone(timedelta(hours=1))), "one-minute", "One minute", 61
)
NINE = replace(EIGHT, id="2", began=EIGHT.began + timedelta(minutes=45), people=9, note="two left early")


def test_the_newest_comes_first_and_nothing_is_lost(tmp_path: Path) -> None:
    log = LedLog(tmp_path / "new" / "led.db")
    assert log.exercises() == ()
    assert not log.path.exists()
    log.keep(EIGHT)
    log.keep(NINE)
    assert LedLog(log.path).exercises() == (NINE, EIGHT)


def test_the_people_and_a_note_may_come_later(tmp_path: Path) -> None:
    log = LedLog(tmp_path / "led.db")
    log.keep(EIGHT)
    log.keep(replace(EIGHT, people=12, note="quiet"))
    assert log.exercises() == (replace(EIGHT, people=12, note="quiet"),)
    log.delete(EIGHT.id)
    assert log.exercises() == ()


def test_what_was_deleted_is_overwritten_whoever_began_the_list(tmp_path: Path) -> None:
    log = LedLog(tmp_path / "led.db")
    log.keep(replace(EIGHT, note="a word about somebody"))
    log.keep(NINE)
    log.delete(EIGHT.id)
    assert b"a word about somebody" not in log.path.read_bytes()


@pytest.mark.parametrize("began", ["soon", "", "2026-11-03T08:30:00", "2026-99-03T08:30:00+01:00"])
def test_an_exercise_whose_moment_is_damaged_hides_none_of_the_others(tmp_path: Path, began: str) -> None:
    log = LedLog(tmp_path / "led.db")
    log.keep(EIGHT)
    log.keep(NINE)
    with closing(sqlite3.connect(log.path)) as db, db:
        db.execute("UPDATE exercises SET began = ? WHERE id = '1'", (began,))
    assert log.exercises() == (NINE,)


def test_only_its_owner_may_look(tmp_path: Path) -> None:
    log = LedLog(tmp_path / "own" / "led.db")
    log.keep(EIGHT)
    assert log.path.stat().st_mode & 0o777 == 0o600
    assert log.path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("content", [b"no database at all", b""])
def test_what_is_no_list_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "led.db"
    path.write_bytes(content)
    if not content:
        with closing(sqlite3.connect(path)) as db:
            db.execute("CREATE TABLE something (else_ TEXT)")
            db.commit()
    before = path.read_bytes()
    with pytest.raises(FileError, match=r"led\.db"):
        LedLog(path).keep(EIGHT)
    assert path.read_bytes() == before


def test_what_a_killed_program_left_beside_the_list_goes_with_it(tmp_path: Path) -> None:
    log = LedLog(tmp_path / "led.db")
    log.keep(EIGHT)
    (tmp_path / "led.db-journal").write_text("a word about somebody")
    log.delete_all()
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "led.db-journal").write_text("a word about somebody")
    log.delete_all()
    assert list(tmp_path.iterdir()) == []
