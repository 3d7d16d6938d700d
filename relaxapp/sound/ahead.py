"""Work done in threads before its result is asked for."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import repeat
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from relaxapp.sound.clip import Samples

BLOCKS = 3
"""Blocks made ahead at most."""

_Thing = TypeVar("_Thing")
_Result = TypeVar("_Result")


def done_ahead(
    work: Callable[[_Thing], _Result], things: Iterable[_Thing], threads: int, most: int
) -> Generator[tuple[_Thing, Future[_Result]], None, None]:
    """Each of `things`, in order, with the future of what `work` gives for it.

    Up to `most` are begun before they are asked for, in so many threads; no result is held any longer than
    that. Closed early, nothing more is begun; whoever may leave it early closes it.
    """
    waiting: deque[tuple[_Thing, Future[_Result]]] = deque()
    with ThreadPoolExecutor(threads, "ahead") as pool:
        try:
            for thing in things:
                waiting.append((thing, pool.submit(work, thing)))
                if len(waiting) > most:
                    yield waiting.popleft()
            while waiting:
                yield waiting.popleft()
        finally:
            for _thing, future in waiting:
                future.cancel()


def made_ahead(blocks: "Iterable[Samples]") -> "Iterator[Samples]":
    """The same blocks in the same order, up to BLOCKS of them made in a thread before they are asked for.

    What making them raises is raised where they are asked for.
    """
    source = iter(blocks)
    for _turn, made in done_ahead(lambda _turn: next(source, None), repeat(None), 1, BLOCKS):
        block = made.result()
        if block is None:
            return
        yield block
