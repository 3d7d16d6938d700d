"""What a journal tells on the command line, whatever was brought into it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from relaxapp import locations
from relaxapp.cli import commands
from relaxapp.journal.entry import Entry
from relaxapp.journal.store import Store


def test_a_title_that_would_drive_the_terminal_is_told_harmlessly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path))
    with Store(locations.journal_file()) as store:
        store.add(Entry("a", datetime(2026, 11, 24, tzinfo=UTC), 0, title="\x1b]0;mine now\x07Rest"))
    told = CliRunner().invoke(commands, ["log"])
    assert "Rest" in told.output
    assert told.output.replace("\n", "").isprintable()


def test_where_nothing_is_gathered_for_the_prescriber_it_says_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path))
    page = tmp_path / "page.pdf"
    told = CliRunner().invoke(commands, ["prescriber", "-o", str(page)])
    assert told.output == "Nothing is gathered yet. To write a line: relaxapp prescriber --add question\n"
    assert not page.exists()
