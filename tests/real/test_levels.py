"""Whole practices as they are heard, with the voices most people hear: calm, even, and never a start."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
import pytest

from relaxapp import locations
from relaxapp.session import Order, Studio, prepare
from relaxapp.sound.building import build
from relaxapp.sound.clip import Block
from relaxapp.sound.loudness import integrated, momentary, true_peak
from relaxapp.sound.mix import Mix
from relaxapp.sound.speech import VOICE_LUFS
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.espeak import EspeakVoice
from relaxapp.sound.voices.festival import FestivalVoice
from relaxapp.sound.voices.tuned import TunedVoice
from relaxapp.sound.voices.voice import Tuning, Voice
from relaxapp.timing.frames import RATE, frames
from relaxapp.timing.plan import Plan
from relaxapp.words.person import Person
from tests.real.conftest import needed
from tests.sound.bed_measures import rising
from tests.words.english import english, library

pytestmark = pytest.mark.real


def festival() -> Voice:
    needed("festival", "festival festvox-us-slt-hts")
    return TunedVoice(FestivalVoice(Tuning()), Tuning(), shift=True)


def espeak() -> Voice:
    return TunedVoice(EspeakVoice(Tuning()), Tuning(), shift=False)


VOICES: dict[str, Callable[[], Voice]] = {"festival": festival, "espeak-ng": espeak}
PRACTICES = (("paced-breathing", "waves"), ("muscle-relaxation", "fireside"), ("a-place-of-your-own", "rain"))
"""A practice of each kind, its shortest length, and what plays under it."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A practice as it is mixed."""

    plan: Plan
    voice: Block
    """What is said, and the tones; shape (frames, 2)."""
    bed: Block
    """What plays under it."""
    whole: Block
    """Both."""
    untold: Block
    """Bed, tones and bells, without a word."""


@pytest.fixture(
    scope="module", params=[f"{voice}, {name}" for voice, (name, _bed) in product(VOICES, PRACTICES)]
)
def heard(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Heard]:
    voice, name = request.param.split(", ")
    folder = tmp_path_factory.mktemp("levels")
    clips = Clips(VOICES[voice](), ClipCache(folder / "clips", folder / "private", folder / "key"))
    script = library().find(name)
    order = Order(script, Person(), script.lengths[0], dict(PRACTICES)[name])
    studio = Studio(clips, locations.shipped_audio(), folder / "beds", 120)
    prepared = prepare(order, english(), studio)
    assert prepared.trouble is None
    spoken, bed = stems(prepared.source)
    silent = build(prepared.plan, lambda _say: None, prepared.source.bed, audio=studio.audio)
    untold = np.add(*stems(silent))
    yield Heard(prepared.plan, spoken, bed, spoken + bed, untold)
    clips.close()


def stems(mix: Mix) -> tuple[Block, Block]:
    return mix.render_stems(0, mix.frames)


def level(block: Block) -> float:
    """Root mean square, in dB."""
    return float(10 * np.log10(np.mean(block.astype(np.float64) ** 2) + 1e-12))


def test_the_voice_lies_at_its_loudness(heard: Heard) -> None:
    assert integrated([heard.voice]) == pytest.approx(VOICE_LUFS, abs=0.5)


def test_nothing_in_it_is_loud(heard: Heard) -> None:
    assert true_peak([heard.whole]) <= -3
    assert max(momentary([heard.whole])) < -14


def test_the_background_lies_far_below_and_makes_room_for_words(heard: Heard) -> None:
    assert integrated([heard.bed]) <= integrated([heard.voice]) - 20
    said = np.zeros(len(heard.bed), bool)
    for line in heard.plan.says():
        said[line.start : line.end] = True
    between = ~said
    between[: frames(4)] = between[-frames(4) :] = False
    assert level(heard.bed[said]) < level(heard.bed[between]) - 1


def test_its_first_second_is_the_quietest(heard: Heard) -> None:
    seconds = [level(heard.whole[at : at + RATE]) for at in range(0, len(heard.whole) - 2 * RATE, RATE)]
    assert seconds[0] == min(seconds)


def test_background_tones_and_bells_never_rise_fast(heard: Heard) -> None:
    assert rising(heard.untold[frames(1) :]) <= 6


def test_it_comes_in_and_goes_out_over_one_to_three_seconds(heard: Heard) -> None:
    for fading in (heard.bed, heard.bed[::-1]):
        quiet, soon, later = (level(fading[frames(at) : frames(at + 0.2)]) for at in (0, 1, 3.2))
        assert quiet < later - 20
        assert quiet + 6 < soon < later + 3
    assert not np.abs(heard.whole[[0, -1]]).max() > 1e-4
