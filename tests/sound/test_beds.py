"""Beds: long enough, small enough, no seam, and kept whole in the cache."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from relaxapp import locations
from relaxapp.errors import NotFoundError
from relaxapp.sound.bed_names import BED_NAMES, bed_label
from relaxapp.sound.beds import NONE, OVERLAP, Bed, beds, looped
from relaxapp.timing.frames import RATE, frames
from relaxapp.words.person import Person
from relaxapp.words.promises import beds_allowed
from tests.words.english import english

AUDIO = locations.shipped_audio()
BEDS = [name for name in BED_NAMES if name != NONE]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("beds")


def test_every_bed_offered_is_there_with_words_and_all_are_small() -> None:
    assert set(BED_NAMES) == set(beds(AUDIO)) == set(english().beds)
    assert all(bed_label(name) != name for name in BED_NAMES if name not in ("waves", "rain"))
    assert sum(path.stat().st_size for path in AUDIO.rglob("*.ogg")) < 25_000_000


@pytest.mark.parametrize("name", BEDS)
def test_it_lasts_a_minute_and_goes_round_without_a_seam(name: str, folder: Path) -> None:
    samples = Bed.open(name, AUDIO, folder).samples.astype(np.float64)
    assert len(samples) >= 60 * RATE
    assert not (samples[:, 0] == samples[:, 1]).all()

    steps = np.abs(np.diff(samples, axis=0)).max(axis=1)
    joint = np.abs(samples[0] - samples[-1]).max()
    assert joint <= steps.max()

    window = frames(0.5)
    around = np.concatenate([samples[-window:], samples[:window]])
    pieces = samples[: len(samples) // (2 * window) * 2 * window].reshape(-1, 2 * window, 2)
    usual_change = np.abs([change(piece) for piece in pieces]).max(axis=0)
    assert (np.abs(change(around)) <= usual_change + 1).all()
    usual = np.array([spectrum(piece) for piece in pieces])
    assert (spectrum(around) <= usual.max(axis=0) + 1).all()
    assert (spectrum(around) >= usual.min(axis=0) - 1).all()


Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
BANDS = (40, 120, 360, 1_000, 3_000, 9_000, 20_000)
"""Hz between which levels are compared."""


def spectrum(piece: Array) -> Array:
    """The level in each band, in dB."""
    power = np.abs(np.fft.rfft(piece[:, 0] * np.hanning(len(piece)))) ** 2
    edges = np.searchsorted(np.fft.rfftfreq(len(piece), 1 / RATE), BANDS)
    return np.array([10 * np.log10(power[low:high].mean() + 1) for low, high in pairwise(edges)])


def change(piece: Array) -> Array:
    """How much its second half differs from its first, in each band, in dB."""
    middle = len(piece) // 2
    return spectrum(piece[middle:]) - spectrum(piece[:middle])


def test_the_overlap_is_faded_into_the_beginning() -> None:
    ramp = np.repeat(np.arange(3 * OVERLAP, dtype=np.int16) % 1000, 2).reshape(-1, 2)
    made = looped(ramp)
    assert len(made) == 2 * OVERLAP
    assert abs(int(made[0, 0]) - int(ramp[2 * OVERLAP, 0])) <= 1


def test_a_bed_is_decoded_once_and_a_damaged_copy_is_made_anew(tmp_path: Path) -> None:
    first = Bed.open("rain", AUDIO, tmp_path).samples[:1000].copy()
    [kept] = tmp_path.iterdir()
    damaged = bytearray(kept.read_bytes())
    damaged[500] ^= 255
    kept.write_bytes(damaged)
    assert (Bed.open("rain", AUDIO, tmp_path).samples[:1000] == first).all()
    assert (Bed.open("rain", AUDIO, Path("/proc/no such folder")).samples[:1000] == first).all()


def test_an_unknown_bed_is_told_with_the_nearest() -> None:
    with pytest.raises(NotFoundError, match=r"wvaes.*waves"):
        Bed.open("wvaes", AUDIO, Path())


@pytest.mark.parametrize(
    ("avoid", "gone"),
    [
        ("water", {"waves", "rain", "stream"}),
        ("fire", {"fireside"}),
        ("storms", {"rain", "wind"}),
        ("sea", {"waves"}),
        ("noise", {"brown-noise", "pink-noise"}),
    ],
)
def test_a_bed_of_what_is_avoided_is_not_offered(avoid: str, gone: set[str]) -> None:
    assert set(beds_allowed(BED_NAMES, Person(avoid=(avoid,)), english())) == set(BED_NAMES) - gone
