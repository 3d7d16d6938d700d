"""Many files at once: all whole, or none of what was not; one bar for all."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from relaxapp.errors import FileError
from relaxapp.rendering_many import STEPS, Wanted, render_many

MAKER = """
import pathlib, sys, time
name, minutes, file = sys.argv[1], sys.argv[3], pathlib.Path(sys.argv[5])
if name == "broken":
    sys.exit("The voice does not work.")
file.write_text("half")
for step in (250, 500, 750):
    print(step, flush=True)
    time.sleep(600 if name == "endless" else 0.02)
file.write_text(f"{name} {minutes}")
"""


def command(folder: Path) -> tuple[str, str]:
    (folder / "maker.py").write_text(MAKER)
    return sys.executable, str(folder / "maker.py")


def files(folder: Path, *names: str) -> list[Wanted]:
    (folder / "out").mkdir()
    return [Wanted(name, 10, folder / "out" / f"{name}.mp3") for name in names]


def test_each_file_is_made_and_what_could_not_be_is_told(tmp_path: Path) -> None:
    told: list[int] = []
    wanted = files(tmp_path, "one", "broken", "two", "three")
    missed = render_many(wanted, told.append, command=command(tmp_path), side_by_side=2)
    assert [(each.wanted.practice, each.why) for each in missed] == [("broken", "The voice does not work.")]
    out = tmp_path / "out"
    assert sorted(path.name for path in out.iterdir()) == ["one.mp3", "three.mp3", "two.mp3"]
    assert (out / "two.mp3").read_text() == "two 10"
    assert told == sorted(told)
    assert told[-1] == 4 * STEPS


def test_where_nothing_can_be_written_it_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        render_many([Wanted("one", 10, tmp_path / "none" / "one.mp3")], print, command=command(tmp_path))


def test_once_it_is_stopped_nobody_is_told_any_more_and_nothing_is_left(tmp_path: Path) -> None:
    stop, told = threading.Event(), list[int]()

    def progress(steps: int) -> None:
        told.append(steps)
        assert not stop.is_set()
        if steps:
            stop.set()

    render_many(files(tmp_path, "endless"), progress, stop=stop, command=command(tmp_path))
    assert told[-1] == 250
    assert not list((tmp_path / "out").iterdir())


@pytest.mark.parametrize("gone", [RuntimeError("The window is closed."), KeyboardInterrupt()])
def test_where_nobody_can_be_told_any_more_it_is_stopped(tmp_path: Path, gone: BaseException) -> None:
    def progress(steps: int) -> None:
        if steps:
            raise gone

    with pytest.raises(type(gone)):
        render_many(files(tmp_path, "endless", "endless"), progress, command=command(tmp_path))
    assert not list((tmp_path / "out").iterdir())


ENDLESS = """
import sys
from pathlib import Path
from relaxapp.rendering_many import Wanted, render_many
out = Path(sys.argv[1])
wanted = [Wanted(name, 10, out / f"{name}.mp3") for name in ("endless", "endless too", "one")]
render_many(wanted, print, command=(sys.executable, sys.argv[2]), side_by_side=2)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals as a terminal sends them")
def test_after_ctrl_c_nothing_half_written_is_left(tmp_path: Path) -> None:
    files(tmp_path)
    maker = command(tmp_path)[1].replace("maker.py", "maker.py")
    text = MAKER.replace('name == "endless"', 'name.startswith("endless")')
    Path(maker).write_text(text)
    program = subprocess.Popen(
        [sys.executable, "-c", ENDLESS, str(tmp_path / "out"), maker],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    until = time.monotonic() + 30
    while len(list((tmp_path / "out").glob(".relaxapp-*/*"))) < 2:
        assert time.monotonic() < until
        time.sleep(0.02)
    os.killpg(program.pid, signal.SIGINT)
    program.wait(30)
    assert not list((tmp_path / "out").iterdir())
