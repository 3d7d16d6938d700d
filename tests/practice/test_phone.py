"""Which length a file for the phone has, and where it may lie."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from relaxapp.practice.phone import places, plugged_in, wanted
from tests.words.english import library


@pytest.mark.parametrize(
    ("minutes", "chosen"), [(None, 3), (2, 3), (3, 3), (5, 3), (6, 6), (9.5, 6), (10, 10), (60, 10)]
)
def test_a_file_has_a_length_that_the_practice_offers(minutes: float | None, chosen: int) -> None:
    file = wanted(library().find("remembering-ease"), minutes, Path("/music"), "mp3")
    assert file.minutes == chosen
    assert file.file == Path(f"/music/remembering-ease-{chosen}-min.mp3")


def test_a_stick_that_was_pulled_out_or_is_someone_elses_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing, looking = Path.iterdir, Path.is_dir
    gone, here = tmp_path / "gone", tmp_path / "here"
    here.mkdir()

    def unreadable(folder: Path) -> Iterator[Path]:
        if folder == Path("/media") / Path.home().name:
            raise PermissionError(13, "Permission denied")
        return iter([here, gone]) if folder == Path("/Volumes") else listing(folder)

    def pulled_out(folder: Path) -> bool:
        if folder == gone:
            raise OSError(107, "Transport endpoint is not connected")
        return folder.parts[1] in ("media", "Volumes") or looking(folder)

    monkeypatch.setattr(Path, "iterdir", unreadable)
    monkeypatch.setattr(Path, "is_dir", pulled_out)
    assert places([tmp_path, gone], plugged_in) == (here, tmp_path)
