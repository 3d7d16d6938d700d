"""The diary on paper asks what the journal asks, in the same words, on one sheet."""

import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from relaxapp.cli import commands
from relaxapp.paper.sizes import Paper
from relaxapp.practice import questions
from relaxapp.practice.diary import values, write
from relaxapp.practice.questions import Choices, OpenLine, Scale


def words_of(path: Path) -> str:
    [sheet] = PdfReader(io.BytesIO(path.read_bytes())).pages
    return " ".join(sheet.extract_text().split())


@pytest.mark.parametrize("paper", Paper)
def test_every_question_is_on_the_one_sheet_in_its_own_words(paper: Paper, tmp_path: Path) -> None:
    write(tmp_path / "diary.pdf", paper)
    words = words_of(tmp_path / "diary.pdf")
    for asked in questions.after(asleep=False):
        match asked:
            case Scale(text=text, lowest=lowest, highest=highest):
                assert f"{text.rstrip('?')}: 0 is “{lowest}”, 10 is “{highest}”." in words
            case Choices(text=text, options=options):
                assert text in words
                assert all(f"{number} {each}" in words for number, (_o, each) in enumerate(options, 1))
            case OpenLine(text=text):
                assert text in words


def test_what_got_in_the_way_is_read_in_the_order_of_its_numbers(tmp_path: Path) -> None:
    write(tmp_path / "diary.pdf", Paper.A4)
    words = words_of(tmp_path / "diary.pdf")
    [asked] = [each for each in questions.after(asleep=False) if isinstance(each, Choices)]
    places = [words.index(f"{number} {each}") for number, (_o, each) in enumerate(asked.options, 1)]
    assert places == sorted(places)


@pytest.mark.parametrize(("first", "days"), [(0, ["Monday", "Sunday"]), (3, ["Thursday", "Wednesday"])])
def test_the_week_may_begin_with_the_day_of_the_group(first: int, days: list[str]) -> None:
    named = values(first)["days"]
    assert isinstance(named, list)
    assert [named[0], named[-1], len(set(named))] == [*days, 7]


def test_the_command_writes_it_on_the_paper_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path / "home"))
    file = tmp_path / "week.pdf"
    done = CliRunner().invoke(commands, ["diary", "-o", str(file), "--paper", "letter"])
    assert done.exit_code == 0, done.output
    [sheet] = PdfReader(io.BytesIO(file.read_bytes())).pages
    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == (792, 612)
