"""Frames and seconds. Everything timed is in whole frames at the house rate."""

RATE = 48_000
"""The house sample rate in frames a second; Opus knows no other."""


def frames(seconds: float) -> int:
    """The whole number of frames nearest to `seconds`."""
    return round(seconds * RATE)


def seconds(frames: int) -> float:
    """The length of `frames` in seconds."""
    return frames / RATE


def house_frames(frames: int, rate: int) -> int:
    """The length of `frames` at `rate` once they are resampled to the house rate: the nearest, halves up."""
    return (2 * frames * RATE + rate) // (2 * rate)
