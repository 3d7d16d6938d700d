"""One set of tests that every kind of voice passes, as it is heard in a practice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from relaxapp.sound.clip import Clip
from relaxapp.sound.loudness import integrated
from relaxapp.sound.speech import ready
from relaxapp.sound.voices.calibration import SENTENCES, TARGET_LUFS
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.command import CommandVoice, Program
from relaxapp.sound.voices.espeak import EspeakVoice
from relaxapp.sound.voices.festival import FestivalVoice
from relaxapp.sound.voices.piper import PiperVoice
from relaxapp.sound.voices.tuned import TunedVoice
from relaxapp.sound.voices.voice import Tuning, Voice
from relaxapp.words.script import Manner, Say
from tests.real.conftest import needed
from tests.sound.tiny_piper import tiny_piper

pytestmark = pytest.mark.real

STRANGE = ["", "…", "🐧", "a\0b", "שלום, נוח", "\x1b[31mred", "{place} [pause 4] <break/>", "a" * 60, "۱۲۳"]


def festival(_folder: Path) -> Voice:
    needed("festival", "festival festvox-us-slt-hts")
    return FestivalVoice()


def program(_folder: Path) -> Voice:
    espeak = needed("espeak-ng", "espeak-ng")
    return CommandVoice("a program", Program((espeak, "-f", "{text}", "-w", "{file}")))


KINDS: dict[str, Callable[[Path], Voice]] = {
    "espeak-ng": lambda _folder: EspeakVoice(),
    "festival": festival,
    "program": program,
    "piper": lambda folder: PiperVoice(tiny_piper(folder), "tiny"),
}


@pytest.fixture(scope="module", params=KINDS)
def clips(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clips]:
    """A voice of one kind, over a cache of its own."""
    folder = tmp_path_factory.mktemp(request.param)
    voice = TunedVoice(KINDS[request.param](folder), Tuning(), shift=request.param != "espeak-ng")
    clips = Clips(voice, ClipCache(folder / "clips", folder / "private", folder / "key"))
    yield clips
    clips.close()


def is_clean(clip: Clip) -> bool:
    """Int16, at a rate that is told, and without a click at either end."""
    ends_quietly = bool(np.abs(clip.samples[[0, -1]]).max() <= 1)
    return clip.samples.dtype == np.int16 and clip.rate > 0 and ends_quietly


def test_a_sentence_is_one_clean_clip_and_the_same_ever_after(clips: Clips) -> None:
    say = Say("Let your body settle, just as it is.")
    first = clips.voiced(say)
    assert is_clean(first)
    assert 2 < first.seconds < 8
    assert np.array_equal(first.samples, clips.voiced(say).samples)


def test_it_comes_out_at_its_loudness(clips: Clips) -> None:
    spoken = [ready(clips.voiced(Say(sentence)), clips.gain()) for sentence in SENTENCES]
    assert integrated(spoken) == pytest.approx(TARGET_LUFS, abs=0.5)


def test_letting_go_is_slower(clips: Clips) -> None:
    plain, release = (clips.voiced(Say(SENTENCES[0], manner)) for manner in (Manner.PLAIN, Manner.RELEASE))
    assert release.seconds > 1.05 * plain.seconds


@pytest.mark.parametrize("text", STRANGE)
def test_no_text_ends_it(clips: Clips, text: str) -> None:
    assert is_clean(clips.voiced(Say(text, private=True)))


def test_a_very_long_text_is_spoken_to_its_end(clips: Clips) -> None:
    word = clips.voiced(Say("ease"))
    long = clips.voiced(Say(" ".join(["ease"] * 150)))
    assert is_clean(long)
    assert long.seconds > 40 * word.seconds
