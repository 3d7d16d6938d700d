"""How long a line will take to say, before it is voiced."""

from relaxapp.timing.cues import Duration, Durations
from relaxapp.timing.frames import frames
from relaxapp.words.script import MANNER_RATE, Say

# Measured on 320 lines of the practices at 100, 130 and 150 words a minute, as they are heard, manner and
# breath at commas included. All lines together come out 0.5 to 2.5 % shorter than with Festival, and 1 to
# 2.5 % longer than with espeak-ng; a single line is 8 % off on average.
LETTER = 0.25
"""One letter or digit, in the time of a word."""
MARK = 0.9
"""The rest at a comma, colon or dash, in the time of a word."""
ENDS = 0.4
"""The beginning and the end of a clip together, in the time of a word."""
DIGIT = 4
"""Letters that a digit sounds like."""
MARKS = frozenset(",;:–—")
"""Where a voice rests inside a sentence."""

ORDINARY = 125
"""Words a minute of a voice that nobody tuned."""


def estimate(say: Say, words_per_minute: float) -> Duration:
    """How long a voice tuned to `words_per_minute` will take to say a line; always marked as estimated."""
    letters = sum(map(str.isalpha, say.text)) + DIGIT * sum(map(str.isdigit, say.text))
    rests = sum(map(MARKS.__contains__, say.text))
    words = LETTER * letters + MARK * rests + ENDS
    return Duration(frames(words * 60 / (words_per_minute * MANNER_RATE[say.manner])), estimated=True)


def at_rate(words_per_minute: float) -> Durations:
    """Estimates for every line at one speed: what `check` proves the lengths of a script with."""
    return lambda say: estimate(say, words_per_minute)
