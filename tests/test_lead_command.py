"""`relaxapp lead` on the command line: what is not clear is told before anything opens, the journal least."""

import re
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from relaxapp.cli import commands
from relaxapp.errors import RelaxError


def lead(*words: str) -> object:
    return CliRunner().invoke(commands, ["lead", *words], catch_exceptions=False, standalone_mode=False)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("no-such-practice",), "no-such-practice"),
        (("muscle-relaxation", "--minutes", "90"), "90"),
        (("paced-breathing", "--minutes", "8"), "can't be 8 minutes long"),
        (("muscle-relaxation", "--until", "soon"), "no time of day"),
        (("muscle-relaxation",), "needs a terminal"),
    ],
)
def test_what_cannot_be_is_told_and_no_journal_is_opened(
    words: tuple[str, ...], told: str, home: Path
) -> None:
    with pytest.raises(RelaxError, match=told) as error:
        lead(*words)
    assert error.value.hint
    assert not home.exists()


def test_a_time_of_day_that_cannot_be_met_is_told_with_the_lengths_that_can() -> None:
    soon = datetime.now().astimezone() + timedelta(minutes=9)
    with pytest.raises(RelaxError) as error:
        lead("paced-breathing", "--until", f"{soon:%H:%M}")
    assert f"Paced breathing can't last until {soon:%H:%M}: that is " in error.value.message
    assert error.value.hint == "It can be 6 or 10 minutes."


def test_a_time_that_has_gone_by_is_told_with_one_to_come() -> None:
    ago = datetime.now().astimezone() - timedelta(minutes=3)
    with pytest.raises(RelaxError) as error:
        lead("paced-breathing", "--until", f"{ago:%H:%M}")
    assert error.value.message == f"{ago:%H:%M} has gone by already."
    soon = re.search(r"such as (\d\d:\d\d), or minutes", error.value.hint)
    assert soon is not None
    with pytest.raises(RelaxError, match="needs a terminal"):
        lead("paced-breathing", "--until", soon[1])


def test_a_length_and_a_time_together_are_a_wrong_call() -> None:
    done = CliRunner().invoke(commands, ["lead", "muscle-relaxation", "--minutes", "10", "--until", "10:45"])
    assert done.exit_code == 2


def test_a_room_does_not_even_know_the_journal(home: Path) -> None:
    """In a process of its own, with all that leading takes."""
    rooms = ["room_app", "ways.lead_a_room", "screens.room_over", "screens.room_note", "screens.room_log"]
    code = f"""
import sys
from importlib import import_module
for name in ("commands.lead", "practice.hand_out", *(f"ui.{{room}}" for room in {rooms})):
    import_module(f"relaxapp.{{name}}")
from relaxapp.parts import room
room()
sys.exit(any(name.startswith("relaxapp.journal") for name in sys.modules))
"""
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
    assert not home.exists()
