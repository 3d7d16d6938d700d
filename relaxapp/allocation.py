"""How the C library keeps memory: blocks of sound are freed and wanted again hundreds of times.

glibc gives each block back to the system at once, and the system clears it anew the next time; and it keeps a
heap for each thread. Where the C library has no such settings, its own ways stay.
"""

import ctypes
import sys
from contextlib import suppress

KEPT_BYTES = 32 * 1024 * 1024
"""Freed memory that is kept to be used again."""
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8
"""The settings' numbers in malloc.h; see mallopt(3)."""


def keep_freed(kept_bytes: int = KEPT_BYTES) -> None:
    """Keep what is freed, in one heap."""
    if not sys.platform.startswith("linux"):
        return
    with suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(M_ARENA_MAX, 1)
        mallopt(M_MMAP_THRESHOLD, kept_bytes)
        mallopt(M_TRIM_THRESHOLD, kept_bytes)
