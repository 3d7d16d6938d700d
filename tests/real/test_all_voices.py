"""One set of tests that every kind of voice passes, as it is heard in a practice."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from relaxapp.sound.clip import Block, Clip
from relaxapp.sound.loudness import integrated, true_peak
from relaxapp.sound.speech import VOICE_GAIN, VOICE_LUFS, both_ears, ready
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.command import CommandVoice, Program
from relaxapp.sound.voices.espeak import EspeakVoice
from relaxapp.sound.voices.festival import FestivalVoice
from relaxapp.sound.voices.piper import PiperVoice
from relaxapp.sound.voices.programs import KNOWN
from relaxapp.sound.voices.recorded import RecordedVoice
from relaxapp.sound.voices.recording import Recording
from relaxapp.sound.voices.sample import SENTENCES
from relaxapp.sound.voices.system import SystemVoice
from relaxapp.sound.voices.take import taken
from relaxapp.sound.voices.tuned import TunedVoice
from relaxapp.sound.voices.voice import Tuning, Voice
from relaxapp.timing.frames import RATE
from relaxapp.words.script import Manner, Say
from tests.real.conftest import needed
from tests.sound.spoken import spoken
from tests.sound.tiny_piper import tiny_piper

pytestmark = pytest.mark.real

STRANGE = [
    "",
    "…",
    "🐧",
    "a\0b",
    "\0",
    "שלום, נוח",
    "مرحبا, rest",
    "\u202eright to left\u202c",
    "\x1b[31mred",
    "{place} [pause 4] <break/>",
    '"(quit)" \\ (exit) ; $(exit) `exit`',
    "-o /dev/null",
    "a" * 60,
    "۱۲۳",
]
TUNINGS = [Tuning(95), Tuning(155), Tuning(pitch=21), Tuning(pitch=69), Tuning(warm=False, comma_seconds=0)]


def festival(_folder: Path) -> Voice:
    needed("festival", "festival festvox-us-slt-hts")
    return FestivalVoice()


def program(_folder: Path) -> Voice:
    espeak = needed("espeak-ng", "espeak-ng")
    return CommandVoice("a program", Program((espeak, "-f", "{text}", "-w", "{file}")))


def recorded(folder: Path) -> Voice:
    """A voice of which one line is recorded; another speaks the rest."""
    clip = taken(spoken(), RATE).clip
    assert clip is not None
    (folder / "anna").mkdir()
    Recording(folder / "anna").keep(Say("That is all for now."), clip)
    return RecordedVoice(folder / "anna", "Anna", TunedVoice(EspeakVoice(), Tuning(), shift=False))


KINDS: dict[str, Callable[[Path], Voice]] = {
    "recorded": recorded,
    "espeak-ng": lambda _folder: EspeakVoice(),
    "festival": festival,
    "program": program,
    "piper": lambda folder: PiperVoice(tiny_piper(folder), "tiny"),
    "system": lambda _folder: SystemVoice(driver="espeak"),
}
HERE = {each.id: each for each in KNOWN if shutil.which(each.program.words[0])}
"""Programs that are offered where they are installed: tried where they are."""


def voice_of(kind: str, folder: Path) -> Voice:
    """The voice as it is heard; nothing started."""
    if kind in HERE:
        return TunedVoice(CommandVoice(kind, HERE[kind].program), Tuning(), shift=True)
    voice = KINDS[kind](folder)
    if kind == "recorded":
        return voice
    return TunedVoice(voice, Tuning(), shift=kind != "espeak-ng")


@pytest.fixture(scope="module", params=[*KINDS, *HERE])
def clips(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clips]:
    """A voice of one kind, over a cache of its own."""
    folder = tmp_path_factory.mktemp(request.param)
    cache = ClipCache(folder / "clips", folder / "private", folder / "key")
    clips = Clips(voice_of(request.param, folder), cache)
    clips.warm()
    yield clips
    clips.close()


def is_clean(clip: Clip) -> bool:
    """Int16, so finite and within -1..1, at the house rate, and without a click at either end."""
    ends_quietly = bool(np.abs(clip.samples[[0, -1]]).max() <= 1)
    return clip.samples.dtype == np.int16 and clip.rate == RATE and ends_quietly


def as_heard(clips: Clips) -> list[Block]:
    return [both_ears(ready(clips.voiced(Say(sentence)), VOICE_GAIN)) for sentence in SENTENCES]


def test_a_sentence_is_one_clean_clip_and_the_same_ever_after(clips: Clips) -> None:
    say = Say("Let your body settle, just as it is.")
    first = clips.voiced(say)
    assert is_clean(first)
    assert 2 < first.seconds < 8
    assert np.array_equal(first.samples, clips.voiced(say).samples)
    again = Clips(clips.voice, ClipCache(clips.cache.folder, Path("/nowhere"), Path("/nowhere")))
    kept = again.get(say)
    assert kept is not None, "it is on disk, for the next start"
    assert np.array_equal(kept.samples, first.samples)


def test_it_comes_out_at_its_loudness_with_head_room(clips: Clips) -> None:
    lines = as_heard(clips)
    assert integrated(lines) == pytest.approx(VOICE_LUFS, abs=0.5)
    assert max(true_peak([line]) for line in lines) < -3


@pytest.mark.parametrize("tuning", TUNINGS, ids=range(len(TUNINGS)))
def test_however_it_is_tuned_it_is_as_loud(clips: Clips, tuning: Tuning) -> None:
    assert integrated(as_heard(clips.at(tuning))) == pytest.approx(VOICE_LUFS, abs=0.5)


def test_letting_go_is_slower(clips: Clips) -> None:
    plain, release = (clips.voiced(Say(SENTENCES[0], manner)) for manner in (Manner.PLAIN, Manner.RELEASE))
    assert release.seconds > 1.05 * plain.seconds


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_no_text_ends_it(clips: Clips, text: str) -> None:
    assert is_clean(clips.voiced(Say(text, private=True)))
    assert clips.stood_in is None


def test_four_thousand_characters_are_spoken_to_their_end(clips: Clips) -> None:
    quick = clips.at(Tuning(155))
    word = quick.voiced(Say("through"))
    long = quick.voiced(Say("through " * 470 + "ease" * 60, private=True))
    assert quick.stood_in is None
    assert is_clean(long)
    assert long.seconds > 80 * word.seconds
