"""A practice with a real voice: letting go is slower and lower, and the end before sleep softer."""

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view

from relaxapp import locations
from relaxapp.session import Order, Prepared, Studio, lines_of, prepare
from relaxapp.sound.clip import Clip
from relaxapp.sound.hearing import BreathCue, Hearing
from relaxapp.sound.loudness import integrated
from relaxapp.sound.voices import festival
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.espeak import EspeakVoice
from relaxapp.sound.voices.tuned import TunedVoice
from relaxapp.sound.voices.voice import Tuning, Voice
from relaxapp.timing.frames import RATE, frames
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.script import Manner, Say
from tests.real.conftest import needed
from tests.words.english import english, library

pytestmark = pytest.mark.real
LOWEST_HZ, HIGHEST_HZ = 60, 320


@pytest.fixture(scope="module", params=["festival", "espeak-ng"])
def studio(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    engine: Voice = EspeakVoice()
    if request.param == "festival":
        needed("festival", festival.PACKAGES)
        engine = festival.FestivalVoice()
    folder = tmp_path_factory.mktemp("studio")
    cache = ClipCache(folder / "clips", folder / "private", folder / "key")
    clips = Clips(TunedVoice(engine, Tuning(), shift=request.param == "festival"), cache)
    yield Studio(clips, locations.shipped_audio(), folder / "beds", 125)
    clips.close()


def practised(studio: Studio, name: str, bed: str = "none", *, asleep: bool = False) -> Prepared:
    """Ten minutes of it."""
    hearing = Hearing(BreathCue.NONE)
    return prepare(Order(library().find(name), Person(asleep=asleep), 10, bed, hearing), english(), studio)


def loudness(made: Prepared, start: int, end: int) -> float:
    return integrated([made.source.render(start, end - start)])


def pitch(clip: Clip) -> float:
    """The median pitch in Hz of what is voiced, by autocorrelation of 40 ms in every 120."""
    line, length = clip.samples.astype(np.float64), round(0.04 * clip.rate)
    shortest, longest = round(clip.rate / HIGHEST_HZ), round(clip.rate / LOWEST_HZ)
    found = []
    for start in range(0, len(line) - length - longest, 3 * length):
        piece = line[start : start + length]
        if np.sqrt(np.mean(piece**2)) < 0.1 * np.abs(line).max():
            continue
        others = sliding_window_view(line[start + shortest : start + longest + length - 1], length)
        energies = float(piece @ piece) * np.einsum("ij,ij->i", others, others)
        alike = (others @ piece) / np.sqrt(energies + 1)
        if alike.max() > 0.8:
            first = int(np.argmax(alike > 0.95 * alike.max()))
            found.append(clip.rate / (shortest + first))
    return float(np.median(found))


def speed(clips: Clips, says: list[Say]) -> float:
    """Words a minute over all of them."""
    words = sum(len(say.text.split()) for say in says)
    return 60 * words / sum(clips.voiced(say).seconds for say in says)


def test_a_line_of_letting_go_is_slower_and_lower_than_one_of_tensing(studio: Studio) -> None:
    lines = lines_of(personalise(library().find("muscle-relaxation"), Person(), 10, english()))
    tense, release = (
        [say for say in lines if say.manner is manner][:16] for manner in (Manner.TENSE, Manner.RELEASE)
    )
    studio.clips.voice_all([*tense, *release])
    speeds = [speed(studio.clips, says) for says in (tense, release)]
    pitches = [
        float(np.median([pitch(studio.clips.voiced(say)) for say in says[:12]])) for says in (tense, release)
    ]
    print(f"{speeds[0]:.0f} and {speeds[1]:.0f} words a minute, {pitches[0]:.1f} and {pitches[1]:.1f} Hz")
    assert speeds[1] < 0.94 * speeds[0]
    assert pitches[1] < 0.95 * pitches[0]


def test_the_last_minute_before_sleep_gets_quieter(studio: Studio) -> None:
    made = practised(studio, "body-scan", "brown-noise", asleep=True)
    end = made.plan.frames
    minute = end - frames(60)
    usual = np.median(
        [loudness(made, line.start, line.end) for line in made.plan.says() if line.end < minute]
    )
    late = [loudness(made, line.start, line.end) for line in made.plan.says() if line.start > minute]
    print(f"words {usual:.1f}, then", *(f"{level:.1f}" for level in late), "LUFS")
    assert late == sorted(late, reverse=True)
    assert late[-1] < usual - 2
    stems = [made.source.render_stems(end - frames(back), 4 * RATE)[1] for back in (70, 45, 30, 15, 5)]
    beds = [float(np.sqrt(np.mean(stem**2))) for stem in stems]
    print("background", *(f"{20 * np.log10(level / beds[0]):.1f}" for level in beds), "dB")
    assert beds == sorted(beds, reverse=True)
    assert beds[-1] < 0.2 * beds[0]


def test_the_end_of_a_practice_for_someone_awake_is_as_loud_as_the_rest(studio: Studio) -> None:
    made = practised(studio, "body-scan")
    heard = [loudness(made, line.start, line.end) for line in made.plan.says()]
    assert heard[-1] == pytest.approx(float(np.median(heard)), abs=1)
