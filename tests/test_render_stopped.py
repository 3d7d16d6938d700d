"""A render that is stopped leaves nothing half-written, however it is stopped."""

import os
from pathlib import Path

import pytest

from tests.stopped_halfway import assert_nothing_is_left

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals as a terminal sends them")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the lines are voiced once for all."""
    return tmp_path_factory.mktemp("home")


@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_nothing_is_left_when_a_file_is_stopped_halfway(how: str, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    command = ["render", "paced-breathing", "--minutes", "20", "-o", str(out / "long.opus")]
    assert_nothing_is_left(how, command, home, out)
