"""The processor time of the app while a practice plays and the breathing shape moves."""

import os
import pty
import select
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import PYTHON, Figure, environment

SECONDS = 20.0


def while_playing(folder: Path) -> Iterator[Figure]:
    """An 80x24 terminal, two minutes of breathing, without a sound device unless there is one."""
    home = folder / "playing"
    env = environment({"RELAXAPP_HOME": str(home), "TERM": "xterm-256color"})
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(PYTHON, [PYTHON, "-m", "relaxapp.cli"], env)
    import fcntl
    import struct
    import termios

    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    _read_for(terminal, 4)
    for _key in range(2):
        os.write(terminal, b"\r")
        _read_for(terminal, 3)
    _read_for(terminal, 8)
    before = _processor(pid)
    start = time.perf_counter()
    _read_for(terminal, SECONDS)
    used = (_processor(pid) - before) / (time.perf_counter() - start)
    os.write(terminal, b"\x03")
    _read_for(terminal, 1)
    os.close(terminal)
    os.waitpid(pid, 0)
    yield Figure("one core, while the shape moves", f"{used * 100:.1f} %", "12 %")


def _processor(pid: int) -> float:
    """Seconds of processor time the process has used (proc(5), fields 14 and 15)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _read_for(terminal: int, seconds: float) -> None:
    until = time.perf_counter() + seconds
    while (left := until - time.perf_counter()) > 0:
        ready, _write, _error = select.select([terminal], [], [], left)
        if ready:
            try:
                os.read(terminal, 65_536)
            except OSError:  # the program has ended
                return
