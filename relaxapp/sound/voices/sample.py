"""Sentences by which a voice is heard and measured."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relaxapp.sound.clip import Clip

SENTENCES = (
    "Let your body settle, just as it is, and let the breath come and go.",
    "Make loose fists, only as firm as is comfortable, and then let them go.",
    "Bring to mind a quiet place, and look around you there for a while.",
    "Each breath out can carry a little of the tension away with it.",
)
"""About twenty seconds with the sounds of ordinary lines."""
SAMPLE = SENTENCES[0]
"""What tells whether a voice speaks, and how fast by itself."""


def words_per_minute(sample: "Clip") -> float:
    """How fast a voice says SAMPLE; the clip is not empty."""
    return 60 * len(SAMPLE.split()) / sample.seconds
