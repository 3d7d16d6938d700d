"""Sound files: whole or not there at all, as long as they should be, with what they say of themselves."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from relaxapp.errors import FileError
from relaxapp.sound.clip import Samples
from relaxapp.sound.files import FORMATS, Tags, check_writable, read, write, write_text
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

    import mutagen

    tags = mutagen.File(path)
    assert tags is not None
    assert TITLE in str(tags.tags) or ending == ".wav"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


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
