"""Voices heard side by side: each opened once, however often it is tuned, and closed at the end."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from relaxapp.errors import VoiceError
from relaxapp.journal.settings import Settings
from relaxapp.practice.audition import Audition
from relaxapp.session import Studio
from relaxapp.sound.clip import Clip
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.silent import SilentVoice
from relaxapp.sound.voices.usual import VoiceChoice
from relaxapp.sound.voices.voice import Tuning
from relaxapp.timing.frames import RATE
from relaxapp.words.script import Say


class Engine:
    """A hum as long as its tuning is slow; it tells what happens to it."""

    def __init__(self, name: str, told: list[str], tuning: Tuning | None = None) -> None:
        self.name = name
        self.told = told
        self.tuning = tuning or Tuning()

    @property
    def key(self) -> str:
        return f"{self.name} {self.tuning}"

    def at(self, tuning: Tuning) -> "Engine":
        return Engine(self.name, self.told, tuning)

    def warm(self) -> None:
        self.told.append(f"{self.name} starts")

    def speak(self, _say: Say) -> Clip:
        if self.name == "broken":
            raise VoiceError("It says nothing.")
        self.told.append(f"{self.name} at {self.tuning.words_per_minute}")
        return Clip(np.full(RATE * 60 // self.tuning.words_per_minute, 3_000, np.int16), RATE)

    def close(self) -> None:
        self.told.append(f"{self.name} ends")


Opened = tuple[list[str], Callable[[VoiceChoice], Studio]]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """What happened, and a way to open studios."""
    told: list[str] = []
    cache = ClipCache(tmp_path / "clips", tmp_path / "private", tmp_path / "key")

    def open_studio(choice: VoiceChoice) -> Studio:
        clips = Clips(Engine(choice.name, told), cache, SilentVoice())
        return Studio(clips, tmp_path, tmp_path, 125)

    return told, open_studio


def settings(voice: str, speed: int = 125) -> Settings:
    return replace(Settings(), voice=voice, voice_speed=speed)


def test_a_voice_starts_once_however_it_is_tuned(opened: Opened) -> None:
    told, open_studio = opened
    audition = Audition(["amy", "joe"], open_studio)
    slow, quick = audition.heard(settings("joe", 100), 1), audition.heard(settings("joe", 150), 1)
    audition.heard(settings("joe", 100), 1)
    assert told == ["joe starts", "joe at 100", "joe at 150"]
    assert slow.frames > quick.frames
    audition.close()
    assert told[3:] == ["joe ends"]


def test_both_sentences_go_on_where_the_first_ends(opened: Opened) -> None:
    audition = Audition(["amy"], opened[1])
    one, both = audition.heard(settings("amy"), 1), audition.heard(settings("amy"))
    assert both.frames == 2 * one.frames
    first, whole = one.render_stems(0, one.frames)[0], both.render_stems(0, both.frames)[0]
    assert np.array_equal(whole[: one.frames], first)
    assert whole[0].any() or whole[1].any(), "nothing comes before the first word"


def test_the_best_voice_speaks_for_one_that_is_gone_and_a_lent_one_stays_open(opened: Opened) -> None:
    told, open_studio = opened
    lent = open_studio(VoiceChoice("amy"))
    audition = Audition(["amy", "joe"], open_studio, ("amy", lent))
    audition.heard(settings("no such voice"), 1)
    audition.close()
    assert told == ["amy at 125"]


def test_a_voice_that_fails_is_told_though_another_could_stand_in(opened: Opened) -> None:
    audition = Audition(["broken"], opened[1])
    with pytest.raises(VoiceError, match="It says nothing"):
        audition.heard(settings("broken"))
    audition.close()
