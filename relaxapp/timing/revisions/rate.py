"""Breathing slower or faster from the next breath on."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from relaxapp.timing.breathing import SLOWEST_RATE, Limits
from relaxapp.timing.course import course, laid_out
from relaxapp.timing.items import Breathing, Item
from relaxapp.timing.revisions.divide import Divided, divide
from relaxapp.timing.revisions.onward import next_breath, onward, words_at

QUICKEST_RATE = Fraction(20)
"""Breaths a minute above which nobody is paced: that is over-breathing."""


def present_rate(parts: Divided) -> Fraction | None:
    """Breaths a minute at the frame, or when breathing next begins; None where there is none to come."""
    if isinstance(parts.current, Breathing):
        return parts.current.rate(next_breath(parts.current, parts.begun) - 1)
    return next((item.rate(0) for item in parts.after if isinstance(item, Breathing)), None)


def slower(limits: Limits, rate: Fraction, by: Fraction) -> Limits:
    """Limits that make the next breath slower by `by`, as far as that is allowed."""
    highest = max(rate - by, min(rate, SLOWEST_RATE))
    return Limits(min(limits.lowest, highest), highest)


def faster(limits: Limits, rate: Fraction, by: Fraction) -> Limits:
    """Limits that make the next breath quicker by `by`, as far as allowed, and none slower after it."""
    lowest = min(rate + by, max(rate, QUICKEST_RATE))
    return Limits(lowest, None if limits.highest is None else max(limits.highest, lowest))


def paced(items: Sequence[Item], frame: int, limits: Limits) -> tuple[Item, ...]:
    """`items` with every breath from `frame` on within `limits`, for about as long as before."""
    parts = divide(items, frame)
    current = parts.current
    if isinstance(current, Breathing):
        _said, later = words_at(current, parts.begun)
        current = onward(current, parts.begun, later, current.frames, limits, anew=True)
    so_far = parts.before if current is None else (*parts.before, current)
    reached = reached_rate(so_far)
    later_items: list[Item] = []
    for item in parts.after:
        if isinstance(item, Breathing):
            along = course(replace(item, high=max(item.high, item.frames)), limits, reached)
            item = replace(laid_out(item, along, along.nearest(item.frames)), low=item.low, high=item.high)
            reached = item.rate(item.breaths - 1) if item.slows else reached
        later_items.append(item)
    return (*so_far, *later_items)


def reached_rate(items: Sequence[Item]) -> Fraction | None:
    """Breaths a minute that the last slowing among `items` reached; None where there was none."""
    for item in reversed(items):
        if isinstance(item, Breathing) and item.slows:
            return item.rate(item.breaths - 1)
    return None
