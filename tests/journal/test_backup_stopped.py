"""A backup that is stopped leaves nothing of the person's where it was to be written."""

import os
from pathlib import Path

import pytest

from tests.stopped_halfway import assert_nothing_is_left

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals as a terminal sends them")


@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_nothing_is_left_when_a_backup_is_stopped_halfway(how: str, tmp_path: Path) -> None:
    out, data = tmp_path / "out", tmp_path / "home" / "data"
    out.mkdir()
    data.mkdir(parents=True)
    with (data / "own-bed.pcm").open("wb") as long:
        long.truncate(3 << 30)
    assert_nothing_is_left(how, ["backup", "-o", str(out / "b.zip")], tmp_path / "home", out)
