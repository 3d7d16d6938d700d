"""What the program keeps for itself is closed to others: every folder it makes, and its notes of errors."""

import os
import stat
from pathlib import Path

import numpy as np
import pytest

from relaxapp import crash, locations
from relaxapp.sound import bed_file

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path / "home"))
    tmp_path.chmod(0o755)
    return tmp_path / "home"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_each_folder_that_is_made_is_private(home: Path) -> None:
    made = locations.private_folder(home / "one" / "two")
    assert [mode(made), mode(made.parent), mode(home), mode(home.parent)] == [0o700, 0o700, 0o700, 0o755]


def test_the_folders_of_beds_are_private() -> None:
    bed_file.write(np.zeros((10, 2), np.int16), locations.bed_cache() / "waves-1.pcm")
    assert mode(locations.bed_cache()) == mode(locations.cache_folder()) == 0o700


def test_where_errors_happened_is_noted_for_the_person_alone() -> None:
    crash.keep(ValueError())
    assert mode(locations.log_file()) == 0o600
    assert mode(locations.cache_folder()) == 0o700
