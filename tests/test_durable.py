"""What takes the place of something older is on the disk before, so that no power cut leaves neither."""

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
import soundfile

from relaxapp.journal.backup import back_up, restore
from relaxapp.journal.store import Store
from relaxapp.library.own import OwnScripts
from relaxapp.sound.files import write_line
from relaxapp.sound.own_bed import take
from relaxapp.writing import free, write_whole

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def on_disk(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """The inodes of what was brought to the disk."""
    found: set[int] = set()
    fsync = os.fsync

    def noted(handle: int) -> None:
        fsync(handle)
        found.add(os.fstat(handle).st_ino)

    monkeypatch.setattr(os, "fsync", noted)
    return found


def _script(folder: Path) -> None:
    OwnScripts(folder).keep("mine", "words")


def _new_script(folder: Path) -> None:
    OwnScripts(folder).add("words", "mine")


def _backup(folder: Path) -> None:
    back_up(folder, folder / "b.zip", NOW)


def _recorded_line(folder: Path) -> None:
    write_line(folder / "line.flac", np.ones(480, np.int16))


def _own_bed(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as elsewhere:
        sound = Path(elsewhere) / "sea.wav"
        soundfile.write(sound, np.full((48_000, 2), 0.1), 48_000)
        take(sound, folder / "own.bed")


def _page(folder: Path) -> None:
    write_whole(folder / "a.csv", ["words"])


@pytest.mark.parametrize("write", [_script, _new_script, _backup, _recorded_line, _own_bed, _page])
def test_a_file_is_on_the_disk_before_it_has_its_name(
    write: Callable[[Path], object], tmp_path: Path, on_disk: set[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    named: list[bool] = []
    rename, link = Path.replace, os.link

    def replaced(part: Path, path: Path) -> Path:
        named.append(part.stat().st_ino in on_disk)
        return rename(part, path)

    def linked(part: Path, path: Path) -> None:
        named.append(part.stat().st_ino in on_disk)
        link(part, path)

    monkeypatch.setattr(Path, "replace", replaced)
    monkeypatch.setattr(os, "link", linked)
    write(tmp_path)
    assert named == [True]
    assert os.name != "posix" or tmp_path.stat().st_ino in on_disk, "its name, too"


def test_what_was_unpacked_is_on_the_disk_before_it_takes_the_place_of_the_old(
    tmp_path: Path, on_disk: set[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    Store(data / "journal.db").close()
    (data / "scripts").mkdir()
    (data / "scripts" / "mine.md").write_text("words")
    back_up(data, tmp_path / "b.zip", NOW)
    on_disk.clear()
    seen: list[str] = []
    rename = Path.rename

    def renamed(path: Path, target: Path) -> Path:
        if target.parent == data:
            files = [each for each in (path, *path.rglob("*")) if each.is_file()]
            assert all(each.stat().st_ino in on_disk for each in files)
            seen.append(path.name)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", renamed)
    kept = restore(tmp_path / "b.zip", data, NOW)
    assert seen == ["journal.db", "scripts"]
    assert kept is not None
    assert kept.stat().st_ino in on_disk
    assert os.name != "posix" or data.stat().st_ino in on_disk, "before the old is deleted"


def test_a_name_that_is_taken_by_a_file_or_a_link_is_left_to_it(tmp_path: Path) -> None:
    page = tmp_path / "page.pdf"
    assert free(page) == page
    page.touch()
    (tmp_path / "page-2.pdf").symlink_to(tmp_path / "nowhere")
    assert free(page) == tmp_path / "page-3.pdf"
