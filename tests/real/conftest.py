"""Sound devices without a sound card: an ALSA device that is a file, and a sound server of our own."""

import contextlib
import json
import os
import select
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from relaxapp.sound.clip import Block

PATIENCE = 30.0
"""Seconds after which something that should happen counts as not happening."""
_PROGRAM = Path(__file__).with_name("player_program.py")
_ALSA = Path("/usr/share/alsa/alsa.conf")


@pytest.fixture(autouse=True)
def only_on_linux(request: pytest.FixtureRequest) -> None:
    """Elsewhere there is neither ALSA nor, as a rule, PulseAudio."""
    if "folder" in request.fixturenames and sys.platform != "linux":
        pytest.skip("this system has no ALSA")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a short name: a socket's path may have but 107 characters."""
    with tempfile.TemporaryDirectory(prefix="relax") as name:
        yield Path(name)


def needed(program: str, package: str) -> str:
    """The path of a program these tests can't do without."""
    path = shutil.which(program)
    if path is None:
        pytest.fail(f"{program} is missing: apt install {package}")
    return path


def alsa_configuration(folder: Path, default: str) -> Path:
    """An ALSA configuration whose one sound device is `default`."""
    if not _ALSA.exists():
        pytest.fail(f"{_ALSA} is missing: apt install libasound2-data")
    path = folder / "asound.conf"
    path.write_text(f"<{_ALSA}>\npcm.!default {{ {default} }}\n")
    return path


class PlayingProgram:
    """player_program.py, running: told a line, it answers with the player's state."""

    def __init__(self, stems: Path, environment: dict[str, str], ahead: float) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(_PROGRAM), str(stems), str(ahead)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **environment},
            text=True,
        )

    def tell(self, *lines: str) -> dict[str, Any]:
        """Have it do one thing after the other, and return the state after the last."""
        answer: dict[str, Any] = {}
        for line in lines:
            self.send(line)
            answer = self.answer()
        return answer

    def send(self, line: str) -> None:
        """Tell it a line, without waiting for the answer."""
        assert self.process.stdin
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def answer(self) -> dict[str, Any]:
        """The answer to the line sent first."""
        assert self.process.stdout
        assert self.process.stderr
        if not select.select([self.process.stdout], [], [], 2 * PATIENCE)[0]:
            self.process.kill()
        line = self.process.stdout.readline()
        if not line:
            pytest.fail(f"the playing program ended: {self.process.stderr.read()}")
        state: dict[str, Any] = json.loads(line)
        return state

    def end(self) -> None:
        """End it, whatever it is doing."""
        self.process.kill()
        self.process.communicate()


Playing = Callable[..., PlayingProgram]


@pytest.fixture
def playing(folder: Path) -> Iterator[Playing]:
    """Starts playing programs: `playing(stems, environment)`; they end with the test."""
    started: list[PlayingProgram] = []

    def start(stems: Block, environment: dict[str, str], ahead: float = 0.5) -> PlayingProgram:
        path = folder / f"stems{len(started)}.npy"
        np.save(path, stems)
        started.append(PlayingProgram(path, environment, ahead))
        return started[-1]

    yield start
    for program in started:
        program.end()


class FileDevice:
    """An ALSA device that is a pipe: it takes sound as quickly as the test reads it, and loses no bit."""

    _CHUNK = 8_192
    """Bytes read at a time: 21 ms of sound."""

    def __init__(self, folder: Path) -> None:
        pipe = folder / "sound"
        os.mkfifo(pipe)
        default = f'type file slave.pcm "null" file "{pipe}" format "raw"'
        self.environment = {"ALSA_CONFIG_PATH": str(alsa_configuration(folder, default))}
        self._pipe = os.open(pipe, os.O_RDWR)

    def take(self, frames: int) -> Block:
        """The next frames played, at about five times their own pace."""
        taken = self.what_comes(frames, PATIENCE)
        if len(taken) < frames:
            pytest.fail("the device is given nothing")
        return taken

    def what_comes(self, frames: int, patience: float) -> Block:
        """The same, or fewer where nothing came for `patience` seconds."""
        taken = bytearray()
        while len(taken) < frames * 8 and select.select([self._pipe], [], [], patience)[0]:
            taken += os.read(self._pipe, min(self._CHUNK, frames * 8 - len(taken)))
            time.sleep(0.004)
        return np.frombuffer(bytes(taken[: len(taken) // 8 * 8]), np.float32).reshape(-1, 2)

    def close(self) -> None:
        """Close the pipe."""
        os.close(self._pipe)


@pytest.fixture
def file_device(folder: Path) -> Iterator[FileDevice]:
    """An ALSA device that is a file."""
    device = FileDevice(folder)
    yield device
    device.close()


@pytest.fixture
def no_device(folder: Path) -> dict[str, str]:
    """An environment in which ALSA knows no sound device but the cards that are really there."""
    return {"ALSA_CONFIG_PATH": str(alsa_configuration(folder, "type hw card 31"))}


class SoundServer:
    """A PulseAudio of our own, with one loudspeaker that nobody hears but the recorder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._socket = folder / "server"
        self.environment = {
            "PULSE_SERVER": f"unix:{self._socket}",
            "ALSA_CONFIG_PATH": str(alsa_configuration(folder, "type pulse")),
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
        }
        self._server: subprocess.Popen[bytes] | None = None
        self._recorder: subprocess.Popen[bytes] | None = None
        self._recording = folder / "recording"
        plugins = list(Path("/usr/lib").glob("**/alsa-lib/libasound_module_pcm_pulse.so"))
        if not plugins:
            pytest.fail("ALSA's door to PulseAudio is missing: apt install libasound2-plugins")

    def start(self) -> None:
        """Start it, and begin to record."""
        needed("pulseaudio", "pulseaudio")
        script = self._folder / "server.pa"
        script.write_text(
            "load-module module-null-sink sink_name=relax rate=48000 channels=2 format=float32le\n"
            f"load-module module-native-protocol-unix auth-anonymous=1 socket={self._socket}\n"
        )
        options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "-F", str(script)]
        self._server = subprocess.Popen(
            ["pulseaudio", *options],
            env={**os.environ, **self.environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until(self._answers, "the sound server answers")
        self._record()

    def _answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as connection, contextlib.suppress(OSError):
            connection.connect(str(self._socket))
            return True
        return False

    def _record(self) -> None:
        needed("parec", "pulseaudio-utils")
        form = ["--format=float32le", "--rate=48000", "--channels=2", "--raw", "--latency-msec=20"]
        with self._recording.open("wb") as recording:
            self._recorder = subprocess.Popen(
                ["parec", "-d", "relax.monitor", *form],
                env={**os.environ, **self.environment},
                stdout=recording,
                stderr=subprocess.DEVNULL,
            )
        wait_until(lambda: self._recording.stat().st_size > 0, "the recorder records")

    def end(self) -> None:
        """End the server and the recorder, by their ids."""
        for process in (self._server, self._recorder):
            if process is not None:
                process.terminate()
                process.wait(PATIENCE)
        self._server = self._recorder = None
        self._socket.unlink(missing_ok=True)

    def recorded(self) -> Block:
        """What was recorded since `start`, from the first sound to the last."""
        samples = np.fromfile(self._recording, np.float32)
        recorded = samples[: len(samples) // 2 * 2].reshape(-1, 2)
        sounding = np.flatnonzero(recorded.any(axis=1))
        return recorded[sounding[0] : sounding[-1] + 1] if len(sounding) else recorded[:0]


@pytest.fixture
def sound_server(folder: Path) -> Iterator[SoundServer]:
    """A sound server, started and recording."""
    server = SoundServer(folder)
    try:
        server.start()
        yield server
    finally:
        server.end()


def wait_until(so: Callable[[], bool], what: str) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + PATIENCE
    while not so():
        if time.monotonic() > deadline:
            pytest.fail(f"in vain, until {what}")
        time.sleep(0.01)


@pytest.fixture
def noise() -> Callable[[float], Block]:
    """Stems of so many seconds, of which every frame can be told from the others and none is silent."""

    def make(seconds: float) -> Block:
        random = np.random.default_rng(7).random((2, round(seconds * 48_000), 2), np.float32)
        return random * np.float32(0.4) + np.float32(0.01)

    return make
