"""The lines of a practice are voiced in order; who waits for the first one does not wait for ever."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from relaxapp.errors import VoiceError
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voicing import Voicing
from relaxapp.timing.estimate import at_rate
from relaxapp.timing.fit import fit
from relaxapp.timing.frames import RATE
from relaxapp.words.reading import Passage, Reading
from relaxapp.words.script import Pause, Say, Technique
from tests.sound.held_voice import SOON, HeldVoice

FIRST, SECOND, THIRD = LINES = (Say("Here you are."), Say("Let it go."), Say("Come back."))


@pytest.fixture
def voice() -> HeldVoice:
    return HeldVoice()


@pytest.fixture
def clips(voice: HeldVoice, tmp_path: Path) -> Clips:
    return Clips(voice, ClipCache(tmp_path / "clips", tmp_path / "private", tmp_path / "key"))


def beside(do: Callable[[], object]) -> Callable[[], None]:
    """Do something in a thread; what is given back waits until it is done."""
    thread = threading.Thread(target=do, daemon=True)
    thread.start()

    def wait() -> None:
        thread.join(SOON)
        assert not thread.is_alive()

    return wait


def wait_until_done(voicing: Voicing) -> None:
    voicing._thread.join(SOON)
    assert voicing.done


def test_the_wait_ends_with_patience_and_the_line_is_voiced_once(voice: HeldVoice, clips: Clips) -> None:
    voicing = Voicing(clips, LINES)
    voicing.start(patience=0.01)
    assert not voicing.arrived()
    voice.let_speak(len(LINES))
    wait_until_done(voicing)
    assert list(voicing.arrived()) == list(LINES)
    assert voice.asked == [say.text for say in LINES]


def test_once_the_voice_has_failed_it_is_asked_no_more(voice: HeldVoice, clips: Clips) -> None:
    voice.trouble = VoiceError("It is gone.")
    voice.let_speak(1_000)
    voicing = Voicing(clips, [Say(f"This is line {number}.") for number in range(120)])
    voicing.voice_all()
    assert voicing.trouble is voice.trouble
    assert not [each for each in threading.enumerate() if each.name.startswith("ahead")]
    assert len(voice.asked) < 60


def test_whatever_goes_wrong_with_a_voice_is_told(clips: Clips, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_say: Say, _asked: int) -> None:
        raise MemoryError("no room")

    monkeypatch.setattr(clips, "voiced", full)
    voicing = Voicing(clips, LINES)
    voicing.start(patience=SOON)
    wait_until_done(voicing)
    assert voicing.trouble is not None
    assert "MemoryError: no room" in voicing.trouble.message


def test_the_wait_ends_with_the_first_line(voice: HeldVoice, clips: Clips) -> None:
    voicing = Voicing(clips, LINES)
    voice.let_speak()
    beside(lambda: voicing.start(patience=10 * SOON))()
    assert list(voicing.arrived()) == [FIRST]
    voicing.stop()
    voice.let_speak()


def test_what_was_voiced_before_is_known_while_the_first_line_is_still_voiced(
    voice: HeldVoice, clips: Clips
) -> None:
    voice.let_speak()
    clips.voiced(THIRD)
    voicing = Voicing(clips, LINES)
    voicing.start(patience=0)
    voice.wait_until_asked(2)
    assert list(voicing.arrived()) == [THIRD]
    voicing.stop()
    voice.let_speak()


def test_a_voice_that_fails_ends_the_wait_and_is_told(voice: HeldVoice, clips: Clips) -> None:
    voice.trouble = VoiceError("It says nothing.")
    voicing = Voicing(clips, LINES)
    voice.let_speak()
    beside(lambda: voicing.start(patience=10 * SOON))()
    wait_until_done(voicing)
    assert voicing.trouble is voice.trouble


def test_stopped_it_keeps_the_line_that_is_being_voiced_and_asks_for_no_other(
    voice: HeldVoice, clips: Clips
) -> None:
    voicing = Voicing(clips, LINES)
    voicing.start(patience=0)
    voice.wait_until_asked()
    voicing.stop()
    voice.let_speak(len(LINES))
    wait_until_done(voicing)
    assert voice.asked == [FIRST.text]
    assert clips.frames(FIRST) is not None


def test_two_that_want_a_line_at_once_have_it_voiced_once(voice: HeldVoice, clips: Clips) -> None:
    waits = [beside(lambda: clips.voiced(FIRST)) for _thread in range(2)]
    voice.wait_until_asked()
    voice.let_speak(2)
    for wait in waits:
        wait()
    assert voice.asked == [FIRST.text]


def test_only_a_line_that_is_due_and_still_to_be_voiced_is_late(voice: HeldVoice, clips: Clips) -> None:
    steps = (FIRST, Pause(5, 60), SECOND, Pause(5, 60), THIRD)
    plan = fit(Reading("any", "", Technique.IMAGERY, 1, (Passage("", steps),)), at_rate(125), 20)
    first, second, _third = (line.start for line in plan.says())
    voicing = Voicing(clips, LINES)
    assert not voicing.is_late(plan, 0, plan.frames)
    voice.let_speak()
    beside(lambda: voicing.start(patience=SOON))()
    assert not voicing.is_late(plan, 0, first + RATE)
    assert voicing.is_late(plan, second - RATE, RATE)
    assert not voicing.is_late(plan, second - RATE - 1, RATE)
    voicing.stop()
    voice.let_speak()
    wait_until_done(voicing)
    assert not voicing.is_late(plan, second - RATE, RATE)
