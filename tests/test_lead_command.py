"""`relaxapp lead` on the command line: what is not clear is told before anything opens, the journal least."""

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


def test_a_length_and_a_time_together_are_a_wrong_call() -> None:
    done = CliRunner().invoke(commands, ["lead", "muscle-relaxation", "--minutes", "10", "--until", "10:45"])
    assert done.exit_code == 2
