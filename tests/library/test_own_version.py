"""A version of one's own is broken, kept as a draft, mended, and then practised."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from relaxapp import locations
from relaxapp.commands.editing import edit
from relaxapp.errors import NotFoundError, RelaxError
from relaxapp.library.library import Library
from relaxapp.practice.own_version import own_version


def test_it_is_made_broken_and_mended(tmp_path: Path) -> None:
    library = Library(locations.shipped_scripts(), tmp_path)
    version = own_version(library, library.find("settling"))
    text = version.text()
    broken = text + "\n[puase 4] Rest.\n"
    mistakes = version.finish(broken)
    assert "nearest is [pause" in mistakes[0].message
    assert version.text() == broken
    assert library.source(version.name) == text
    mended = text.replace("title: My version of", "title: Ours, not")
    assert version.finish(mended) == ()
    assert library.find(version.name).title.startswith("Ours, not")
    assert library.own_scripts.drafts() == ()
    again = own_version(library, library.find(version.name))
    assert (again.name, library.own_scripts.names()) == (version.name, (version.name,))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path))
    monkeypatch.delenv("VISUAL", raising=False)
    return tmp_path


def editor(code: str) -> str:
    return f'{sys.executable} -c "import sys; f = sys.argv[1]; t = open(f).read(); {code}"'


def test_ones_own_editor_changes_a_version(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", editor("open(f, 'w').write(t + '\\n[puase 4] Rest.\\n')"))
    ran = CliRunner().invoke(edit, ["settling"])
    assert isinstance(ran.exception, RelaxError)
    assert "kept as a draft" in str(ran.exception)
    assert "nearest is [pause" in ran.output
    monkeypatch.setenv("EDITOR", editor("open(f, 'w').write(t.replace('[puase 4] ', ''))"))
    [kept] = (home / "data" / "scripts").glob("*.md")
    ran = CliRunner().invoke(edit, [kept.stem])
    assert ran.exception is None, ran.output
    assert "Kept." in ran.output
    assert kept.read_text().endswith("\nRest.\n")


def test_without_an_editor_nothing_is_begun(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "")
    assert "No editor is named." in str(CliRunner().invoke(edit, ["settling"]).exception)
    assert not (home / "data" / "scripts").exists()


@pytest.mark.usefixtures("home")
def test_a_name_that_is_none_is_told_before_the_editor_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "")
    ran = CliRunner().invoke(edit, ["nothing"])
    assert isinstance(ran.exception, NotFoundError)
    assert "There is no practice named nothing" in str(ran.exception)


def drafts(home: Path) -> list[Path]:
    return sorted((home / "data" / "scripts" / "drafts").glob("*.md"))


def scripts(home: Path) -> list[Path]:
    return sorted((home / "data" / "scripts").glob("*.md"))


def test_an_editor_that_comes_back_at_once_loses_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal nobody can say that the text is saved: it stays, and one is told how to go on."""
    monkeypatch.setenv("EDITOR", editor("pass"))
    ran = CliRunner().invoke(edit, ["settling"])
    assert ran.exit_code == 0
    [draft] = drafts(home)
    assert str(draft) in ran.output.replace("\n", "")
    assert f"relaxapp edit {draft.stem} --done" in ran.output
    draft.write_text(draft.read_text() + "\nRest.\n")  # the editor's window, later
    monkeypatch.setenv("EDITOR", "")
    ran = CliRunner().invoke(edit, [draft.stem, "--done"])
    assert ran.output.startswith("Kept.")
    assert [kept.read_text().endswith("\nRest.\n") for kept in scripts(home)] == [True]
    assert drafts(home) == []


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], str]], None]:
    """A terminal on which a person answers; what else they do meanwhile is done before."""

    def answers(answer: Callable[[], str]) -> None:
        monkeypatch.setattr("relaxapp.commands.editing._on_a_terminal", lambda: True)
        monkeypatch.setattr("relaxapp.commands.editing.answered", lambda _question: answer())

    return answers


Terminal = Callable[[Callable[[], str]], None]


def test_on_a_terminal_one_says_when_it_is_saved(
    home: Path, monkeypatch: pytest.MonkeyPatch, terminal: Terminal
) -> None:
    def save_then_enter() -> str:
        [draft] = drafts(home)
        draft.write_text(draft.read_text() + "\nRest.\n")
        return ""

    monkeypatch.setenv("EDITOR", editor("pass"))
    terminal(save_then_enter)
    assert "Kept." in CliRunner().invoke(edit, ["settling"]).output
    assert [kept.read_text().endswith("\nRest.\n") for kept in scripts(home)] == [True]


@pytest.mark.parametrize(("answer", "left"), [("", 1), ("n", 0)])
def test_the_text_of_an_unchanged_copy_goes_only_where_it_is_not_wanted(
    answer: str, left: int, home: Path, monkeypatch: pytest.MonkeyPatch, terminal: Terminal
) -> None:
    monkeypatch.setenv("EDITOR", editor("pass"))
    terminal(lambda: answer)
    ran = CliRunner().invoke(edit, ["settling"])
    assert (len(scripts(home)), len(drafts(home))) == (0, left)
    assert ("Nothing was changed" in ran.output) is (answer == "n")


def test_a_copy_that_was_not_changed_is_opened_again(
    home: Path, monkeypatch: pytest.MonkeyPatch, terminal: Terminal
) -> None:
    monkeypatch.setenv("EDITOR", editor("pass"))
    for _again in range(2):
        assert CliRunner().invoke(edit, ["settling"]).exit_code == 0
    assert (len(scripts(home)), len(drafts(home))) == (0, 1)
    terminal(lambda: "n")
    assert "Nothing was changed" in CliRunner().invoke(edit, ["settling"]).output
    assert (scripts(home), drafts(home)) == ([], [])


@pytest.mark.parametrize("code", ["pass", "sys.exit(1)", None])
def test_a_copy_that_was_not_changed_is_not_among_the_practices(
    code: str | None, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor" if code is None else editor(code))
    CliRunner().invoke(edit, ["settling"])
    assert scripts(home) == []
    assert len(drafts(home)) == (code == "pass"), "an editor that did not open writes nothing later"


def test_an_editor_that_is_missing_is_told_and_nothing_was_begun(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor")
    told = str(CliRunner().invoke(edit, ["settling"]).exception)
    assert told.startswith("The editor no-such-editor did not open the text. Nothing was changed, ")
    assert str(home) not in told


def test_what_an_editor_saved_later_is_opened_by_the_name_of_the_practice_too(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor("pass"))
    CliRunner().invoke(edit, ["settling"])
    [draft] = drafts(home)
    draft.write_text(draft.read_text() + "\nRest.\n")
    assert "Kept." in CliRunner().invoke(edit, ["settling"]).output
    assert [kept.read_text().endswith("\nRest.\n") for kept in scripts(home)] == [True]


def test_a_copy_that_was_changed_is_left_alone_by_the_next(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for words in ("Rest.", "Rest more."):
        monkeypatch.setenv("EDITOR", editor(f"open(f, 'w').write(t + '\\n{words}\\n')"))
        assert "Kept." in CliRunner().invoke(edit, ["settling"]).output
    assert {kept.read_text().splitlines()[-1] for kept in scripts(home)} == {"Rest.", "Rest more."}


def test_what_was_changed_is_never_taken_away_by_a_no(
    home: Path, monkeypatch: pytest.MonkeyPatch, terminal: Terminal
) -> None:
    def save_then_no() -> str:
        [draft] = drafts(home)
        draft.write_text(draft.read_text() + "\nRest.\n")
        return "n"

    monkeypatch.setenv("EDITOR", editor("pass"))
    terminal(save_then_no)
    CliRunner().invoke(edit, ["settling"])
    assert [kept.read_text().endswith("\nRest.\n") for kept in scripts(home)] == [True]


def test_a_text_that_was_only_begun_is_found_again_by_its_name(home: Path) -> None:
    folder = home / "data" / "scripts" / "drafts"
    folder.mkdir(parents=True)
    shipped = (locations.shipped_scripts() / "en" / "settling.md").read_text()
    (folder / "my-café.md").write_text(shipped)
    ran = CliRunner().invoke(edit, ["my cafe", "--done"])
    assert "Kept." in ran.output, ran.exception
    assert [kept.name for kept in scripts(home)] == ["my-café.md"]
    assert "Kept." in CliRunner().invoke(edit, ["my-c", "--done"]).output, "the beginning is enough"
    for wrong in ("settling", "nothere"):
        assert isinstance(CliRunner().invoke(edit, [wrong, "--done"]).exception, NotFoundError)
