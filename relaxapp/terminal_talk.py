"""The plain mode's talk with a terminal, a screen reader or a pipe."""

import sys
import threading
import time
from queue import Empty, SimpleQueue

from relaxapp.practice.plain import Talk


class _Typed:
    """Lines of standard input, read beside the practice; None stands for its end."""

    def __init__(self) -> None:
        self._lines: SimpleQueue[str | None] = SimpleQueue()
        self._ended = False
        threading.Thread(target=self._read, name="typed lines", daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self._lines.put(line.rstrip("\n"))
        self._lines.put(None)

    def next(self) -> str | None:
        """Wait for the next line; None at the end of input."""
        while not self._ended:
            try:
                line = self._lines.get(timeout=0.2)  # so that Ctrl-C is heard between
            except Empty:
                continue
            if line is None:
                self._ended = True
            return line
        return None

    def at_hand(self) -> str | None:
        """A line typed since the last look, or None."""
        if self._ended:
            return None
        try:
            line = self._lines.get_nowait()
        except Empty:
            return None
        if line is None:
            self._ended = True
        return line


def terminal_talk() -> Talk:
    """Print to standard output, read standard input. A pipe answers questions, but doesn't pause."""
    typed = _Typed()
    person = sys.stdin.isatty()

    def ask(question: str) -> str | None:
        print(question, end="", flush=True)
        answer = typed.next()
        if not person:
            print()
        return answer

    return Talk(
        tell=lambda line: print(line, flush=True),
        ask=ask,
        pressed=typed.at_hand if person else lambda: None,
        wait=time.sleep,
    )
