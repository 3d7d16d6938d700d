"""The voice that is always there: espeak-ng, by way of pyttsx3's bindings, in a child process.

Which voice. `en-us+klatt5` is the default. A recogniser trained on people understands the variants with a
glottis after Klatt best (klatt4: word errors .67, against .80 for plain en-us and .91 for en-gb), and of
these, klatt4 and klatt5 alike: .80 of 2,476 words of our practices. klatt5 is the softer of the two, by
1.6 dB between 2 and 5 kHz, where a voice sounds harsh, and by nearly 8 dB there than plain en-us. Its pitch
is clearer (harmonics 14.6 dB above noise, against 13.9 and 11.1), its timing the same, and it takes 30 % less
time. At full volume it clips; at 60 of 100 its highest peak is 0.8 in 240 sentences.

Where it comes from. The espeakng-loader wheel carries the library and its data for Linux, macOS and Windows;
so it speaks on all three with nothing to install, and with no engine that wants a window or a run loop.
Without the wheel, an espeak-ng of the system is taken. `usual.py` says which voices come before it.
"""

import importlib.util
import zlib
from collections.abc import Sequence
from copy import copy
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.errors import VoiceError
from relaxapp.sound.voices.child import COMMAND, PATIENCE
from relaxapp.sound.voices.children import Children
from relaxapp.sound.voices.espeak_rate import espeak_rate
from relaxapp.sound.voices.speakable import speakable
from relaxapp.sound.voices.voice import Tuning
from relaxapp.translation import _
from relaxapp.words.script import MANNER_RATE, Manner, Say

if TYPE_CHECKING:
    from relaxapp.sound.clip import Clip

VARIANT = "klatt5"
"""The variant of every language's voice."""
VOLUME = 60
"""espeak-ng's volume, 0 to 100: the loudest at which VARIANT never clips."""
PITCH_OF_MANNER = {Manner.PLAIN: 0, Manner.TENSE: 4, Manner.RELEASE: -8}
"""Added to the pitch of 0 to 100; 8 are a little more than a semitone."""
RATE = 22_050
"""Frames a second of espeak-ng's sound."""
SHAPING = 1
"""Counted up when the same parameters come to sound different, so that older clips are voiced again."""


class EspeakVoice:
    """espeak-ng in one language, tuned by its listener."""

    def __init__(
        self,
        tuning: Tuning | None = None,
        language: str = "en",
        *,
        command: Sequence[str] = COMMAND,
        patience: float = PATIENCE,
    ) -> None:
        """`language`: a BCP 47 tag. `command` and `patience`: the child, and its time limit in seconds."""
        self._tuning = tuning or Tuning()
        self._language = language
        library, data = _wheel()
        self._library = library
        opening = {
            "do": "open",
            "route": "espeak",
            "library": library,
            "data": data,
            "voices": _voices(language),
        }
        self._children = Children(opening, command, patience)

    @property
    def name(self) -> str:
        """What the person calls it."""
        return f"espeak-ng {self._language}"

    @property
    def key(self) -> str:
        """Engine, voice and tuning. With the wheel it is known without starting the child."""
        engine = _fingerprint(self._library) if self._library else str(self._children.start()["engine"])
        voice = _voices(self._language)[0]
        tuned = f"{self._tuning.words_per_minute} {self._tuning.pitch} {VOLUME}"
        return f"{engine} {voice} {tuned} {SHAPING}"

    def at(self, tuning: Tuning) -> "EspeakVoice":
        """The same voice at another tuning, by the same child."""
        other = copy(self)
        other._tuning = tuning
        return other

    def warm(self) -> None:
        """Start the child, so that the first line comes at once. Raises VoiceError."""
        self._children.start()

    def speak(self, say: Say) -> "Clip":
        """Voice one line. Empty or unspeakable text gives a short silence. Raises VoiceError."""
        text = speakable(say.text)
        if not text:
            from relaxapp.sound.voices.shaping import short_silence

            return short_silence(RATE)
        rate, gap = espeak_rate(self._tuning.words_per_minute * MANNER_RATE[say.manner])
        pitch = min(max(self._tuning.pitch + PITCH_OF_MANNER[say.manner], 0), 100)
        request = {"do": "speak", "rate": rate, "gap": gap, "pitch": pitch, "volume": VOLUME}
        told, samples = self._children.ask(request, text)
        # Only now, while the children speak on, what works on samples is imported.
        from relaxapp.sound.voices.shaping import spoken

        return spoken(samples, int(told["rate"]))

    def close(self) -> None:
        """End the children; harmless when none ever ran."""
        self._children.close()


def available() -> bool:
    """Whether an espeak-ng library is there: in the wheel, or where the system keeps its own."""
    from ctypes.util import find_library

    return bool(_wheel()[0] or find_library("espeak-ng") or find_library("espeak"))


@lru_cache(maxsize=1)
def _wheel() -> tuple[str, str]:
    """The library and the data of the espeakng-loader wheel; empty where there is no such wheel."""
    if importlib.util.find_spec("espeakng_loader") is None:
        return "", ""
    import espeakng_loader

    try:
        library, data = espeakng_loader.get_library_path(), espeakng_loader.get_data_path()
    except RuntimeError:
        return "", ""
    return (library, data) if Path(library).is_file() else ("", "")


@lru_cache(maxsize=1)
def _fingerprint(library: str) -> str:
    """The same for the same library, wherever and whenever it was installed."""
    try:
        content = Path(library).read_bytes()
    except OSError as error:
        raise VoiceError(
            _("The voice's library can't be read: {reason}.").format(reason=error.strerror),
            _("Install the program again."),
        ) from error
    return f"espeak-ng {len(content)}-{zlib.crc32(content):08x}"


def _voices(language: str) -> list[str]:
    """espeak-ng's names for a language, the nearest first: `pt-BR` is `pt-br`, else `pt`. Plain `en` is
    American."""
    tag = language.lower().replace("_", "-")
    primary = tag.split("-")[0]
    own = {"en": ["en-us"], "en-gb": ["gmw/en"]}
    names = own.get(tag) or list(dict.fromkeys([tag, *own.get(primary, [primary])]))
    return [f"{name}+{VARIANT}" for name in names]
