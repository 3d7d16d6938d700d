"""A restore is seen by other windows while it lasts; however it ends, the old or the new is there, whole."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from relaxapp import locations
from relaxapp.errors import FileError, JournalError
from relaxapp.journal import backup, half_done
from relaxapp.journal.backup import back_up, restore
from relaxapp.journal.entry import Entry
from relaxapp.journal.half_done import WORK, announced, restoring
from relaxapp.journal.opening import open_journal
from relaxapp.journal.safety_copies import forget_in_copies
from relaxapp.journal.store import Store
from relaxapp.parts import favourites, services

Made = Callable[..., Entry]
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
RENAMES = 7
"""How often a restore of these folders renames: three tops out, their folder, three tops in."""

ENDED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from relaxapp.journal.backup import restore

left, rename = int(sys.argv[3]), Path.rename

def renamed(path, target):
    global left
    left -= 1
    if left < 0:
        os._exit(9)
    return rename(path, target)

Path.rename = renamed
restore(Path(sys.argv[1]), Path(sys.argv[2]), datetime(2026, 11, 24, 12, tzinfo=UTC))
"""
"""A program that is ended, as by a power cut, after so many renames."""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's folder as it is now; beside it lies a backup, `b.zip`, of how it was before."""
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path / "home"))
    folder = locations.data_folder()
    _write(folder, "the backup")
    back_up(folder, tmp_path / "b.zip", NOW)
    _write(folder, "the present")
    return folder


def _write(folder: Path, words: str) -> None:
    with Store(folder / "journal.db") as store:
        store.set_answer("place", words)
    for name in ("scripts/mine.md", "voices/anna/voice.json"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(words)


def _words(folder: Path) -> set[str]:
    """What stands in the journal and the other files: one of the two, or a mixture."""
    with Store(folder / "journal.db") as store:
        found = set(store.answers().values())
    return found | {(folder / name).read_text() for name in ("scripts/mine.md", "voices/anna/voice.json")}


def _ended_after(renames: int, data: Path) -> None:
    words = [sys.executable, "-c", ENDED, str(data.parents[1] / "b.zip"), str(data), str(renames)]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    assert subprocess.run(words, env=env).returncode == (9 if renames < RENAMES else 0)


@pytest.mark.parametrize("renames", range(RENAMES + 1))
def test_a_restore_that_is_ended_midway_leaves_the_old_or_the_new_at_the_next_start(
    data: Path, renames: int
) -> None:
    _ended_after(renames, data)
    services().store.close()
    assert _words(data) == {"the backup" if renames > 3 else "the present"}
    assert list(data.glob(f"{WORK}*")) == []


@pytest.mark.parametrize("renames", [4, RENAMES])
def test_clips_that_speak_the_answers_of_before_are_gone_however_a_restore_ends(
    data: Path, renames: int
) -> None:
    (data / "private-clips").mkdir()
    _ended_after(renames, data)
    services().store.close()
    assert not (data / "private-clips").exists()


@pytest.mark.parametrize("renames", [1, 5])
def test_the_marks_are_read_where_the_journal_waits_to_be_put_back(data: Path, renames: int) -> None:
    _ended_after(renames, data)
    assert favourites() == frozenset()
    assert (data / "journal.db").exists()


@pytest.mark.parametrize("renames", [3, 4])
def test_what_was_made_in_between_is_kept_as_a_safety_copy(data: Path, made: Made, renames: int) -> None:
    _ended_after(renames, data)
    with Store(data / "journal.db") as store:
        store.add(made(note="in between"))
    (data / "scripts").mkdir()
    (data / "scripts" / "mine.md").write_text("in between")
    open_journal(data / "journal.db", NOW).close()
    assert _words(data) == {"the backup" if renames > 3 else "the present"}
    _of_the_restore, between = sorted(
        (data / "before-restore").glob("*.zip"), key=lambda each: len(each.name)
    )
    with zipfile.ZipFile(between) as archive:
        assert archive.read("scripts/mine.md") == b"in between"
        assert b"in between" in archive.read("journal.db")


def test_an_exchange_that_the_system_refuses_is_undone(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if target == data / "scripts" and path.parent.name == "new":
            raise PermissionError(13, "Permission denied", str(target))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(FileError, match="Permission denied"):
        restore(data.parents[1] / "b.zip", data, NOW)
    assert _words(data) == {"the present"}
    assert list(data.glob(f"{WORK}*")) == []


def test_no_window_opens_the_journal_while_it_is_replaced(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(half_done, "_WAIT", 0.0)
    check, refused = backup._check_journal, []

    def meanwhile(journal: Path, path: Path) -> None:
        check(journal, path)
        for open_again in (services, favourites):
            with pytest.raises(JournalError, match="being put back in another window") as told:
                open_again()
            refused.append(told.value)

    monkeypatch.setattr(backup, "_check_journal", meanwhile)
    restore(data.parents[1] / "b.zip", data, NOW)
    assert len(refused) == 2
    assert _words(data) == {"the backup"}


def test_a_window_that_looked_before_a_restore_began_closes_the_journal_again(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[list[Path]] = []

    def before(folder: Path) -> list[Path]:
        looked.append([] if not looked else announced(folder))
        return looked[-1]

    with restoring(data, lambda _folder: None):
        monkeypatch.setattr("relaxapp.journal.opening.announced", before)
        with pytest.raises(JournalError, match="being put back"):
            open_journal(data / "journal.db", NOW)
    assert len(looked) == 2
    restore(data.parents[1] / "b.zip", data, NOW)


def test_what_a_window_wrote_that_opened_the_journal_meanwhile_is_not_lost(
    data: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, opened, entry = backup._check_journal, [], made()

    def meanwhile(journal: Path, path: Path) -> None:
        check(journal, path)
        opened.append(Store(data / "journal.db"))

    monkeypatch.setattr(backup, "_check_journal", meanwhile)
    with pytest.raises(JournalError, match="open in another window; nothing was changed"):
        restore(data.parents[1] / "b.zip", data, NOW)
    with opened[0] as window:
        window.add(entry)
    with Store(data / "journal.db") as store:
        assert store.holds(entry.id)
    assert list((data / "before-restore").iterdir()) == []


def test_two_restores_keep_out_of_each_others_way(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(half_done, "_WAIT", 0.0)
    with restoring(data, lambda _folder: None) as work:
        with pytest.raises(JournalError, match="being put back in another window"):
            restore(data.parents[1] / "b.zip", data, NOW)
        forget_in_copies(data, lambda store: store.forget())
        assert announced(data) == [work], "forgetting leaves it alone, too"
    assert _words(data) == {"the present"}


def test_a_restore_is_refused_where_another_was_announced_since_it_looked(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with restoring(data, lambda _folder: None) as work:
        monkeypatch.setattr(half_done, "settle", lambda *_given: None)
        with pytest.raises(JournalError, match="being put back in another window"):
            restore(data.parents[1] / "b.zip", data, NOW)
        assert announced(data) == [work]
    assert _words(data) == {"the present"}
    assert list(data.glob(f"{WORK}*")) == []


def test_a_restore_that_can_not_be_announced_is_no_hindrance_afterwards(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _wait: float) -> None:
        path.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(half_done, "hold", full)
        with pytest.raises(
            JournalError, match=r"no space left on the disk, so the journal .*journal\.db could"
        ):
            restore(data.parents[1] / "b.zip", data, NOW)
    assert list(data.glob(f"{WORK}*")) == []
    services().store.close()


@pytest.mark.parametrize("trouble", [sqlite3.OperationalError("disk I/O error"), FileNotFoundError()])
def test_whoever_waits_until_a_restore_is_over_goes_on(
    data: Path, monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    with restoring(data, lambda _folder: None):
        found = announced(data)

    def gone(_path: Path, _wait: float) -> None:
        raise trouble

    monkeypatch.setattr(half_done, "announced", lambda _folder: found)
    monkeypatch.setattr(half_done, "hold", gone)
    half_done.settle(data, lambda _folder: None)


def test_a_lock_of_a_restore_that_can_not_be_had_is_told(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_path: Path, _wait: float) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    with restoring(data, lambda _folder: None), monkeypatch.context() as patch:
        patch.setattr(half_done, "hold", refused)
        with pytest.raises(JournalError, match=r"journal\.db could not be read or written: disk I/O error"):
            services()


@pytest.mark.parametrize("taken", range(4))
def test_a_restore_that_is_ended_while_it_cleans_up_is_over(
    data: Path, monkeypatch: pytest.MonkeyPatch, taken: int
) -> None:
    left = taken

    def ended(path: Path, *, ignore_errors: bool) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise SystemExit
        shutil.rmtree(path, ignore_errors=ignore_errors)

    with monkeypatch.context() as patch:
        patch.setattr(half_done, "shutil", SimpleNamespace(rmtree=ended))
        with pytest.raises(SystemExit):
            restore(data.parents[1] / "b.zip", data, NOW)
    assert len(announced(data)) == 1
    services().store.close()
    assert _words(data) == {"the backup"}
    assert announced(data) == []
