"""What leaves the journal: nothing a spreadsheet would run, nothing unasked, and always the same form."""

import csv
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.errors import FileError, RelaxError
from relaxapp.journal.entry import Ended, Entry, Obstacle
from relaxapp.journal.export import as_csv, as_json, as_text
from relaxapp.journal.since import since

ENTRY = Entry(
    id="1",
    started=datetime(2026, 11, 24, 23, 30, tzinfo=UTC),
    offset_minutes=60,
    title="Easing pain",
    heard_seconds=600,
    ended=Ended.COMPLETED,
    pain_before=6,
    pain_after=5,
    obstacles=(Obstacle.NO_TIME,),
    own_way="=HYPERLINK(1)",
    note="private words",
)
SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "journal.schema.json").read_text("utf-8"))


@given(st.text())
def test_no_cell_is_a_formula(words: str) -> None:
    cell = as_csv.plain(words)
    assert not cell.startswith(as_csv.FORMULA_STARTS)
    assert words in cell


def test_csv_opens_with_the_local_time_and_without_notes(tmp_path: Path) -> None:
    as_csv.write([ENTRY], tmp_path / "log.csv", notes=False)
    with (tmp_path / "log.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["Started"] == "2026-11-25 00:30+01:00"
    assert (row["Pain before"], row["Pain after"], row["Tension after"]) == ("6", "5", "")
    assert row["Own way"] == "'=HYPERLINK(1)"
    assert "private words" not in (tmp_path / "log.csv").read_text("utf-8")
    assert (tmp_path / "log.csv").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("notes", [True, False])
def test_json_is_as_its_schema_says(notes: bool) -> None:
    document = json.loads(as_json.document([ENTRY, replace(ENTRY, id="2")], notes=notes))
    jsonschema.validate(document, SCHEMA)
    assert [entry["id"] for entry in document["entries"]] == ["1", "2"]
    assert ("private words" in json.dumps(document)) is notes


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        as_csv.write([ENTRY], tmp_path / "missing" / "log.csv", notes=False)
    with pytest.raises(FileError):
        as_json.write([ENTRY], tmp_path, notes=False)
    assert list(tmp_path.iterdir()) == []


def test_an_entry_reads_well_in_words() -> None:
    assert as_text.line(ENTRY) == "Wed 25 Nov 2026, 00:30, Easing pain, 10 minutes, finished. Pain 6 to 5."
    assert "Note: private words" in as_text.full_text(ENTRY)


NOON = datetime(2026, 11, 25, 12, tzinfo=timezone(timedelta(hours=1)))  # a Wednesday


@pytest.mark.parametrize(
    ("text", "last", "day"),
    [
        ("2026-11-01", None, date(2026, 11, 1)),
        (" Group", date(2026, 11, 19), date(2026, 11, 19)),
    ],
)
def test_since_a_date_or_the_group_before_today(text: str, last: date | None, day: date) -> None:
    assert since(text, NOON, last) == day


@pytest.mark.parametrize("text", ["yesterday", "2026-13-01", "group"])
def test_what_is_no_date_is_told_with_an_example(text: str) -> None:
    with pytest.raises(RelaxError, match="2026-11-25"):
        since(text, NOON, None)
