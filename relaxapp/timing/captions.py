"""Captions: the words of a plan with their times, as WebVTT, SubRip or LRC."""

from collections.abc import Callable, Mapping

from relaxapp.timing.frames import RATE
from relaxapp.timing.plan import Plan


def vtt(plan: Plan, _title: str) -> str:
    """WebVTT (W3C); `&`, `<` and `>` are escaped, so that no word is taken for markup."""
    blocks = ["WEBVTT"]
    for cue in plan.says():
        words = cue.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        blocks.append(f"{_clock(cue.start, '.')} --> {_clock(cue.end, '.')}\n{words}")
    return "\n\n".join(blocks) + "\n"


def srt(plan: Plan, _title: str) -> str:
    """SubRip; an arrow inside the words is broken, so that it is not taken for a time."""
    blocks = []
    for number, cue in enumerate(plan.says(), 1):
        words = cue.text.replace("-->", "->")
        blocks.append(f"{number}\n{_clock(cue.start, ',')} --> {_clock(cue.end, ',')}\n{words}")
    return "\n\n".join(blocks) + "\n"


def lrc(plan: Plan, title: str) -> str:
    """LRC lyrics; square brackets in the words become round ones, since they mark times."""
    lines = [f"[ti:{_round(title)}]"]
    for cue in plan.says():
        hundredths = round(cue.start * 100 / RATE)
        time = f"{hundredths // 6000:02}:{hundredths // 100 % 60:02}.{hundredths % 100:02}"
        lines.append(f"[{time}]{_round(cue.text)}")
    return "\n".join(lines) + "\n"


KINDS: Mapping[str, Callable[[Plan, str], str]] = {".vtt": vtt, ".srt": srt, ".lrc": lrc}
"""How captions are written, by the ending of the file's name."""


def _clock(frame: int, mark: str) -> str:
    """Hours, minutes, seconds and thousandths."""
    thousandths = round(frame * 1000 / RATE)
    seconds, rest = divmod(thousandths, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{mark}{rest:03}"


def _round(words: str) -> str:
    return words.replace("[", "(").replace("]", ")")
