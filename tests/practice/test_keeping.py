"""What a practice comes to is kept, whatever happens to the disk meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from relaxapp.errors import JournalError
from relaxapp.journal.entry import Ended, Entry
from relaxapp.journal.store import Store
from relaxapp.practice.conductor import KEEP_UP_SECONDS
from relaxapp.practice.keeping import PATIENCE, REST, Keeping

BEGUN = Entry(id="an id", started=datetime(2026, 11, 24, 8, tzinfo=UTC), offset_minutes=60)
FULL = "There is no space left on the disk."


class Disk:
    """A journal on a disk that can be full, and a clock."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder / "journal.db")
        self.seconds = 0.0
        self.full = False
        self.takes = 0.0
        """How long a try takes that fails."""
        self.tries = 0
        writing = self.store._writing

        @contextmanager
        def when_not_full(*, at_once: bool = True) -> Iterator[object]:
            self.tries += 1
            if self.full:
                self.seconds += self.takes
                raise JournalError(FULL, "Make some space and try again.")
            with writing(at_once=at_once) as db:
                yield db

        self.store._writing = when_not_full  # type: ignore[assignment, method-assign]
        self.keeping = Keeping(self.store, lambda: self.seconds)

    def entry(self) -> Entry | None:
        return self.store.entry(BEGUN.id)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    made = Disk(tmp_path)
    yield made
    made.store.close()


def test_each_is_written_at_once_where_it_can_be(disk: Disk) -> None:
    disk.keeping.begin(BEGUN)
    assert disk.entry() == BEGUN
    disk.keeping.keep_up(BEGUN.id, 5)
    assert disk.entry() == replace(BEGUN, heard_seconds=5)
    over = replace(BEGUN, heard_seconds=9, ended=Ended.COMPLETED)
    disk.keeping.save(over)
    assert disk.entry() == over
    assert disk.keeping.at_last() is None
    assert disk.keeping.trouble is None


def test_the_next_keep_up_saves_all_that_could_not_be_kept(disk: Disk) -> None:
    disk.full = True
    disk.keeping.begin(BEGUN)
    assert disk.keeping.trouble is not None
    assert disk.keeping.trouble.message == FULL
    disk.full = False
    disk.seconds += KEEP_UP_SECONDS
    disk.keeping.keep_up(BEGUN.id, 5)
    assert disk.entry() == replace(BEGUN, heard_seconds=5)
    assert disk.keeping.trouble is None


def test_it_is_one_trouble_until_all_is_written(disk: Disk) -> None:
    disk.keeping.begin(BEGUN)
    disk.full = True
    disk.keeping.keep_up(BEGUN.id, 5)
    first = disk.keeping.trouble
    disk.seconds += KEEP_UP_SECONDS
    disk.keeping.keep_up(BEGUN.id, 10)
    assert disk.keeping.trouble is first is not None
    disk.full = False
    disk.seconds += REST
    disk.keeping.again()
    assert disk.entry() == replace(BEGUN, heard_seconds=10)
    assert disk.keeping.trouble is None


@pytest.mark.parametrize("begun", [True, False])
def test_what_ended_and_was_rated_meanwhile_is_kept_as_it_is_at_last(disk: Disk, begun: bool) -> None:
    disk.full = not begun
    disk.keeping.begin(BEGUN)
    disk.full = True
    over = replace(BEGUN, heard_seconds=60, ended=Ended.STOPPED)
    disk.keeping.save(over)
    disk.keeping.save(replace(over, pain_after=3))
    unkept = disk.keeping.at_last()
    assert unkept is not None
    assert str(unkept) == f"{FULL} Make some space and try again."
    disk.full = False
    assert disk.keeping.at_last() is None
    assert disk.entry() == replace(over, pain_after=3)


def test_two_practices_can_wait(disk: Disk) -> None:
    other = replace(BEGUN, id="another")
    disk.full = True
    for each in (BEGUN, other):
        disk.keeping.begin(each)
        disk.keeping.save(replace(each, ended=Ended.STOPPED))
    disk.full = False
    assert disk.keeping.at_last() is None
    assert [each.ended for each in disk.store.entries()] == [Ended.STOPPED, Ended.STOPPED]


def test_what_was_deleted_stays_deleted(disk: Disk) -> None:
    disk.keeping.begin(BEGUN)
    disk.full = True
    disk.keeping.save(replace(BEGUN, ended=Ended.STOPPED))
    disk.full = False
    disk.store.delete(BEGUN.id)
    assert disk.keeping.at_last() is None
    assert disk.entry() is None


def test_a_journal_that_is_held_by_another_program_does_not_hold_the_practice_for_long(disk: Disk) -> None:
    disk.keeping.begin(BEGUN)
    disk.full, disk.takes, before = True, 5.0, disk.tries
    heard = 0
    while disk.seconds < 100:
        disk.seconds += 0.1
        if disk.seconds > heard + KEEP_UP_SECONDS:
            heard = round(disk.seconds)
            disk.keeping.keep_up(BEGUN.id, heard)
        disk.keeping.again()
    waited = disk.takes * (disk.tries - before)
    assert 0 < waited <= 100 / PATIENCE


def test_a_note_that_another_window_forgot_does_not_come_back_with_the_next_answer(disk: Disk) -> None:
    rated = replace(BEGUN, ended=Ended.COMPLETED, note="for me alone")
    disk.keeping.begin(BEGUN)
    disk.keeping.save(rated)
    with Store(disk.store.path) as other:
        assert other.forget_notes() == 1
    disk.keeping.save(replace(rated, pain_after=3))
    assert disk.entry() == replace(rated, pain_after=3, note="")
    disk.keeping.save(replace(rated, pain_after=3, note="another"))
    assert disk.entry() == replace(rated, pain_after=3, note="another")


def test_nor_does_it_with_the_answers_to_a_practice_of_the_night_before(disk: Disk) -> None:
    asleep = replace(BEGUN, ended=Ended.COMPLETED, note="for me alone", ratings_due=True)
    disk.store.add(asleep)
    disk.keeping.knows(asleep)
    with Store(disk.store.path) as other:
        assert other.forget_notes() == 1
    disk.keeping.save(replace(asleep, pain_after=3, ratings_due=False))
    assert disk.entry() == replace(asleep, pain_after=3, ratings_due=False, note="")
