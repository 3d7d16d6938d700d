"""What goes wrong is told in plain words, with the right status; nothing half-written is left."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from relaxapp.journal.store import Store


class Ran:
    """How a command ended."""

    def __init__(self, done: subprocess.CompletedProcess[str]) -> None:
        self.status = done.returncode
        self.out, self.err = done.stdout, done.stderr


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def run(home: Path, *words: str, code: str = "from relaxapp.cli import main; main()", typed: str = "") -> Ran:
    """A command in a process of its own, without a sound device."""
    return Ran(
        subprocess.run(
            [sys.executable, "-c", code, *words],
            env={**os.environ, "RELAXAPP_HOME": str(home), "COLUMNS": "200"},
            input=typed,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    )


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["render", "paced-breating", "-o", "{folder}/x.wav"], 1, "The nearest is paced-breathing."),
        (["render", "settling", "--minutes", "99", "-o", "{folder}/x.wav"], 1, "can't be 99 minutes long"),
        (
            ["render", "paced-breathing", "--minutes", "3", "-o", "{folder}/x.wav"],
            1,
            "Paced breathing can't be 3 minutes long. It can be 2 or 5 minutes.",
        ),
        (["show", "muscle-relaxation", "--minutes", "9"], 1, "It can be 8 or 10 minutes."),
        (["show", "settling", "--minutes", "nan"], 1, "can't be nan minutes long"),
        (["show", "settling", "--minutes", "inf"], 1, "can't be inf minutes long"),
        (["show", "settling", "--minutes", "1"], 1, "Settle can't be 1 minute long."),
        (["render", "settling", "--minutes", "two", "-o", "{folder}/x.wav"], 2, "comes a number, such as 5."),
        (["render", "settling", "-o", "{folder}/x.aac"], 1, ".wav .flac .ogg .opus .mp3"),
        (["render", "settling", "-o", "{folder}/none/x.wav"], 1, "There is no folder"),
        (
            ["render", "settling", "-o", "{folder}/x.wav", "--captions", "{folder}/x.doc"],
            1,
            ".vtt, .srt or .lrc",
        ),
        (["render", "settling", "-o", "{folder}/x.wav", "--bed", "wvaes"], 1, "There is no background"),
        (["play", "nothing-like-it", "--plain"], 1, "There is no practice named"),
        (["check", "{folder}/none.md"], 1, "There is no file"),
        (["check", "{folder}/bad.md"], 1, "bad.md:1:1: a script begins with ---"),
        (["check", "{folder}/latin.md"], 1, "isn't UTF-8"),
        (["export", "--format", "xls", "-o", "{folder}/x.xls"], 2, "comes one of: csv, json, pdf."),
        (["export", "--format", "csv", "-o", "{folder}/none/x.csv"], 1, "can't be written"),
        (["export", "-o", "{folder}/x.doc"], 2, "csv, json or pdf"),
        (["export", "--for-group", "--format", "csv", "-o", "{folder}/x.csv"], 2, "made from JSON"),
        (["export", "--grey", "-o", "{folder}/x.csv"], 2, "--grey goes with a page to print: -o FILE.pdf."),
        (["export", "--name", "Anna", "-o", "{folder}/x.json"], 2, "--name goes with a page to print: -o "),
        (["export", "--paper", "a4", "--for-group", "-o", "{folder}/x.json"], 2, "--paper goes with a page"),
        (["export", "--for-group", "--notes", "-o", "{folder}/x.json"], 2, "never go to the group"),
        (["export", "--leave-out", "everything", "-o", "{folder}/x.json"], 2, "one of: practices, ratings, "),
        (["import", "{folder}/none.json"], 1, "There is no file"),
        (["import", "{folder}"], 1, "is a folder. Name the file in it that `relaxapp export` made."),
        (["export", "--format", "csv", "-o", "{folder}/x.xyz"], 1, "that ends in .csv, such as x.csv."),
        (["export", "--for-group", "-o", "{folder}/mine"], 1, "that ends in .json, such as mine.json."),
        (["export", "--format", "pdf", "-o", "{folder}/x.csv"], 1, "x.csv does not end in .pdf."),
        (["diary", "-o", "{folder}/x.txt"], 1, "that ends in .pdf, such as x.pdf."),
        (["prescriber", "--add", "question", "-o", "{folder}/x.txt"], 1, "such as x.pdf."),
        (["remind", "--at", "8", "-o", "{folder}/x.txt"], 1, "such as x.ics."),
        (["diary", "-o", "{folder}"], 1, "is a folder"),
        (["backup", "-o", "{folder}/b.tar"], 1, "that ends in .zip, such as b.zip."),
        (["share", "settling", "-o", "{folder}/x"], 1, "that ends in .md, such as x.md."),
        (["share", "settling", "-o", "{folder}"], 1, "is a folder"),
        (["voices", "pack", "nobody", "-o", "{folder}/v"], 1, "that ends in .zip, such as v.zip."),
        (["backup", "-o", "{folder}/none/b.zip"], 1, "can't be written"),
        (["restore", "{folder}/none.zip"], 1, "There is no file"),
        (["restore", "{folder}/bad.md"], 1, "is not a backup of relaxapp"),
        (["forget"], 2, "--last, --notes, --led or --all"),
        (["forget", "--all"], 1, "Nothing was deleted"),
        (["group", "{folder}/bad.md"], 1, "So there is nothing to make a sheet of"),
        (["group", "{folder}", "-o", "{folder}/x.doc"], 1, ".pdf, .html, .csv or .txt"),
        (["group", "{folder}", "--since", "yesterday"], 1, "is not a date"),
        (["group", "{folder}", "--since", "3000-01-01"], 1, "3000-01-01 is still to come."),
        (["group"], 2, "Type it like this: relaxapp group FILE\n"),
        (["import", "{folder}/bad.md"], 1, "is not an export of relaxapp"),
        (["log", "--since", "yesterday"], 1, "yesterday is not a date"),
        (["log", "--since", " Yesterday"], 1, "Yesterday is not a date"),
        (["log", "--since", ""], 1, "'' is not a date"),
        (["lead", "settling", "--until", ""], 1, "'' is no time of day"),
        (["restore", "{folder}"], 1, "is not a backup of relaxapp"),
        (["backup"], 2, "Type it like this: relaxapp backup -o FILE.zip\n"),
        (["log", "--since", "3000-01-01"], 1, "still to come. Give a day that has been, such as 20"),
        (["log", "--since", "2020-01-01"], 0, "Nothing was written down since 2020-01-01.\n"),
        (["export", "--since", "3000-01-01", "-o", "{folder}/x.csv"], 1, "is still to come."),
        (["export", "--since", "3000-01-01", "-o", "{folder}/x.pdf"], 1, "is still to come."),
        (["log", "--since", "group"], 1, "on which day your group meets"),
        (["remind", "--at", "25:00", "-o", "{folder}/x.ics"], 1, "such as 08:00"),
        (["remind", "--at", "8", "--days", "mon,xyz", "-o", "{folder}/x.ics"], 1, "such as mon,wed,fri"),
        (["remind", "--at", "8", "-o", "{folder}/none/x.ics"], 1, "can't be written"),
        (["lst"], 2, "There is no command lst; the nearest is: relaxapp list\n"),
        (["nonsense"], 2, "There is no command nonsense; `relaxapp --help` names them all."),
        (["voices", "nonsense"], 2, "`relaxapp voices --help` names them all."),
        (["list", "--minuts", "3"], 2, "There is no --minuts here; the nearest is --minutes."),
        (["list", "--nonsense"], 2, "`relaxapp list --help` tells what there is."),
        (["list", "--minutes"], 2, "Something has to follow --minutes; --help tells what."),
        (["list", "--long=yes"], 2, "Nothing goes with --long: type it alone."),
        (["list", "kitchen"], 2, "kitchen is too much here; `relaxapp list --help` tells what there is."),
        (["list", "--minutes", "abc"], 2, "After --minutes comes a number of at least 0.\n"),
        (["list", "--minutes", "-4"], 2, "After --minutes comes a number of at least 0.\n"),
        (["play", "body", "scan"], 2, "scan is too much here; the words of a name are joined, as in "),
        (["lead"], 2, "Name a practice, like this: relaxapp lead paced-breathing. `relaxapp list` names"),
        (["voices", "get", "a", "b"], 2, "b is too much here. Name one voice: relaxapp voices get NAME\n"),
        (["voices", "get"], 2, "Name a voice, like this: relaxapp voices get NAME\n"),
        (["remove"], 2, "Type it like this: relaxapp remove NAME\n"),
        (["render", "settling"], 2, "Type it like this: relaxapp render NAME -o FILE\n"),
        (["remind", "-o", "x.ics"], 2, "Type it like this: relaxapp remind --at HH:MM -o FILE.ics\n"),
        (["pace", "--active", "1e9"], 2, "After --active comes a whole number, such as 5."),
        (["voices", "try", "--speed", "900"], 2, "After --speed comes a number from 80 to 180."),
        (["forget", "--notes", "--all"], 2, "Forget one at a time: --last, --notes, --led or --all."),
        (["play", "paced-breathing", "--minutes", "500"], 1, "2 to 20 minutes: try --minutes 20."),
        ([], 1, "The app needs a terminal."),
    ],
)
def test_told_in_plain_words(words: list[str], status: int, told: str, home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "bad.md").write_text("Just words.")
    (folder / "latin.md").write_text("A café.", "latin-1")
    ran = run(home, *(word.format(folder=folder) for word in words))
    assert ran.status == status
    assert told in ran.err + ran.out
    assert "Traceback" not in ran.err
    assert "Usage:" not in ran.err
    assert {path.name for path in folder.iterdir()} == {"bad.md", "latin.md"}


def test_a_length_that_cannot_be_is_told_before_anything_is_asked(home: Path) -> None:
    ran = run(home, "play", "paced-breathing", "--minutes", "3", "--plain", typed="5\n5\n")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.strip() == "Paced breathing can't be 3 minutes long. It can be 2 or 5 minutes."


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_a_disk_that_fills_up_leaves_nothing(home: Path, tmp_path: Path) -> None:
    limited = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, 3_000_000));"
        "from relaxapp.cli import main; main()"
    )
    folder = tmp_path / "folder"
    folder.mkdir()
    words = ("render", "settling", "--minutes", "2", "--bed", "none", "-o", str(folder / "x.wav"))
    ran = run(home, *words, code=limited)
    assert (ran.status, "too little room" in ran.err) == (1, True)
    assert not list(folder.iterdir())


@pytest.mark.parametrize("content", ["later", "damaged"])
def test_a_journal_that_can_not_be_read_is_left_as_it_was(content: str, home: Path) -> None:
    journal = home / "data" / "journal.db"
    journal.parent.mkdir(parents=True)
    if content == "later":
        with Store(journal) as store:
            store.entries()
        with sqlite3.connect(journal) as db:
            db.execute("PRAGMA user_version = 999")
        db.close()
    else:
        journal.write_bytes(b"milk, bread, " * 100)
    before = journal.read_bytes()
    ran = run(home, "log")
    assert ran.status == 1
    assert "later version" in ran.err or "damaged" in ran.err
    assert journal.read_bytes() == before


SHORT = """---
title: A short one
technique: grounding
lengths: [1]
---
# Here
You are here. [pause 1-60]

# End
Sit a moment before you stand.
"""


@pytest.fixture
def quick(home: Path) -> Path:
    """A home with a practice of one's own."""
    scripts = home / "data" / "scripts"
    scripts.mkdir(parents=True)
    (scripts / "short.md").write_text(SHORT)
    return home


FAST = (
    "import sys, time; from relaxapp.sound import clock_player as c;"
    "real = time.monotonic;"
    "old = c.ClockPlayer.__init__;"
    "c.ClockPlayer.__init__ = lambda self, clock=None: old(self, lambda: 20 * real());"
)


def test_without_a_sound_device_the_practice_goes_on_in_words_and_is_kept(quick: Path) -> None:
    no_device = (
        "import sounddevice;"
        "sounddevice.OutputStream = sounddevice._OutputStreamBase = None;"
        "sounddevice.query_devices = lambda *a, **k: (_ for _ in ()).throw("
        "sounddevice.PortAudioError('Error querying device -1'));"
    )
    code = f"{no_device}{FAST}from relaxapp.cli import main; main()"
    ran = run(quick, "play", "short", "--plain", code=code, typed="4\n\n")
    assert ran.status == 0, ran.err
    assert "sound device" in ran.out
    assert "You are here." in ran.out
    kept = run(quick, "log").out
    assert "A short one" in kept
    assert "Pain 4" in kept


def test_without_portaudio_the_practice_goes_on_in_words(quick: Path) -> None:
    hidden = (
        "import sys; sys.modules['_sounddevice'] = None;" + FAST + "from relaxapp.cli import main; main()"
    )
    ran = run(quick, "play", "short", "--plain", code=hidden)
    assert ran.status == 0, ran.err
    assert "You are here." in ran.out
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("way", ["hang", "die"])
def test_a_voice_that_fails_leaves_the_words(way: str, quick: Path) -> None:
    fake = Path(__file__).parent / "sound" / "fake_speaker.py"
    broken = (
        # whatever else speaks on this machine is not there: the best of what speaks in a child is broken
        f"{FAST}from relaxapp.sound.voices import espeak, child, usual; usual.KNOWN = ();"
        "made = child.Child.__init__;"
        "child.Child.__init__ = lambda self, opening, command=(), patience=0: "
        f"made(self, opening, [sys.executable, {str(fake)!r}, {way!r}, {str(quick / 'marker')!r}], 0.3);"
        "from relaxapp.cli import main; main()"
    )
    ran = run(quick, "play", "short", "--plain", code=broken)
    assert ran.status == 0, ran.err
    assert "You are here." in ran.out
    assert "voice" in (ran.out + ran.err).casefold()
    assert "Traceback" not in ran.err
