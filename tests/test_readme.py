"""The README is true: its commands exist, its files are there, and its examples work."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from relaxapp.cli import COMMANDS, commands
from tests.made_month import write_members

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = "\n".join(re.findall(r"^```sh\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL))
CALLS = re.findall(r"^relaxapp (.+)$", SHELL, re.MULTILINE)


def test_the_two_commands_come_first() -> None:
    assert [line for line in SHELL.splitlines() if line][:2] == ["./run", "./run test"]


def test_it_shows_commands() -> None:
    assert {call.split()[0] for call in CALLS} >= {"list", "play", "render", "log", "export", "show", "check"}


@pytest.mark.parametrize("call", CALLS)
def test_every_command_shown_works(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = call.split()
    assert words[0] in COMMANDS
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path / "home"))
    if words[0] in ("play", "pace", "render", "lead", "adopt", "add"):
        shown = CliRunner().invoke(commands, [words[0], "--help"]).output
        assert all(word in shown for word in words[1:] if word.startswith("-"))
        return
    for folder in ("scripts", "docs"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VISUAL", "true")
    if words[0] == "group":
        write_members(tmp_path / "members")
    if words[0] == "restore":
        CliRunner().invoke(commands, ["backup", "-o", words[1]])
    done = CliRunner().invoke(commands, words)
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("link", re.findall(r"\]\((?!http)([^)]+)\)", TEXT))
def test_every_file_it_points_to_is_there(link: str) -> None:
    assert (ROOT / link).exists()
