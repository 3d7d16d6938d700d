"""The plain mode's talk with a terminal, a screen reader or a pipe."""

import shutil
import sys
import threading
import time
from queue import Empty, SimpleQueue

from relaxapp.practice.plain import Talk
from relaxapp.wrapping import wrapped


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


def _fitting(text: str) -> str:
    """The text broken between words at the edge of the terminal; a pipe gets whole lines.

    The space that ends a question stays, so that the answer stands apart from it.
    """
    if not sys.stdout.isatty():
        return text
    words = text.rstrip(" ")
    rows = wrapped(words.split("\n"), shutil.get_terminal_size((80, 24)).columns)
    return "\n".join(rows) + text[len(words) :]


def terminal_talk() -> Talk:
    """Print to standard output, read standard input. A pipe answers questions, but doesn't pause."""
    typed = _Typed()
    person = sys.stdin.isatty()

    def ask(question: str) -> str | None:
        print(_fitting(question), end="", flush=True)
        answer = typed.next()
        if not person:
            print()
        return answer

    return Talk(
        tell=lambda line: print(_fitting(line), flush=True),
        ask=ask,
        pressed=typed.at_hand if person else lambda: None,
        wait=time.sleep,
    )
