"""How words are said, as the library reads it: a file that can't be read keeps nothing else from opening."""

from pathlib import Path

import pytest

from relaxapp import locations
from relaxapp.library.checking import check_pronunciation
from relaxapp.library.files import LARGEST
from relaxapp.library.library import PRONUNCIATION, Library


@pytest.mark.parametrize(
    "held", ["Café: kaffay\n".encode("latin-1"), b"#" * (LARGEST + 1)], ids=["not UTF-8", "far too large"]
)
def test_what_cannot_be_read_is_passed_over_and_check_tells_of_it(tmp_path: Path, held: bytes) -> None:
    file = tmp_path / PRONUNCIATION
    shipped = Library(locations.shipped_scripts(), tmp_path).pronunciation()
    file.write_bytes(held)
    assert Library(locations.shipped_scripts(), tmp_path).pronunciation().said == shipped.said
    assert check_pronunciation(file)


def test_ones_own_words_win_over_the_shipped_ones(tmp_path: Path) -> None:
    shipped = Library(locations.shipped_scripts(), tmp_path).pronunciation().said
    word = next(iter(shipped))
    (tmp_path / PRONUNCIATION).write_text(f"{word}: quite another sound\n", encoding="utf-8")
    said = Library(locations.shipped_scripts(), tmp_path).pronunciation().said
    assert said == {**shipped, word: "quite another sound"}
