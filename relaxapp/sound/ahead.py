"""Blocks made in a thread while those before are encoded."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relaxapp.sound.clip import Samples

MOST = 3
"""Blocks made ahead at most."""


def made_ahead(blocks: "Iterable[Samples]") -> "Iterator[Samples]":
    """The same blocks in the same order, up to MOST of them made before they are asked for.

    What making them raises is raised where they are asked for.
    """
    waiting: deque[Future[Samples | None]] = deque()
    source = iter(blocks)
    with ThreadPoolExecutor(1, "blocks") as thread:
        try:
            while True:
                while len(waiting) < MOST:
                    waiting.append(thread.submit(next, source, None))
                block = waiting.popleft().result()
                if block is None:
                    return
                yield block
        finally:
            for future in waiting:
                future.cancel()
