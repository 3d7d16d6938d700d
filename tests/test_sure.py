"""What can't be taken back is asked about, in the same words everywhere."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from relaxapp.cli import commands
from relaxapp.errors import RelaxError


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person at the terminal."""
    monkeypatch.setattr("relaxapp.commands.sure.is_there_anybody", lambda: True)


def run(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(commands, words, input=typed)


CALLS = [
    (("forget", "--led"), "Nothing was deleted."),
    (("forget", "--all"), "Nothing was deleted."),
    (("voices", "get", "en_US-lessac-medium"), "Nothing was fetched."),
]


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(("words", "nothing"), CALLS)
def test_another_answer_is_asked_about_again(words: tuple[str, ...], nothing: str) -> None:
    done = run(*words, typed="maybe\nn\n")
    assert "Please type y or n, or press Enter." in done.output
    assert done.output.endswith(f"{nothing}\n")
    assert done.exit_code == 0


@pytest.mark.parametrize(("words", "nothing"), CALLS)
def test_where_nobody_can_be_asked_it_says_what_to_type(words: tuple[str, ...], nothing: str) -> None:
    done = run(*words)
    assert isinstance(done.exception, RelaxError)
    assert str(done.exception) == f"{nothing} There was nobody to ask. Add --yes where you are sure."
