"""A backup that is stopped leaves nothing of the person's where it was to be written."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals as a terminal sends them")


@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_nothing_is_left_when_a_backup_is_stopped_halfway(how: str, tmp_path: Path) -> None:
    out, data = tmp_path / "out", tmp_path / "home" / "data"
    out.mkdir()
    data.mkdir(parents=True)
    with (data / "own-bed.pcm").open("wb") as long:
        long.truncate(3 << 30)
    program = subprocess.Popen(
        [sys.executable, "-m", "relaxapp.cli", "backup", "-o", str(out / "b.zip")],
        env={**os.environ, "RELAXAPP_HOME": str(tmp_path / "home")},
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
