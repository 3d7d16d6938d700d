"""How a tuning and a manner become espeak-ng's parameters, and what its answer becomes; without espeak-ng."""

import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from relaxapp.errors import VoiceError
from relaxapp.sound.voices import espeak, festival, usual
from relaxapp.sound.voices.child import Child
from relaxapp.sound.voices.espeak import EspeakVoice
from relaxapp.sound.voices.espeak_rate import espeak_rate
from relaxapp.sound.voices.festival import FestivalVoice
from relaxapp.sound.voices.kept import KeptVoices
from relaxapp.sound.voices.shaping import SHORT_SILENCE_SECONDS
from relaxapp.sound.voices.silent import SilentVoice
from relaxapp.sound.voices.system import SystemVoice
from relaxapp.sound.voices.usual import VoiceChoice
from relaxapp.sound.voices.voice import Tuning
from relaxapp.words.script import MANNER_RATE, Manner, Say

FAKE = Path(__file__).with_name("fake_speaker.py")

Asked = list[dict[str, object]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What every child is asked; each answers with a tone."""
    requests: Asked = []

    def ask(_child: Child, request: dict[str, object], text: str) -> tuple[dict[str, object], bytes]:
        requests.append({**request, "text": text})
        return {"rate": 22_050}, np.full(2_205, 9_000, np.int16).tobytes()

    monkeypatch.setattr(Child, "ask", ask)
    return requests


@pytest.mark.parametrize(
    ("words_per_minute", "rate", "gap"),
    [
        (20, 84, 60),
        (80, 86, 6),
        (107.3, 84, 0),
        (127.5, 100, 0),
        (160, 125, 0),
        (258.2, 200, 0),
        (999, 450, 0),
    ],
)
def test_words_a_minute_become_a_rate_and_a_gap(words_per_minute: float, rate: int, gap: int) -> None:
    found = espeak_rate(words_per_minute)
    assert found[1] == gap
    assert abs(found[0] - rate) <= 2


def test_faster_words_are_never_a_slower_rate() -> None:
    asked = [espeak_rate(words) for words in range(40, 500)]
    gaps = [gap for _rate, gap in asked]
    assert gaps == sorted(gaps, reverse=True)
    for (rate, gap), (next_rate, next_gap) in pairwise(asked):
        assert next_rate >= rate or next_gap < gap


def test_a_manner_changes_speed_and_pitch(asked: Asked) -> None:
    voice = EspeakVoice(Tuning(words_per_minute=130, pitch=40))
    for manner in Manner:
        voice.speak(Say("And let them go.", manner))
    told = dict(zip(Manner, asked, strict=True))
    for manner in Manner:
        assert (told[manner]["rate"], told[manner]["gap"]) == espeak_rate(130 * MANNER_RATE[manner])
    assert told[Manner.RELEASE]["rate"] < told[Manner.PLAIN]["rate"] < told[Manner.TENSE]["rate"]  # type: ignore[operator]
    assert told[Manner.RELEASE]["pitch"] < told[Manner.PLAIN]["pitch"] < told[Manner.TENSE]["pitch"]  # type: ignore[operator]
    assert told[Manner.PLAIN]["pitch"] == 40


@pytest.mark.parametrize("pitch", [0, 100])
def test_the_pitch_stays_within_what_espeak_knows(pitch: int, asked: Asked) -> None:
    for manner in Manner:
        EspeakVoice(Tuning(pitch=pitch)).speak(Say("Hello.", manner))
    assert all(0 <= request["pitch"] <= 100 for request in asked)  # type: ignore[operator]


@pytest.mark.parametrize("text", ["", " ", "...", "\0", "!?"])
def test_nothing_to_say_is_a_short_silence_that_nobody_is_asked_for(text: str, asked: Asked) -> None:
    clip = EspeakVoice().speak(Say(text))
    assert clip.seconds == SHORT_SILENCE_SECONDS
    assert not clip.samples.any()
    assert asked == []


def test_an_answer_is_shaped(asked: Asked) -> None:
    clip = EspeakVoice().speak(Say("Hello\0 there."))
    assert asked[0]["text"] == "Hello there."
    assert clip.rate == 22_050
    assert clip.samples[0] == clip.samples[-1] == 0
    assert clip.samples.max() == 9_000


@pytest.mark.parametrize(
    ("language", "voices"),
    [
        ("en", ["en-us+klatt5"]),
        ("en-US", ["en-us+klatt5"]),
        ("en-GB", ["gmw/en+klatt5"]),
        ("en-AU", ["en-au+klatt5", "en-us+klatt5"]),
        ("de", ["de+klatt5"]),
        ("de_DE", ["de-de+klatt5", "de+klatt5"]),
        ("pt-BR", ["pt-br+klatt5", "pt+klatt5"]),
    ],
)
def test_languages_become_voices_the_nearest_first(language: str, voices: list[str]) -> None:
    assert espeak._voices(language) == voices


def test_the_key_tells_whatever_changes_the_sound_and_needs_no_child() -> None:
    tunings = [Tuning(), Tuning(words_per_minute=110), Tuning(pitch=30)]
    keys = [EspeakVoice(tuning).key for tuning in tunings] + [EspeakVoice(language="de").key]
    assert len(set(keys)) == len(keys)
    assert EspeakVoice().key == EspeakVoice(Tuning()).key


@pytest.fixture
def without_wheel(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if espeakng-loader were not installed."""
    espeak._wheel.cache_clear()
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    yield
    espeak._wheel.cache_clear()


@pytest.mark.usefixtures("without_wheel")
def test_without_the_wheel_the_child_tells_the_engine(tmp_path: Path) -> None:
    command = [sys.executable, str(FAKE), "answer", str(tmp_path / "starts")]
    voice = EspeakVoice(command=command)
    assert "fake 1" in voice.key
    voice.close()


@pytest.mark.parametrize(
    ("platform", "festival_there", "espeak_there", "wanted", "kind"),
    [
        ("linux", True, True, "", FestivalVoice),
        ("linux", False, True, "", EspeakVoice),
        ("linux", False, False, "", EspeakVoice),
        ("linux", True, True, "espeak-ng", EspeakVoice),
        ("linux", False, True, "festival", EspeakVoice),
        ("linux", True, True, "no such voice", FestivalVoice),
        ("darwin", False, True, "", SystemVoice),
        ("darwin", False, True, "espeak-ng", EspeakVoice),
        ("darwin", False, False, "", SystemVoice),
        ("win32", False, False, "", SystemVoice),
    ],
)
def test_the_voice_wanted_or_the_best_there_is(
    platform: str,
    festival_there: bool,
    espeak_there: bool,
    wanted: str,
    kind: type,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr(festival, "available", lambda: festival_there)
    monkeypatch.setattr(espeak, "available", lambda: espeak_there)
    monkeypatch.setattr(usual, "KNOWN", ())
    chosen = usual.best(VoiceChoice(wanted), KeptVoices(Path("/no voices of one's own")))
    assert type(chosen.make(Tuning())) is kind


def test_festival_speaks_english_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(festival, "available", lambda: True)
    monkeypatch.setattr(espeak, "available", lambda: True)
    monkeypatch.setattr(usual, "KNOWN", ())
    there = usual.voices_there(KeptVoices(Path("/no voices of one's own")), "de")
    assert [each.id for each in there] == ["espeak-ng"]


def test_a_silent_voice_lasts_as_long_as_the_words_and_always_the_same() -> None:
    voice = SilentVoice(120)
    voice.warm()
    clip = voice.speak(Say("one two three four"))
    assert clip.seconds == pytest.approx(2)
    assert not clip.samples.any()
    assert voice.speak(Say("one two three four", Manner.RELEASE)).seconds == pytest.approx(
        2 / 0.88, abs=0.001
    )
    assert voice.speak(Say("")).seconds == SHORT_SILENCE_SECONDS
    assert voice.key != SilentVoice(110).key
    voice.close()


def test_a_child_that_can_not_speak_is_a_voice_error(tmp_path: Path) -> None:
    voice = EspeakVoice(command=[sys.executable, str(FAKE), "error", str(tmp_path / "starts")])
    with pytest.raises(VoiceError, match="could not speak"):
        voice.speak(Say("A line."))
    voice.close()
