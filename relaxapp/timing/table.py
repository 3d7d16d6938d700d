"""A plan as a table: when something is said or heard, and how long it lasts."""

from collections.abc import Iterable, Iterator

from relaxapp.timing.frames import seconds
from relaxapp.timing.plan import Cue, CueKind, Plan
from relaxapp.translation import _, ngettext
from relaxapp.words.promises import Promises

SHORT_SILENCE = 6.0
"""Seconds below which a silence between two lines is not worth a row of its own."""
BREATHS = frozenset({CueKind.INHALE, CueKind.HOLD, CueKind.EXHALE, CueKind.REST})


def table(plan: Plan) -> Iterator[str]:
    """One row a line said, a silence, a stretch of breathing; headings where a section begins."""
    section = -1
    for cues in _stretches(plan.cues):
        first = cues[0]
        if first.section != section:
            section = first.section
            yield ""
            yield _row(plan.sections[section].start, None, plan.sections[section].title.upper())
        if first.kind in BREATHS:
            yield _breathing([cue for cue in cues if cue.kind in BREATHS], plan.promises)
        for cue in cues:
            words = cue.text or plan.promises.told(_done(cue))
            if words:
                yield _row(cue.start, cue.end - cue.start, words)
    yield ""
    yield _row(plan.frames, None, _("the end"))


def _stretches(cues: Iterable[Cue]) -> Iterator[list[Cue]]:
    """Breathing with all that is said in it, or one other cue."""
    breathing: list[Cue] = []
    for cue in cues:
        inside = bool(breathing) and cue.kind is CueKind.SAY and cue.start < breathing[-1].end
        if cue.kind in BREATHS or inside:
            breathing.append(cue)
            continue
        if breathing:
            yield breathing
            breathing = []
        yield [cue]
    if breathing:
        yield breathing


def _done(cue: Cue) -> str:
    """What is done rather than said; empty for what has no row of its own."""
    match cue.kind:
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


def _breathing(cues: list[Cue], promises: Promises) -> str:
    breaths = sum(cue.kind is CueKind.INHALE for cue in cues)
    length = max(cue.end for cue in cues) - cues[0].start
    rate = breaths * 60 / seconds(length)
    words = ngettext(
        "({breaths} breath with the rhythm, about {rate} a minute)",
        "({breaths} breaths with the rhythm, about {rate} a minute)",
        breaths,
    )
    told = promises.told(words.format(breaths=breaths, rate=f"{rate:.1f}"))
    return _row(cues[0].start, length, told)


def _row(start: int, length: int | None, words: str) -> str:
    whole = int(seconds(start))
    lasts = "" if length is None else f"{seconds(length):.1f} s"
    return f"{whole // 60:3}:{whole % 60:02}  {lasts:>8}  {words}".rstrip()
