"""From the words a minute that a person asks for to the parameters that make espeak-ng speak so.

espeak-ng's own "words a minute" are quicker than they say: 100 gives 127, 125 gives 160. And below 84, which
gives 107, it grows no slower; slower speech needs gaps between words.

Measured with espeak-ng 1.52, en-us+klatt4, on 20 sentences (214 words) of relaxation scripts, silence at both
ends trimmed: all words over all seconds. klatt5 says a text in the same frames.
"""

from bisect import bisect_right
from functools import lru_cache

_RATES = (84, 86, 88, 90, 92, 95, 100, 105, 110, 120, 130, 150, 175, 200, 250, 300, 350, 400, 450)
_SPOKEN = (
    *(107.3, 109.5, 112.0, 114.5, 117.3, 121.3, 127.5, 133.9, 140.6, 153.5),
    *(167.4, 193.0, 225.8, 258.2, 321.1, 386.5, 457.7, 514.8, 570.1),
)
"""Words a minute really spoken at each of `_RATES` with no gap."""
_GAP_MS = 34.0
"""What the smallest gap adds to each word at the slowest rate, before its steps are counted, in ms."""
_GAP_STEP_MS = 26.9
"""What each step of the gap adds to each word at the slowest rate, in ms."""
_WIDEST = 60
"""The widest gap used, in steps: 28 words a minute."""


@lru_cache
def espeak_rate(words_per_minute: float) -> tuple[int, int]:
    """espeak-ng's rate and word gap that come nearest to `words_per_minute` really spoken.

    Within 1% between 60 and 400; what lies outside of what espeak-ng can do gets the nearest it can.
    """
    gap = 0
    while gap < _WIDEST and _spoken(_RATES[0], gap) > words_per_minute:
        gap += 1
    rate = min(range(_RATES[0], _RATES[-1] + 1), key=lambda rate: abs(_spoken(rate, gap) - words_per_minute))
    return rate, gap


def _spoken(rate: int, gap: int) -> float:
    """Words a minute at espeak-ng's `rate` and `gap`."""
    right = min(max(bisect_right(_RATES, rate), 1), len(_RATES) - 1)
    low, high = _RATES[right - 1], _RATES[right]
    part = (rate - low) / (high - low)
    plain = _SPOKEN[right - 1] + part * (_SPOKEN[right] - _SPOKEN[right - 1])
    if not gap:
        return plain
    gap_ms = (_GAP_MS + _GAP_STEP_MS * gap) * _RATES[0] / rate
    return 60_000 / (60_000 / plain + gap_ms)
