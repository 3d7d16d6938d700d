"""One recorded line: trimmed, as loud as the others, its faults told."""

import numpy as np
import pytest

from relaxapp.sound.loudness import integrated
from relaxapp.sound.speech import LINE_LUFS
from relaxapp.sound.voices.take import KEPT_SECONDS, taken
from relaxapp.timing.frames import RATE
from tests.sound.spoken import room, spoken


def test_silence_around_the_words_is_trimmed() -> None:
    take = taken(spoken(before=1.5, words=2.0, after=1.0), RATE)
    assert take.clip is not None
    assert 2.0 <= take.clip.seconds <= 2.0 + 2 * KEPT_SECONDS + 0.06
    assert take.clip.samples[0] == take.clip.samples[-1] == 0


@pytest.mark.parametrize("volume", [0.06, 0.2, 0.5])
def test_loud_and_soft_lines_come_out_equally_loud(volume: float) -> None:
    take = taken(spoken(volume=volume, noise=0.0002), RATE)
    assert take.clip is not None
    heard = integrated([np.repeat(take.clip.samples, 2).reshape(-1, 2)], RATE)
    assert heard == pytest.approx(LINE_LUFS, abs=0.6)


def test_a_take_without_words_is_none() -> None:
    assert taken(room(2.0, 0.001), RATE).clip is None
    assert taken(np.zeros(0, np.float32), RATE).clip is None
    click = room(2.0, 0.0005)
    click[RATE : RATE + 200] = 0.5
    assert taken(click, RATE).clip is None


def test_clipping_and_noise_are_told_and_only_where_they_are() -> None:
    good = taken(spoken(), RATE)
    assert (good.clipped, good.noisy) == (False, False)
    assert taken(np.clip(spoken(volume=3.0), -1, 1), RATE).clipped
    assert taken(spoken(noise=0.02), RATE).noisy
