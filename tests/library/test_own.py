"""The person's own scripts: kept whole, private, under names of their own, and never outside their folder."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp import locations
from relaxapp.errors import FileError, NotFoundError
from relaxapp.library import own
from relaxapp.library.files import LARGEST
from relaxapp.library.library import Library
from relaxapp.library.names import LONGEST_NAME, is_name, name_for
from relaxapp.library.own import OwnScripts

SHORT = """---
title: A short one
technique: grounding
lengths: [1]
---
# Here
You are here. [pause 1-60]
"""


@pytest.fixture
def scripts(tmp_path: Path) -> OwnScripts:
    return OwnScripts(tmp_path / "data" / "scripts")


def test_what_was_added_can_be_read_changed_and_taken_away(scripts: OwnScripts) -> None:
    assert (scripts.names(), scripts.drafts()) == ((), ())
    name = scripts.add(SHORT, "Penguins on the Ice!")
    assert (name, scripts.names()) == ("penguins-on-the-ice", ("penguins-on-the-ice",))
    assert scripts.text(name) == SHORT
    scripts.replace(name, SHORT + "\nRest.\n")
    assert scripts.text(name).endswith("Rest.\n")
    scripts.save_draft(name, "half")
    scripts.remove(name)
    assert (scripts.names(), scripts.draft(name)) == ((), None)


def test_a_name_that_is_taken_gets_a_number(scripts: OwnScripts) -> None:
    wanted = ["Settling", "settling.md", "SETTLING", "Penguins"]
    given_names = [scripts.add(SHORT, each, taken={"settling"}) for each in wanted]
    assert given_names == ["settling-2", "settling-3", "settling-4", "penguins"]
    scripts.save_draft("my-lake", "half")
    assert scripts.free_name("My lake") == "my-lake-2"


def test_a_name_is_found_with_and_without_its_accents(tmp_path: Path) -> None:
    library = Library(locations.shipped_scripts(), tmp_path)
    name = library.add(SHORT, "The Quiet Café, naïve")
    assert name == "the-quiet-café-naïve"
    for typed in (name, "the quiet cafe naive", "The-Quiet-Cafe\u0301-nai\u0308ve", "the-quiet-cafe"):
        assert library.find(typed).id == name
    assert library.add(SHORT, "The quiet cafe, naive") == "the-quiet-cafe-naive-2"


def test_of_two_names_that_differ_in_an_accent_each_is_found(tmp_path: Path) -> None:
    for name in ("café", "cafe"):
        (tmp_path / f"{name}.md").write_text(SHORT)
    library = Library(locations.shipped_scripts(), tmp_path)
    assert [library.find(name).id for name in ("café", "cafe")] == ["café", "cafe"]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("paced-breating", "paced-breathing"),
        ("boxbreathing", "box-breathing"),
        ("kitchen", "a-warm-kitchen"),
        ("warm kitchn", "a-warm-kitchen"),
        ("muscel", "muscle-relaxation"),
        ("the dail", "the-dial"),
    ],
)
def test_a_name_with_a_slip_brings_the_nearest(typed: str, near: str, tmp_path: Path) -> None:
    library = Library(locations.shipped_scripts(), tmp_path)
    with pytest.raises(NotFoundError, match=f"The nearest is {near}"):
        library.find(typed)


@pytest.mark.parametrize(
    "typed", ["nothere", "relaxing", "sleep", "hand", "x", "-", "penguins", "the", "é" * 300]
)
def test_where_none_is_near_none_is_named(typed: str, tmp_path: Path) -> None:
    library = Library(locations.shipped_scripts(), tmp_path)
    with pytest.raises(NotFoundError) as raised:
        library.find(typed)
    assert "nearest" not in str(raised.value)


def test_drafts_are_kept_beside_and_never_practised(tmp_path: Path) -> None:
    library = Library(locations.shipped_scripts(), tmp_path)
    name = library.add(SHORT, "Here")
    library.own_scripts.save_draft(name, "---\ntitle: half")
    library.own_scripts.save_draft("new-one", "half")
    assert library.own_scripts.drafts() == ("here", "new-one")
    assert library.own_scripts.draft("here") == "---\ntitle: half"
    assert not library.mistakes()
    assert library.find("here").title == "A short one"
    assert library.is_own(library.find("here"))
    assert not library.is_own(library.find("settling"))
    library.own_scripts.remove_draft("here")
    assert library.own_scripts.draft("here") is None


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_only_the_person_can_read_them(scripts: OwnScripts) -> None:
    scripts.save_draft("here", SHORT)
    scripts.add(SHORT, "here too")
    for path in (scripts.folder, *scripts.folder.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


@pytest.mark.parametrize(
    "name", ["../x", "/etc/passwd", "a/b", "..", "", ".hidden", "a\\b", "a\x00b", "drafts/x"]
)
def test_no_name_leads_out_of_the_folder(name: str, scripts: OwnScripts, tmp_path: Path) -> None:
    outside = tmp_path / "data" / "x.md"
    scripts.add(SHORT, "here")
    outside.write_text("theirs")
    for use in (scripts.text, scripts.remove, scripts.draft, scripts.remove_draft):
        with pytest.raises(NotFoundError):
            use(name)
    with pytest.raises(NotFoundError):
        scripts.replace(name, "mine")
    with pytest.raises(NotFoundError):
        scripts.save_draft(name, "mine")
    assert outside.read_text() == "theirs"
    kept = scripts.folder / f"{scripts.add(SHORT, name)}.md"
    assert kept.parent == scripts.folder


@given(st.text(max_size=200), st.sets(st.sampled_from(["a", "a-2", "my-practice", "con"])))
def test_every_title_makes_a_safe_name(title: str, taken: set[str]) -> None:
    name = name_for(title, taken)
    assert is_name(name)
    assert name not in taken
    assert name_for(name) == name
    assert len(f".relaxapp-{name}.md".encode()) <= 255


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A place of your own", "a-place-of-your-own"),
        ("Lea's garden", "leas-garden"),
        ("Élan: une étude", "élan-une-étude"),
        ("静かな場所", "静かな場所"),
        ("CON", "my-con"),
        ("README.md", "my-readme"),
        ("🐧", "my-practice"),
        ("../../etc/passwd", "etc-passwd"),
        ("x" * 300, "x" * LONGEST_NAME),
    ],
)
def test_names_of_titles(title: str, name: str) -> None:
    assert name_for(title) == name


def test_what_is_too_large_is_refused_and_the_old_text_stays(scripts: OwnScripts) -> None:
    name = scripts.add(SHORT, "here")
    with pytest.raises(FileError, match="too large"):
        scripts.replace(name, "x" * (LARGEST + 1))
    assert scripts.text(name) == SHORT


def test_there_is_a_limit_to_how_many(scripts: OwnScripts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own, "MOST", 2)
    scripts.add(SHORT, "a")
    scripts.add(SHORT, "b")
    with pytest.raises(FileError, match="2 practices of your own already"):
        scripts.add(SHORT, "c")
    assert scripts.names() == ("a", "b")


@pytest.mark.parametrize("broken", ["fsync", "link"])
def test_a_disk_that_fills_up_leaves_nothing_and_spoils_nothing(
    broken: str, scripts: OwnScripts, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = scripts.add(SHORT, "here")

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, broken, full)
    with pytest.raises(FileError, match="No space left"):
        scripts.add("new", "there")
    if broken == "fsync":
        with pytest.raises(FileError, match="No space left"):
            scripts.replace(name, "half")
    assert scripts.text(name) == SHORT
    assert [path.name for path in scripts.folder.iterdir()] == ["here.md"]


def test_two_programs_that_add_at_once_both_keep_theirs(
    scripts: OwnScripts, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = OwnScripts(scripts.folder)
    link = os.link

    def beaten_to_it(part: Path, file: Path) -> None:
        monkeypatch.setattr(os, "link", link)
        other.add("theirs", "here")
        link(part, file)

    monkeypatch.setattr(os, "link", beaten_to_it)
    assert scripts.add("mine", "here") == "here-2"
    assert (scripts.text("here"), scripts.text("here-2")) == ("theirs", "mine")


def test_a_file_system_without_links_keeps_them_too(
    scripts: OwnScripts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_arguments: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    assert [scripts.add(SHORT, "here"), scripts.add(SHORT, "here")] == ["here", "here-2"]
    assert scripts.text("here-2") == SHORT
