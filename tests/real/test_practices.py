"""Ten practices with a real voice: they last as long as asked for, every line is heard, nothing else is."""

from collections.abc import Iterator

import numpy as np
import pytest

from relaxapp import locations
from relaxapp.session import Order, Studio, prepare
from relaxapp.sound.clip import Block
from relaxapp.sound.hearing import BreathCue, Hearing
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.espeak import EspeakVoice
from relaxapp.sound.voices.voice import Tuning
from relaxapp.timing.frames import RATE
from relaxapp.timing.plan import CueKind
from relaxapp.words.person import Person
from tests.words.english import english, library

pytestmark = pytest.mark.real

PRACTICES = (
    "paced-breathing",
    "muscle-relaxation",
    "sixteen-groups",
    "four-groups",
    "a-word-for-letting-go",
    "remember-and-count",
    "half-a-minute",
    "breath-muscles-place",
    "easing-pain",
    "settling",
)
HEARD = 0.02
"""The least peak of a line that is heard; full scale is 1."""


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    folder = tmp_path_factory.mktemp("studio")
    cache = ClipCache(folder / "clips", folder / "private", folder / "key")
    clips = Clips(EspeakVoice(Tuning(125)), cache)
    yield Studio(clips, locations.shipped_audio(), folder / "beds", 125)
    clips.close()


def peak(block: Block) -> float:
    return float(np.abs(block).max(initial=0))


@pytest.mark.parametrize("name", PRACTICES)
def test_every_line_is_heard_and_it_ends_within_a_second(name: str, studio: Studio) -> None:
    script = library().find(name)
    minutes = script.lengths[0]
    order = Order(script, Person(), minutes, "none", Hearing(BreathCue.NONE))
    prepared = prepare(order, english(), studio)
    mix, plan = prepared.source, prepared.plan
    assert prepared.trouble is None
    assert abs(mix.frames - minutes * 60 * RATE) <= RATE
    for line in plan.says():
        assert HEARD < peak(mix.render(line.start, line.end - line.start)) < 1, line.text
    for cue in plan.cues:
        if cue.kind is CueKind.SILENCE:
            assert peak(mix.render(cue.start, cue.end - cue.start)) < HEARD / 10
