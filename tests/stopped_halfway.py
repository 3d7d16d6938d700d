"""A command that is stopped while it writes, as the end of a terminal or Ctrl-C stops it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path


def assert_nothing_is_left(how: str, command: list[str], home: Path, out: Path) -> None:
    """Start the command, and send it the signal `how` once something lies in `out`, which then goes."""
    program = subprocess.Popen(
        [sys.executable, "-m", "relaxapp.cli", *command],
        env={**os.environ, "RELAXAPP_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 60
    while not any(out.iterdir()):
        assert program.poll() is None
        assert time.monotonic() < until
        time.sleep(0.02)
    program.send_signal(getattr(signal, how))
    assert program.wait(30) == 130
    assert not list(out.iterdir())
