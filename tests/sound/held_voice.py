"""A voice that says a line only when a test lets it."""

import threading

from relaxapp.errors import VoiceError
from relaxapp.sound.clip import Clip
from relaxapp.sound.voices.silent import SilentVoice
from relaxapp.words.script import Say
from tests.sound.speaking import clip_of

SOON = 30.0
"""Seconds after which something that should happen counts as not happening."""


class HeldVoice(SilentVoice):
    """It waits before every line. What it says is noise, so that it can be told from silence."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        """The words it was asked for so far, in order."""
        self.trouble: VoiceError | None = None
        """What it raises in place of a clip."""
        self._change = threading.Condition()
        self._may_speak = threading.Semaphore(0)

    def speak(self, say: Say) -> Clip:
        with self._change:
            self.asked.append(say.text)
            self._change.notify_all()
        if not self._may_speak.acquire(timeout=SOON):
            raise VoiceError("Nobody let it speak.")
        if self.trouble is not None:
            raise self.trouble
        return clip_of(say)

    def wait_until_asked(self, lines: int = 1) -> None:
        """Wait until it was asked for so many lines in all."""
        with self._change:
            assert self._change.wait_for(lambda: len(self.asked) >= lines, SOON)

    def let_speak(self, lines: int = 1) -> None:
        """Let it say so many lines."""
        self._may_speak.release(lines)

    def let_end(self) -> None:
        """Let it say whatever is still wanted of it, and wait until that is all."""
        self.let_speak(1_000)
        for thread in threading.enumerate():
            if thread.name == "voicing":
                thread.join(SOON)
