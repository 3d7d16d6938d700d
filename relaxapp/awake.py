"""Keeping the screen from going dark, where the system allows it."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def stay_awake() -> Iterator[bool]:
    """Keep the screen on, and say whether that can be done here. Never in the way where it can't."""
    from wakepy import keep

    with keep.presenting(on_fail="pass") as mode:
        yield bool(mode.active)
