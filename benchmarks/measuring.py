"""Whole processes, measured from outside: wall seconds, processor seconds, and the most memory they held."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """One process from start to end."""

    seconds: float
    """By the clock on the wall."""
    processor: float
    """Seconds of processor time, its children's included."""
    megabytes: float
    """The most memory it held at once (resident set size)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the results."""

    name: str
    value: str
    wanted: str = ""
    """What it should be at most; empty where nothing is asked."""


def environment(more: dict[str, str] | None = None) -> dict[str, str]:
    """The environment of what is measured: as anyone has it, with compiled modules kept between runs."""
    env = {**os.environ, **(more or {})}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    return env


def measured(command: Sequence[str], env: dict[str, str] | None = None, cwd: Path | None = None) -> Run:
    """Run a command; RuntimeError where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment(env), cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    errors = process.stderr.read()
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    seconds = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"{command}: {errors.decode(errors='replace')[-800:]}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


_PEAK = """
import os, subprocess, sys, time
start = time.perf_counter()
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_pid, status, usage = os.wait4(child.pid, 0)
print(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def peak(command: Sequence[str], env: dict[str, str] | None = None) -> Run:
    """Run a command from a small process of its own; subprocess.CalledProcessError where it fails.

    A program started from here would begin with the most memory that this one ever held: Linux hands the mark
    on when a process is forked, and keeps it when another program takes its place.
    """
    told = subprocess.run(
        [PYTHON, "-S", "-E", "-c", _PEAK, *command],
        env=environment(env),
        check=True,
        stdout=subprocess.PIPE,
    ).stdout
    return Run(*map(float, told.split()))


def in_turn(rounds: int, *works: Callable[[], Run], warm: bool = True) -> list[list[Run]]:
    """Each work once a round, in turn, so that all meet the same noise.

    `warm`: whether a first round is not counted, where what was read before makes a difference.
    """
    if warm:
        for work in works:
            work()
    runs: list[list[Run]] = [[] for _work in works]
    for _round in range(rounds):
        for work, found in zip(works, runs, strict=True):
            found.append(work())
    return runs


def ratio(ours: Sequence[Run], theirs: Sequence[Run]) -> str:
    """The median of the paired ratios of wall time, with the least and the greatest."""
    pairs = [one.seconds / other.seconds for one, other in zip(ours, theirs, strict=True)]
    return f"{statistics.median(pairs):.2f} ({min(pairs):.2f}-{max(pairs):.2f})"


def median(runs: Sequence[Run]) -> str:
    """The median wall time."""
    return f"{statistics.median(run.seconds for run in runs):.2f} s"


PYTHON = sys.executable
