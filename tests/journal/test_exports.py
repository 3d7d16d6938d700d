"""What leaves the journal: nothing a spreadsheet would run, nothing unasked, and always the same form."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from relaxapp.errors import FileError, RelaxError
from relaxapp.journal.by_hand import no_practice, without_app
from relaxapp.journal.entry import Ended, Entry, Obstacle
from relaxapp.journal.export import as_csv, as_json, as_text
from relaxapp.journal.export.gathering import Gathered, gather
from relaxapp.journal.group_question import GroupQuestion
from relaxapp.journal.in_words import Labels
from relaxapp.journal.peg import Peg
from relaxapp.journal.rows import Shareable
from relaxapp.journal.sharing import ENTRY_FIELDS, EVERYTHING, FOR_GROUP, Field, Sharing
from relaxapp.journal.since import since
from relaxapp.journal.store import Store

LABELS = Labels({}, {Obstacle.NO_TIME: "Not enough time", Obstacle.HURT: "hurt"})
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


NOON = datetime(2026, 11, 25, 12, tzinfo=timezone(timedelta(hours=1)))  # a Wednesday
PEG = Peg("3", datetime(2026, 11, 24, 12, tzinfo=UTC), 60, 5, 4, 4)
QUESTION = GroupQuestion("4", datetime(2026, 11, 25, 6, tzinfo=UTC), 60, "=How do you find the time?", True)


def gathered(*entries: Entry, sharing: Sharing = EVERYTHING) -> Gathered:
    return Gathered(entries, NOON, (PEG,), (QUESTION,), sharing, member="m")


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@given(st.text(st.sampled_from("=+-@＝＋－＠;,\"'\t\r\n ab\x00\x1b")) | st.text())
def test_no_cell_is_a_formula_whatever_a_program_takes_for_the_end_of_a_cell(words: str) -> None:
    cell = as_csv.plain(words)
    for part in re.split("[;\t\n]", cell):
        assert not part.lstrip(" ").startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not cell.startswith(as_csv.FORMULA_STARTS)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", cell)


@given(
    st.text(st.sampled_from("=+-@＝＋－＠;,\"'\t\r\n ab")) | st.text(st.characters(exclude_categories=["Cs"]))
)
@example('a;"=1+1;')
@example('a\t"=1')
@example('a\n""=1')
@example('"=1')
def test_no_cell_of_a_file_is_a_formula_whatever_is_taken_for_the_end_of_a_cell(words: str) -> None:
    file = io.StringIO()
    csv.writer(file).writerow(["2026", as_csv.plain(words), as_csv.plain(words)])
    for delimiter in ",;\t":
        for row in csv.reader(io.StringIO(file.getvalue(), newline=""), delimiter=delimiter):
            for cell in row:
                assert not cell.lstrip(' "').startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")), row


@given(st.text(st.characters(categories=["L", "N"])))
def test_plain_words_stay_as_they_are(words: str) -> None:
    assert as_csv.plain(words) == words


def test_csv_opens_with_the_local_time_and_without_notes(tmp_path: Path) -> None:
    assert as_csv.write(gathered(ENTRY, sharing=Sharing()), tmp_path / "log.csv") == 1
    peg, row, question = read_csv(tmp_path / "log.csv")
    assert row["Started"] == "2026-11-25 00:30+01:00"
    assert (row["Pain before"], row["Pain after"], row["Tension after"]) == ("6", "5", "")
    assert row["Own way"] == "'=HYPERLINK(1)"
    assert (row["Obstacles"], row["Entered later"]) == ("no time", "no")
    assert (peg["Kind"], peg["Mean of these three"], peg["Practice"]) == ("weekly questions", "4.33", "")
    assert (question["Question for the group"], question["Question may be read out"]) == (
        "'=How do you find the time?",
        "yes",
    )
    assert "private words" not in (tmp_path / "log.csv").read_text("utf-8")
    assert (tmp_path / "log.csv").stat().st_mode & 0o077 == 0


@given(st.lists(st.from_type(Entry), max_size=3))
def test_every_row_has_its_cells_whatever_was_written(entries: list[Entry]) -> None:
    kept: list[Shareable] = [*entries, PEG, QUESTION]
    found = list(csv.reader(io.StringIO("".join(as_csv.rows(kept, EVERYTHING.fields)), newline="")))
    assert {len(row) for row in found} == {27}
    assert len(found) == len(kept) + 1


@pytest.mark.parametrize("sharing", [EVERYTHING, Sharing(), FOR_GROUP, Sharing(frozenset())])
def test_json_is_as_its_schema_says(sharing: Sharing) -> None:
    document = json.loads(as_json.document(gathered(ENTRY, replace(ENTRY, id="2"), sharing=sharing)))
    jsonschema.validate(document, SCHEMA)
    assert [entry["id"] for entry in document["entries"]] == ["1", "2"]
    assert ("private words" in json.dumps(document)) is (Field.NOTES in sharing.fields)


@pytest.mark.parametrize("field", [each for each in Field if each in ENTRY_FIELDS])
def test_what_is_kept_back_is_in_no_file(field: Field, tmp_path: Path) -> None:
    """Each choice alone: its keys and its columns are gone, and every other is there."""
    sharing = Sharing(frozenset(Field) - {field})
    everything = json.loads(as_json.document(gathered(ENTRY)))["entries"][0]
    document = json.loads(as_json.document(gathered(ENTRY, sharing=sharing)))
    assert document["shared"] == [str(each) for each in Field if each is not field]
    assert set(everything) - set(document["entries"][0]) == set(ENTRY_FIELDS[field])
    as_csv.write(gathered(ENTRY), tmp_path / "all.csv")
    as_csv.write(gathered(ENTRY, sharing=sharing), tmp_path / "log.csv")
    left_out = set(read_csv(tmp_path / "all.csv")[0]) - set(read_csv(tmp_path / "log.csv")[0])
    assert 0 < len(left_out) <= len(ENTRY_FIELDS[field])


def test_only_the_notes_that_were_ticked_are_shared() -> None:
    sharing = Sharing(frozenset(Field), notes=frozenset({"2"}))
    document = json.loads(as_json.document(gathered(ENTRY, replace(ENTRY, id="2"), sharing=sharing)))
    assert [entry["note"] for entry in document["entries"]] == ["", "private words"]


def test_for_the_group_only_what_may_be_read_out_is_in_words(store: Store) -> None:
    told = replace(ENTRY, obstacle_words="my sister", own_way="hushed")
    store.add(told, replace(told, id="2", obstacles_read_out=True, own_way_read_out=True))
    store.add(PEG, QUESTION, replace(QUESTION, id="5", text="for me alone", read_out=False))
    document = json.loads(as_json.document(gather(store, FOR_GROUP, NOON)))
    assert [entry["obstacle_words"] for entry in document["entries"]] == ["", "my sister"]
    assert [entry["own_way"] for entry in document["entries"]] == ["", "hushed"]
    assert [entry["obstacles"] for entry in document["entries"]] == [["no time"], ["no time"]]
    assert [each["text"] for each in document["questions"]] == [QUESTION.text]
    assert document["pegs"] == []
    assert document["group_sheet"] is True
    assert set(document["entries"][0]) == {
        *("id", "started", "offset_minutes", "kind", "practice", "title", "technique", "variation_of"),
        *("heard_seconds", "obstacles", "obstacle_words", "obstacles_read_out"),
        *("own_way", "own_way_read_out"),
    }


def test_a_members_file_tells_the_days_and_not_where_on_earth_they_were(store: Store) -> None:
    far_east = replace(ENTRY, id="2", started=datetime(2026, 11, 20, 12, tzinfo=UTC), offset_minutes=14 * 60)
    far_west = replace(ENTRY, id="3", started=datetime(2026, 11, 20, 10, tzinfo=UTC), offset_minutes=-11 * 60)
    store.add(far_east, far_west, QUESTION)
    document = json.loads(as_json.document(gather(store, FOR_GROUP, NOON)))
    kept = [*document["entries"], *document["questions"]]
    assert {each["offset_minutes"] for each in kept} == {0}
    days = {each["id"]: datetime.fromisoformat(each["started"]).date() for each in kept}
    assert days == {"2": date(2026, 11, 21), "3": date(2026, 11, 19), "4": date(2026, 11, 25)}


def test_nothing_tells_how_a_practice_ended_or_that_ratings_are_due_where_that_is_kept_back() -> None:
    stopped = replace(ENTRY, planned_seconds=1200, heard_seconds=130, ended=Ended.STOPPED, ratings_due=True)
    sharing = Sharing(frozenset(Field) - {Field.EARLY_STOPS, Field.RATINGS})
    [entry] = json.loads(as_json.document(gathered(stopped, sharing=sharing)))["entries"]
    assert not {"ended", "planned_seconds", "ratings_due"} & set(entry)
    assert "Planned seconds" not in "".join(as_csv.rows([stopped], sharing.fields))
    assert entry["heard_seconds"] == 130


def test_an_export_has_its_own_name_and_that_of_its_journal(store: Store) -> None:
    one, other = (json.loads(as_json.document(gather(store, Sharing(), NOON))) for _turn in range(2))
    assert one["member"] == other["member"]
    assert one["export"] != other["export"]
    store.forget()
    assert store.member() != one["member"]


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        as_csv.write(gathered(ENTRY), tmp_path / "missing" / "log.csv")
    with pytest.raises(FileError):
        as_json.write(gathered(ENTRY), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_entry_reads_well_in_words() -> None:
    line = "Wed 25 Nov 2026, 00:30, Easing pain, 10 minutes, finished. Pain 6 to 5."
    assert as_text.line(replace(ENTRY, obstacles=()), LABELS) == line
    assert as_text.line(ENTRY, LABELS) == f"{line} In the way: Not enough time."


def test_what_got_in_the_way_is_told_in_ones_own_words_too() -> None:
    entry = replace(no_practice(date(2026, 11, 24), ()), obstacle_words="My sister\nstayed.")
    assert as_text.line(entry, LABELS) == "Tue 24 Nov 2026, no practice. In the way: My sister stayed."
    entry = replace(entry, obstacles=(Obstacle.NO_TIME, Obstacle.HURT))
    assert as_text.line(entry, LABELS).endswith("In the way: Not enough time, hurt, My sister stayed.")


def test_what_was_written_down_later_is_told_so_and_without_an_hour() -> None:
    later = as_text.line(without_app(date(2026, 11, 24), 10), LABELS)
    assert later == "Tue 24 Nov 2026, practised without the app, 10 minutes, written down later."
    assert as_text.line(no_practice(date(2026, 11, 24), ()), LABELS) == "Tue 24 Nov 2026, no practice."


@pytest.mark.parametrize(
    ("text", "last", "day"),
    [
        ("2026-11-01", None, date(2026, 11, 1)),
        (" Group", date(2026, 11, 19), date(2026, 11, 19)),
    ],
)
def test_since_a_date_or_the_group_before_today(text: str, last: date | None, day: date) -> None:
    assert since(text, NOON, lambda: last) == day


@pytest.mark.parametrize(
    ("text", "example"), [("yesterday", "2026-11-25"), ("2026-13-01", "2026-11-25"), ("group", "2026-11-18")]
)
def test_what_is_no_date_is_told_with_an_example(text: str, example: str) -> None:
    with pytest.raises(RelaxError, match=example):
        since(text, NOON, lambda: None)
