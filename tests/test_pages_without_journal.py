"""A page that tells nothing of a journal is made without one, and also where it is damaged."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from relaxapp.cli import commands
from tests.made_month import write_member


@pytest.fixture(params=["diary", "group"])
def command(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Makes a page from nothing that lies in a journal."""
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path / "home"))
    (tmp_path / "members").mkdir()
    for seed in range(3):
        write_member(tmp_path / "members" / f"{seed}.json", seed)
    given = {"diary": ["diary"], "group": ["group", str(tmp_path / "members")]}[request.param]
    return [*given, "-o", str(tmp_path / "page.pdf")]


def test_no_journal_is_begun_for_it(command: list[str], tmp_path: Path) -> None:
    done = CliRunner().invoke(commands, command)
    assert done.exit_code == 0, done.output
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert not (tmp_path / "home").exists()


def test_a_damaged_journal_does_not_hinder_it(command: list[str], tmp_path: Path) -> None:
    journal = tmp_path / "home" / "data" / "journal.db"
    journal.parent.mkdir(parents=True)
    journal.write_bytes(b"milk" * 100)
    done = CliRunner().invoke(commands, command)
    assert done.exit_code == 0, done.output
    assert journal.read_bytes() == b"milk" * 100
