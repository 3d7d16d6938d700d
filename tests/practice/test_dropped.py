"""What a terminal types for a dropped file, read as the path it means."""

from pathlib import Path

import pytest

from relaxapp.practice.dropped import path_in


@pytest.mark.parametrize(
    "words",
    [
        "/home/a/My garden (1).mp3",
        " /home/a/My garden (1).mp3 ",
        "'/home/a/My garden (1).mp3'",
        '"/home/a/My garden (1).mp3"',
        r"/home/a/My\ garden\ \(1\).mp3",
        "file:///home/a/My%20garden%20(1).mp3",
    ],
)
def test_a_dropped_path(words: str) -> None:
    assert path_in(words) == Path("/home/a/My garden (1).mp3")


def test_the_persons_own_folder() -> None:
    assert path_in("~/rain.ogg") == Path.home() / "rain.ogg"


@pytest.mark.parametrize("words", ["~nobody-of-that-name/rain.ogg", "'~nobody-of-that-name/rain.ogg'"])
def test_the_folder_of_someone_who_is_not_there_stays_as_it_was_typed(words: str) -> None:
    assert path_in(words) == Path("~nobody-of-that-name/rain.ogg")
