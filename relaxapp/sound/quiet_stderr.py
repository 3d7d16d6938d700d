"""Keeps what sound libraries print on file descriptor 2 off the screen that Textual paints on it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from relaxapp.locations import private_folder

LONGEST = 1_000_000
"""Bytes; a longer log is begun anew."""


@contextmanager
def quiet_stderr(log: Path) -> Iterator[None]:
    """Point file descriptor 2 at the file `log`; `sys.stderr` and `sys.__stderr__` write where they did.

    To be entered before the screen starts and left after it ended; then all is as before. Programs started
    meanwhile print into the log too. Where the log can't be written, what libraries print is dropped.
    """
    before = (sys.stderr, sys.__stderr__)
    for stream in before:
        if stream is not None:
            stream.flush()
    kept = _duplicate(2)
    _point(2, _open_log(log))
    screen = None if kept is None else _text(kept)
    if screen is not None:
        sys.stderr, sys.__stderr__ = (  # type: ignore[misc, assignment]
            screen if _is_fd_2(stream) else stream for stream in before
        )
    try:
        yield
    finally:
        sys.stderr, sys.__stderr__ = before  # type: ignore[misc]
        if kept is None or screen is None:
            os.close(2)
        else:
            screen.flush()
            os.dup2(kept, 2)
            screen.close()


def _duplicate(descriptor: int) -> int | None:
    """A duplicate, or None where it is closed."""
    with suppress(OSError):
        return os.dup(descriptor)
    return None


def _open_log(log: Path) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    try:
        private_folder(log.parent)
        if log.exists() and log.stat().st_size > LONGEST:
            flags |= os.O_TRUNC
        return os.open(log, flags, 0o600)
    except OSError:
        return os.open(os.devnull, os.O_WRONLY)


def _point(descriptor: int, at: int) -> None:
    """Make `descriptor` mean what `at` means, for child processes too; `at` is closed."""
    if at == descriptor:
        os.set_inheritable(descriptor, True)
        return
    os.dup2(at, descriptor)
    os.close(at)


def _text(descriptor: int) -> TextIO:
    """A text stream like the one Python opens for file descriptor 2."""
    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
    return open(descriptor, "w", encoding=encoding, errors="backslashreplace", buffering=1)


def _is_fd_2(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.fileno() == 2
    except (OSError, ValueError):
        return False
