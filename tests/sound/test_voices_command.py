"""Any program that speaks to a file is a voice; whatever it does wrong is told in one sentence."""

import json
import re
import shutil
import sys
import threading
from pathlib import Path

import pytest

from relaxapp.errors import VoiceError
from relaxapp.sound.voices.command import CommandVoice, Program
from relaxapp.sound.voices.own_rate import OWN_RATE
from relaxapp.sound.voices.sample import SAMPLE
from relaxapp.sound.voices.shaping import SHORT_SILENCE_SECONDS
from relaxapp.sound.voices.voice import Tuning
from relaxapp.words.script import Manner, Say

SPEAKER = Path(__file__).with_name("speaking_program.py")


@pytest.fixture
def speaker(tmp_path: Path) -> Path:
    """The program in a folder of its own, where it may write what it was called with."""
    return Path(shutil.copy(SPEAKER, tmp_path / "speaker.py"))


def voice(speaker: Path, *more: str, patience: float = 10, speed: int = 125) -> CommandVoice:
    words = (sys.executable, str(speaker), "{file}", *more)
    return CommandVoice("mine", Program(words), Tuning(words_per_minute=speed), patience=patience)


@pytest.mark.parametrize("more", [(), ("{text}",)])
def test_the_text_reaches_it_privately_and_never_as_an_argument(speaker: Path, more: tuple[str, ...]) -> None:
    text = 'My grandmother\'s garden; $(rm -rf /) `x` "quotes" {file} é'
    clip = voice(speaker, *more, "--log").speak(Say(text))
    assert clip.samples.any()
    called, heard, beside = json.loads(speaker.with_name("called.json").read_text().splitlines()[0])
    assert heard == text
    assert not any("grandmother" in word for word in called)
    assert beside == ["line.txt"] * len(more), "who reads it from standard input leaves it in no file"


def test_it_is_brought_to_the_listeners_speed(speaker: Path) -> None:
    words = len(SAMPLE.split())
    for speed in (100, 150):
        clip = voice(speaker, speed=speed).speak(Say(SAMPLE))
        assert 60 * words / clip.seconds == pytest.approx(speed, rel=0.05)


@pytest.mark.parametrize("damage", [None, "", "nan", "1", "words"])
def test_its_speed_is_measured_once_and_again_where_what_was_kept_is_damaged(
    speaker: Path, tmp_path: Path, damage: str | None
) -> None:
    def heard() -> list[str]:
        program = Program((sys.executable, str(speaker), "{file}", "--log"))
        mine = CommandVoice("mine", program, folder=tmp_path)
        mine.warm()
        seconds.append(mine.speak(Say("Rest.")).seconds)
        lines = speaker.with_name("called.json").read_text().splitlines()
        speaker.with_name("called.json").unlink()
        return [json.loads(line)[1] for line in lines]

    seconds: list[float] = []
    assert heard() == [SAMPLE, "Rest."]
    if damage is not None:
        (tmp_path / OWN_RATE).write_text(damage)
    assert heard() == (["Rest."] if damage is None else [SAMPLE, "Rest."])
    assert heard() == ["Rest."]
    assert seconds == pytest.approx([seconds[0]] * 3, abs=0.02)


def test_letting_go_is_said_more_slowly(speaker: Path) -> None:
    mine = voice(speaker)
    assert mine.speak(Say(SAMPLE, Manner.RELEASE)).seconds > 1.08 * mine.speak(Say(SAMPLE)).seconds


def test_nothing_to_say_starts_nothing(tmp_path: Path) -> None:
    gone = CommandVoice("gone", Program((str(tmp_path / "gone"), "{file}")))
    assert gone.speak(Say("…")).seconds == SHORT_SILENCE_SECONDS


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--fail",), r"The voice mine ended with an error \(the engine is .*well\)\."),
        (("--hang",), "The voice mine did not answer in time."),
        (("--mute",), r"The voice mine wrote no sound. Its program must write a sound file to \{file\}:"),
    ],
)
def test_what_goes_wrong_is_told_in_plain_words(speaker: Path, more: tuple[str, ...], told: str) -> None:
    with pytest.raises(VoiceError) as caught:
        voice(speaker, *more, patience=1 if "--hang" in more else 10).speak(Say("Rest."))
    assert re.match(told, str(caught.value))
    assert caught.value.message.isprintable()


def test_no_sound_for_letters_that_may_not_be_its_own_is_a_short_silence(speaker: Path) -> None:
    mute = voice(speaker, "--mute-only-for-others")
    assert mute.speak(Say("שלום")).seconds == SHORT_SILENCE_SECONDS
    assert mute.speak(Say("Rest.")).samples.any()
    assert voice(speaker).speak(Say("שלום")).samples.any()


def test_a_program_that_is_gone_is_named(tmp_path: Path) -> None:
    gone = CommandVoice("gone", Program((str(tmp_path / "gone"), "{file}")))
    with pytest.raises(VoiceError, match="can't be started"):
        gone.warm()


def test_closed_it_ends_the_program_that_is_running(speaker: Path) -> None:
    hanging = voice(speaker, "--hang", patience=60)
    ended: list[VoiceError] = []

    def speak() -> None:
        with pytest.raises(VoiceError) as caught:
            hanging.speak(Say("Rest."))
        ended.append(caught.value)

    thread = threading.Thread(target=speak, daemon=True)
    thread.start()
    while not ended and thread.is_alive():
        hanging.close()
        thread.join(0.05)
    assert "ended with an error" in str(ended[0])


def test_where_there_is_no_room_for_its_sound_it_is_told(
    speaker: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "away"))
    with pytest.raises(VoiceError, match="The voice mine finds no room for its sound"):
        voice(speaker).speak(Say("Rest."))
