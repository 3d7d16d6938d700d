"""How loud something is, by EBU R 128: LUFS and true peak. The only import of pyebur128."""

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from relaxapp.timing.frames import RATE

SILENCE = -math.inf
"""The loudness and the peak of silence."""

Sound = npt.NDArray[np.float32] | npt.NDArray[np.int16]
"""float32 or int16, shape (frames,) for mono or (frames, channels)."""

MOMENT = 0.4
"""The window of momentary loudness in seconds (EBU Tech 3341)."""
_STEP = 0.1
"""How often momentary loudness is read, in seconds: the overlap of 75% that EBU Tech 3341 asks for."""


def integrated(blocks: Iterable[Sound], rate: int = RATE) -> float:
    """The integrated loudness of all `blocks` together, in LUFS; -inf for silence or less than 0.4 s."""
    from pyebur128 import MeasurementMode, R128State, get_loudness_global

    state = None
    for block in blocks:
        if state is None:
            state = R128State(_channels(block), rate, MeasurementMode.MODE_I)
        _add(state, block)
    return SILENCE if state is None else float(get_loudness_global(state))


def momentary(blocks: Iterable[Sound], rate: int = RATE) -> list[float]:
    """Momentary loudness in LUFS, every 100 ms, from the first 0.4 s on."""
    from pyebur128 import MeasurementMode, R128State, get_loudness_momentary

    state = None
    step, moment = round(_STEP * rate), round(MOMENT * rate)
    fed = 0
    read: list[float] = []
    for block in blocks:
        if state is None:
            state = R128State(_channels(block), rate, MeasurementMode.MODE_M)
        at = 0
        while at < len(block):
            part = block[at : at + step - fed % step]
            _add(state, part)
            at += len(part)
            fed += len(part)
            if fed % step == 0 and fed >= moment:
                read.append(float(get_loudness_momentary(state)))
    return read


def momentary_max(blocks: Iterable[Sound], rate: int = RATE) -> float:
    """The greatest momentary loudness in LUFS; -inf for silence or less than 0.4 s."""
    return max(momentary(blocks, rate), default=SILENCE)


def true_peak(blocks: Iterable[Sound], rate: int = RATE) -> float:
    """The greatest true peak of any channel in dBTP, oversampled four times; -inf for silence."""
    from pyebur128 import MeasurementMode, R128State, get_true_peak

    state = None
    channels = 0
    for block in blocks:
        if state is None:
            channels = _channels(block)
            state = R128State(channels, rate, MeasurementMode.MODE_TRUE_PEAK)
        _add(state, block)
    if state is None:
        return SILENCE
    peak = max(float(get_true_peak(state, channel)) for channel in range(channels))
    return decibels(peak)


def decibels(amplitude: float) -> float:
    """A linear amplitude in dB; -inf for none."""
    return 20 * math.log10(amplitude) if amplitude > 0 else SILENCE


def amplitude(decibels: float) -> float:
    """dB as a linear amplitude."""
    return float(10 ** (decibels / 20))


def _channels(block: Sound) -> int:
    return 1 if block.ndim == 1 else block.shape[1]


def _add(state: object, block: Sound) -> None:
    if len(block):
        state.add_frames(np.ascontiguousarray(block).reshape(-1), len(block))  # type: ignore[attr-defined]
