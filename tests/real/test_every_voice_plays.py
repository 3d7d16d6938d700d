"""Every kind of voice plays a whole practice, by the program itself, into a device that is a file."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.journal.entry import Ended
from relaxapp.parts import kept_voices, library, services
from relaxapp.practice.record import lines_to_record
from relaxapp.sound.clip import Block
from relaxapp.sound.loudness import integrated
from relaxapp.sound.speech import VOICE_LUFS
from relaxapp.sound.voices import adding
from relaxapp.sound.voices.recording import Recording
from relaxapp.sound.voices.take import taken
from relaxapp.timing.frames import RATE
from relaxapp.words.person import Person
from tests.real.conftest import needed
from tests.real.test_all_voices import HERE
from tests.sound.spoken import spoken
from tests.sound.tiny_piper import tiny_piper

if TYPE_CHECKING:
    from tests.real.conftest import FileDevice

pytestmark = [pytest.mark.real, pytest.mark.alone]
PROGRAM = "from relaxapp.cli import main; main()"
PRACTICE = "one-minute"


def recorded(_folder: Path) -> str:
    """Every line of the practice in one's own voice."""
    voice = kept_voices().add_recorded("Anna")
    recording = Recording(voice.folder)
    clip = taken(spoken(), RATE).clip
    assert clip is not None
    for say in lines_to_record(library().find(PRACTICE), Person(), library().lexicon("en")):
        recording.keep(say, clip)
    return voice.id


def piper(folder: Path) -> str:
    return adding.add_piper(kept_voices(), tiny_piper(folder)).id


def program(_folder: Path) -> str:
    espeak = needed("espeak-ng", "espeak-ng")
    return adding.add_command(kept_voices(), "a program", (espeak, "--stdin", "-w", "{file}")).id


def festival(_folder: Path) -> str:
    needed("festival", "festival festvox-us-slt-hts")
    return "festival"


def rhvoice(_folder: Path) -> str:
    words = ("RHVoice-test", "-p", "slt", "-o", "{file}")
    return adding.add_command(kept_voices(), "RHVoice", words).id


KINDS: dict[str, Callable[[Path], str]] = {
    "recorded": recorded,
    "piper": piper,
    "program": program,
    "festival": festival,
    "espeak-ng": lambda _folder: "espeak-ng",
}


Played = tuple[subprocess.CompletedProcess[str], Block]


def played(device: "FileDevice", environment: dict[str, str]) -> Played:
    """What the program told, and what it let be heard until it ended."""
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "play", PRACTICE, "--plain", "--bed", "none"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **device.environment, **environment},
        text=True,
    )
    told: list[tuple[str, str]] = []
    listener = threading.Thread(target=lambda: told.append(program.communicate()))
    listener.start()
    heard = []
    while listener.is_alive():
        heard.append(device.what_comes(RATE // 4, 0.5))
    out, err = told[0]
    return subprocess.CompletedProcess(program.args, program.returncode, out, err), np.concatenate(heard)


if "rhvoice" in HERE:
    KINDS["rhvoice, added as a program"] = rhvoice
PIPER_MODEL = Path(os.environ.get("RELAXAPP_TEST_PIPER", ""))
"""A real Piper voice, NAME.onnx with its .json beside it, to be tried as well."""
if PIPER_MODEL.is_file():
    KINDS["piper, a real voice"] = lambda _folder: adding.add_piper(kept_voices(), PIPER_MODEL).id
EVERY_KIND = os.environ.get("RELAXAPP_TEST_EVERY_VOICE") == "1"
"""Whether all kinds play: each takes a minute of real time, so that otherwise only one does."""
PLAYED = [*KINDS, *HERE] if EVERY_KIND else ["recorded"]


@pytest.mark.parametrize("kind", PLAYED)
def test_a_whole_practice_is_heard_in_it(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file_device: "FileDevice"
) -> None:
    monkeypatch.setenv("RELAXAPP_HOME", str(tmp_path))
    voice = KINDS[kind](tmp_path) if kind in KINDS else kind
    with services().store as store:
        quiet = {"bed": "none", "breath_cue": "none"}
        store.save_settings(replace(store.settings(), voice=voice, voice_volume=1.0, **quiet))  # type: ignore[arg-type]
    done, heard = played(file_device, {"RELAXAPP_HOME": str(tmp_path)})
    assert done.returncode == 0, done.stderr
    assert "speaks instead" not in done.stdout + done.stderr
    sounding = np.flatnonzero(heard.any(axis=1))
    assert 30 * RATE < sounding[-1] - sounding[0] < 61 * RATE
    assert integrated([heard[sounding[0] : sounding[-1]]]) == pytest.approx(VOICE_LUFS, abs=1.5)
    with services().store as store:
        [entry] = store.entries()
    assert entry.ended is Ended.COMPLETED
