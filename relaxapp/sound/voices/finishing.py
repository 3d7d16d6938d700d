"""How a voiced line is kept: at the house rate, and never too loud once it is brought to its level."""

from relaxapp.sound.clip import Clip
from relaxapp.sound.resampling import at_house_rate
from relaxapp.sound.speech import CEILING, VOICE_GAIN
from relaxapp.sound.voices.limiter import limited


def finished(clip: Clip) -> Clip:
    """`clip` at the house rate, with no peak that VOICE_GAIN would bring above CEILING."""
    return limited(at_house_rate(clip), CEILING / VOICE_GAIN)
