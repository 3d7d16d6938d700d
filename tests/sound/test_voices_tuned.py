"""A synthetic voice as it is heard: softer, lower for letting go, every line as loud as the others."""

from dataclasses import replace

import numpy as np
import pytest

from relaxapp.sound.clip import Clip
from relaxapp.sound.loudness import amplitude, integrated
from relaxapp.sound.speech import LINE_LUFS
from relaxapp.sound.voices.breath import pauses
from relaxapp.sound.voices.shaping import short_silence
from relaxapp.sound.voices.tuned import TunedVoice
from relaxapp.sound.voices.voice import Tuning
from relaxapp.words.script import Manner, Say

RATE = 22_050
PLAIN = Tuning(comma_seconds=0, warm=False)


class Buzz:
    """An engine that buzzes at 150 Hz, 2 s a part, pausing 0.3 s at each comma; one word is said loudly."""

    name = key = "buzz"

    def at(self, _tuning: Tuning) -> "Buzz":
        return self

    def warm(self) -> None:
        pass

    def close(self) -> None:
        pass

    def speak(self, say: Say) -> Clip:
        if not say.text:
            return short_silence(RATE)
        phase = np.arange(RATE // 5 if "short" in say.text else 2 * RATE) * 150 / RATE % 1
        part = (phase - 0.5) * (10_000 if "LOUD" in say.text else 6_000)
        gap = np.zeros(round(0.3 * RATE))
        parts = [piece for _part in say.text.split(",") for piece in (part, gap)][:-1]
        return Clip(np.concatenate(parts).astype(np.int16), RATE)


def heard(text: str, tuning: Tuning = PLAIN, manner: Manner = Manner.PLAIN, *, shift: bool = False) -> Clip:
    return TunedVoice(Buzz(), tuning, shift=shift).speak(Say(text, manner))


def loudness(clip: Clip) -> float:
    return integrated([np.repeat(clip.samples, 2).reshape(-1, 2)], clip.rate)


def power(clip: Clip, low: float, high: float) -> float:
    """The mean power between two frequencies, of the first two seconds."""
    spectrum = np.abs(np.fft.rfft(clip.samples[: 2 * RATE].astype(float))) ** 2
    at = np.fft.rfftfreq(2 * RATE, 1 / RATE)
    return float(spectrum[(at >= low) & (at < high)].mean())


def pitch(clip: Clip) -> float:
    """The strongest frequency near the voice's own."""
    spectrum = np.abs(np.fft.rfft(clip.samples[: 2 * RATE].astype(float)))
    at = np.fft.rfftfreq(2 * RATE, 1 / RATE)
    near = (at > 100) & (at < 200)
    return float(at[near][spectrum[near].argmax()])


def test_warming_softens_what_hisses_and_leaves_the_rest() -> None:
    plain, warm = heard("one"), heard("one", replace(PLAIN, warm=True))
    hiss = power(warm, 5_000, 10_000) / power(plain, 5_000, 10_000)
    body = power(warm, 100, 1_000) / power(plain, 100, 1_000)
    assert hiss / body < amplitude(-3) ** 2
    assert body == pytest.approx(1, abs=0.25)


def test_a_breath_is_added_at_commas() -> None:
    breath = heard("one, two, three", replace(PLAIN, comma_seconds=0.4))
    assert breath.seconds == pytest.approx(heard("one, two, three").seconds + 0.8, abs=0.01)
    line = breath.samples.astype(np.float32) / np.float32(32_768)
    assert [round((end - start) / RATE, 1) for start, end in pauses(line, RATE)] == [0.7, 0.7]


def test_letting_go_is_lower_by_a_semitone_where_the_engine_cant() -> None:
    plain, low = heard("one", shift=True), heard("one", manner=Manner.RELEASE, shift=True)
    assert pitch(low) / pitch(plain) == pytest.approx(2 ** (-1 / 12), rel=0.015)
    assert pitch(heard("one", manner=Manner.RELEASE)) == pytest.approx(150, abs=1)


def test_a_lower_pitch_that_was_chosen_is_heard() -> None:
    lower = heard("one", replace(PLAIN, pitch=45 - 16), shift=True)
    assert pitch(lower) / 150 == pytest.approx(2 ** (-2 / 12), rel=0.015)


@pytest.mark.parametrize("tuning", [PLAIN, Tuning()])
def test_every_line_is_as_loud_as_the_others(tuning: Tuning) -> None:
    assert loudness(heard("one", tuning)) == pytest.approx(LINE_LUFS, abs=0.3)
    assert loudness(heard("LOUD", tuning)) == pytest.approx(LINE_LUFS, abs=0.3)


def test_a_word_too_short_to_be_measured_is_as_loud_as_the_others() -> None:
    word = heard("short LOUD")
    assert word.seconds < 0.4
    assert np.abs(word.samples).max() == pytest.approx(np.abs(heard("one").samples).max(), rel=0.1)


def test_no_click_at_either_end_and_the_same_each_time() -> None:
    first, second = heard("one, two", Tuning(), shift=True), heard("one, two", Tuning(), shift=True)
    assert first.samples[0] == first.samples[-1] == 0
    assert np.array_equal(first.samples, second.samples)


def test_a_line_with_nothing_to_say_stays_silent() -> None:
    assert not heard("", Tuning(), shift=True).samples.any()


@pytest.mark.parametrize(
    "other", [replace(Tuning(), warm=False), replace(Tuning(), comma_seconds=1), replace(Tuning(), pitch=60)]
)
def test_another_tuning_names_other_clips(other: Tuning) -> None:
    assert TunedVoice(Buzz(), other, shift=True).key != TunedVoice(Buzz(), Tuning(), shift=True).key


def test_tuned_anew_the_engine_says_a_line_again_only_where_it_would_say_it_differently() -> None:
    said: list[str] = []

    class Counting(Buzz):
        def __init__(self, tuning: Tuning = PLAIN) -> None:
            self.key = f"buzz {tuning.words_per_minute}"

        def at(self, tuning: Tuning) -> "Counting":
            return Counting(tuning)

        def speak(self, say: Say) -> Clip:
            said.append(self.key)
            return super().speak(say)

    first = TunedVoice(Counting(), PLAIN, shift=True)
    warm, high = replace(PLAIN, warm=True), replace(PLAIN, pitch=60)
    slow = replace(PLAIN, words_per_minute=90)
    clips = [first.at(tuning).speak(Say("one, two")) for tuning in (PLAIN, warm, high, PLAIN, slow)]
    assert said == ["buzz 125", "buzz 90"]
    assert np.array_equal(clips[0].samples, clips[3].samples)
    assert len({clip.samples.tobytes() for clip in clips[:3]}) == 3
