"""An export comes back as it was; twice changes nothing; what is no export is told in a sentence."""

import json
import re
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from relaxapp.errors import FileError
from relaxapp.journal.document import WrongFileError, read_document, understood
from relaxapp.journal.entry import Entry
from relaxapp.journal.export import as_json
from relaxapp.journal.export.gathering import Gathered, gather
from relaxapp.journal.group_question import GroupQuestion
from relaxapp.journal.importing import Imported, bring_in
from relaxapp.journal.peg import Peg
from relaxapp.journal.rows import Kept, writable
from relaxapp.journal.sharing import EVERYTHING, Sharing
from relaxapp.journal.store import Store
from tests.made_month import made_month, write_journal

Made = Callable[..., Entry]
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
NOWHERE = Path("a file")
ratings = st.none() | st.integers(0, 10)
moments = st.datetimes(datetime(1971, 1, 1), datetime(8000, 1, 1), timezones=st.just(UTC))
offsets = st.integers(-14 * 60, 14 * 60)
ids = st.uuids().map(lambda value: value.hex)
pegs = st.builds(Peg, ids, moments, offsets, ratings, ratings, ratings)
questions = st.builds(GroupQuestion, ids, moments, offsets, st.text(max_size=20), st.booleans())


def everything(store: Store) -> tuple[tuple[Kept, ...], ...]:
    return (store.entries(), store.pegs(), store.questions())


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.from_type(Entry), max_size=3, unique_by=lambda each: each.id),
    st.lists(pegs, max_size=2, unique_by=lambda each: each.id),
    st.lists(questions, max_size=2, unique_by=lambda each: each.id),
    st.integers(0, 3),
)
@example([Entry("a" * 32, datetime(9000, 1, 1, tzinfo=UTC), 0)], [], [], 0)
def test_an_export_brought_in_equals_the_journal_and_twice_changes_nothing(
    entries: list[Entry], pegs: list[Peg], questions: list[GroupQuestion], there: int
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(Path(folder) / "one.db") as one,
        Store(Path(folder) / "other.db") as other,
    ):
        one.add(*entries, *pegs, *questions)
        other.add(*entries[:there])
        path = Path(folder) / "export.json"
        as_json.write(gather(one, EVERYTHING, NOW), path)
        count = len(entries) + len(pegs) + len(questions)
        known = len(entries[:there])
        assert bring_in(read_document(path), other) == Imported(count - known, known)
        assert everything(other) == everything(one)
        assert bring_in(read_document(path), other) == Imported(0, count)
        assert everything(other) == everything(one)


hostile = st.text(max_size=20) | st.sampled_from(["\x1b[2J", "a\x00b", "a\r\nb\rc", "\x9b31m", "\x07"])


@settings(max_examples=60, deadline=None)
@given(hostile, hostile, hostile)
def test_whatever_comes_in_holds_nothing_a_terminal_obeys_and_stays_as_it_is(
    note: str, title: str, question: str
) -> None:
    values = good()
    values["entries"][0] |= {"note": note, "title": title}
    values["questions"][0]["text"] = question
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "one.db") as one:
        bring_in(understood(values, NOWHERE), one)
        found = json.loads(as_json.document(gather(one, EVERYTHING, NOW)))
        texts = [found["entries"][0]["note"], found["entries"][0]["title"], found["questions"][0]["text"]]
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "".join(texts))
        assert texts == [writable(note), writable(title), writable(question)]
        with Store(Path(folder) / "other.db") as other:
            bring_in(understood(found, NOWHERE), other)
            assert everything(other) == everything(one)


def test_lines_stay_lines_and_escapes_go() -> None:
    assert writable("one\r\ntwo\rthree\tfour\x1b[31m\x00\x9b") == "one\ntwo\nthree\tfour[31m"


def test_what_is_in_the_journal_already_stays_as_it_is(store: Store, made: Made, tmp_path: Path) -> None:
    entry = made(note="as it was")
    as_json.write(Gathered([entry, made("2026-11-20T08:00+00:00")], NOW), tmp_path / "x.json")
    changed = replace(entry, note="as I wrote it since", pain_after=3)
    store.add(changed)
    assert bring_in(read_document(tmp_path / "x.json"), store) == Imported(1, 1)
    assert store.entry(entry.id) == changed


def test_what_was_kept_back_comes_back_empty(store: Store, made: Made, tmp_path: Path) -> None:
    entry = made(note="mine", pain_before=4, own_way="so")
    as_json.write(Gathered([entry], NOW, sharing=Sharing(frozenset())), tmp_path / "x.json")
    bring_in(read_document(tmp_path / "x.json"), store)
    (found,) = store.entries()
    assert (found.id, found.started, found.heard_seconds) == (entry.id, entry.started, entry.heard_seconds)
    assert (found.note, found.pain_before, found.own_way, found.title) == ("", None, "", "")


def test_a_whole_month_moves_to_another_computer(tmp_path: Path) -> None:
    write_journal(tmp_path / "old" / "journal.db", made_month())
    with Store(tmp_path / "old" / "journal.db") as old, Store(tmp_path / "new" / "journal.db") as new:
        as_json.write(gather(old, EVERYTHING, NOW), tmp_path / "x.json")
        bring_in(read_document(tmp_path / "x.json"), new)
        assert everything(new) == everything(old)


FIRST_VERSION = {
    "format": "relaxapp-journal",
    "version": 1,
    "notes": False,
    "entries": [
        {
            "id": "1",
            "started": "2026-11-24T08:00:00+00:00",
            "offset_minutes": -300,
            "kind": "practice",
            "practice": "easing-pain",
            "title": "Easing pain",
            "technique": "imagery",
            "variation_of": "",
            "planned_seconds": 600,
            "heard_seconds": 600,
            "ended": "stopped",
            "pain_before": 6,
            "tension_before": None,
            "pain_after": None,
            "tension_after": None,
            "helpful": None,
            "obstacles": ["no time"],
            "obstacle_words": "",
            "obstacles_read_out": False,
            "own_way": "",
            "own_way_read_out": False,
            "side_effects": "",
            "entered_later": False,
        }
    ],
}


def test_exports_of_the_first_version_still_come_in(store: Store) -> None:
    assert bring_in(understood(FIRST_VERSION, NOWHERE), store) == Imported(1, 0)
    (entry,) = store.entries()
    assert (entry.title, entry.pain_before, entry.ended) == ("Easing pain", 6, "stopped")


def good() -> dict[str, Any]:
    """An export of the present version."""
    entry = Entry("1", NOW, 0, note="n")
    question = GroupQuestion("3", NOW, 0, "q")
    found = as_json.document(Gathered([entry], NOW, (Peg("2", NOW, 0, 1, 2, 3),), (question,), member="m"))
    return json.loads(found)  # type: ignore[no-any-return]


def wrong(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    values = good()
    change(values)
    return values


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ([], "is not an export of relaxapp"),
        ({"format": "another"}, "is not an export of relaxapp"),
        (wrong(lambda values: values.update(version=3)), "has version 3"),
        (wrong(lambda values: values.update(version=True)), "has version True"),
        (wrong(lambda values: values.update(version="2")), "has version 2"),
        (wrong(lambda values: values.pop("entries")), "changed or damaged"),
        (wrong(lambda values: values.update(entries={})), "changed or damaged"),
        (wrong(lambda values: values.update(shared=["all"])), "changed or damaged"),
        (wrong(lambda values: values.update(group_sheet=1)), "changed or damaged"),
        (wrong(lambda values: values.update(made="2026-11-24T12:00")), "changed or damaged"),
        (wrong(lambda values: values.update(since="24 November")), "changed or damaged"),
        (wrong(lambda values: values["entries"].append(3)), "changed or damaged"),
        (wrong(lambda values: values["entries"][0].pop("id")), "changed or damaged"),
        (wrong(lambda values: values["entries"][0].update(id="")), "changed or damaged"),
        (wrong(lambda values: values["entries"][0].update(pain_before=11)), "changed or damaged"),
        (wrong(lambda values: values["entries"][0].update(pain_before=True)), "changed or damaged"),
        (wrong(lambda values: values["entries"][0].update(pain_before=5.5)), "changed or damaged"),
        (wrong(lambda values: values["entries"][0].update(heard_seconds=-1)), "changed or damaged"),
        (wrong(lambda values: values["entries"][0].update(heard_seconds=10**30)), "changed or damaged"),
        (wrong(lambda values: values["entries"][0].update(started="2026-11-24T12:00")), "changed or damaged"),
        (wrong(lambda values: values["entries"][0].update(started="9999-12-31T23:59+00:00")), "damaged"),
        (wrong(lambda values: values["entries"][0].update(offset_minutes=1440)), "changed or damaged"),
        (wrong(lambda values: values["entries"][0].update(obstacles=["lazy"])), "changed or damaged"),
        (wrong(lambda values: values["entries"][0].update(obstacles="no time")), "changed or damaged"),
        (wrong(lambda values: values["entries"][0].update(kind="dance")), "changed or damaged"),
        (wrong(lambda values: values["entries"][0].update(note=None)), "changed or damaged"),
        (wrong(lambda values: values["pegs"][0].update(activity=-1)), "changed or damaged"),
        (wrong(lambda values: values["pegs"][0].pop("activity")), "changed or damaged"),
        (wrong(lambda values: values["questions"][0].update(text=["q"])), "changed or damaged"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(values: object, told: str) -> None:
    with pytest.raises(WrongFileError, match=told):
        understood(values, NOWHERE)


def test_a_good_one_is_understood() -> None:
    assert understood(good(), NOWHERE).member == "m"


@pytest.mark.parametrize(
    "content",
    [b"", b"milk", b"\xff\xfe\x00", b"[" * 200_000, b'{"format": "relaxapp-journal"', b"9" * 10_000],
)
def test_a_file_of_another_kind_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(content)
    with pytest.raises(WrongFileError, match=r"x\.json is not an export"):
        read_document(tmp_path / "x.json")


def test_a_file_that_is_not_there_or_too_large_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="There is no file"):
        read_document(tmp_path / "x.json")
    (tmp_path / "x.json").write_bytes(b" " * 101)
    with pytest.raises(WrongFileError, match="too large"):
        read_document(tmp_path / "x.json", most_bytes=100)


def test_nothing_comes_in_where_not_everything_can(store: Store, made: Made) -> None:
    document = replace(understood(good(), NOWHERE), entries=(made(), made(pain_before=99)))
    with pytest.raises(Exception, match="could not be read or written"):
        bring_in(document, store)
    assert everything(store) == ((), (), ())
