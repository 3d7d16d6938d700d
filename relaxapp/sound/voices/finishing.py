"""How a voiced line is kept: at the house rate, and never too loud once its voice's gain is applied."""

from relaxapp.sound.clip import Clip
from relaxapp.sound.resampling import at_house_rate
from relaxapp.sound.speech import CEILING
from relaxapp.sound.voices.limiter import limited


def finished(clip: Clip, gain: float) -> Clip:
    """`clip` at the house rate, with no peak that `gain`, linear, would bring above CEILING."""
    return limited(at_house_rate(clip), CEILING / gain)
