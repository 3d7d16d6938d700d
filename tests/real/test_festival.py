"""Festival really speaks: at the rate asked for, at its loudness, whatever the text; none is left behind."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from relaxapp.sound.voices import festival
from relaxapp.sound.voices.festival import RATE, FestivalVoice
from relaxapp.sound.voices.sample import SENTENCES
from relaxapp.sound.voices.shaping import SHORT_SILENCE_SECONDS
from relaxapp.sound.voices.voice import Tuning
from relaxapp.words.script import Manner, Say

pytestmark = pytest.mark.real


@pytest.fixture(autouse=True)
def festival_is_there() -> None:
    """Where it must be there, the tests fail without it."""
    if not festival.available() and os.environ.get("RELAXAPP_TEST_REAL") != "required":
        pytest.skip("Festival and its voice are not installed")


@pytest.fixture
def voice() -> Iterator[FestivalVoice]:
    voice = FestivalVoice()
    yield voice
    voice.close()


def seconds(voice: FestivalVoice, manner: Manner = Manner.PLAIN) -> float:
    """How long the sentences of calibration last."""
    return sum(voice.speak(Say(sentence, manner)).seconds for sentence in SENTENCES)


@pytest.mark.parametrize("words_per_minute", [110, 140])
def test_it_speaks_at_the_rate_asked_for(words_per_minute: int) -> None:
    tuned = FestivalVoice(Tuning(words_per_minute))
    words = sum(len(sentence.split()) for sentence in SENTENCES)
    assert words * 60 / seconds(tuned) == pytest.approx(words_per_minute, rel=0.05)
    tuned.close()


def test_letting_go_is_said_more_slowly(voice: FestivalVoice) -> None:
    assert seconds(voice, Manner.RELEASE) > 1.08 * seconds(voice)


@pytest.mark.parametrize(
    "text", ['Say "ease" \\ or (rest)', "Café — “ease”…", "1 2 3, 4.5 & 6", "a" * 300, "[pause 4] {place}"]
)
def test_any_text_is_spoken(voice: FestivalVoice, text: str) -> None:
    clip = voice.speak(Say(text))
    assert clip.rate == RATE
    assert np.abs(clip.samples).max() > 1_000


@pytest.mark.parametrize("text", ["", "…", "שלום", "🐧"])
def test_what_it_can_not_say_is_a_short_silence(voice: FestivalVoice, text: str) -> None:
    assert voice.speak(Say(text)).seconds == SHORT_SILENCE_SECONDS


def running() -> set[int]:
    """The process ids of every Festival there is."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                if (entry / "comm").read_text().strip() == "festival":
                    found.add(int(entry.name))
    return found


def test_none_is_left_behind() -> None:
    before = running()
    own = FestivalVoice()
    own.warm()
    assert running() - before
    own.close()
    until = time.monotonic() + 20
    while running() - before and time.monotonic() < until:
        time.sleep(0.05)
    assert not running() - before
