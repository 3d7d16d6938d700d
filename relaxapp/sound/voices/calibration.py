"""One gain a voice, so that all are heard equally loud: measured once, and kept beside the clips."""

import hashlib
import json
import math
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.locations import private_folder
from relaxapp.sound.voices.voice import Voice
from relaxapp.words.script import Say

if TYPE_CHECKING:
    from relaxapp.sound.clip import Clip

TARGET_LUFS = -20.0
"""The integrated loudness of a voice, as it is heard: the same in both channels."""
SENTENCES = (
    "Let your body settle, just as it is, and let the breath come and go.",
    "Make loose fists, only as firm as is comfortable, and then let them go.",
    "Bring to mind a quiet place, and look around you there for a while.",
    "Each breath out can carry a little of the tension away with it.",
)
"""What is measured: about twenty seconds with the sounds of ordinary lines."""
SAMPLE = SENTENCES[0]
"""What tells whether a voice speaks, and how fast by itself."""
MOST_DECIBELS = 20.0
"""No voice is made louder or softer by more."""


def gain(voice: Voice, folder: Path) -> float:
    """The linear gain that brings `voice` to TARGET_LUFS; 1 for a voice that is silent.

    Read from `folder` where it was measured before; measuring takes a few spoken sentences. Where it can't be
    kept there, it is measured again the next time. Raises VoiceError.
    """
    kept = kept_gain(voice.key, folder)
    if kept is not None:
        return kept
    found = measured(voice)
    with suppress(OSError):
        _write(_path(voice.key, folder), found)
    return found


def words_per_minute(sample: "Clip") -> float:
    """How fast a voice says SAMPLE; the clip is not empty."""
    return 60 * len(SAMPLE.split()) / sample.seconds


def kept_gain(voice_key: str, folder: Path) -> float | None:
    """The gain measured before; None where there is none, or nothing that could be one."""
    try:
        found = json.loads(_path(voice_key, folder).read_bytes())
    except (OSError, ValueError):
        return None
    most = 10 ** (MOST_DECIBELS / 20)
    possible = isinstance(found, float) and 1 / most <= found <= most
    return found if possible else None


def measured(voice: Voice) -> float:
    """The gain, measured now. Raises VoiceError."""
    import numpy as np

    from relaxapp.sound.loudness import amplitude, integrated

    clips = [voice.speak(Say(sentence)) for sentence in SENTENCES]
    loudness = integrated((np.repeat(clip.samples, 2).reshape(-1, 2) for clip in clips), clips[0].rate)
    if math.isinf(loudness):
        return 1.0
    return amplitude(max(-MOST_DECIBELS, min(MOST_DECIBELS, TARGET_LUFS - loudness)))


def _path(voice_key: str, folder: Path) -> Path:
    return folder / (hashlib.sha256(voice_key.encode()).hexdigest() + ".gain")


def _write(path: Path, found: float) -> None:
    private_folder(path.parent)
    handle, part = tempfile.mkstemp(".part", dir=path.parent)
    try:
        with os.fdopen(handle, "w") as file:
            file.write(json.dumps(found))
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
