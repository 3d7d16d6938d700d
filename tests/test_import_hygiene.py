"""What is imported before it is wanted: a fresh process is started, and its modules are looked at."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

LOOK = "; import json, sys; sys.stderr.write(json.dumps(sorted(sys.modules)))"
SLOW = {
    "numpy",
    "soundfile",
    "sounddevice",
    "pyttsx3",
    "textual",
    "mutagen",
    "soxr",
    "pyebur128",
    "typst",
    "icalendar",
    "docx",
    "lxml",
}


def imported(code: str, home: Path) -> set[str]:
    """The outermost packages loaded after `code` ran in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", code + LOOK],
        env={**os.environ, "RELAXAPP_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.partition(".")[0] for name in json.loads(done.stderr)}


RUN = (
    "import sys; sys.argv = ['relaxapp', *{words!r}]; from relaxapp.cli import commands;"
    "commands(standalone_mode=False)"
)


@pytest.mark.parametrize(
    ("code", "never"),
    [
        ("import relaxapp.words.personalise, relaxapp.timing.revise", {*SLOW, "sqlite3", "yaml"}),
        ("import relaxapp.journal.store, relaxapp.journal.export.as_json", SLOW),
        ("import relaxapp.practice.conductor", SLOW),
        (RUN.format(words=["list"]), SLOW),
        (RUN.format(words=["log"]), SLOW),
        (RUN.format(words=["--help"]), {*SLOW, "sqlite3", "yaml"}),
        ("import relaxapp.ui.app, relaxapp.ui.screens.home", SLOW - {"textual"}),
    ],
)
def test_nothing_heavy_is_imported_early(code: str, never: set[str], tmp_path: Path) -> None:
    assert not imported(code, tmp_path) & never


def test_the_voices_child_needs_neither_numpy_nor_the_app(tmp_path: Path) -> None:
    loaded = imported("import relaxapp.sound.voices.speaker_child", tmp_path)
    assert not loaded & {"numpy", "textual", "click", "sqlite3"}


def test_who_leaves_nothing_out_waits_for_no_stemmer(tmp_path: Path) -> None:
    words = ["show", "a-place-of-your-own", "--minutes", "10"]
    assert not imported(RUN.format(words=words), tmp_path) & {"snowballstemmer", "Stemmer"}


def test_listing_practices_leaves_the_journal_closed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    imported(RUN.format(words=["list"]), home)
    assert not home.exists()
