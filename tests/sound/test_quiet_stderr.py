"""What libraries print on file descriptor 2 goes into the log; what Python prints stays where it went."""

import os
import pty
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from relaxapp.sound.quiet_stderr import LONGEST

PROGRAM = """
import os, subprocess, sys
from pathlib import Path
from relaxapp.sound.quiet_stderr import quiet_stderr
before = sys.stderr
if before: print("python before", file=sys.stderr)
with quiet_stderr(Path(sys.argv[1])):
    os.write(2, b"library\\n")
    subprocess.run([sys.executable, "-S", "-c", "import os; os.write(2, b'child\\\\n')"], check=True)
    if before:
        print("screen é", file=sys.__stderr__)
        print("python", file=sys.stderr)
        assert sys.stderr.isatty() == sys.__stderr__.isatty() == os.isatty(sys.stderr.fileno())
        assert sys.stderr.fileno() != 2
    if len(sys.argv) > 2: raise RuntimeError("in the middle")
assert sys.stderr is before
if before:
    print("python after", file=sys.stderr)
    os.write(2, b"library after\\n")
"""
SCREEN = "python before\nscreen é\npython\npython after\nlibrary after\n"


def run(log: Path, *more: str, stderr: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, str(log), *more],
        stderr=stderr,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )


def test_libraries_and_children_print_into_the_log(tmp_path: Path) -> None:
    log = tmp_path / "cache" / "relaxapp.log"
    done = run(log)
    assert (done.returncode, done.stderr) == (0, SCREEN)
    assert log.read_text() == "library\nchild\n"
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700
    run(log)
    assert log.read_text() == "library\nchild\n" * 2


def test_it_works_on_a_terminal(tmp_path: Path) -> None:
    terminal, screen = pty.openpty()
    done = run(tmp_path / "log", stderr=screen)
    os.close(screen)
    assert done.returncode == 0
    assert os.read(terminal, 10_000).decode().replace("\r\n", "\n") == SCREEN
    os.close(terminal)
    assert (tmp_path / "log").read_text() == "library\nchild\n"


def test_an_error_in_the_middle_is_seen(tmp_path: Path) -> None:
    done = run(tmp_path / "log", "fail")
    assert done.returncode == 1
    assert done.stderr.endswith("RuntimeError: in the middle\n")


def test_it_works_where_file_descriptor_2_is_closed(tmp_path: Path) -> None:
    log = tmp_path / "log"
    command = 'exec "$0" -c "$1" "$2" 2>&-'
    done = subprocess.run(["sh", "-c", command, sys.executable, PROGRAM, str(log)], check=False)
    assert done.returncode == 0
    assert log.read_text() == "library\nchild\n"


@pytest.mark.parametrize("kind", ["folder in the way", "file in the way"])
def test_a_log_that_cannot_be_written_is_done_without(tmp_path: Path, kind: str) -> None:
    log = tmp_path / "place" / "log"
    if kind == "folder in the way":
        log.mkdir(parents=True)
    else:
        log.parent.touch()
    done = run(log)
    assert (done.returncode, done.stderr) == (0, SCREEN)


def test_a_log_grown_long_is_begun_anew(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_bytes(b"x" * (LONGEST + 1))
    run(log)
    assert log.read_text() == "library\nchild\n"
