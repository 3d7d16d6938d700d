"""Which length a file for the phone has."""

from pathlib import Path

import pytest

from relaxapp.practice.phone import wanted
from tests.words.english import library


@pytest.mark.parametrize(
    ("minutes", "chosen"), [(None, 3), (2, 3), (3, 3), (5, 3), (6, 6), (9.5, 6), (10, 10), (60, 10)]
)
def test_a_file_has_a_length_that_the_practice_offers(minutes: float | None, chosen: int) -> None:
    file = wanted(library().find("remembering-ease"), minutes, Path("/music"), "mp3")
    assert file.minutes == chosen
    assert file.file == Path(f"/music/remembering-ease-{chosen}-min.mp3")
