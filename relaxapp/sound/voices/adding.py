"""Adding a voice: it is heard before it is kept, so that a practice never meets one that doesn't speak."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from relaxapp.errors import FileError, VoiceError
from relaxapp.sound.voices.command import CommandVoice, Program
from relaxapp.sound.voices.kept import KeptVoice, KeptVoices
from relaxapp.sound.voices.piper import PiperVoice, available
from relaxapp.sound.voices.sample import SAMPLE
from relaxapp.sound.voices.voice import Voice
from relaxapp.translation import _
from relaxapp.words.script import Say

Fetch = Callable[[Sequence[str]], int]
"""Runs a program to its end, and gives its exit status."""


def _quietly(call: Sequence[str]) -> int:
    return subprocess.run(call, capture_output=True, check=False).returncode


def add_command(kept: KeptVoices, name: str, words: tuple[str, ...]) -> KeptVoice:
    """Keep a program as a voice. Raises VoiceError where it doesn't speak, FileError."""
    if not any("{file}" in word for word in words[1:]):
        raise VoiceError(
            _("The program must be told where to write its sound."),
            _("Put {placeholder} where the name of the sound file goes.").format(placeholder="{file}"),
        )
    _hear(CommandVoice(name, Program(words)))
    return kept.add_command(name, words)


def add_piper(kept: KeptVoices, model: Path, name: str = "") -> KeptVoice:
    """Keep a Piper model, its configuration beside it. Raises VoiceError where it is mute, FileError."""
    configuration = model.with_name(f"{model.name}.json")
    for file in (model, configuration):
        if not file.is_file():
            raise FileError(
                _("{file} is not there.").format(file=file),
                _("A Piper voice is two files: NAME.onnx, and NAME.onnx.json beside it."),
            )
    _need_piper()
    name = name or model.stem
    _hear(PiperVoice(model, name))
    return kept.add_piper(name, model, configuration)


def get_piper(kept: KeptVoices, name: str, fetch: Fetch = _quietly) -> KeptVoice:
    """Let Piper's own downloader fetch a voice, and keep it. Raises VoiceError, FileError."""
    _need_piper()
    with tempfile.TemporaryDirectory(prefix="relaxapp-") as folder:
        call = [sys.executable, "-m", "piper.download_voices", "--data-dir", folder, "--", name]
        status = fetch(call)
        model = Path(folder) / f"{name}.onnx"
        if status or not model.is_file():
            raise VoiceError(
                _("The voice {name} could not be fetched.").format(name=name),
                _("Check the network and the name, such as en_US-lessac-medium, then try again."),
            )
        return add_piper(kept, model, name)


def _need_piper() -> None:
    if not available():
        raise VoiceError(
            _("Piper is not installed."),
            _("Install it with: {command}").format(command=f"{sys.executable} -m pip install piper-tts"),
        )


def _hear(voice: Voice) -> None:
    """Let it speak once. Raises VoiceError."""
    try:
        clip = voice.speak(Say(SAMPLE))
    finally:
        voice.close()
    if not clip.samples.any():
        raise VoiceError(
            _("The voice {name} made no sound.").format(name=voice.name),
            _("Try it by itself in a terminal, then add it again."),
        )
