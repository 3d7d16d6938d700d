"""Every practice ends when it should, at every length, and is mixed whole at its shortest; nobody speaks."""

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
        assert abs(prepared.source.frames - minutes * 60 * RATE) <= RATE, minutes
        assert prepared.plan.says()[-1].end < prepared.source.frames, minutes
        if minutes == script.lengths[0]:
            assert sum(len(block) for block in prepared.source.blocks()) == prepared.source.frames
