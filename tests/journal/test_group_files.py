"""Members' files, one or a thousand; what can't be used is named and left out, and never on the sheet."""

import json
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from relaxapp.cli import commands
from relaxapp.errors import FileError
from relaxapp.journal.export import as_json
from relaxapp.journal.export.gathering import Gathered
from relaxapp.journal.group import People
from relaxapp.journal.group_files import make_sheet
from relaxapp.journal.sharing import FOR_GROUP, Sharing
from tests.made_month import LAST_GROUP, TODAY, made_month, write_member, write_members

TECHNIQUES = ("breathing", "pmr", "visualization", "imagery", "reflection")


@pytest.fixture
def members(tmp_path: Path) -> Path:
    """A folder with the files of eight members."""
    write_members(tmp_path / "members")
    return tmp_path / "members"


def run(*words: object) -> Result:
    return CliRunner().invoke(commands, [str(word) for word in words])


def rewrite(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    values = json.loads(path.read_text("utf-8"))
    change(values)
    path.write_text(json.dumps(values), "utf-8")


def test_eight_members_make_a_sheet_that_names_nobody(members: Path) -> None:
    made = make_sheet([members], TECHNIQUES)
    assert made.left_out == ()
    assert made.sheet.members == People(8, 8)
    assert made.sheet.since == LAST_GROUP
    assert made.sheet.totals is not None
    assert make_sheet(sorted(members.iterdir(), reverse=True), TECHNIQUES) == made


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda path: path.write_text("milk"), "is not an export"),
        (lambda path: path.write_bytes(b"\x00\xff"), "is not an export"),
        (lambda path: path.write_text('{"format": "other"}'), "is not an export"),
        (lambda path: rewrite(path, lambda values: values.update(version=1)), "has version 1"),
        (lambda path: rewrite(path, lambda values: values.update(version=9)), "has version 9"),
        (lambda path: rewrite(path, lambda values: values.pop("entries")), "damaged"),
        (lambda path: rewrite(path, lambda values: values.update(group_sheet=False)), "does not say"),
        (lambda path: path.write_text((path.parent / "member-3.json").read_text("utf-8")), "same person"),
        (
            lambda path: rewrite(path, lambda values: values.update(member=f"{3:032x}", export="another")),
            "same person",
        ),
        (lambda path: path.write_bytes(b" " * ((1 << 24) + 1)), "too large"),
    ],
)
def test_what_can_not_be_used_is_named_and_left_out(
    members: Path, change: Callable[[Path], object], told: str
) -> None:
    wrong = members / "member-5.json"
    if told == "has version 1":
        rewrite(wrong, lambda values: values.update(notes=False))
    change(wrong)
    made = make_sheet([members], TECHNIQUES)
    (sentence,) = made.left_out
    assert told in sentence
    assert "member-5.json" in sentence or told == "same person"
    assert made.sheet.members == People(7, 7)


def test_other_files_of_a_folder_are_named_and_hidden_ones_are_not(members: Path) -> None:
    for name in ("today.csv", "letter.docx", ".hidden", "anna.json.txt"):
        (members / name).write_text("milk")
    (members / "older").mkdir()
    made = make_sheet([members], TECHNIQUES)
    assert [each.split(" is not ")[0] for each in made.left_out] == [
        str(members / name) for name in ("anna.json.txt", "letter.docx", "today.csv")
    ]
    assert "the name of a member's file ends in .json" in made.left_out[0]
    assert made.sheet.members == People(8, 8)


def test_where_no_file_goes_back_so_far_the_sheet_begins_with_the_files(members: Path) -> None:
    made = make_sheet([members], TECHNIQUES, date(2026, 11, 1))
    assert made.sheet == make_sheet([members], TECHNIQUES).sheet
    assert made.begin_later == (
        "No file tells of a day before Tuesday 17 November 2026, so the sheet begins there.",
    )


def test_a_file_that_begins_later_than_the_sheet_is_told_and_counts(members: Path) -> None:
    write_member(members / "member-1.json", 1, since=date(2026, 10, 20))
    write_member(members / "member-2.json", 2, since=date(2026, 11, 10))
    done = run("group", members, "--since", "2026-11-01")
    assert done.stdout.startswith("Our group since Sunday 1 November 2026")
    assert f"{members / 'member-2.json'} tells only of days since Tuesday 10 November 2026." in done.stderr
    assert done.stderr.count("tells only of days") == 7
    assert "member-" not in done.stdout


def test_of_very_many_other_files_the_rest_are_counted(members: Path) -> None:
    for number in range(30):
        (members / f"{number:02}.pdf").write_text("milk")
    told = make_sheet([members], TECHNIQUES).left_out
    assert len(told) == 21
    assert told[-1] == f"In {members} there are 10 more files whose names do not end in .json."


def test_of_one_person_the_newest_file_counts(members: Path) -> None:
    older = members / "an older one.json"
    older.write_bytes((members / "member-2.json").read_bytes())
    rewrite(older, lambda values: values.update(export="older", made="2026-11-10T12:00:00-05:00", entries=[]))
    made = make_sheet([members], TECHNIQUES)
    assert ["an older one.json comes from the same person" in each for each in made.left_out] == [True]
    older.unlink()
    assert make_sheet([members], TECHNIQUES).sheet == made.sheet


def test_who_has_two_computers_is_one_person(members: Path) -> None:
    """The journal of the second has another name, but holds practices of the first."""
    second = members / "second computer.json"
    second.write_bytes((members / "member-2.json").read_bytes())
    rewrite(second, lambda values: values.update(export="x", member="y", entries=values["entries"][1:]))
    made = make_sheet([members], TECHNIQUES)
    assert len(made.left_out) == 1
    assert made.sheet.members == People(8, 8)


def test_a_file_named_twice_is_one_file(members: Path) -> None:
    made = make_sheet([members, members / "member-1.json", members / ".." / "members"], TECHNIQUES)
    assert made.left_out == ()
    assert made.sheet.members == People(8, 8)


def test_the_sheet_tells_of_the_days_that_most_files_tell_of(members: Path) -> None:
    write_member(members / "member-1.json", 1, since=date(2026, 11, 1))
    made = make_sheet([members], TECHNIQUES)
    assert made.sheet.since == LAST_GROUP
    write_member(members / "member-1.json", 1)
    assert make_sheet([members], TECHNIQUES) == made


def test_of_whole_journals_only_the_last_week_is_told(tmp_path: Path) -> None:
    """Else the sheet of next week, less this one, could tell what one person did meanwhile."""
    for member in range(5):
        entries = made_month(member).entries
        gathered = Gathered(
            entries,
            datetime(2026, 11, 24, tzinfo=UTC),
            sharing=FOR_GROUP,
            member=f"m{member}",
            id=f"e{member}",
        )
        as_json.write(gathered, tmp_path / f"{member}.json")
    assert make_sheet([tmp_path], TECHNIQUES).sheet.since == TODAY - timedelta(days=7)


def test_where_nothing_can_be_used_it_says_what_members_do(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="there is no file of a member") as told:
        make_sheet([tmp_path], TECHNIQUES)
    assert "relaxapp export --for-group" in str(told.value)
    with pytest.raises(FileError, match="There is no file"):
        make_sheet([tmp_path / "none.json"], TECHNIQUES)


def test_memory_does_not_grow_with_the_number_of_files(tmp_path: Path) -> None:
    entries = [entry for seed in range(60) for entry in made_month(seed).entries]

    def peak(files: int) -> int:
        folder = tmp_path / str(files)
        folder.mkdir()
        for number in range(files):
            own = [replace(entry, id=f"{number} {at}") for at, entry in enumerate(entries)]
            gathered = Gathered(
                own,
                datetime(2026, 11, 24, tzinfo=UTC),
                sharing=FOR_GROUP,
                member=str(number),
                id=f"e{number}",
            )
            as_json.write(gathered, folder / f"{number}.json")
        tracemalloc.start()
        made = make_sheet([folder], TECHNIQUES, date(2026, 1, 1))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert made.sheet.members.least == files
        return most

    assert peak(9) < 1.25 * peak(3)


# the command


def test_the_command_prints_the_sheet_and_tells_apart_what_was_left_out(members: Path) -> None:
    (members / "annas-list.json").write_text("milk")
    done = run("group", members)
    assert done.exit_code == 0
    assert "Our group since Tuesday 17 November 2026" in done.stdout
    assert "annas-list" not in done.stdout
    assert "These files were left out:" in done.stderr
    assert "annas-list.json is not an export" in done.stderr


@pytest.mark.parametrize("ending", ["txt", "html", "csv", "pdf"])
def test_the_sheet_as_a_file(members: Path, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"sheet.{ending}"
    done = run("group", *sorted(members.iterdir()), "-o", path, "--paper", "letter")
    assert done.exit_code == 0, done.output
    content = path.read_bytes()
    assert content.startswith(b"%PDF") if ending == "pdf" else b"Our group since" in content
    assert b"member-" not in content
    assert path.stat().st_mode & 0o077 == 0


def test_a_name_that_tells_no_form_is_told_before_anything_is_read(members: Path, tmp_path: Path) -> None:
    done = run("group", members, "-o", tmp_path / "sheet.doc")
    assert isinstance(done.exception, FileError)
    assert ".pdf, .html, .csv or .txt" in str(done.exception)


def test_an_export_for_the_group_is_one_that_the_sheet_takes(
    members: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path / "home"))
    for name, words in (("mine", ["--for-group"]), ("kept", ["--format", "json"])):
        done = run("export", "--since", "2026-11-17", *words, "-o", members / f"{name}.json")
        assert done.exit_code == 0, done.output
    (members / "kept.json").rename(tmp_path / "kept.other")
    made = make_sheet([members, tmp_path / "kept.other"], TECHNIQUES)
    assert made.sheet.members == People(9, 9)
    (sentence,) = made.left_out
    assert "kept.other does not say that it may be used" in sentence


def test_without_consent_the_choice_says_so() -> None:
    assert not Sharing().group_sheet
    assert FOR_GROUP.group_sheet


@pytest.mark.parametrize(("stay", "told"), [(8, False), (4, True)])
def test_the_terminal_says_where_few_shared(members: Path, stay: int, told: bool) -> None:
    for file in sorted(members.glob("*.json"))[stay:]:
        file.unlink()
    result = run("group", members, "-o", members / "sheet.html")
    assert f"without their names: {stay} people." in result.output
    assert ("Fewer than 5 people shared" in result.output) is told
