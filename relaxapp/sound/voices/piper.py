"""Piper, a neural voice that runs offline, where its extra is installed: `pip install relaxapp[piper]`."""

import importlib.util
from collections.abc import Sequence
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.sound.voices.child import COMMAND, PATIENCE, Child
from relaxapp.sound.voices.own_rate import own_rate
from relaxapp.sound.voices.sample import SAMPLE, words_per_minute
from relaxapp.sound.voices.speakable import speakable
from relaxapp.sound.voices.voice import Tuning
from relaxapp.words.script import MANNER_RATE, Say

if TYPE_CHECKING:
    from relaxapp.sound.clip import Clip

SILENCE_RATE = 22_050
"""Frames a second of a line with nothing to say."""
USUAL_RATE = 170.0
"""Words a minute of a voice that says too little to be measured."""
MOST_SLOWNESS = 4.0
PATIENCE_TO_LOAD = 60.0
"""Seconds that a model may take to load on a slow computer, and a line beyond what its text takes."""


class PiperVoice:
    """One Piper model at the listener's speed. One child: the model itself uses every core."""

    def __init__(
        self,
        model: Path,
        name: str,
        tuning: Tuning | None = None,
        *,
        folder: Path | None = None,
        command: Sequence[str] = COMMAND,
        patience: float = max(PATIENCE, PATIENCE_TO_LOAD),
    ) -> None:
        """`model`: the .onnx file; `name`: what the person calls it; `folder`: where its speed is kept."""
        self._model = model
        self._folder = folder
        self._name = name
        self._tuning = tuning or Tuning()
        self._child = Child({"do": "open", "route": "piper", "model": str(model)}, command, patience)

    @property
    def name(self) -> str:
        """What the person calls it."""
        return self._name

    @property
    def key(self) -> str:
        """The model and the speed."""
        size = self._model.stat().st_size if self._model.is_file() else 0
        return f"piper {self._model.parent.name} {size} {self._tuning.words_per_minute}"

    def at(self, tuning: Tuning) -> "PiperVoice":
        """The same voice at another tuning, by the same child."""
        other = copy(self)
        other._tuning = tuning
        return other

    def warm(self) -> None:
        """Load the model, and learn how fast it speaks, where that isn't known yet. Raises VoiceError."""
        self._child.start()
        assert self._own_rate

    def speak(self, say: Say) -> "Clip":
        """Voice one line. Empty or unspeakable text gives a short silence. Raises VoiceError."""
        text = speakable(say.text)
        if not text:
            from relaxapp.sound.voices.shaping import short_silence

            return short_silence(SILENCE_RATE)
        wanted = self._tuning.words_per_minute * MANNER_RATE[say.manner]
        return self._spoken(text, min(self._own_rate / wanted, MOST_SLOWNESS))

    def close(self) -> None:
        """End the child; harmless when it never ran."""
        self._child.close()

    @cached_property
    def _own_rate(self) -> float:
        """Words a minute at which it speaks by itself."""
        return own_rate(self._folder, self._measured_rate)

    def _measured_rate(self) -> float:
        clip = self._spoken(SAMPLE, 1.0)
        return words_per_minute(clip) if clip.samples.any() else USUAL_RATE

    def _spoken(self, text: str, slowness: float) -> "Clip":
        told, samples = self._child.ask({"do": "speak", "slowness": slowness}, text)
        from relaxapp.sound.voices.shaping import spoken

        return spoken(samples, int(told["rate"]))


def available() -> bool:
    """Whether Piper is installed; loads nothing."""
    return importlib.util.find_spec("piper") is not None
