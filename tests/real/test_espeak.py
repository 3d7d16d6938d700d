"""espeak-ng really speaks: at the rate asked for, whatever the text, and whatever befalls its process."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from relaxapp.errors import VoiceError
from relaxapp.sound.voices import espeak
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.espeak import EspeakVoice
from relaxapp.sound.voices.shaping import SHORT_SILENCE_SECONDS
from relaxapp.sound.voices.system import SystemVoice
from relaxapp.sound.voices.voice import Tuning
from relaxapp.words.script import MANNER_RATE, Manner, Say

pytestmark = pytest.mark.real

SENTENCES = """\
There is nothing you need to do now, and nowhere you need to be.
Breathe in slowly through your nose, and let the breath out a little longer than it came in.
Notice the weight of your hands, resting wherever they are.
Let the shoulders soften, and feel the difference between holding and letting go.
Bring to mind a place where you feel at ease.
If your mind wanders, that is what minds do; gently come back to the breath.
Let your jaw be loose, and your tongue rest in your mouth.
When you are ready, begin to notice the room around you again.
You can come back to this place whenever you like.
Slowly, in your own time, open your eyes.""".splitlines()
WORDS = sum(len(sentence.split()) for sentence in SENTENCES)


@pytest.fixture
def voice() -> Iterator[EspeakVoice]:
    voice = EspeakVoice()
    yield voice
    voice.close()


def children() -> list[int]:
    """The process ids of this process's speaking children, ended ones that nobody waited for included."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(FileNotFoundError, ProcessLookupError):
                state, parent = (entry / "stat").read_text().rsplit(")", 1)[1].split()[:2]
                speaks = state == "Z" or "speaker_child" in (entry / "cmdline").read_text()
                if int(parent) == os.getpid() and speaks:
                    found.append(int(entry.name))
    return found


def open_files() -> int:
    """How many file descriptors this process has open."""
    return len(list(Path("/proc/self/fd").iterdir()))


def spoken_rate(voice: EspeakVoice, manner: Manner = Manner.PLAIN) -> float:
    """Words a minute over all sentences."""
    return 60 * WORDS / sum(voice.speak(Say(sentence, manner)).seconds for sentence in SENTENCES)


@pytest.mark.parametrize("words_per_minute", range(60, 250, 10))
def test_sentences_are_spoken_at_the_rate_asked_for(words_per_minute: int) -> None:
    voice = EspeakVoice(Tuning(words_per_minute=words_per_minute))
    try:
        assert spoken_rate(voice) == pytest.approx(words_per_minute, rel=0.04)
    finally:
        voice.close()


def test_the_rate_is_right_whatever_was_spoken_before(voice: EspeakVoice) -> None:
    for _turn in range(5):
        for manner in (Manner.RELEASE, Manner.PLAIN, Manner.TENSE):
            rate = 60 * 10 / voice.speak(Say(SENTENCES[4], manner)).seconds
            plain = 60 * 10 / voice.speak(Say(SENTENCES[4])).seconds
            assert rate / plain == pytest.approx(MANNER_RATE[manner], rel=0.03)


def test_a_longer_text_is_a_longer_clip(voice: EspeakVoice) -> None:
    text, lengths = "", []
    for sentence in SENTENCES:
        text += sentence + " "
        lengths.append(voice.speak(Say(text)).seconds)
    assert lengths == sorted(lengths)
    assert lengths[-1] > 7 * lengths[0]


def test_lines_begin_and_end_at_zero_and_nothing_clips(voice: EspeakVoice) -> None:
    for sentence in SENTENCES:
        for manner in Manner:
            samples = voice.speak(Say(sentence, manner)).samples.astype(int)
            assert samples[0] == samples[-1] == 0
            assert 5_000 < np.abs(samples).max() < 32_000
            assert np.abs(samples[:300]).max() > 33, "silence is left before the line"
            assert np.abs(samples[-300:]).max() > 33, "silence is left after the line"


@pytest.mark.parametrize(
    "text",
    ["", "\0", "   ", "...", "!!!", "—", "()"],
)
def test_nothing_to_say_is_a_short_silence(text: str, voice: EspeakVoice) -> None:
    clip = voice.speak(Say(text))
    assert clip.seconds == SHORT_SILENCE_SECONDS
    assert not clip.samples.any()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Let them\0 go.", id="a NUL inside"),
        pytest.param("😀 🌊 👩\u200d⚕️", id="pictures"),
        pytest.param("\u202eשלום עולם", id="right to left"),
        pytest.param("مرحبا", id="Arabic"),
        pytest.param("静かに", id="Japanese"),
        pytest.param("<speak><break time='60s'/>hello</speak>", id="markup"),
        pytest.param("[[h@l'oU]] &amp; {\\", id="phonemes, entities, escapes"),
        pytest.param("-v xx --help $HOME `ls`", id="options and shell"),
        pytest.param("a\ud800b", id="a lone surrogate"),
        pytest.param("x" * 500, id="one long word"),
        pytest.param("1/2 of 3,000,000.5 is 10^6?", id="numbers"),
        pytest.param("\x1b[31mred", id="an escape sequence"),
    ],
)
def test_strange_texts_are_spoken_all_the_same(text: str, voice: EspeakVoice) -> None:
    clip = voice.speak(Say(text))
    assert clip.samples.any()
    assert clip.seconds < 120
    assert voice.speak(Say("Let them go.")).samples.any()
    assert len(children()) == 1


def test_what_comes_after_a_nul_is_spoken(voice: EspeakVoice) -> None:
    whole = voice.speak(Say("Let the shoulders soften.")).seconds
    assert voice.speak(Say("Let the\0shoulders soften.")).seconds == pytest.approx(whole, rel=0.05)


def test_ten_thousand_characters_are_spoken(voice: EspeakVoice) -> None:
    text = ("Let your body settle, just as it is. " * 300)[:10_000]
    assert voice.speak(Say(text)).seconds > 600


def test_a_child_killed_while_it_speaks_is_replaced(voice: EspeakVoice) -> None:
    voice.warm()
    (child,) = children()
    killer = threading.Timer(0.05, os.kill, (child, signal.SIGKILL))
    killer.start()
    clip = voice.speak(Say("Let your body settle, just as it is. " * 100))
    killer.join()
    assert clip.seconds > 200
    assert children() != [child]


def test_a_child_that_hangs_is_replaced() -> None:
    voice = EspeakVoice(patience=2)
    try:
        voice.warm()
        (child,) = children()
        os.kill(child, signal.SIGSTOP)
        assert voice.speak(Say("Let them go.")).samples.any()
        assert child not in children()
    finally:
        voice.close()


def test_an_interrupt_from_the_terminal_does_not_end_the_child(voice: EspeakVoice) -> None:
    voice.warm()
    before = children()
    os.kill(before[0], signal.SIGINT)
    assert voice.speak(Say("Let them go.")).samples.any()
    assert children() == before


def test_a_child_does_not_outlive_its_parent() -> None:
    program = (
        "import sys, time; from relaxapp.sound.voices.espeak import EspeakVoice; voice = EspeakVoice();"
        "voice.warm(); print(voice._children._all[0]._process._popen.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = Path("/proc") / parent.stdout.readline().strip()
        assert child.exists()
        parent.kill()
    deadline = time.monotonic() + 20
    while child.exists() and "zombie" not in (child / "status").read_text():
        assert time.monotonic() < deadline, "the child goes on without its parent"
        time.sleep(0.02)


def test_starting_and_ending_leaves_no_process_and_no_file() -> None:
    voice = EspeakVoice()
    voice.speak(Say("Let them go."))
    voice.close()
    before = open_files()
    for _turn in range(5):
        voice.speak(Say("Let them go."))
        voice.close()
    assert children() == []
    assert open_files() == before


@pytest.mark.parametrize("language", ["en", "en-GB", "de", "fr", "pt-BR"])
def test_languages_are_spoken(language: str) -> None:
    voice = EspeakVoice(language=language)
    try:
        assert voice.speak(Say("Hotel Panorama.")).seconds > 0.5
    finally:
        voice.close()


def test_a_language_it_does_not_speak_is_told() -> None:
    with pytest.raises(VoiceError, match="has no voice"):
        EspeakVoice(language="xx").warm()
    assert children() == []


def test_missing_data_is_told_and_ends_nothing_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    library, _data = espeak._wheel()
    monkeypatch.setattr(espeak, "_wheel", lambda: (library, str(tmp_path)))
    monkeypatch.delenv("ESPEAK_DATA_PATH", raising=False)
    with pytest.raises(VoiceError, match="does not find its data"):
        EspeakVoice().speak(Say("Let them go."))


def test_without_the_wheel_the_systems_own_espeak_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(espeak, "_wheel", lambda: ("", ""))
    assert espeak.available()
    voice = EspeakVoice()
    try:
        assert voice.key.startswith("espeak-ng 1.")
        assert voice.speak(Say("Let them go.")).samples.any()
    finally:
        voice.close()


def test_two_threads_at_once_are_served_by_two_children(voice: EspeakVoice, tmp_path: Path) -> None:
    clips = Clips(voice, ClipCache(tmp_path / "clips", tmp_path / "private", tmp_path / "key"))
    says = [Say(sentence) for sentence in SENTENCES]
    clips.voice_all(says)
    assert len(children()) == 2
    for say in says:
        clip = clips.get(say)
        assert clip is not None
        assert clip.seconds == pytest.approx(voice.speak(say).seconds, rel=0.02)


def test_programs_that_voice_the_same_lines_at_once_share_one_cache(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from relaxapp.words.script import Say;"
        "from relaxapp.sound.voices.espeak import EspeakVoice;"
        "from relaxapp.sound.voices.clip_cache import ClipCache;"
        "from relaxapp.sound.voices.clips import Clips;"
        "home = Path(sys.argv[1]);"
        "clips = Clips(EspeakVoice(), ClipCache(home / 'clips', home / 'private', home / 'key'));"
        "says = [Say(f'This is line {number}.', private=number % 2 == 0) for number in range(20)];"
        "clips.voice_all(says);"
        "assert all(clips.get(say) is not None for say in says);"
        "assert clips.cache.trouble is None; clips.close()"
    )
    programs = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path)]) for _program in range(3)]
    assert [program.wait(60) for program in programs] == [0, 0, 0]
    assert len(list((tmp_path / "clips").glob("*.clip"))) == 10
    assert len(list((tmp_path / "private").glob("*.clip"))) == 10
    assert list(tmp_path.glob("**/*.part")) == []


def test_the_engine_route_speaks_into_a_private_file_that_goes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way of the system's voice on macOS and Windows, tried with the one driver that is here."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    voice = SystemVoice(Tuning(words_per_minute=140), driver="espeak")
    try:
        first = voice.speak(Say("Let the shoulders soften."))
        second = voice.speak(Say("Let the shoulders soften, and feel how it is to let go."))
        assert voice.speak(Say("")).seconds == SHORT_SILENCE_SECONDS
        assert "espeak" in voice.key
        assert 1 < first.seconds < second.seconds
        assert first.samples[0] == first.samples[-1] == 0
    finally:
        voice.close()
    assert not list(tmp_path.iterdir())


def test_every_line_of_the_systems_voice_is_said_at_its_own_speed() -> None:
    """Also right after a line at another speed: an engine told in passing forgets it half the time."""
    voice = SystemVoice(driver="espeak")
    try:
        for _ in range(8):
            plain = voice.speak(Say(SENTENCES[0]))
            release = voice.speak(Say(SENTENCES[0], Manner.RELEASE))
            assert release.seconds > 1.05 * plain.seconds
    finally:
        voice.close()


def test_a_driver_that_is_not_there_is_told() -> None:
    with pytest.raises(VoiceError, match="does not work"):
        SystemVoice(driver="nsss").warm()
