"""What is changed in the journal can be taken back, one by one, until one leaves."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from relaxapp.journal.by_hand import group_question, no_practice, peg, prescriber_line, without_app
from relaxapp.journal.changes import Changes
from relaxapp.journal.entry import Entry, Kind, Obstacle
from relaxapp.journal.export.gathering import gather
from relaxapp.journal.prescriber_line import Topic
from relaxapp.journal.sharing import EVERYTHING
from relaxapp.journal.store import Store
from relaxapp.journal.times import local_day

Made = Callable[..., Entry]
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_each_change_is_taken_back_the_newest_first(store: Store, made: Made) -> None:
    entry, gone = made(note="a word"), made("2026-11-23T08:00-05:00", own_way="mine")
    store.add(entry, gone)
    changes = Changes(store)
    changes.change(entry, replace(entry, note="another", pain_after=4))
    changes.delete(gone)
    late = without_app(date(2026, 11, 22), 10)
    changes.add(late)
    assert [each.id for each in store.entries()] == [entry.id, late.id]
    assert changes.undo() == late
    assert changes.undo() == gone
    assert store.entries() == (replace(entry, note="another", pain_after=4), gone)
    assert changes.undo() == entry
    assert not changes.any
    assert changes.undo() is None
    assert store.entries() == (entry, gone)


def test_a_note_forgotten_in_another_window_comes_back_with_no_change_of_something_else(
    store: Store, path: Path, made: Made
) -> None:
    entry = made(note="for me alone")
    store.add(entry)
    changes = Changes(store)
    with Store(path) as other:
        other.forget_notes()
    changes.change(entry, replace(entry, pain_after=4))
    assert store.entries() == (replace(entry, note="", pain_after=4),)
    changes.undo()
    assert store.entries() == (replace(entry, note=""),)


def test_pegs_and_questions_are_kept_changed_and_deleted_alike(store: Store) -> None:
    answered, asked = peg(NOW, 5, 4, 3), group_question(NOW, "How do you find the time?")
    changes = Changes(store)
    changes.add(answered)
    changes.add(asked)
    changes.change(asked, replace(asked, read_out=True))
    assert store.pegs() == (answered,)
    assert store.questions() == (replace(asked, read_out=True),)
    changes.delete(answered)
    assert store.pegs() == ()
    for _turn in range(3):
        changes.undo()
    assert (store.pegs(), store.questions()) == ((answered,), ())


def test_one_thing_never_takes_the_place_of_another(store: Store, made: Made) -> None:
    with pytest.raises(ValueError):
        Changes(store).change(made(), made())


def test_a_deletion_overwrites_the_words_at_once(store: Store, path: Path) -> None:
    asked = group_question(NOW, "a secret for nobody")
    store.add(asked)
    changes = Changes(store)
    changes.delete(asked)
    store.close()
    assert b"a secret for nobody" not in b"".join(file.read_bytes() for file in path.parent.iterdir())


@pytest.mark.parametrize(
    ("ratings", "mean"), [((5, 4, 3), 4.0), ((5, 5, 3), 13 / 3), ((5, None, 3), None), ((0, 0, 0), 0.0)]
)
def test_the_mean_of_a_peg_is_of_three_or_not_told(ratings: tuple[int, ...], mean: float | None) -> None:
    assert peg(NOW, *ratings).mean == mean


def test_pegs_and_questions_of_a_range(store: Store) -> None:
    early, late = (peg(NOW.replace(day=day), 1, 2, 3) for day in (10, 17))
    store.add(early, late)
    assert store.pegs() == (late, early)
    assert store.pegs(since=date(2026, 11, 11)) == (late,)
    assert store.pegs(until=date(2026, 11, 16)) == (early,)


def test_what_is_told_afterwards_is_marked_so() -> None:
    practised = without_app(date(2026, 11, 24), 15, hour=time(23, 50), title="On the bus")
    missed = no_practice(date(2026, 11, 23), (Obstacle.FORGOT,), "visitors", read_out=True)
    assert (practised.kind, practised.heard_seconds) == (Kind.WITHOUT_APP, 900)
    assert (missed.kind, missed.obstacles) == (Kind.NO_PRACTICE, (Obstacle.FORGOT,))
    assert practised.entered_later
    assert missed.entered_later
    assert (local_day(practised), local_day(missed)) == (date(2026, 11, 24), date(2026, 11, 23))


def test_all_notes_are_forgotten_and_nothing_else(store: Store, path: Path, made: Made) -> None:
    with_note, without = made(note="a secret for nobody", own_way="mine"), made("2026-11-20T08:00+00:00")
    store.add(with_note, without)
    assert store.forget_notes() == 1
    assert store.entries() == (replace(with_note, note=""), without)
    store.close()
    assert b"a secret for nobody" not in b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_lines_for_the_prescriber_are_kept_changed_and_deleted_and_are_in_no_export(store: Store) -> None:
    asked = prescriber_line(NOW, Topic.QUESTION, "How long do I take it?")
    noticed = prescriber_line(NOW + timedelta(minutes=1), Topic.NOTICED, "dry mouth")
    changes = Changes(store)
    changes.add(noticed)
    changes.add(asked)
    assert store.prescriber_lines() == (asked, noticed)
    assert list(gather(store, EVERYTHING, NOW).kept()) == []
    changes.change(asked, replace(asked, text="How long?"))
    changes.delete(noticed)
    assert store.prescriber_lines() == (replace(asked, text="How long?"),)
    changes.undo()
    assert store.prescriber_lines()[1] == noticed
    store.forget()
    assert store.prescriber_lines() == ()
