"""What can't be taken back is asked about, in the same words everywhere."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from relaxapp.cli import commands
from relaxapp.errors import RelaxError
from relaxapp.parts import kept_voices
from relaxapp.sound.voices.kept import KeptVoice
from relaxapp.sound.voices.recording import Recording
from tests.sound.test_voices_recorded import LINE, a_clip


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person at the terminal."""
    monkeypatch.setattr("relaxapp.commands.sure.is_there_anybody", lambda: True)


@pytest.fixture
def anna() -> KeptVoice:
    """A recorded voice of one line."""
    voice = kept_voices().add_recorded("Anna")
    Recording(voice.folder).keep(LINE, a_clip())
    return voice


def run(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(commands, words, input=typed)


CALLS = [
    (("forget", "--notes"), "Nothing was deleted."),
    (("forget", "--all"), "Nothing was deleted."),
    (("voices", "get", "en_US-lessac-medium"), "Nothing was fetched."),
    (("voices", "remove", "my-anna"), "Nothing was deleted."),
]


@pytest.mark.usefixtures("somebody", "anna")
@pytest.mark.parametrize(("words", "nothing"), CALLS)
def test_another_answer_is_asked_about_again(words: tuple[str, ...], nothing: str) -> None:
    done = run(*words, typed="maybe\nn\n")
    assert "Please type y or n, or press Enter." in done.output
    assert done.output.endswith(f"{nothing}\n")
    assert done.exit_code == 0


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize(("words", "nothing"), CALLS)
def test_where_nobody_can_be_asked_it_says_what_to_type(words: tuple[str, ...], nothing: str) -> None:
    done = run(*words)
    assert isinstance(done.exception, RelaxError)
    assert str(done.exception) == f"{nothing} There was nobody to ask. Add --yes where you are sure."


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(("answer", "gone"), [("y", True), ("n", False), ("", False)])
def test_a_recorded_voice_goes_only_with_a_yes(answer: str, gone: bool, anna: KeptVoice) -> None:
    done = run("voices", "remove", anna.id, typed=f"{answer}\n")
    assert "the recorded voice my-anna with 1 line;" in done.output
    assert "relaxapp backup -o FILE.zip" in done.output
    assert anna.folder.exists() is not gone


def test_who_is_sure_is_not_asked(anna: KeptVoice) -> None:
    assert run("voices", "remove", anna.id, "--yes").output == "The voice my-anna is gone.\n"
    assert not anna.folder.exists()
