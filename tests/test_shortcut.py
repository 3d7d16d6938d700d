"""An icon for people who never see a command line."""

import configparser
import shlex
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from relaxapp import shortcut
from relaxapp.errors import FileError


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, and a computer with one terminal program."""
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "xterm").write_text("#!/bin/sh\n")
    (programs / "xterm").chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))
    return tmp_path / "home of one"


def entry(home: Path) -> configparser.SectionProxy:
    """The desktop entry, as a desktop reads it."""
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[method-assign,assignment]  # names are told apart by their capitals
    parser.read(home / ".local/share/applications/relaxapp.desktop")
    return parser["Desktop Entry"]


def test_the_menu_opens_the_app_in_a_terminal_of_a_good_size(home: Path) -> None:
    told = shortcut.add("linux", home)
    assert "relaxapp.desktop" in told
    words = shlex.split(entry(home)["Exec"])
    assert words[:4] == ["xterm", "-geometry", "100x30", "-e"]
    assert entry(home)["Terminal"] == "false"
    started = subprocess.run([*words[4:], "--version"], capture_output=True, text=True, check=True)
    assert started.stdout.startswith("relaxapp")


def test_without_a_terminal_it_knows_the_desktop_chooses_one(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    shortcut.add("linux", home)
    assert entry(home)["Terminal"] == "true"
    assert shlex.split(entry(home)["Exec"]) == [sys.executable, "-m", "relaxapp.cli"]


def test_its_picture_lies_where_desktops_look_for_it(home: Path) -> None:
    shortcut.add("linux", home)
    name = entry(home)["Icon"]
    picture = home / f".local/share/icons/hicolor/scalable/apps/{name}.svg"
    assert picture.read_text().startswith("<?xml")


@pytest.mark.parametrize(("platform", "file"), [("darwin", "relaxapp.command"), ("win32", "relaxapp.bat")])
def test_elsewhere_it_is_a_file_on_the_desktop(home: Path, platform: str, file: str) -> None:
    shortcut.add(platform, home)
    made = home / "Desktop" / file
    assert sys.executable in made.read_text()
    assert made.stat().st_mode & stat.S_IXUSR


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_it_can_be_taken_away_and_leaves_nothing(home: Path, platform: str) -> None:
    shortcut.add(platform, home)
    shortcut.add(platform, home)
    assert shortcut.take_away(platform, home) == "The icon is gone."
    assert not [path for path in home.rglob("*") if path.is_file()]
    assert shortcut.take_away(platform, home) == "There is no icon to take away."


def test_a_home_that_cant_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    with pytest.raises(FileError, match="can't be written"):
        shortcut.add("darwin", tmp_path / "home")


@pytest.mark.parametrize(
    ("word", "quoted"),
    [
        ("plain", "plain"),
        ("/home/a b/python", '"/home/a b/python"'),
        ("100%", "100%%"),
        ('say "x"', r'"say \\"x\\""'),
        ("a$b", r'"a\\$b"'),
        ("back\\slash", r'"back\\\\slash"'),
    ],
)
def test_words_of_an_exec_line_are_quoted_as_the_specification_says(word: str, quoted: str) -> None:
    assert shortcut._quoted(word) == quoted
