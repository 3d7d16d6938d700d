"""What may begin without a question is ready to speak before it is asked for."""

from pathlib import Path

from relaxapp.errors import VoiceError
from relaxapp.practice.first_lines import AT_ONCE, LINES, voice_first_lines
from relaxapp.session import estimated_plan
from relaxapp.sound.clip import Clip
from relaxapp.sound.voices.clip_cache import ClipCache
from relaxapp.sound.voices.clips import Clips
from relaxapp.sound.voices.silent import SilentVoice
from relaxapp.words.person import Person
from relaxapp.words.script import Say
from tests.words.english import english, library


class Counting(SilentVoice):
    """It remembers what it was asked to say."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def speak(self, say: Say) -> Clip:
        self.said.append(say.text)
        return super().speak(say)


def test_the_lines_that_are_heard_first_are_voiced_once(tmp_path: Path) -> None:
    voice = Counting()
    clips = Clips(voice, ClipCache(tmp_path / "clips", tmp_path / "private", tmp_path / "key"))
    practices = [(library().find(name), float(minutes)) for name, minutes in AT_ONCE]
    for _start in range(2):
        voice_first_lines(practices, Person(), english(), clips)
    first = [
        line.text
        for script, minutes in practices
        for line in estimated_plan(script, minutes, english(), Person()).says()[:LINES]
    ]
    assert voice.said == list(dict.fromkeys(first))


def test_a_voice_that_fails_is_told_only_when_the_practice_begins(tmp_path: Path) -> None:
    class Mute(SilentVoice):
        def speak(self, say: Say) -> Clip:  # noqa: ARG002
            raise VoiceError("It says nothing.")

    clips = Clips(Mute(), ClipCache(tmp_path / "clips", tmp_path / "private", tmp_path / "key"))
    voice_first_lines([(library().find("settling"), 3)], Person(), english(), clips)
