"""The voices a person has added: a folder each, with a manifest and, for Piper, its model."""

import json
import re
import shutil
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from relaxapp.errors import FileError
from relaxapp.locations import private_folder
from relaxapp.translation import _
from relaxapp.writing import write_whole

MANIFEST = "voice.json"
VERSION = 1
"""Of the manifest's form."""
MODEL = "model.onnx"
"""A Piper model in its voice's folder; its configuration lies beside it."""
CONFIGURATION = "model.onnx.json"
LARGEST_MODEL = 1_000_000_000
"""Bytes of a Piper model; the largest known has 120 MB."""
LARGEST_CONFIGURATION = 1_000_000
LARGEST_MANIFEST = 100_000


class Kind(StrEnum):
    """What a voice is made of."""

    PIPER = "piper"
    COMMAND = "command"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True)
class KeptVoice:
    """A voice that was added."""

    id: str
    """Its folder, and its name in the settings."""
    name: str
    """What the person calls it."""
    kind: Kind
    """What it is made of."""
    words: tuple[str, ...]
    """The program and its arguments, for a command; empty otherwise."""
    folder: Path
    """Where its files lie."""


class KeptVoices:
    """The folder of all of them. Nothing is touched before it is used."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> tuple[KeptVoice, ...]:
        """Every voice whose manifest can be read, by name."""
        try:
            folders = sorted(path for path in self.folder.iterdir() if path.is_dir())
        except OSError:  # no voice was added yet
            return ()
        found = (_read(folder) for folder in folders)
        return tuple(voice for voice in found if voice is not None)

    def find(self, voice_id: str) -> KeptVoice | None:
        """One voice by its id."""
        return next((voice for voice in self.all() if voice.id == voice_id), None)

    def add_command(self, name: str, words: tuple[str, ...]) -> KeptVoice:
        """Keep a program as a voice. Raises VoiceError where its words can't work, FileError."""
        return self._add(name, Kind.COMMAND, {"words": list(words)}, {})

    def add_piper(self, name: str, model: Path, configuration: Path) -> KeptVoice:
        """Keep a Piper model, copied. Raises FileError where it can't be."""
        for file, most in ((model, LARGEST_MODEL), (configuration, LARGEST_CONFIGURATION)):
            if file.stat().st_size > most:
                raise FileError(
                    _("{file} is too large to be a Piper voice.").format(file=file),
                    _("Choose the .onnx file of one voice."),
                )
        return self._add(name, Kind.PIPER, {}, {MODEL: model, CONFIGURATION: configuration})

    def add_recorded(self, name: str) -> KeptVoice:
        """Begin a recorded voice, without a line yet. Raises FileError."""
        return self._add(name, Kind.RECORDED, {}, {})

    def forget_private(self, answer: str = "") -> None:
        """Delete every recorded line that holds the answer of that name; of any, where none is named.

        Raises FileError.
        """
        from relaxapp.sound.voices.recording import Recording

        for voice in self.all():
            if voice.kind is Kind.RECORDED:
                Recording(voice.folder).forget_private(answer)

    def remove(self, voice_id: str) -> None:
        """Take a voice away with all its files. Raises FileError."""
        voice = self.find(voice_id)
        if voice is None:
            return
        try:
            shutil.rmtree(voice.folder)
        except OSError as error:
            raise FileError(
                _("The voice can't be taken away ({reason}).").format(reason=error.strerror or error),
                _("Delete this folder by hand: {folder}").format(folder=voice.folder),
            ) from error

    def _add(
        self, name: str, kind: Kind, more: Mapping[str, object], copied: Mapping[str, Path]
    ) -> KeptVoice:
        folder = self._free_folder(name)
        try:
            private_folder(folder)
            for target, source in copied.items():
                shutil.copyfile(source, folder / target)
            manifest = {"version": VERSION, "kind": kind, "name": name, **more}
            write_whole(folder / MANIFEST, [json.dumps(manifest, ensure_ascii=False, indent=2)])
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise FileError(
                _("The voice can't be kept ({reason}).").format(reason=error.strerror or error),
                _("Make room on the disk, or see to the folder {folder}.").format(folder=self.folder),
            ) from error
        kept = _read(folder)
        assert kept is not None
        return kept

    def _free_folder(self, name: str) -> Path:
        """A folder of that name that isn't taken."""
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
        stem = re.sub("[^a-z0-9]+", "-", plain.lower()).strip("-").removeprefix("my-")[:40] or "voice"
        number = 1
        while (folder := self.folder / (f"my-{stem}" if number == 1 else f"my-{stem}-{number}")).exists():
            number += 1
        return folder


def _read(folder: Path) -> KeptVoice | None:
    """The voice in a folder; None where there is none that can be read."""
    with suppress(OSError, ValueError, RecursionError):
        file = folder / MANIFEST
        if file.stat().st_size > LARGEST_MANIFEST:
            return None
        told = json.loads(file.read_text(encoding="utf-8"))
        if not isinstance(told, dict) or not isinstance(told.get("words", []), list):
            return None
        words = tuple(str(word) for word in told.get("words", []))
        if told.get("kind") == Kind.COMMAND and not words:
            return None
        return KeptVoice(folder.name, str(told.get("name", "")), Kind(str(told.get("kind"))), words, folder)
    return None
