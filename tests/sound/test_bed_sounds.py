"""Each background sounds like what it is called, never startles, and never sounds made by a machine."""

from functools import cache

import numpy as np
import pytest

from audio import make
from relaxapp import locations
from relaxapp.sound.bed_names import BED_NAMES
from relaxapp.sound.beds import NONE, Bed, decode
from tests.sound.bed_measures import Array, Measured

BEDS = [name for name in BED_NAMES if name != NONE]


@cache
def measured(name: str) -> Measured:
    return Measured(Bed(name, decode(locations.shipped_audio() / "beds" / f"{name}.ogg")))


@pytest.mark.parametrize("name", BEDS)
def test_it_never_rises_fast(name: str) -> None:
    assert measured(name).rise() <= 6


@pytest.mark.parametrize(
    ("name", "most"), [("waves", 0.5), ("rain", 0.5), *((each, 0.45) for each in BEDS[2:])]
)
def test_its_swelling_follows_no_clock(name: str, most: float) -> None:
    assert measured(name).returns() < most


@pytest.mark.parametrize("name", BEDS)
def test_no_part_of_it_comes_again(name: str) -> None:
    assert measured(name).repeats() < 0.01


@pytest.mark.parametrize("name", BEDS)
def test_no_note_whistles_or_hums_in_it(name: str) -> None:
    assert measured(name).line() < 2


@pytest.mark.parametrize("name", BEDS)
@pytest.mark.parametrize("band", [(150, 500), (500, 2_000), (2_000, 8_000)])
def test_it_is_wide_and_nothing_is_lost_on_one_loudspeaker(name: str, band: tuple[float, float]) -> None:
    assert 0.1 < measured(name).alike(*band) < 0.7


@pytest.mark.parametrize("name", BEDS)
def test_small_loudspeakers_have_something_to_play_and_nothing_hisses(name: str) -> None:
    """Those of a laptop begin at some 300 Hz; and no octave above 4 kHz outdoes those below."""
    heard = measured(name)
    whole, above = (heard.loudness(1, 1, low).mean() for low in (0, 300))
    assert above > whole - 8
    assert heard.band(4_000, 8_000) < heard.band(1_000, 2_000)


@pytest.mark.parametrize(("name", "slope"), [("brown-noise", -6.02), ("pink-noise", -3.01)])
def test_noise_falls_straight_from_50_hertz_to_10_kilohertz(name: str, slope: float) -> None:
    thirds = measured(name).thirds(50, 10_000)
    away = [level - slope * np.log2(pitch) for pitch, level in thirds.items()]
    assert max(away) - min(away) < 2, "within 1 dB of one line"
    assert measured(name).loudness(1, 0.1).std() < 0.5


def test_each_wave_is_different() -> None:
    waves = measured("waves")
    apart, strengths = waves.apart(), [level for _when, level in waves.swellings()]
    assert apart.min() >= 6
    assert apart.max() <= 12
    assert apart.std() > 1
    assert np.std(strengths) > 1.5


def test_a_wave_is_heard_low_as_it_comes_and_high_as_it_runs_out() -> None:
    waves = measured("waves")
    low, high = waves.loudness(0.5, 0.1, 80, 300), waves.loudness(0.5, 0.1, 2_000, 8_000)
    tilt = high - low
    for when, _level in waves.swellings():
        at = round(when * 10)
        before, after = tilt[at - 15], tilt[(at + 25) % len(tilt)]
        assert after > before + 2, when


def test_a_wave_breaks_sooner_than_it_runs_out() -> None:
    waves = measured("waves")
    levels = waves.loudness(0.5, 0.1, 500, 4_000)
    steps = np.diff(levels)
    assert (steps > 0).sum() < 0.45 * len(steps)


def test_rain_has_drops_in_its_rushing() -> None:
    assert standing_out("rain") > standing_out("pink-noise") + 3
    assert measured("rain").loudness(1, 0.5).std() < 1.5


def standing_out(name: str) -> float:
    """How far the loudest thousandth of 5 ms stands out between 2 and 6 kHz, in dB."""
    levels = measured(name).loudness(0.005, 0.005, 2_000, 6_000)
    return float(np.percentile(levels, 99.9) - np.median(levels))


def test_a_stream_babbles_in_every_octave_by_itself() -> None:
    octaves = [measured("stream").loudness(0.1, 0.1, low, 2 * low) for low in (350, 700, 1_400, 2_800)]
    still = [measured("pink-noise").loudness(0.1, 0.1, low, 2 * low) for low in (350, 700, 1_400, 2_800)]
    likeness: Array = np.corrcoef(octaves) - np.eye(4)
    assert likeness.max() < 0.4
    assert all(one.std() > 1.8 * other.std() for one, other in zip(octaves, still, strict=True))


def test_wind_comes_in_gusts_that_sound_higher_the_stronger_they_blow() -> None:
    wind = measured("wind")
    assert 3 <= np.median(wind.apart()) <= 10
    strength = wind.loudness(0.5, 0.1)
    tilt = wind.loudness(0.5, 0.1, 800, 6_000) - wind.loudness(0.5, 0.1, 100, 400)
    assert np.corrcoef(strength, tilt)[0, 1] > 0.6


def test_a_fire_ticks_now_and_then_over_something_low() -> None:
    fire = measured("fireside")
    ticking = fire.loudness(0.01, 0.01, 1_500, 8_000)
    out = ticking > np.median(ticking) + 8
    ticks = (out & ~np.roll(out, 1)).sum() / (len(out) * 0.01)
    assert 1 < ticks < 8
    assert fire.band(60, 250) > fire.band(500, 1_000) + 8


@pytest.mark.parametrize(("name", "left_out"), [("brown-noise", 0.1), ("pink-noise", 0.3)])
def test_the_programs_make_what_is_shipped(name: str, left_out: float) -> None:
    """`left_out`: what the codec may leave out, as a share of the whole: the brighter, the more."""
    made, shipped = make.bed(name), measured(name).sound
    assert made.shape == shipped.shape
    assert np.sqrt(np.mean((made - shipped) ** 2) / np.mean(made**2)) < left_out
