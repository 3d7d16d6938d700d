"""A recorded voice as one file, to be carried to the members of a group.

A ZIP with a manifest and a FLAC file a line. It may come from a stranger: sizes are bounded before anything
is read, names and the sum of each clip are checked, and nothing but sound is ever taken out of it. Lines that
hold a person's own words are never put in.
"""

import hashlib
import json
import shutil
import tempfile
import zipfile
import zlib
from dataclasses import asdict
from functools import partial
from pathlib import Path

from relaxapp.errors import FileError
from relaxapp.sound.voices.kept import KeptVoice, KeptVoices
from relaxapp.sound.voices.recording import (
    LARGEST_LIST,
    LINES,
    RecordedLine,
    Recording,
    lines_from,
    own_name,
    shared,
)
from relaxapp.translation import _
from relaxapp.writing import write_whole_bytes
from relaxapp.zipping import zipped_into

MANIFEST = "manifest.json"
VERSION = 1
MOST_LINES = 5_000
LARGEST_CLIP = 8_000_000
"""Bytes of one line: more than a minute of FLAC."""
LARGEST_PACK = 1_000_000_000
"""Bytes of all that is in it, unpacked."""
LONGEST_CLIP = 90.0
"""Seconds of one line."""
LONGEST_NAME = 80
NOT_RIGHT = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError, RuntimeError)
"""What reading a ZIP that is damaged, encrypted or no ZIP at all may end in."""


def write_pack(voice: KeptVoice, path: Path) -> int:
    """Write a recorded voice into a file; how many lines went in. Raises FileError.

    A voice without a name of its own is called as the file is: to others it isn't theirs.
    """
    recording = Recording(voice.folder)
    lines = shared(recording.lines)
    if not lines:
        raise FileError(
            _("There is no recorded line in {name} that could be shared.").format(name=voice.name),
            _("Lines with your own words stay on this computer; record others first."),
        )
    name = path.stem if voice.name == own_name() else voice.name
    manifest = {"relaxapp voice": VERSION, "name": name, LINES: [asdict(line) for line in lines]}
    with tempfile.TemporaryFile() as written:
        with zipped_into(written, zipfile.ZIP_STORED) as pack:
            pack.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
            for line in lines:
                pack.writestr(line.file, _whole(recording.folder / line.file, line))
        written.seek(0)
        write_whole_bytes(path, iter(partial(written.read, LARGEST_CLIP), b""))
    return len(lines)


def _whole(file: Path, line: RecordedLine) -> bytes:
    """A line's file, as it was recorded. Raises FileError where it is missing or damaged."""
    try:
        content = file.read_bytes()
    except OSError:
        content = b""
    if hashlib.sha256(content).hexdigest() != line.sha256:
        raise FileError(
            _("A recorded line is damaged: {text}").format(text=line.text),
            _("Record it once more, then pack the voice again."),
        )
    return content


def add_pack(kept: KeptVoices, path: Path, called: str = "") -> KeptVoice:
    """Keep the recorded voice in a file, by its own name or as `called`. FileError where it is not right."""
    try:
        if path.stat().st_size > LARGEST_PACK:
            raise _refused(path)
        with zipfile.ZipFile(path) as pack:
            _check_sizes(pack)
        with zipfile.ZipFile(path) as pack, tempfile.TemporaryDirectory(prefix="relaxapp-") as folder:
            name, lines = _manifest(pack, path)
            for line in lines:
                file = Path(folder) / line.file
                file.write_bytes(_clip(pack, line, path))
                _check_sound(file, path)
            voice = kept.add_recorded(called or name)
            try:
                for line in lines:
                    shutil.move(Path(folder) / line.file, voice.folder / line.file)
                Recording(voice.folder).take(lines)
            except BaseException:
                shutil.rmtree(voice.folder, ignore_errors=True)
                raise
            return voice
    except OSError as error:
        raise FileError(
            _("{path} can't be read ({reason}).").format(path=path, reason=error.strerror or error),
            _("Check the name and the folder."),
        ) from error
    except NOT_RIGHT as error:
        raise _refused(path) from error


def _manifest(pack: zipfile.ZipFile, path: Path) -> tuple[str, tuple[RecordedLine, ...]]:
    told = json.loads(_read(pack, MANIFEST, LARGEST_LIST, path))
    if not isinstance(told, dict) or told.get("relaxapp voice") != VERSION:
        raise ValueError("no voice of this version")
    name = told.get("name")
    lines = shared(lines_from(told.get(LINES)))
    files = {line.file for line in lines}
    if not isinstance(name, str) or not lines or len(lines) > MOST_LINES or len(files) != len(lines):
        raise ValueError("no name, or no lines")
    plain = "".join(each for each in name if each.isprintable()).strip()[:LONGEST_NAME]
    return plain or path.stem, lines


def _check_sizes(pack: zipfile.ZipFile) -> None:
    """Nothing that swells beyond all bounds, and only the two ways of packing that everyone has."""
    entries = pack.infolist()
    if len(entries) > MOST_LINES + 1 or sum(entry.file_size for entry in entries) > LARGEST_PACK:
        raise ValueError("too much in it")
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        raise ValueError("packed in an unusual way")


def _clip(pack: zipfile.ZipFile, line: RecordedLine, path: Path) -> bytes:
    content = _read(pack, line.file, LARGEST_CLIP, path)
    if hashlib.sha256(content).hexdigest() != line.sha256:
        raise ValueError("a clip is not the one that was packed")
    return content


def _read(pack: zipfile.ZipFile, name: str, most: int, path: Path) -> bytes:
    """One file of the pack, never more of it than `most` bytes, whatever it says of its size."""
    with pack.open(name) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise _refused(path)
    return content


def _check_sound(file: Path, path: Path) -> None:
    from relaxapp.sound import files

    try:
        with files.opened(file) as sound:
            right = sound.format == "FLAC" and sound.channels == 1
            if not right or not 0 < sound.frames / sound.samplerate <= LONGEST_CLIP:
                raise _refused(path)
    except FileError as error:
        raise _refused(path) from error


def _refused(path: Path) -> FileError:
    return FileError(
        _("{path} is no recorded voice that can be used.").format(path=path.name),
        _("Ask for it anew: it may have been damaged on its way."),
    )
