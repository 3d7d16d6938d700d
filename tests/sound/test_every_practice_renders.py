"""Every practice at every length it offers becomes sound that ends when it should; the voice is silent."""

from collections.abc import Iterator

import pytest

from relaxapp import locations
from relaxapp.session import Order, Studio, prepare
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.silent import SilentVoice
from relaxapp.timing.frames import RATE
from relaxapp.words.person import Person
from tests.words.english import english, library


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    folder = tmp_path_factory.mktemp("studio")
    cache = ClipCache(folder / "clips", folder / "private", folder / "key")
    clips = Clips(SilentVoice(), cache)
    yield Studio(clips, locations.shipped_audio(), folder / "beds", 125)
    clips.close()


@pytest.mark.parametrize("name", library().names())
def test_it_renders_at_every_length_and_ends_within_a_second(name: str, studio: Studio) -> None:
    script = library().find(name)
    for minutes in script.lengths:
        prepared = prepare(Order(script, Person(), minutes, "none"), english(), studio)
        frames = prepared.source.frames
        assert abs(frames - minutes * 60 * RATE) <= RATE, minutes
        last = prepared.plan.says()[-1]
        assert last.end < frames, minutes
        assert len(prepared.source.pcm(last.start, frames - last.start)) == frames - last.start, minutes
