"""What the system refuses, with nobody having looked for it beforehand, is told: which file, and why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from relaxapp.errors import FileError
from relaxapp.sound.formats import check_writable
from relaxapp.writing import free, write_whole
from tests.test_sharing_commands import Desk, desk  # noqa: F401  a fixture

LONG = "x" * 300


@pytest.mark.parametrize(
    "words",
    [
        ("backup", "-o", f"{LONG}.zip"),
        ("share", "settling", "-o", f"{LONG}.md"),
        ("group", LONG, "-o", "sheet.html"),
        ("voices", "add", f"{LONG}.onnx"),
        ("render", "settling", "-o", f"{LONG}.wav"),
        ("render", "--all", "-o", LONG),
    ],
    ids=" ".join,
)
def test_a_name_that_is_too_long_is_told(words: tuple[str, ...], desk: Desk) -> None:  # noqa: F811
    status, told = desk.type(*words)
    assert status == 1
    assert LONG in told
    assert "File name too long" in told
    assert "did not foresee" not in told
    assert not (desk.home / "cache" / "relaxapp.log").exists()


def test_a_home_nobody_can_make_is_told(desk: Desk, tmp_path: Path) -> None:  # noqa: F811
    desk.home = tmp_path / LONG
    status, told = desk.type("log")
    assert status == 1
    assert told.startswith(f"{desk.home}/data")
    assert told.endswith(
        " can't be used (File name too long). Check its name, that you may use it and its folder, and that "
        "there is room; then try again.\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_where_the_output_goes_to_a_full_disk_that_is_told(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "relaxapp.cli", "list", "--long"],
            env={**os.environ, "RELAXAPP_HOME": str(tmp_path)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == (
        "Something could not be read or written (No space left on device). Check that there is room, also "
        "where the output goes; then try again.\n"
    )


def test_what_is_written_tells_of_it_where_a_screen_asks_too(tmp_path: Path) -> None:
    file = tmp_path / f"{LONG}.wav"
    for write in (lambda: free(file), lambda: write_whole(file, ["a"]), lambda: check_writable(file, 1)):
        with pytest.raises(FileError, match="File name too long"):
            write()
