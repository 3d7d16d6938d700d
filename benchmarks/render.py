"""Rendering ten minutes as a WAV file, against what others would do, and how memory and cost grow."""

import shutil
import statistics
from collections.abc import Iterator
from pathlib import Path

from benchmarks.material import BED, MINUTES, PRACTICE, long_script, places, ssml, use_their_voice, write_bare
from benchmarks.measuring import PYTHON, Figure, Run, in_turn, measured, median, peak, ratio
from relaxapp import locations
from relaxapp.sound.formats import FORMATS

HERE = Path(__file__).parent
ENCODED_MINUTES = {".flac": 10, ".ogg": 5, ".opus": 5, ".mp3": 5}
"""How long what is encoded lasts. FLAC takes so little that its start would weigh twice as much in five;
of the others every minute takes what the one before took."""
OUR_VOICE = "en-us+klatt5", "98"
"""What relaxapp asks espeak-ng for to be heard at 125 words a minute: `-s 125` is heard a quarter faster."""


def _render(out: Path, home: Path, *words: str) -> Run:
    out.unlink(missing_ok=True)
    command = [PYTHON, "-m", "relaxapp.cli", "render", *words, "-o", str(out)]
    return measured(command, {"RELAXAPP_HOME": str(home)})


def against_others(folder: Path, rounds: int) -> Iterator[Figure]:
    """The whole process: with clips voiced afresh, with clips cached, and the very first time of all, when
    the voice's loudness is measured and the bed decoded, too."""
    text, bed = folder / "words.ssml", locations.shipped_audio() / "beds" / f"{BED}.ogg"
    text.write_text(ssml(), encoding="utf-8")
    bare = folder / "bare"
    bare.mkdir()
    write_bare(bare)
    home, seconds = folder / "home", str(MINUTES * 60)
    use_their_voice(home)
    words = (PRACTICE, "--minutes", str(MINUTES), "--bed", BED)

    def first() -> Run:
        shutil.rmtree(home / "cache", ignore_errors=True)
        return _render(folder / "first.wav", home, *words)

    def afresh() -> Run:
        for clip in home.rglob("*.clip"):
            clip.unlink()
        return _render(folder / "afresh.wav", home, *words)

    def cached() -> Run:
        return _render(folder / "cached.wav", home, *words)

    def new(name: str) -> str:
        """Where a file is written that is not there yet: for everyone, since replacing one takes longer."""
        out = folder / name
        out.unlink(missing_ok=True)
        return str(out)

    def shell(name: str, *voice: str) -> Run:
        out = new(f"{name}.wav")
        return measured(["sh", str(HERE / "others" / name), str(text), str(bed), seconds, out, *voice])

    told = folder / "places.json"
    told.write_text(places(), encoding="utf-8")

    def pydub() -> Run:
        script = str(HERE / "others" / "espeak_pydub.py")
        return measured([PYTHON, script, str(told), str(bed), seconds, new("pydub.wav")])

    def numpy() -> Run:
        return measured([PYTHON, str(HERE / "others" / "bare_numpy.py"), str(bare), new("bare.wav")])

    first_ever, fresh, again, ffmpeg, alike, sox, hobby, loop = in_turn(
        rounds,
        first,
        afresh,
        cached,
        lambda: shell("espeak_ffmpeg.sh"),
        lambda: shell("espeak_ffmpeg.sh", *OUR_VOICE),
        lambda: shell("espeak_sox.sh"),
        pydub,
        numpy,
    )
    yield Figure("espeak-ng + ffmpeg", median(ffmpeg))
    yield Figure("espeak-ng + ffmpeg, the voice and speed of relaxapp", median(alike))
    yield Figure("espeak-ng + sox", median(sox))
    yield Figure("espeak-ng + pydub", median(hobby))
    yield Figure("bare numpy loop", median(loop))
    yield Figure("relaxapp, the very first time", median(first_ever))
    yield Figure("relaxapp, clips voiced afresh", median(fresh))
    yield Figure("relaxapp, clips cached", median(again))
    yield Figure("afresh / ffmpeg pipeline", ratio(fresh, ffmpeg), "0.6")
    yield Figure("cached / ffmpeg pipeline", ratio(again, ffmpeg), "0.45")
    yield Figure("afresh / ffmpeg pipeline, the same voice and speed", ratio(fresh, alike))
    yield Figure("afresh / sox pipeline", ratio(fresh, sox))
    yield Figure("afresh / pydub pipeline", ratio(fresh, hobby))
    yield Figure("cached / bare numpy loop", ratio(again, loop), "1.3")


def formats(folder: Path, rounds: int) -> Iterator[Figure]:
    """The other formats, clips cached, against soundfile writing the same samples."""
    home = folder / "home"
    use_their_voice(home)

    def render(out: Path, minutes: int) -> Run:
        return _render(out, home, PRACTICE, "--minutes", str(minutes), "--bed", BED)

    def samples(minutes: int) -> Path:
        return folder / f"formats-{minutes}.wav"

    for minutes in set(ENCODED_MINUTES.values()):
        render(samples(minutes), minutes)

    def ours(ending: str) -> Run:
        return render(folder / f"format{ending}", ENCODED_MINUTES[ending])

    def theirs(ending: str) -> Run:
        form, out = FORMATS[ending], folder / f"theirs{ending}"
        out.unlink(missing_ok=True)
        script = str(HERE / "others" / "bare_soundfile.py")
        return measured(
            [PYTHON, script, form.container, form.subtype, str(samples(ENCODED_MINUTES[ending])), str(out)]
        )

    for ending, minutes in ENCODED_MINUTES.items():
        works = lambda e=ending: ours(e), lambda e=ending: theirs(e)
        mine, bare = in_turn(rounds, *works, warm=False)
        megabytes = (folder / f"format{ending}").stat().st_size / 1e6
        yield Figure(f"{minutes} minutes as {ending}", f"{median(mine)}, {megabytes:.1f} MB")
        yield Figure(f"{ending} / soundfile writing the same samples", ratio(mine, bare), "1.2")


def growth(folder: Path, rounds: int) -> Iterator[Figure]:
    """How the cost of a cached render grows with length, with lines and with the bed."""
    home = folder / "home"
    use_their_voice(home)
    scripts = home / "data" / "scripts"
    scripts.mkdir(parents=True, exist_ok=True)

    def seconds(minutes: int, lines: int, bed: str) -> float:
        name = f"grown-{minutes}-{lines}"
        (scripts / f"{name}.md").write_text(long_script(minutes, lines), encoding="utf-8")
        words = (name, "--minutes", str(minutes), "--bed", bed)
        [runs] = in_turn(rounds, lambda: _render(folder / "grown.wav", home, *words))
        return statistics.median(run.processor for run in runs)

    lengths = (10, 20, 30, 40)
    costs = [seconds(minutes, 3, BED) for minutes in lengths]
    slope, start = statistics.linear_regression(lengths, costs)
    most = max(
        abs(cost - start - slope * minutes) / cost for minutes, cost in zip(lengths, costs, strict=True)
    )
    yield Figure("each minute more, of the processor", f"{slope * 1000:.0f} ms")
    yield Figure("what every render costs at least", f"{start:.2f} s")
    yield Figure("farthest from a straight line, 10 to 40 minutes", f"{most * 100:.0f} %")
    few, many = seconds(20, 1, BED), costs[1]
    yield Figure("each line more", f"{(many - few) / 40 * 1000:.1f} ms")
    yield Figure("each minute of a bed", f"{(costs[1] - seconds(20, 3, 'none')) / 20 * 1000:.0f} ms")


def memory(folder: Path) -> Iterator[Figure]:
    """The most memory held, for five minutes and for an hour with half an hour of speech."""
    home, out = folder / "home", folder / "long.wav"
    use_their_voice(home)
    scripts = home / "data" / "scripts"
    scripts.mkdir(parents=True, exist_ok=True)
    for minutes in (5, 60):
        name = f"spoken-{minutes}"
        (scripts / f"{name}.md").write_text(long_script(minutes), encoding="utf-8")
        command = [PYTHON, "-m", "relaxapp.cli", "render", name, "--minutes", str(minutes), "-o", str(out)]
        for how in ("voiced afresh", "cached"):
            if how == "voiced afresh":
                shutil.rmtree(home / "cache" / "clips", ignore_errors=True)
            out.unlink(missing_ok=True)
            run = peak(command, {"RELAXAPP_HOME": str(home)})
            told = f"{run.megabytes:.0f} MB in {run.seconds:.1f} s"
            yield Figure(f"memory for {minutes} minutes, {how}", told, "150 MB")
