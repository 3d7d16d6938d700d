"""Making the silences and releases still to come longer or shorter."""

from collections.abc import Sequence
from dataclasses import replace

from relaxapp.timing.items import Gap, Held, Item
from relaxapp.timing.revisions.divide import as_inside, divide


def stretch(items: Sequence[Item], frame: int, factor: float) -> tuple[Item, ...]:
    """`items` with every silence and release that begins at `frame` or later `factor` times as long.

    The silences at the very start and end stay as they are: they serve the devices, not the person.
    """
    parts = divide(items, frame)
    first = 0 if parts.so_far else 1
    later = parts.after[first:-1]
    return (
        *parts.so_far,
        *parts.after[:first],
        *(_stretched(item, factor) for item in later),
        *parts.after[max(first, len(parts.after) - 1) :],
    )


def _stretched(item: Item, factor: float) -> Item:
    match item:
        case Gap():
            return replace(
                item,
                low=round(item.low * factor),
                high=round(item.high * factor),
                frames=round(item.frames * factor),
            )
        case Held(tensing=False):
            inside = as_inside(_stretched(part, factor) for part in item.inside)
            filled = sum(part.frames for part in inside)
            low, high = round(item.low * factor), round(item.high * factor)
            frames = max(round(item.frames * factor), filled)
            return replace(item, low=low, high=high, inside=inside, frames=frames)
        case _:
            return item
