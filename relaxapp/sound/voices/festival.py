"""Festival with the voice of CMU's slt (HTS): far nearer to a person than espeak-ng.

A recogniser trained on people misses 17 % of its words, against 67 to 91 % of espeak-ng's. It comes with the
packages `festival festvox-us-slt-hts` of Debian and Ubuntu, which are free; it speaks English only.
"""

import shutil
from collections.abc import Sequence
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.sound.voices.child import COMMAND, PATIENCE
from relaxapp.sound.voices.children import Children
from relaxapp.sound.voices.speakable import speakable
from relaxapp.sound.voices.voice import Tuning
from relaxapp.translation import _
from relaxapp.words.script import MANNER_RATE, Say

if TYPE_CHECKING:
    from relaxapp.sound.clip import Clip

PACKAGES = "festival festvox-us-slt-hts"
"""What brings it, on Debian and Ubuntu."""
VOICE_FOLDER = Path("/usr/share/festival/voices/us/cmu_us_slt_arctic_hts")
OWN_RATE = 226.0
"""Words a minute at which the voice speaks by itself, measured over the sentences of sample.py."""
RATE = 32_000
"""Frames a second of its sound."""
SHAPING = 1
"""Counted up when the same parameters come to sound different, so that older clips are voiced again."""


class FestivalVoice:
    """The voice at the listener's speed; its pitch can't be changed."""

    def __init__(
        self, tuning: Tuning | None = None, *, command: Sequence[str] = COMMAND, patience: float = PATIENCE
    ) -> None:
        """`command` and `patience`: the child, and its time limit in seconds."""
        self._tuning = tuning or Tuning()
        opening = {"do": "open", "route": "festival", "program": shutil.which("festival") or "festival"}
        self._children = Children(opening, command, patience)

    @property
    def name(self) -> str:
        """What the person calls it."""
        return _("Festival, a woman's voice")

    @property
    def key(self) -> str:
        """Everything that changes its sound."""
        return f"festival slt hts {SHAPING} {self._tuning.words_per_minute}"

    def at(self, tuning: Tuning) -> "FestivalVoice":
        """The same voice at another tuning, by the same child."""
        other = copy(self)
        other._tuning = tuning
        return other

    def warm(self) -> None:
        """Start it and let it say a word, as its first takes longest. Raises VoiceError."""
        self._children.start()
        self.speak(Say(_("Ready.")))

    def speak(self, say: Say) -> "Clip":
        """Voice one line. Empty or unspeakable text gives a short silence. Raises VoiceError."""
        text = speakable(say.text)
        if not text or not any(each.isascii() and each.isalnum() for each in text):
            from relaxapp.sound.voices.shaping import short_silence

            return short_silence(RATE)
        request = {
            "do": "speak",
            "stretch": self._tuning.words_per_minute * MANNER_RATE[say.manner] / OWN_RATE,
        }
        told, samples = self._children.ask(request, text)
        # Only now, while the children speak on, what works on samples is imported.
        from relaxapp.sound.voices.shaping import spoken

        return spoken(samples, int(told["rate"]))

    def close(self) -> None:
        """End the children; harmless when none ever ran."""
        self._children.close()


def available() -> bool:
    """Whether the program and the voice are installed; starts nothing."""
    return shutil.which("festival") is not None and VOICE_FOLDER.is_dir()
