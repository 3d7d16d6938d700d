"""`relaxapp list` finds a practice again, and `relaxapp favourite` marks one."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from relaxapp.cli import commands
from relaxapp.locations import journal_file


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path / "home"))


def call(*words: str) -> Result:
    return CliRunner().invoke(commands, words)


def test_a_favourite_is_marked_found_and_unmarked() -> None:
    assert "No practice is marked yet" in call("list", "--favourites").output
    assert not journal_file().exists()
    assert call("favourite", "A warm kitchen").output.startswith("A warm kitchen is a favourite.")
    [line] = call("list", "--favourites").output.splitlines()
    assert line == "a-warm-kitchen  A warm kitchen (3, 5, 10 minutes)  * favourite"
    assert [row["name"] for row in json.loads(call("list", "--json").output) if row["favourite"]] == [
        "a-warm-kitchen"
    ]
    assert call("favourite", "a-warm-kitchen", "--remove").exit_code == 0
    assert "*" not in call("list").output


def test_the_list_is_shown_though_the_journal_is_damaged() -> None:
    journal_file().parent.mkdir(parents=True)
    journal_file().write_bytes(b"no journal" * 1000)
    assert "settling" in call("list").output
    assert call("list", "--favourites").exit_code != 0


def test_by_time_and_by_words() -> None:
    rows = call("list", "--minutes", "2").output.splitlines()
    assert any(row.startswith("paced-breathing ") and row.endswith("(2 minutes)") for row in rows)
    assert not any(row.startswith("a-warm-kitchen") for row in rows)
    [row] = call("list", "--find", "kitch", "--minutes", "5").output.splitlines()
    assert row == "a-warm-kitchen  A warm kitchen (3, 5 minutes)"


def test_what_a_session_is_about_tells_nothing_of_a_practice() -> None:
    """The aim of the third session, body scan and paced breathing among it, ends with a smile."""
    assert call("list", "--find", "smile").output.startswith("No practice fits that.")


def test_one_minute_is_no_minutes() -> None:
    rows = call("list", "--minutes", "1").output.splitlines()
    assert rows
    assert all(row.endswith("(1 minute)") for row in rows)


def test_nothing_found_is_one_kind_sentence() -> None:
    done = call("list", "--find", "zebra")
    assert done.exit_code == 0
    assert done.output == "No practice fits that. `relaxapp list` names them all.\n"
    assert json.loads(call("list", "--find", "zebra", "--json").output) == []
    assert call("list", "--minutes", "-1").exit_code == 2


def test_the_long_list_tells_what_a_listener_wants_to_know_and_no_figures() -> None:
    assert call("list", "--long", "--find", "slows down a little").output.splitlines() == [
        "paced-breathing  Paced breathing (2, 5, 10, 20 minutes)",
        "                 Breathe with an easy rhythm that slows down a little at a time.",
        "                 If you feel dizzy or tingly, take smaller breaths, then stop and rest.",
        "                 If you have a lung illness, keep to the breathing you were taught.",
        "                 Not while driving or working with machines.",
    ]


def test_the_pace_is_told_while_speaking_and_overall() -> None:
    rows = [
        [int(figure) for figure in figures]
        for figures in re.findall(
            r"(\d+) minutes?: (\d+) words, (\d+) a minute while speaking, (\d+) overall",
            call("list", "--pace").output,
        )
    ]
    offered = [each for row in json.loads(call("list", "--json").output) for each in row["minutes"]]
    assert [minutes for minutes, *_ in rows] == offered
    for minutes, words, speaking, overall in rows:
        assert overall == round(words / minutes)
        assert 110 <= speaking <= 140, (minutes, words, speaking)
