"""A page that tells nothing of a journal is made without one, and also where it is damaged."""

from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from relaxapp.cli import commands
from relaxapp.days import long_day
from relaxapp.errors import RelaxError
from relaxapp.journal.settings import Settings
from relaxapp.journal.store import Store
from relaxapp.practice.local_time import local_now
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


def since_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Result:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path / "home"))
    write_member(tmp_path / "members.json", 1)
    return CliRunner().invoke(commands, ["group", str(tmp_path / "members.json"), "--since", "group"])


def test_the_sheet_since_the_last_group_begins_where_the_log_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home" / "data").mkdir(parents=True)
    today = local_now().date()
    with Store(tmp_path / "home" / "data" / "journal.db") as store:
        store.save_settings(Settings(group_weekday=today.weekday()))
    done = since_group(tmp_path, monkeypatch)
    assert done.exit_code == 0, done.exception
    assert long_day(today - timedelta(days=7)) in done.output


def test_no_journal_is_begun_to_look_for_the_last_group(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = since_group(tmp_path, monkeypatch)
    assert isinstance(done.exception, RelaxError)
    assert "on which day your group meets" in str(done.exception)
    assert not (tmp_path / "home" / "data").exists()
