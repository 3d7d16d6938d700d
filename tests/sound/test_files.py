"""Sound files: whole or not there at all, as long as they should be, with what they say of themselves."""

import json
import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from relaxapp.errors import FileError
from relaxapp.sound.clip import Samples
from relaxapp.sound.files import read, write, write_line, write_text
from relaxapp.sound.formats import FORMATS, check_writable, format_of
from relaxapp.sound.tags import Mark, Tags
from relaxapp.timing.frames import RATE

SECONDS = 3
TITLE = "Ein Ort für dich, 静かな場所 🐧"


def blocks(seconds: int = SECONDS) -> Iterator[Samples]:
    """A low tone, a second at a time."""
    for second in range(seconds):
        wave = 6_000 * np.sin(2 * np.pi * 220 * (np.arange(RATE) / RATE + second))
        yield np.repeat(wave.astype(np.int16), 2).reshape(-1, 2)


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_is_as_long_as_it_should_be_and_says_what_it_is(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"tone{ending}"
    write(path, blocks(), frames=SECONDS * RATE, tags=Tags(title=TITLE, artist="relaxapp"))
    samples, rate = read(path, "int16")
    assert rate == RATE
    assert abs(len(samples) - SECONDS * RATE) <= RATE // 10
    middle = samples[RATE : 2 * RATE, 0].astype(np.float64)
    assert np.sqrt(np.mean(middle**2)) == pytest.approx(6_000 / np.sqrt(2), rel=0.05)

    assert [each.name for each in tmp_path.iterdir()] == [path.name]


CHAPTERS = (Mark(0, 1.25, "Ankommen — 着く"), Mark(1.25, 3, "Wieder da"))
LINES = (Mark(0.5, 1, "Laß dir Zeit."), Mark(1.5, 2.5, "ゆっくり 🐧"))


def shown(path: Path) -> dict[str, Any]:
    """What ffprobe, another program, finds in a file."""
    asked = ["-show_chapters", "-show_format", "-show_streams", "-of", "json"]
    told = subprocess.run(["ffprobe", "-v", "error", *asked, str(path)], check=True, capture_output=True)
    found: dict[str, Any] = json.loads(told.stdout)
    return found


@pytest.mark.parametrize("ending", [".flac", ".ogg", ".opus", ".mp3"])
def test_chapters_and_tags_in_any_letters_are_found_by_another_program(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"tone{ending}"
    write(path, blocks(), frames=SECONDS * RATE, tags=Tags(title=TITLE, artist="relaxapp", chapters=CHAPTERS))
    found = shown(path)
    tags = {**found["streams"][0].get("tags", {}), **found["format"].get("tags", {})}
    assert tags.get("title", tags.get("TITLE")) == TITLE
    assert tags.get("artist", tags.get("ARTIST")) == "relaxapp"
    chapters = [(float(each["start_time"]), each["tags"]["title"]) for each in found["chapters"]]
    assert chapters == [(mark.start, mark.words) for mark in CHAPTERS]


def test_the_words_lie_in_an_mp3_with_their_times(tmp_path: Path) -> None:
    import mutagen

    write(tmp_path / "tone.mp3", blocks(), frames=SECONDS * RATE, tags=Tags(lines=LINES, chapters=CHAPTERS))
    found = mutagen.File(tmp_path / "tone.mp3")
    assert found is not None
    assert found.tags.getall("SYLT")[0].text == [("Laß dir Zeit.", 500), ("ゆっくり 🐧", 1500)]
    assert found.tags.getall("USLT")[0].text == "Laß dir Zeit.\nゆっくり 🐧"
    assert found.tags.getall("CTOC")[0].child_element_ids == ["chapter000", "chapter001"]


@pytest.mark.parametrize("ending", [".flac", ".ogg", ".opus"])
def test_the_words_lie_in_ogg_and_flac_as_lyrics_with_times(ending: str, tmp_path: Path) -> None:
    import mutagen

    write(tmp_path / f"tone{ending}", blocks(), frames=SECONDS * RATE, tags=Tags(lines=LINES))
    found = mutagen.File(tmp_path / f"tone{ending}")
    assert found is not None
    assert found["LYRICS"] == ["[00:00.50]Laß dir Zeit.\n[00:01.50]ゆっくり 🐧"]


@pytest.mark.parametrize("ending", [".wav", ".flac"])
def test_formats_without_loss_keep_every_sample(ending: str, tmp_path: Path) -> None:
    write(tmp_path / f"tone{ending}", blocks(), frames=SECONDS * RATE)
    samples, _rate = read(tmp_path / f"tone{ending}", "int16")
    assert (samples == np.concatenate(list(blocks()))).all()


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("stop", [KeyboardInterrupt, RuntimeError])
def test_nothing_is_left_of_a_file_that_was_not_finished(
    ending: str, stop: type[BaseException], tmp_path: Path
) -> None:
    def broken() -> Iterator[Samples]:
        yield from blocks(2)
        raise stop

    kept = tmp_path / f"kept{ending}"
    kept.write_bytes(b"what was there before")
    with pytest.raises(stop):
        write(kept, broken(), frames=SECONDS * RATE)
    assert kept.read_bytes() == b"what was there before"
    assert [each.name for each in tmp_path.iterdir()] == [kept.name]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("tone.aac", "does not end in a sound format"),
        ("tone", "does not end in a sound format"),
        ("missing/tone.wav", "There is no folder"),
        ("folder.wav", "is not a file"),
    ],
)
def test_what_can_not_be_written_is_told_before_any_work(name: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "folder.wav").mkdir()
    with pytest.raises(FileError, match=told) as raised:
        check_writable(tmp_path / name, RATE)
    assert raised.value.hint


def test_a_full_disk_is_told_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1000))
    with pytest.raises(FileError, match="too little room"):
        write(tmp_path / "tone.wav", blocks(), frames=SECONDS * RATE)
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_no_sound_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.wav").write_text("milk, bread")
    with pytest.raises(FileError):
        read(tmp_path / "notes.wav", "int16")


def test_text_is_written_whole(tmp_path: Path) -> None:
    write_text(tmp_path / "words.vtt", "WEBVTT\n")
    assert (tmp_path / "words.vtt").read_text() == "WEBVTT\n"
    with pytest.raises(FileError):
        write_text(tmp_path / "missing" / "words.vtt", "WEBVTT\n")


@pytest.mark.parametrize("ending", FORMATS)
def test_what_keeps_a_file_from_being_written_is_told(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relaxapp.sound.files.check_writable", lambda path, _frames: format_of(path))
    with pytest.raises(FileError, match="No such file or directory"):
        write(tmp_path / "gone meanwhile" / f"tone{ending}", blocks(), frames=SECONDS * RATE)


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
@pytest.mark.parametrize(("private", "mode"), [(True, 0o600), (False, 0o644)])
def test_what_speaks_answers_is_for_one_person_alone(private: bool, mode: int, tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        for ending in FORMATS:
            write(tmp_path / f"a{ending}", blocks(1), frames=RATE, private=private)
        write_text(tmp_path / "a.vtt", "WEBVTT", private=private)
    finally:
        os.umask(mask)
    assert {stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()} == {mode}


def test_a_recorded_line_in_a_folder_that_went_away_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="No such file or directory"):
        write_line(tmp_path / "gone" / "line.flac", next(blocks())[:, 0])
