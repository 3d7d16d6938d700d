"""A sound of one's own as a bed: any format and length, as loud as the others, no seam; else refused."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from relaxapp import locations
from relaxapp.errors import FileError, NotFoundError
from relaxapp.sound.bed_names import OWN
from relaxapp.sound.beds import BED_LUFS, Bed
from relaxapp.sound.clip import Samples
from relaxapp.sound.loudness import integrated, true_peak
from relaxapp.sound.own_bed import CROSSING, LONGEST, take
from relaxapp.timing.frames import RATE, frames

AUDIO = locations.shipped_audio()


def hum(path: Path, seconds: float, rate: int = 44_100, channels: int = 2, loud: float = 0.05) -> Path:
    """A sound file: two low tones and noise."""
    time = np.arange(round(seconds * rate)) / rate
    noise = np.random.default_rng(3).standard_normal(len(time)) * 0.2
    one = loud * (np.sin(2 * np.pi * 150 * time) + 0.5 * np.sin(2 * np.pi * 217 * time) + noise)
    opus = {"format": "OGG", "subtype": "OPUS"} if path.suffix == ".opus" else {}
    with soundfile.SoundFile(path, "w", rate, channels, **opus) as file:
        for at in range(0, len(one), rate):
            file.write(np.repeat(one[at : at + rate], channels).reshape(-1, channels))
    return path


def taken(source: Path, folder: Path) -> Samples:
    take(source, folder / "kept" / "own.pcm")
    return Bed.open(OWN, AUDIO, folder, folder / "kept" / "own.pcm").samples


@pytest.mark.parametrize(
    ("name", "rate", "channels", "seconds"),
    [
        ("a.wav", 44_100, 2, 20),
        ("b.flac", 48_000, 1, 20),
        ("c.mp3", 22_050, 1, 20),
        ("d.ogg", 48_000, 2, 7.3),
        ("e.opus", 48_000, 2, 20),
        ("f.aiff", 96_000, 4, 20),
    ],
)
def test_any_format_comes_out_as_loud_as_the_others(
    name: str, rate: int, channels: int, seconds: float, tmp_path: Path
) -> None:
    samples = taken(hum(tmp_path / name, seconds, rate, channels), tmp_path)
    crossing = min(CROSSING, frames(seconds) // 4)
    assert len(samples) == pytest.approx(frames(seconds) - crossing, abs=0.2 * RATE)
    assert integrated([samples]) == pytest.approx(BED_LUFS, abs=0.5)
    assert (tmp_path / "kept" / "own.pcm").stat().st_mode & 0o777 == 0o600
    assert [each.name for each in (tmp_path / "kept").iterdir()] == ["own.pcm"]


def test_it_goes_round_without_a_step(tmp_path: Path) -> None:
    samples = taken(hum(tmp_path / "a.wav", 30), tmp_path).astype(np.float64)
    steps = np.abs(np.diff(samples[:, 0]))
    assert abs(samples[0, 0] - samples[-1, 0]) <= 1.2 * steps.max()
    window = RATE // 2
    levels = [np.sqrt(np.mean(samples[at : at + window, 0] ** 2)) for at in range(0, len(samples), window)]
    assert max(levels[:10]) < 1.5 * min(levels[:10])


@pytest.mark.parametrize("seconds", [0.01, 0.3])
def test_even_the_shortest_sound_goes_round(seconds: float, tmp_path: Path) -> None:
    assert len(taken(hum(tmp_path / "short.wav", seconds), tmp_path)) > 0


def test_a_loud_sound_is_not_clipped_and_a_faint_one_is_lifted(tmp_path: Path) -> None:
    for loud in (0.55, 0.001):
        samples = taken(hum(tmp_path / "a.wav", 10, loud=loud), tmp_path)
        assert integrated([samples]) == pytest.approx(BED_LUFS, abs=0.5)
        assert true_peak([samples]) < 0


def test_of_a_long_sound_the_beginning_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert LONGEST == 600 * RATE
    monkeypatch.setattr("relaxapp.sound.own_bed.LONGEST", 12 * RATE)
    assert len(taken(hum(tmp_path / "long.wav", 40), tmp_path)) == 12 * RATE - 12 * RATE // 4


@pytest.mark.parametrize("content", [b"", b"milk and bread", b"RIFF\0\0\0\0WAVE"])
def test_what_is_no_sound_is_refused_and_the_one_before_stays(content: bytes, tmp_path: Path) -> None:
    before = taken(hum(tmp_path / "a.wav", 5), tmp_path).copy()
    (tmp_path / "list.wav").write_bytes(content)
    with pytest.raises(FileError) as told:
        take(tmp_path / "list.wav", tmp_path / "kept" / "own.pcm")
    assert str(told.value).count(".") <= 4
    assert (Bed.open(OWN, AUDIO, tmp_path, tmp_path / "kept" / "own.pcm").samples == before).all()
    assert [each.name for each in (tmp_path / "kept").iterdir()] == ["own.pcm"]


def test_silence_a_folder_and_nothing_at_all_are_refused(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "still.wav", np.zeros((RATE, 2)), RATE)
    for source in (tmp_path / "still.wav", tmp_path, tmp_path / "none.wav"):
        with pytest.raises(FileError):
            take(source, tmp_path / "kept" / "own.pcm")


def test_one_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="not there any more"):
        Bed.open(OWN, AUDIO, tmp_path, tmp_path / "own.pcm")
