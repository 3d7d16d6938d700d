"""The parent's side of a speaking child: start it, ask it with a time limit, end it when it hangs or dies."""

import contextlib
import subprocess
import sys
import threading
import weakref
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from relaxapp.errors import VoiceError
from relaxapp.sound.voices import framing
from relaxapp.sound.voices.watch import Watch
from relaxapp.translation import _

COMMAND = (sys.executable, "-m", "relaxapp.sound.voices.speaker_child")
ROOT = Path(__file__).resolve().parents[3]
"""Where the package lies: the child's folder, so that it is found, and nothing in the person's own folder is
taken for a module."""
PATIENCE = 10.0
"""Seconds a child may take for anything, beyond what its text takes."""
PATIENCE_A_CHARACTER = 0.01
"""Seconds more for each character: forty times what espeak-ng takes."""
TRIES = 2
"""How often a request is tried, each time with a fresh child."""


class Child:
    """One speaking child. Threads may share it: they are served one after the other.

    It starts at the first request, or with `start`. A child that hangs, dies or sends nonsense is ended, and
    the request is put to a new one; failing twice is a VoiceError. Closed, it starts anew when it is asked
    again.
    """

    def __init__(
        self, opening: framing.Header, command: Sequence[str] = COMMAND, patience: float = PATIENCE
    ) -> None:
        """`opening` is the first request of every new child; `patience` its time limit in seconds."""
        self._opening = opening
        self._command = tuple(command)
        self._patience = patience
        self._process: _Process | None = None
        self._told: framing.Header = {}
        self._turn = threading.Lock()
        self._closings = 0

    def start(self) -> framing.Header:
        """Start the child if it isn't running; returns what it told of itself. Raises VoiceError."""
        with self._turn:
            self._try(None)
            return self._told

    def ask(self, request: framing.Header, text: str) -> tuple[framing.Header, bytes]:
        """Put one request to the child; returns the header and body of its answer. Raises VoiceError."""
        body = text.encode("utf-8", "replace")
        with self._turn:
            answer = self._try((request, body))
        assert answer is not None
        return answer

    def close(self) -> None:
        """End the child at once, even while another thread waits for it; that thread gets a VoiceError."""
        self._closings += 1
        process = self._process
        if process is not None:
            process.end()

    def _try(self, question: tuple[framing.Header, bytes] | None) -> tuple[framing.Header, bytes] | None:
        closings = self._closings
        for tried in range(1, TRIES + 1):
            try:
                process = self._ready()
                return process.ask(*question, self._limit(question[1])) if question else None
            except _FailedError as failed:
                if self._process is not None:
                    self._process.end()
                    self._process = None
                if self._closings != closings:
                    raise VoiceError(_("The voice was closed while it spoke.")) from failed
                if tried == TRIES:
                    raise _told_twice(failed) from failed
        raise AssertionError("every try returns or fails")

    def _ready(self) -> "_Process":
        if self._process is None or not self._process.alive:
            self._process = _Process(self._command)
            self._told, _body = self._process.ask(self._opening, b"", self._patience)
        return self._process

    def _limit(self, body: bytes) -> float:
        return self._patience + PATIENCE_A_CHARACTER * len(body)


def _told_twice(failed: "_FailedError") -> VoiceError:
    hint = _("Practices go on with captions; `relaxapp doctor` tells what is wrong with the voice.")
    if failed.hung:
        return VoiceError(_("The voice did not answer in time."), hint)
    if failed.said:
        return VoiceError(_("The voice does not work: {reason}.").format(reason=failed.said), hint)
    return VoiceError(_("The voice stopped unexpectedly, twice."), hint)


class _FailedError(Exception):
    """One child failed once."""

    def __init__(self, *, hung: bool = False, said: str = "") -> None:
        super().__init__(said)
        self.hung = hung
        """Whether it was ended because it took too long."""
        self.said = said
        """What it told itself of its failure, if anything."""


class _Process:
    """A started child process and its two pipes; ended and reaped by `end`, or when nobody holds it."""

    def __init__(self, command: Sequence[str]) -> None:
        try:
            self._popen = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=ROOT,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise _FailedError(said=str(error)) from error
        self._late = threading.Event()
        self._watch = Watch(partial(_kill, self._popen, self._late))
        self.end = weakref.finalize(self, _end, self._popen, self._watch)

    @property
    def alive(self) -> bool:
        return self.end.alive and self._popen.poll() is None

    def ask(self, request: framing.Header, body: bytes, limit: float) -> tuple[framing.Header, bytes]:
        """Send one frame and wait for the next, at most `limit` seconds. Raises _FailedError."""
        try:
            with self._watch.within(limit):
                framing.send(cast(BinaryIO, self._popen.stdin), {**request, "seconds": limit}, body)
                header, answer = framing.receive(cast(BinaryIO, self._popen.stdout))
        except (OSError, ValueError, framing.BrokenFrameError) as error:
            raise _FailedError(hung=self._late.is_set()) from error
        if "error" in header:
            raise _FailedError(said=str(header["error"]))
        return header, answer


def _kill(popen: "subprocess.Popen[bytes]", late: threading.Event) -> None:
    late.set()
    popen.kill()


def _end(popen: "subprocess.Popen[bytes]", watch: Watch) -> None:
    watch.close()
    popen.kill()
    popen.wait()
    for pipe in (popen.stdin, popen.stdout):
        with contextlib.suppress(OSError):  # what was still to be written can't reach anyone
            cast(BinaryIO, pipe).close()
