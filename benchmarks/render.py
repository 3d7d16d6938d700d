"""Rendering ten minutes as a WAV file, against what others would do, and how memory and cost grow."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.material import BED, MINUTES, PRACTICE, long_script, ssml, use_their_voice, write_bare
from benchmarks.measuring import PYTHON, Figure, Run, in_turn, measured, median, ratio
from relaxapp import locations

HERE = Path(__file__).parent


def _render(out: Path, home: Path, *words: str) -> Run:
    command = [PYTHON, "-m", "relaxapp.cli", "render", *words, "-o", str(out)]
    return measured(command, {"RELAXAPP_HOME": str(home)})


def against_others(folder: Path, rounds: int) -> Iterator[Figure]:
    """The whole process, with clips voiced afresh and with clips cached."""
    text, bed = folder / "words.ssml", locations.shipped_audio() / "beds" / f"{BED}.ogg"
    text.write_text(ssml(), encoding="utf-8")
    bare = folder / "bare"
    bare.mkdir()
    write_bare(bare)
    home, seconds = folder / "home", str(MINUTES * 60)
    use_their_voice(home)
    words = (PRACTICE, "--minutes", str(MINUTES), "--bed", BED)

    def afresh() -> Run:
        for cache in ("cache/clips", "data/private-clips"):
            shutil.rmtree(home / cache, ignore_errors=True)
        return _render(folder / "afresh.wav", home, *words)

    def cached() -> Run:
        return _render(folder / "cached.wav", home, *words)

    def shell(name: str) -> Run:
        return measured(
            ["sh", str(HERE / "others" / name), str(text), str(bed), seconds, str(folder / f"{name}.wav")]
        )

    def numpy() -> Run:
        return measured([PYTHON, str(HERE / "others" / "bare_numpy.py"), str(bare), str(folder / "bare.wav")])

    fresh, again, ffmpeg, sox, loop = in_turn(
        rounds, afresh, cached, lambda: shell("espeak_ffmpeg.sh"), lambda: shell("espeak_sox.sh"), numpy
    )
    yield Figure("espeak-ng + ffmpeg", median(ffmpeg))
    yield Figure("espeak-ng + sox", median(sox))
    yield Figure("bare numpy loop", median(loop))
    yield Figure("relaxapp, clips voiced afresh", median(fresh))
    yield Figure("relaxapp, clips cached", median(again))
    yield Figure("afresh / ffmpeg pipeline", ratio(fresh, ffmpeg), "0.7")
    yield Figure("cached / ffmpeg pipeline", ratio(again, ffmpeg), "0.5")
    yield Figure("afresh / sox pipeline", ratio(fresh, sox))
    yield Figure("cached / bare numpy loop", ratio(again, loop), "1.4")


def formats(folder: Path, rounds: int) -> Iterator[Figure]:
    """The other formats, clips cached, beside WAV."""
    home = folder / "home"
    words = (PRACTICE, "--minutes", str(MINUTES), "--bed", BED)

    def one(ending: str) -> Run:
        return _render(folder / f"format{ending}", home, *words)

    endings = (".wav", ".flac", ".ogg", ".opus", ".mp3")
    for ending, runs in zip(endings, in_turn(rounds, *(lambda e=e: one(e) for e in endings)), strict=True):
        yield Figure(f"ten minutes as {ending}", median(runs))


def memory(folder: Path) -> Iterator[Figure]:
    """The most memory held, for five minutes and for an hour with half an hour of speech."""
    home = folder / "home"
    scripts = home / "data" / "scripts"
    scripts.mkdir(parents=True, exist_ok=True)
    for minutes in (5, 60):
        (scripts / f"spoken-{minutes}.md").write_text(long_script(minutes), encoding="utf-8")
        run = _render(folder / "long.wav", home, f"spoken-{minutes}", "--minutes", str(minutes))
        yield Figure(
            f"memory for {minutes} minutes", f"{run.megabytes:.0f} MB in {run.seconds:.1f} s", "150 MB"
        )
