"""A backup brings everything back; nothing is replaced before it was looked at, and nothing is lost."""

import json
import os
import shutil
import sqlite3
import struct
import sys
import tempfile
import warnings
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from relaxapp import locations
from relaxapp.cli import commands
from relaxapp.commands.app import run_app
from relaxapp.errors import FileError, JournalError, RelaxError
from relaxapp.journal import backup, safety_copies
from relaxapp.journal.backup import back_up, restore
from relaxapp.journal.entry import Entry
from relaxapp.journal.forgetting import forget_everything
from relaxapp.journal.safety_copies import forget_in_copies
from relaxapp.journal.store import Store
from relaxapp.journal.unpacking import unpack
from relaxapp.led.exercise import Exercise
from relaxapp.led.log import LedLog
from relaxapp.parts import services
from relaxapp.ui.app import RelaxApp
from tests.made_month import made_month, write_journal

Made = Callable[..., Entry]
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder as the program keeps it after a month."""
    folder = tmp_path / "home" / "data"
    write_journal(folder / "journal.db", made_month())
    for name in ("scripts/mine.md", "voices/anna/voice.bin", "private-clips/a.clip", "pages/one.pdf"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"this is {name}")
    (folder / "clip.key").write_bytes(b"key")
    with Store(folder / "journal.db") as store:
        store.set_answer("place", "the garden")
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """All but the journal, by name."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.parts[-1] != "journal.db"
    }


def kept_in(folder: Path) -> tuple[object, ...]:
    with Store(folder / "journal.db") as store:
        return (
            store.entries(),
            store.pegs(),
            store.questions(),
            store.settings(),
            store.answers(),
            store.member(),
        )


def test_everything_of_ones_own_comes_back_on_another_computer(data: Path, tmp_path: Path) -> None:
    count = back_up(data, tmp_path / "b.zip", NOW)
    other = tmp_path / "other" / "data"
    assert restore(tmp_path / "b.zip", other, NOW) is None
    assert kept_in(other) == kept_in(data)
    assert (other / "scripts" / "mine.md").read_text() == "this is scripts/mine.md"
    assert (other / "voices" / "anna" / "voice.bin").exists()
    assert count == 3
    assert not {"private-clips", "clip.key", "pages"} & {path.name for path in other.iterdir()}
    assert (tmp_path / "b.zip").stat().st_mode & 0o077 == 0
    assert all(not file.stat().st_mode & 0o077 for file in other.rglob("*"))


def test_what_was_there_is_kept_and_can_be_brought_back(data: Path, tmp_path: Path, made: Made) -> None:
    back_up(data, tmp_path / "b.zip", NOW)
    with Store(data / "journal.db") as store:
        store.add(made(note="written since"))
        store.set_answer("place", "the sea")
    (data / "scripts" / "since.md").write_text("since")
    before = kept_in(data)
    kept = restore(tmp_path / "b.zip", data, NOW)
    assert kept is not None
    assert kept_in(data) != before
    assert not (data / "scripts" / "since.md").exists()
    assert not (data / "private-clips").exists(), "they speak answers that are not the present ones"
    restore(kept, data, NOW.replace(hour=13))
    assert kept_in(data) == before
    assert (data / "scripts" / "since.md").exists()


def test_a_backup_is_whole_while_a_practice_is_being_kept(data: Path, tmp_path: Path, made: Made) -> None:
    with Store(data / "journal.db") as store:
        running = made()
        store.begin(running)
        back_up(data, tmp_path / "b.zip", NOW)
    restore(tmp_path / "b.zip", tmp_path / "other", NOW)
    with Store(tmp_path / "other" / "journal.db") as found:
        assert found.entry(running.id) == running


def test_what_a_killed_backup_left_goes_with_the_next_one_in_that_folder(data: Path, tmp_path: Path) -> None:
    old, young, others = (tmp_path / name for name in (".relaxapp-a.part", ".relaxapp-b.part", "c.part"))
    for each in (old, young, others):
        each.write_text("a private note")
    copied, being_copied = (data / f".backing-up-{name}" for name in "ab")
    taken_apart, being_restored = (data / f".restoring-{name}" for name in "ab")
    for each in (copied, being_copied, taken_apart, being_restored):
        each.mkdir()
        (each / "journal.db").write_text("a private note")
    (being_restored / "lock").touch()
    for each in (old, others, copied, taken_apart, being_restored):
        os.utime(each, (NOW.timestamp(), NOW.timestamp()))
    back_up(data, tmp_path / "b.zip", NOW + timedelta(days=2))
    assert {each.name for each in tmp_path.iterdir()} == {"home", "b.zip", young.name, others.name}
    assert {each.name for each in data.glob(".*")} == {being_copied.name, being_restored.name}


def test_what_lies_behind_a_link_is_in_the_backup_too(data: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("journal.db", "scripts", "voices/anna"):
        (data / name).rename(elsewhere / Path(name).name)
        (data / name).symlink_to(elsewhere / Path(name).name)
    (data / "scripts" / "again").symlink_to(data / "scripts")
    (data / "scripts" / "gone.md").symlink_to(tmp_path / "nowhere")
    assert back_up(data, tmp_path / "b.zip", NOW) == 3
    restore(tmp_path / "b.zip", tmp_path / "other", NOW)
    assert kept_in(tmp_path / "other") == kept_in(data)
    assert set(files_of(tmp_path / "other")) == {"scripts/mine.md", "voices/anna/voice.bin"}
    kept = restore(tmp_path / "b.zip", data, NOW)
    assert kept is not None
    assert (elsewhere / "scripts" / "mine.md").exists()
    assert not (data / "scripts").is_symlink()


def test_no_copy_of_the_journal_is_made_outside_of_its_folder(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "shared"))
    before = sorted(path.name for path in data.iterdir())
    assert back_up(data, tmp_path / "b.zip", NOW) == 3
    assert sorted(path.name for path in data.iterdir()) == before


def test_a_stop_while_a_file_in_it_is_begun_is_a_stop(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("zipfile._ZipWriteFile.__init__", stopped)
    with pytest.raises(KeyboardInterrupt):
        back_up(data, tmp_path / "b.zip", NOW)
    assert list(tmp_path.iterdir()) == [data.parent]


def test_a_backup_that_can_not_be_written_leaves_the_older_one(data: Path, tmp_path: Path) -> None:
    with pytest.raises(FileError):
        back_up(data, tmp_path / "none" / "b.zip", NOW)
    with pytest.raises(FileError):
        back_up(data, tmp_path, NOW)
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


@pytest.mark.parametrize(("most", "value"), [("MOST_FILES", 5), ("MOST_BYTES", 10**6)])
def test_more_than_a_restore_takes_is_refused_and_what_is_too_much_is_named(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: str, value: int
) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for number in range(5):
        (pictures / f"{number}.raw").write_bytes(b"x" * 10**6)
    (data / "scripts" / "pictures").symlink_to(pictures)
    monkeypatch.setattr(backup, most, value)
    with pytest.raises(FileError, match="is more than a backup can hold") as told:
        back_up(data, tmp_path / "b.zip", NOW)
    assert f"What lies in {data / 'scripts' / 'pictures'} is more" in str(told.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "pictures"]
    (data / "scripts" / "pictures").unlink()
    assert back_up(data, tmp_path / "b.zip", NOW) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="other systems let no such names be")
@pytest.mark.parametrize("name", [b"warm: kitchen.md", b"back\\slash.md", b"caf\xe9.md"])
def test_a_name_that_a_restore_would_refuse_is_told_before_there_is_a_backup(
    data: Path, tmp_path: Path, name: bytes
) -> None:
    (data / "scripts" / os.fsdecode(name)).write_text("a page")
    with pytest.raises(FileError, match="no backup was made") as told:
        back_up(data, tmp_path / "b.zip", NOW)
    assert str(told.value).encode()
    assert not (tmp_path / "b.zip").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems let no such names be")
@pytest.mark.parametrize(
    ("name", "held"),
    [(b"kitchen.md:Zone.Identifier", "kitchen.md%3AZone.Identifier"), (b"caf\xe9.md", "caf%5Cudce9.md")],
)
def test_a_restore_keeps_what_has_such_a_name_and_goes_on(
    data: Path, tmp_path: Path, name: bytes, held: str
) -> None:
    back_up(data, tmp_path / "b.zip", NOW)
    (data / "scripts" / os.fsdecode(name)).write_text("a page")
    kept = restore(tmp_path / "b.zip", data, NOW)
    assert kept is not None
    with zipfile.ZipFile(kept) as archive:
        assert archive.read(f"scripts/{held}") == b"a page"
    assert set(files_of(data / "scripts")) == {"mine.md"}
    restore(kept, data, NOW)
    assert (data / "scripts" / held).read_text() == "a page"


def test_a_copy_of_the_journal_that_can_not_be_made_is_no_backup(
    data: Path, tmp_path: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def on_a_full_disk(path: Path) -> sqlite3.Connection:
        db = connect(path)
        if path.parent != data:
            db.execute("PRAGMA max_page_count = 2")
        return db

    with Store(data / "journal.db") as store:
        store.add(made(note="in the write-ahead log only"))
        monkeypatch.setattr(sqlite3, "connect", on_a_full_disk)
        with pytest.raises(FileError, match="so no backup was made"):
            back_up(data, tmp_path / "b.zip", NOW)
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


@pytest.mark.parametrize("left", [b"milk" * 100, b""])
def test_of_a_damaged_journal_all_that_is_left_is_kept(data: Path, tmp_path: Path, left: bytes) -> None:
    back_up(data, tmp_path / "good.zip", NOW)
    (data / "journal.db").write_bytes(left)
    (data / "journal.db-wal").write_bytes(b"the last practice")
    back_up(data, tmp_path / "b.zip", NOW)
    kept = restore(tmp_path / "good.zip", data, NOW)
    assert kept is not None
    for copy in (tmp_path / "b.zip", kept):
        with zipfile.ZipFile(copy) as archive:
            assert archive.read("journal.db") == left
            assert archive.read("journal.db-wal") == b"the last practice"


def test_of_a_journal_damaged_inside_what_was_written_last_is_kept(
    data: Path, tmp_path: Path, made: Made
) -> None:
    with Store(data / "journal.db") as store:
        store.add(made(note="the last practice"))
        for name in ("journal.db", "journal.db-wal"):
            (tmp_path / name).write_bytes((data / name).read_bytes())
    whole = (tmp_path / "journal.db").read_bytes()
    (data / "journal.db").write_bytes(whole[:4096] + b"milk" * (len(whole) // 4 - 1024))
    (data / "journal.db-wal").write_bytes((tmp_path / "journal.db-wal").read_bytes())
    back_up(data, tmp_path / "b.zip", NOW)
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        assert b"the last practice" in archive.read("journal.db")


def test_an_emptied_journal_with_words_beside_it_is_not_taken_for_a_new_one(data: Path) -> None:
    (data / "journal.db").write_bytes(b"")
    (data / "journal.db-wal").write_bytes(b"the last practice")
    with pytest.raises(JournalError, match="is damaged"):
        Store(data / "journal.db")
    assert (data / "journal.db-wal").read_bytes() == b"the last practice"


def rewritten(path: Path, change: Callable[[dict[str, bytes]], object]) -> None:
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)


def newer(files: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(files["journal.db"])
    with closing(sqlite3.connect(tmp_path / "x.db")) as db:
        db.execute("PRAGMA user_version = 999")
    files["journal.db"] = (tmp_path / "x.db").read_bytes()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda path: path.unlink(), "There is no file"),
        (lambda path: path.write_bytes(b"milk"), "is not a backup"),
        (lambda path: path.write_bytes(path.read_bytes()[:-300]), "is not a backup"),
        (lambda path: rewritten(path, lambda files: files.pop("relaxapp.json")), "is not a backup"),
        (lambda path: rewritten(path, lambda files: files.pop("journal.db")), "is not a backup"),
        (
            lambda path: rewritten(path, lambda files: files.update({"relaxapp.json": b"[]"})),
            "is not a backup",
        ),
        (
            lambda path: rewritten(
                path,
                lambda files: files.update(
                    {"relaxapp.json": json.dumps({"format": "relaxapp-backup", "version": 2}).encode()}
                ),
            ),
            "version 2",
        ),
        (lambda path: rewritten(path, lambda files: files.update({"../out": b""})), "is not a backup"),
        (lambda path: rewritten(path, lambda files: files.update({"/out": b""})), "is not a backup"),
        (lambda path: rewritten(path, lambda files: files.update({"a/../../out": b""})), "is not a backup"),
        (lambda path: rewritten(path, lambda files: files.update({"clip.key": b""})), "is not a backup"),
        (
            lambda path: rewritten(path, lambda files: files.update({"scripts": b"", "scripts/a": b""})),
            "is not a backup",
        ),
        (lambda path: rewritten(path, lambda files: files.update({"journal.db": b"x" * 200})), "is damaged"),
        (lambda path: rewritten(path, lambda files: newer(files, path.parent)), "a later version"),
    ],
)
def test_what_is_no_backup_changes_nothing(
    data: Path, tmp_path: Path, change: Callable[[Path], object], told: str
) -> None:
    back_up(data, tmp_path / "b.zip", NOW)
    change(tmp_path / "b.zip")
    before = kept_in(data), files_of(data)
    with pytest.raises(RelaxError, match=told):
        restore(tmp_path / "b.zip", data, NOW)
    assert (kept_in(data), files_of(data)) == before
    assert not (tmp_path / "out").exists()


def packed(path: Path, files: dict[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> Path:
    """A ZIP that begins as a backup does, and holds these files."""
    head = json.dumps({"format": "relaxapp-backup", "version": 1})
    with zipfile.ZipFile(path, "w", kind) as archive:
        archive.writestr("relaxapp.json", head)
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def told_otherwise(path: Path, name: str, size: int) -> Path:
    """The same ZIP, whose lists tell another size of one file."""
    with zipfile.ZipFile(path) as archive:
        member = archive.getinfo(name)
    old = struct.pack("<LL", member.compress_size, member.file_size)
    new = struct.pack("<LL", member.compress_size, size)
    path.write_bytes(
        path.read_bytes().replace(struct.pack("<L", member.CRC) + old, struct.pack("<L", member.CRC) + new)
    )
    return path


@pytest.mark.parametrize("size", [3, 10**6])
def test_what_is_told_of_sizes_is_not_believed(tmp_path: Path, size: int) -> None:
    path = packed(tmp_path / "b.zip", {"journal.db": b"x" * 1000})
    with pytest.raises(FileError, match="is not a backup"):
        unpack(told_otherwise(path, "journal.db", size), tmp_path / "out")


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_only_what_a_backup_is_packed_with_is_unpacked(tmp_path: Path, kind: int) -> None:
    path = packed(tmp_path / "b.zip", {"journal.db": b"x" * 1000}, kind)
    with pytest.raises(FileError, match="is not a backup"):
        unpack(path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_small_file_that_would_fill_the_disk_is_refused_before_a_byte_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = packed(tmp_path / "b.zip", {"journal.db": b"", "scripts/a.md": b"\0" * 10**7})
    assert path.stat().st_size < 20_000
    with pytest.raises(FileError, match="more than relaxapp ever keeps"):
        unpack(path, tmp_path / "out", most_bytes=10**7 - 1)
    with pytest.raises(FileError, match="more than relaxapp ever keeps"):
        unpack(path, tmp_path / "out", most_files=1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: shutil._ntuple_diskusage(10**9, 10**9, 10**6))
    with pytest.raises(FileError, match="no room on the disk for the 10 MB"):
        unpack(path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_manifest_is_small_and_no_name_comes_twice(tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("relaxapp.json", b" " * 10**6 + b'{"format": "relaxapp-backup", "version": 1}')
        archive.writestr("journal.db", b"")
    with pytest.raises(FileError, match="is not a backup"):
        unpack(path, tmp_path / "out")
    packed(path, {"journal.db": b"one"})
    with zipfile.ZipFile(path, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("journal.db", b"two")
    with pytest.raises(FileError, match="is not a backup"):
        unpack(path, tmp_path / "out")


def test_a_damaged_journal_is_kept_as_it_is_and_replaced(data: Path, tmp_path: Path) -> None:
    back_up(data, tmp_path / "b.zip", NOW)
    good = kept_in(data)
    (data / "journal.db").write_bytes(b"milk" * 100)
    kept = restore(tmp_path / "b.zip", data, NOW)
    assert kept_in(data) == good
    assert kept is not None
    with zipfile.ZipFile(kept) as archive:
        assert archive.read("journal.db") == b"milk" * 100


@pytest.mark.parametrize("how", ["restore", "forget"])
def test_while_another_window_is_open_nothing_is_replaced_or_deleted(
    data: Path, tmp_path: Path, how: str
) -> None:
    back_up(data, tmp_path / "b.zip", NOW)
    with Store(data / "journal.db") as store:
        entries = store.entries()
        with pytest.raises(JournalError, match="open in another window"):
            if how == "restore":
                restore(tmp_path / "b.zip", data, NOW)
            else:
                forget_everything(data, [])
        assert store.entries() == entries
    assert (data / "scripts" / "mine.md").exists()


# forgetting


def run(*words: object) -> Result:
    return CliRunner().invoke(commands, [str(word) for word in words])


@pytest.fixture
def home(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, as the commands see it, with what the program keeps to be fast."""
    home = data.parent
    monkeypatch.setenv("RELAXAPP_HOME", str(home))
    for name in ("cache/clips/a.clip", "cache/beds/rain.npy", "cache/relaxapp.log"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text("x")
    return home


def test_after_forgetting_everything_nothing_is_there(home: Path) -> None:
    run("backup", "-o", home.parent / "b.zip")
    run("restore", home.parent / "b.zip")
    assert (home / "data" / "before-restore").is_dir()
    done = run("forget", "--all", "--yes")
    assert done.exit_code == 0, done.output
    assert list(home.iterdir()) == []
    assert "All of it is gone." in done.output


def test_what_others_put_beside_it_stays(home: Path) -> None:
    (home / "documents").mkdir()
    (home / "documents" / "page.pdf").write_text("mine")
    run("forget", "--all", "--yes")
    assert [path.name for path in home.rglob("*")] == ["documents", "page.pdf"]


def test_a_damaged_journal_is_forgotten_too(home: Path) -> None:
    (home / "data" / "journal.db").write_bytes(b"milk" * 100)
    assert run("forget", "--all", "--yes").exit_code == 0
    assert list(home.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_folder_behind_a_link_is_emptied_too(home: Path, tmp_path: Path) -> None:
    (home / "data").rename(tmp_path / "elsewhere")
    (home / "data").symlink_to(tmp_path / "elsewhere")
    assert run("forget", "--all", "--yes").exit_code == 0
    assert list(home.iterdir()) == []
    assert not (tmp_path / "elsewhere").exists()


def test_what_lies_behind_a_link_within_stays_and_is_named(home: Path, tmp_path: Path) -> None:
    (home / "data" / "scripts").rename(tmp_path / "my pages")
    (home / "data" / "scripts").symlink_to(tmp_path / "my pages")
    (home / "data" / "gone").symlink_to(tmp_path / "nowhere")
    (home / "data" / "round").symlink_to(home / "data" / "round")
    done = run("forget", "--all", "--yes")
    assert done.exit_code == 0
    assert list(home.iterdir()) == []
    assert (tmp_path / "my pages" / "mine.md").exists()
    assert f"delete it yourself: {tmp_path / 'my pages'}\n" in done.output
    assert "nowhere" not in done.output


def test_where_it_can_not_be_written_the_persons_own_file_is_named(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "none" / "b.zip"
    with pytest.raises(FileError) as told:
        back_up(data, file, NOW)
    assert str(told.value) == (
        f"{file} can't be written: there is no folder {file.parent}. "
        "Make the folder first, or choose another place for the file."
    )
    file.parent.mkdir()

    def refused(part: Path, _path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(part))

    monkeypatch.setattr(backup, "replace", refused)
    with pytest.raises(FileError) as told:
        back_up(data, file, NOW)
    assert str(told.value).startswith(f"{file} can't be written or read (Permission denied).")


@pytest.mark.parametrize("what", ["--all", "--notes", "--last"])
def test_without_a_yes_nothing_is_forgotten(home: Path, what: str) -> None:
    before = kept_in(home / "data")
    done = run("forget", what)
    assert isinstance(done.exception, RelaxError)
    assert "--yes" in str(done.exception)
    assert kept_in(home / "data") == before


@pytest.mark.parametrize(("answer", "gone"), [("y", True), ("n", False), ("", False)])
def test_it_asks_plainly_first(home: Path, monkeypatch: pytest.MonkeyPatch, answer: str, gone: bool) -> None:
    monkeypatch.setattr("relaxapp.commands.sure.is_there_anybody", lambda: True)
    done = CliRunner().invoke(commands, ["forget", "--all"], input=f"{answer}\n")
    assert "the journal with its notes, your answers and settings" in " ".join(done.output.split())
    assert (home / "data").exists() is not gone
    assert ("Nothing was deleted." in done.output) is not gone


def test_one_entry_or_all_notes(home: Path) -> None:
    with Store(home / "data" / "journal.db") as store:
        entries = store.entries()
    assert any(entry.note for entry in entries)
    run("forget", "--last", "--yes")
    run("forget", "--notes", "--yes")
    with Store(home / "data" / "journal.db") as store:
        assert store.entries() == tuple(replace(entry, note="") for entry in entries[1:])
    assert run("forget").exit_code == 2
    assert run("forget", "--all", "--notes", "--yes").exit_code == 2


def holding(folder: Path, word: bytes) -> list[str]:
    """The files in which a word stands, packed ones too."""
    found = []
    for file in (each for each in folder.rglob("*") if each.is_file()):
        inside = [file.read_bytes()]
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive:
                inside += map(archive.read, archive.namelist())
        found += [str(file)] if any(word in each for each in inside) else []
    return found


@pytest.mark.parametrize("what", ["--notes", "--last"])
def test_what_is_forgotten_stands_in_no_byte_of_the_folder(home: Path, made: Made, what: str) -> None:
    word = "Zwetschgenkuchen"
    with Store(home / "data" / "journal.db") as store:
        store.add(made("2027-01-01T08:00-05:00", note=word))
    run("backup", "-o", home.parent / "b.zip")
    run("restore", home.parent / "b.zip")
    (home / "data" / ".restoring-killed").mkdir()
    (home / "data" / ".restoring-killed" / "journal.db").write_text(word)
    assert len(holding(home, word.encode())) == 3
    done = run("forget", what, "--yes")
    assert done.exit_code == 0, done.output
    assert holding(home, word.encode()) == []
    (kept,) = (home / "data" / "before-restore").iterdir()
    entries = kept_in(home / "data")[0]
    assert run("restore", kept).exit_code == 0
    assert kept_in(home / "data")[0] == entries, "the rest of the copy is as it was"


@pytest.mark.parametrize("what", ["--notes", "--last"])
def test_pages_that_were_printed_go_with_what_is_forgotten(home: Path, what: str) -> None:
    done = run("forget", what, "--yes")
    assert list((home / "data" / "pages").iterdir()) == []
    assert "One thing to know" not in done.output


def test_a_printed_page_that_can_not_be_deleted_is_named(home: Path) -> None:
    (home / "data" / "pages" / "one.pdf").unlink()
    (home / "data" / "pages" / "open.pdf").mkdir()
    done = run("forget", "--notes", "--yes")
    assert done.exit_code == 0, done.output
    assert "can't be deleted now and may still hold your words. Close it where it is open" in done.output
    assert str(home / "data" / "pages" / "open.pdf") in done.output


def test_pages_that_were_printed_are_gone_when_the_app_is_opened_again(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RelaxApp, "run", lambda _app: None)
    parts = services()
    run_app(parts)
    parts.store.close()
    assert list((home / "data" / "pages").iterdir()) == []


def test_a_safety_copy_that_can_not_be_read_is_named(home: Path) -> None:
    run("backup", "-o", home.parent / "b.zip")
    (home / "data" / "journal.db").write_bytes(b"milk" * 100)
    run("restore", home.parent / "b.zip")
    (kept,) = (home / "data" / "before-restore").iterdir()
    done = run("forget", "--notes", "--yes")
    assert done.exit_code == 0
    assert f"may still hold your words. If you don't need it, delete it yourself: {kept}" in done.output
    assert kept.exists()


def test_where_one_safety_copy_can_not_be_changed_the_others_forget_all_the_same(home: Path) -> None:
    run("backup", "-o", home.parent / "b.zip")
    run("restore", home.parent / "b.zip")
    (kept,) = (home / "data" / "before-restore").iterdir()
    stuck = kept.with_name("2020-01-01-000000.zip")
    stuck.mkdir()
    with Store(home / "data" / "journal.db") as store:
        notes = [entry.note.encode() for entry in store.entries() if entry.note]
    assert all(holding(kept.parent, note) for note in notes)
    done = run("forget", "--notes", "--yes")
    assert done.exit_code == 0, done.output
    assert f"delete it yourself: {stuck}\n" in done.output
    assert not any(holding(kept.parent, note) for note in notes)


def test_forgetting_leaves_a_backup_alone_that_is_under_way_elsewhere(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def while_another_window_forgets(path: Path, **how: Any) -> sqlite3.Connection:
        if path.parent != data:
            forget_in_copies(data, lambda store: store.forget_notes())
        connection: sqlite3.Connection = connect(path, **how)
        return connection

    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", while_another_window_forgets)
        assert back_up(data, tmp_path / "b.zip", NOW) == 3
    restore(tmp_path / "b.zip", tmp_path / "other", NOW)
    assert kept_in(tmp_path / "other") == kept_in(data)


def test_two_windows_that_forget_at_once_leave_a_safety_copy_whole(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = backup.keep(data, NOW)
    assert kept is not None
    monkeypatch.setattr(safety_copies, "_WAIT", 0.0)
    left: list[tuple[Path, ...]] = []

    def meanwhile(store: Store) -> None:
        store.forget_notes()
        left.append(forget_in_copies(data, lambda copy: copy.forget_notes()))

    assert forget_in_copies(data, meanwhile) == ()
    assert left == [(kept,)], "it is told where it could not be done"
    restore(kept, data.parent / "other", NOW)
    assert files_of(data.parent / "other").keys() == {"scripts/mine.md", "voices/anna/voice.bin"}
    assert kept_in(data.parent / "other")[4] == {"place": "the garden"}
    (lock,) = (each for each in data.glob(".*") if each.is_file())
    assert lock.stat().st_mode & 0o777 == 0o600
    assert lock.stat().st_size == 0
    assert forget_in_copies(data, lambda copy: copy.forget_notes()) == (), "whoever comes later may"


def test_forgetting_deletes_what_a_backup_left_that_was_killed_a_day_ago(home: Path) -> None:
    left = home / "data" / ".backing-up-killed"
    left.mkdir()
    (left / "journal.db").write_text("a private note")
    os.utime(left, (NOW.timestamp(), datetime.now(UTC).timestamp() - 25 * 3600))
    run("forget", "--notes", "--yes")
    assert not left.exists()


def test_a_safety_copy_that_was_never_finished_is_deleted(home: Path) -> None:
    part = home / "data" / "before-restore" / ".relaxapp-killed.part"
    part.parent.mkdir()
    part.write_text("a private note")
    run("forget", "--notes", "--yes")
    assert not part.exists()


@pytest.mark.usefixtures("home")
def test_the_commands_say_what_they_did(tmp_path: Path) -> None:
    done = run("backup", "-o", tmp_path / "b.zip")
    assert "b.zip: 3 files." in done.output
    assert "keep it where only you can read it" in done.output
    done = run("restore", tmp_path / "b.zip")
    assert "entries are in your journal now." in done.output
    assert "What was here before is kept in" in done.output


def test_a_journal_that_can_not_be_read_is_backed_up_as_it_is(home: Path, tmp_path: Path) -> None:
    (home / "data" / "journal.db").write_bytes(b"milk" * 100)
    done = run("backup", "-o", tmp_path / "b.zip")
    assert done.exit_code == 0
    assert "is damaged and can't be read; nothing was deleted. The backup holds it as it is." in done.output
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        assert archive.read("journal.db") == b"milk" * 100


def test_what_was_led_is_forgotten_by_itself_and_never_in_silence(home: Path) -> None:
    log = LedLog(home / "led" / "led.db")
    log.keep(Exercise("1", NOW, "one-minute", "One minute", 61, 9, "two left early"))
    assert "relaxapp forget --led" in run("forget", "--all", "--yes").output
    assert len(log.exercises()) == 1
    assert "It is gone." in run("forget", "--led", "--yes").output
    assert not log.path.exists()
    assert "forget --led" not in run("forget", "--all", "--yes").output
    assert run("forget", "--led", "--yes").exit_code == 0


@pytest.mark.parametrize("handed_out", [False, True])
def test_of_what_was_handed_out_only_what_is_there_is_told(home: Path, handed_out: bool) -> None:
    LedLog(locations.led_log()).keep(Exercise("a", NOW, "settling", "Settle", 60))
    if handed_out:
        locations.handed_out().mkdir(parents=True)
    told = run("forget", "--led", "--yes").output
    stay = f" Files that were handed out stay in {home / 'handed out'}." if handed_out else ""
    assert " ".join(told.split()) == f"It is gone.{stay}"
    assert not locations.led_log().exists()


@pytest.mark.usefixtures("home")
def test_where_nothing_was_led_nothing_is_asked() -> None:
    assert run("forget", "--led").output == "No exercise that was led is on the list.\n"
