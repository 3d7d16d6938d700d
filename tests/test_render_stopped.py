"""A render that is stopped leaves nothing half-written, however it is stopped."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals as a terminal sends them")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the lines are voiced once for all."""
    return tmp_path_factory.mktemp("home")


@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_nothing_is_left_when_a_file_is_stopped_halfway(how: str, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    command = [sys.executable, "-m", "relaxapp.cli", "render", "paced-breathing", "--minutes", "20"]
    program = subprocess.Popen(
        [*command, "-o", str(out / "long.opus")],
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
