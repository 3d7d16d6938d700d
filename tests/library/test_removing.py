"""`relaxapp remove` takes away what is the person's own, after asking, and nothing else."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from relaxapp import locations
from relaxapp.cli import commands
from relaxapp.errors import NotFoundError, RelaxError


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of one's own, with one practice and a draft of it."""
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path))
    monkeypatch.setattr("relaxapp.commands.sure.is_there_anybody", lambda: True)
    text = (locations.shipped_scripts() / "en" / "settling.md").read_text()
    folder = locations.own_scripts()
    (folder / "drafts").mkdir(parents=True)
    (folder / "my-kitchen.md").write_text(text)
    (folder / "drafts" / "my-kitchen.md").write_text(text)
    return folder


def run(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(commands, ["remove", *words], input=typed)


def left(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*.md"))


@pytest.mark.parametrize(("answer", "gone"), [("y", True), ("n", False), ("", False)])
def test_it_asks_first(answer: str, gone: bool, own: Path) -> None:
    done = run("My kitchen", typed=f"{answer}\n")
    assert "What your journal tells of it stays." in done.output
    assert ("my-kitchen is gone." in done.output) is gone
    assert left(own) == ([] if gone else ["drafts/my-kitchen.md", "my-kitchen.md"])


def test_the_beginning_of_its_name_is_enough(own: Path) -> None:
    assert run("my-k", "--yes").output == "my-kitchen is gone.\n"
    assert left(own) == []


def test_a_text_that_was_only_begun_goes_too(own: Path) -> None:
    (own / "my-kitchen.md").unlink()
    assert run("my-kitchen", "--yes").exit_code == 0
    assert left(own) == []


def test_what_it_stood_in_front_of_is_practised_again(own: Path) -> None:
    (own / "my-kitchen.md").rename(own / "settling.md")
    assert "brings along is practised again" in run("settling", "--yes").output


@pytest.mark.usefixtures("own")
def test_what_the_program_brings_along_stays() -> None:
    done = run("settling", "--yes")
    assert isinstance(done.exception, RelaxError)
    assert str(done.exception) == (
        "Settle comes with relaxapp, and stays. Only practices of your own can be taken away."
    )
    assert isinstance(run("nothing", "--yes").exception, NotFoundError)
