"""A file that is there already is written over only by who says so."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from relaxapp.cli import commands
from relaxapp.errors import FileError
from relaxapp.parts import kept_voices
from relaxapp.sound.voices.recording import Recording
from tests.made_month import write_members
from tests.sound.test_voices_recorded import LINE, a_clip

CALLS = [
    ("export", "-o", "x.csv"),
    ("export", "-o", "x.json"),
    ("export", "-o", "x.pdf"),
    ("backup", "-o", "x.zip"),
    ("share", "settling", "-o", "x.md"),
    ("group", "members", "-o", "x.html"),
    ("diary", "-o", "x.pdf"),
    ("prescriber", "--add", "question", "-o", "x.pdf"),
    ("remind", "--at", "08:00", "-o", "x.ics"),
    ("voices", "try", "-o", "x.wav"),
    ("render", "one-minute", "--bed", "none", "-o", "y.wav", "--captions", "x.vtt"),
]


@pytest.fixture(params=CALLS, ids=" ".join)
def call(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    write_members(tmp_path / "members")
    words: tuple[str, ...] = request.param
    Path(words[-1]).write_text("a letter")
    return words


def run(*words: str, typed: str = "y\n") -> Result:
    return CliRunner().invoke(commands, words, input=typed)


def test_without_anybody_to_ask_it_is_refused_and_told_how_to(call: tuple[str, ...]) -> None:
    done = run(*call)
    assert isinstance(done.exception, FileError)
    assert str(done.exception) == (
        f"{call[-1]} is there already. Choose another name for the file, or add --replace."
    )
    assert Path(call[-1]).read_text() == "a letter"


def test_it_is_written_over_where_that_is_asked_for(call: tuple[str, ...]) -> None:
    done = run(*call, "--replace")
    assert done.exit_code == 0, done.output
    assert Path(call[-1]).read_bytes() != b"a letter"


@pytest.mark.parametrize(("answer", "written"), [("", False), ("n", False), ("y", True)])
def test_a_person_is_asked_and_enter_leaves_it(
    answer: str, written: bool, call: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relaxapp.commands.replacing.is_there_anybody", lambda: True)
    done = run(*call, typed=f"{answer}\ny\n")
    assert done.exit_code == 0, done.output
    assert f"{call[-1]} is there already. Replace it? [y/N]" in done.output
    assert ("Nothing was written." in done.output) is not written
    assert (Path(call[-1]).read_bytes() != b"a letter") is written


def test_a_file_that_stays_is_told_of_before_anything_else(call: tuple[str, ...]) -> None:
    assert run(*call).output == ""


def test_who_wants_no_questions_is_not_asked_and_loses_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("relaxapp.commands.replacing.is_there_anybody", lambda: True)
    file = tmp_path / "x.md"
    file.write_text("a letter")
    assert isinstance(run("share", "settling", "-o", str(file), "--yes").exception, FileError)
    assert file.read_text() == "a letter"
    assert run("share", "settling", "-o", str(file), "--yes", "--replace").exit_code == 0
    assert file.read_text() != "a letter"


def test_a_new_file_is_written_without_a_word(call: tuple[str, ...]) -> None:
    Path(call[-1]).unlink()
    done = run(*call)
    assert done.exit_code == 0, done.output
    assert "already" not in done.output
    assert Path(call[-1]).exists()


def test_a_voice_is_packed_over_a_file_only_by_who_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path / "home"))
    voice = kept_voices().add_recorded("Anna")
    Recording(voice.folder).keep(LINE, a_clip())
    pack = tmp_path / "anna.zip"
    pack.write_text("a letter")
    assert isinstance(run("voices", "pack", voice.id, "-o", str(pack)).exception, FileError)
    assert pack.read_text() == "a letter"
    assert run("voices", "pack", voice.id, "-o", str(pack), "--replace").exit_code == 0
    assert pack.read_bytes() != b"a letter"
