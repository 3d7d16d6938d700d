"""A version of one's own is broken, kept as a draft, mended, and then practised."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from relaxapp import locations
from relaxapp.commands.editing import edit
from relaxapp.errors import RelaxError
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


@pytest.mark.parametrize(("code", "told"), [("pass", "Nothing was changed"), (None, "No editor is named.")])
def test_where_nothing_is_written_nothing_is_kept(
    code: str | None, told: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(code) if code else "")
    ran = CliRunner().invoke(edit, ["settling"])
    assert told in ran.output + str(ran.exception)
    assert not list((home / "data" / "scripts").glob("*.md"))
