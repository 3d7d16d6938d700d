"""How fast a voice speaks by itself: measured once, and kept beside it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from relaxapp.errors import FileError
from relaxapp.writing import write_whole

OWN_RATE = "own-rate"
"""The file in a voice's folder; it holds words a minute."""
SLOWEST, FASTEST = 20.0, 1_000.0
"""Words a minute outside of which no voice speaks: such a file was damaged."""


def own_rate(folder: Path | None, measure: Callable[[], float]) -> float:
    """Words a minute as kept in the voice's `folder`, else as measured now and kept there; a voice without a
    folder is measured each time. Raises what `measure` raises."""
    if folder is None:
        return measure()
    with suppress(OSError, ValueError):
        kept = float((folder / OWN_RATE).read_text(encoding="utf-8"))
        if SLOWEST <= kept <= FASTEST:
            return kept
    measured = measure()
    with suppress(FileError):
        write_whole(folder / OWN_RATE, [f"{measured:.2f}\n"])
    return measured
