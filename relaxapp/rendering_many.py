"""Many practices as files at once: a process for each, as many side by side as there are processors.

The files grow in a hidden folder beside their places and go there when they are whole. Whatever ends this,
nothing half-written is left.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from relaxapp.errors import FileError
from relaxapp.sound.formats import telling
from relaxapp.translation import _

STEPS = 1000
"""In how many steps the progress of one file is told."""
LOOK_SECONDS = 0.1
"""How often it looks how far they are."""
COMMAND = (sys.executable, "-m", "relaxapp.cli", "render")
"""What makes one file; it is given the practice, its minutes, its file and `--steps`."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file."""

    practice: str
    """The id of the practice."""
    minutes: float
    """How long."""
    file: Path
    """Where it shall lie."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A file that could not be made."""

    wanted: Wanted
    why: str
    """In plain words."""


def render_many(
    files: Sequence[Wanted],
    progress: Callable[[int], None],
    *,
    stop: threading.Event | None = None,
    command: Sequence[str] = COMMAND,
    side_by_side: int | None = None,
) -> tuple[Missed, ...]:
    """Make them all; those that could not be made. All lie in one folder.

    Where `stop` is set while they are made, no more are. `progress` is told how many steps, of STEPS a file,
    are done; where it fails, nobody waits for them any more, and no more are made either. Raises FileError
    where nothing can be written there.
    """
    folder = files[0].file.parent
    with telling(folder):
        growing = Path(tempfile.mkdtemp(prefix=".relaxapp-", dir=folder))
    makers = [_Maker(wanted, growing / wanted.file.name, command) for wanted in files]
    done = threading.Event()

    failed: list[BaseException] = []

    def tell() -> None:
        if stop is None or not stop.is_set():
            progress(sum(maker.steps for maker in makers))

    def look() -> None:
        while not done.wait(LOOK_SECONDS) and not (stop is not None and stop.is_set()):
            try:
                tell()
            except BaseException as error:  # noqa: BLE001  it is raised where the files are waited for
                failed.append(error)
                break
        end()

    def end() -> None:
        for maker in makers:
            maker.stop()
        for maker in makers:
            maker.wait()

    looking = threading.Thread(target=look, daemon=True)
    threads = ThreadPoolExecutor(side_by_side or os.cpu_count() or 1)
    try:
        looking.start()
        missed = list(threads.map(_Maker.make, makers))
        if failed:
            raise failed[0]
        tell()
    finally:
        done.set()
        end()
        threads.shutdown(cancel_futures=True)
        looking.join()
        shutil.rmtree(growing, ignore_errors=True)
    return tuple(each for each in missed if each is not None)


class _Maker:
    """One process that makes one file."""

    def __init__(self, wanted: Wanted, part: Path, command: Sequence[str]) -> None:
        self._wanted = wanted
        self._part = part
        self._command = command
        self._process: subprocess.Popen[str] | None = None
        self._ended = False
        self._lock = threading.Lock()
        self.steps = 0
        """How many steps are done."""

    def make(self) -> Missed | None:
        """Make it, and put it in its place; why not, where it can't be."""
        wanted = self._wanted
        asked = [wanted.practice, "--minutes", f"{wanted.minutes:g}", "-o", str(self._part), "--steps"]
        with self._lock:
            if self._ended:
                return None
            self._process = subprocess.Popen(
                [*self._command, *asked], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            )
        out, told = self._process.stdout, self._process.stderr
        assert out is not None
        assert told is not None
        with out, told:
            for line in out:
                if line.strip().isdecimal():
                    self.steps = int(line)
            said = told.read().strip()
        if self._process.wait() != 0:
            self.steps = STEPS
            return Missed(wanted, said or _("The program that made it ended unexpectedly."))
        try:
            with telling(wanted.file):
                self._part.replace(wanted.file)
        except FileError as error:
            return Missed(wanted, str(error))
        self.steps = STEPS
        return None

    def stop(self) -> None:
        """Have it end, if it runs; a voice that it waits for may take a moment to let go."""
        with self._lock:
            self._ended = True
        if self._process is not None and self._process.poll() is None:
            with suppress(OSError):
                self._process.terminate()

    def wait(self) -> None:
        """Wait until it has ended, if it ran."""
        if self._process is not None:
            self._process.wait()
