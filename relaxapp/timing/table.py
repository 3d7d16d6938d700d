"""A plan as a table: when something is said or heard, and how long it lasts."""

from collections.abc import Iterator

from relaxapp.timing.frames import seconds
from relaxapp.timing.plan import Cue, CueKind, Plan
from relaxapp.translation import _, ngettext

SHORT_SILENCE = 6.0
"""Seconds below which a silence between two lines is not worth a row of its own."""
BREATHS = frozenset({CueKind.INHALE, CueKind.HOLD, CueKind.EXHALE, CueKind.REST})


def table(plan: Plan) -> Iterator[str]:
    """One row a line said, a silence, a stretch of breathing; headings where a section begins."""
    section = -1
    breathing: list[Cue] = []
    for cue in (*plan.cues, None):
        if breathing and (cue is None or (cue.kind not in BREATHS and cue.kind is not CueKind.SAY)):
            yield _breathing(breathing)
            breathing = []
        if cue is None:
            break
        if cue.section != section:
            section = cue.section
            title = plan.sections[section].title
            yield ""
            yield _row(plan.sections[section].start, None, title.upper())
        if cue.kind in BREATHS:
            breathing.append(cue)
            continue
        words = _words(cue)
        if words:
            yield _row(cue.start, cue.end - cue.start, words)
    yield ""
    yield _row(plan.frames, None, _("the end"))


def _words(cue: Cue) -> str:
    match cue.kind:
        case CueKind.SAY:
            return cue.text
        case CueKind.SILENCE:
            return _("(silence)") if seconds(cue.end - cue.start) >= SHORT_SILENCE else ""
        case CueKind.TENSE:
            return _("(lightly tense)")
        case CueKind.RELEASE:
            return _("(let go)")
        case CueKind.SOUND:
            return _("(a bell)")
        case _:
            return ""


def _breathing(cues: list[Cue]) -> str:
    breaths = sum(cue.kind is CueKind.INHALE for cue in cues)
    length = cues[-1].end - cues[0].start
    rate = breaths * 60 / seconds(length)
    words = ngettext(
        "({breaths} breath with the rhythm, about {rate} a minute)",
        "({breaths} breaths with the rhythm, about {rate} a minute)",
        breaths,
    )
    return _row(cues[0].start, length, words.format(breaths=breaths, rate=f"{rate:.1f}"))


def _row(start: int, length: int | None, words: str) -> str:
    whole = int(seconds(start))
    lasts = "" if length is None else f"{seconds(length):.1f} s"
    return f"{whole // 60:3}:{whole % 60:02}  {lasts:>8}  {words}".rstrip()
