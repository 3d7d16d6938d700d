"""A plan as prose: what was said, with its longer silences, to print and to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from relaxapp.timing.frames import seconds
from relaxapp.timing.plan import Cue, CueKind, Plan
from relaxapp.translation import _, ngettext
from relaxapp.words.promises import Promises

LONG_SILENCE = 8.0
"""Seconds from which a silence is told, and a new paragraph begins."""
ENDS = (".", "!", "?", "…", ":", ";", ",", "”", '"')
"""What a line ends in; the numbers of a count end in nothing, and are set apart."""
BREATHS = frozenset({CueKind.INHALE, CueKind.HOLD, CueKind.EXHALE, CueKind.REST})


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a plan."""

    title: str
    """Its heading; may be empty."""
    paragraphs: tuple[str, ...]
    """In order; what is done rather than said stands in brackets, in a paragraph of its own."""


def parts(plan: Plan) -> tuple[Part, ...]:
    """Every section in which something is said or done."""
    found = (
        Part(plan.sections[index].title, tuple(_paragraphs(list(cues), plan.promises)))
        for index, cues in groupby(plan.cues, key=lambda cue: cue.section)
    )
    return tuple(part for part in found if part.paragraphs)


def markdown(title: str, words: str, plan: Plan) -> str:
    """The same as Markdown, which reads well as plain text, too."""
    blocks = [f"# {title}", words]
    for part in parts(plan):
        blocks += [f"## {part.title}"] if part.title else []
        blocks += part.paragraphs
    return "\n\n".join(block for block in blocks if block) + "\n"


def prose(plan: Plan) -> str:
    """Headings and paragraphs: to read beforehand, or to read aloud to a person."""
    blocks = [block for part in parts(plan) for block in (part.title.upper(), *part.paragraphs)]
    return "\n\n".join(block for block in blocks if block)


def length_in_words(frames: int) -> str:
    """A length as a person says it: seconds below two minutes, whole minutes from there on."""
    whole = round(seconds(frames))
    if whole < 120:
        return ngettext("{seconds} second", "{seconds} seconds", whole).format(seconds=whole)
    minutes = round(whole / 60)
    return ngettext("{minutes} minute", "{minutes} minutes", minutes).format(minutes=minutes)


def _paragraphs(cues: list[Cue], promises: Promises) -> Iterator[str]:
    said: list[str] = []
    for told, cue in _stretches(cues, promises):
        if told is None:
            said.append(cue.text if cue.text.endswith(ENDS) else f"{cue.text} …")
            continue
        if said:
            yield " ".join(said)
            said = []
        if told:
            yield told
    if said:
        yield " ".join(said)


def _stretches(cues: list[Cue], promises: Promises) -> Iterator[tuple[str | None, Cue]]:
    """Each line said (None and its cue), and what is told between them, in order.

    Where the words of what is told are avoided, its length is told alone.
    """
    breaths: list[Cue] = []
    silence = 0
    for cue in cues:
        if cue.kind is CueKind.SILENCE:
            silence += cue.end - cue.start
            continue
        if seconds(silence) >= LONG_SILENCE:
            yield _lasting(_("(silence, {time})"), silence, promises), cue
        silence = 0
        if cue.kind in BREATHS:
            breaths.append(cue)
            continue
        inside = bool(breaths) and cue.start < breaths[-1].end
        if breaths and not inside:
            yield _breathing(breaths, promises), breaths[0]
            breaths = []
        match cue.kind:
            case CueKind.SAY:
                yield None, cue
            case CueKind.TENSE:
                yield _lasting(_("(lightly tense, {time})"), cue.end - cue.start, promises), cue
            case CueKind.RELEASE:
                yield _lasting(_("(let go, {time})"), cue.end - cue.start, promises), cue
            case _:
                yield promises.told(_("(a bell)")), cue
    if breaths:
        yield _breathing(breaths, promises), breaths[0]
    if seconds(silence) >= LONG_SILENCE:
        yield _lasting(_("(silence, {time})"), silence, promises), cues[-1]


def _lasting(words: str, length: int, promises: Promises) -> str:
    time = length_in_words(length)
    return promises.told(words.format(time=time)) or f"({time})"


def _breathing(cues: list[Cue], promises: Promises) -> str:
    breaths = sum(cue.kind is CueKind.INHALE for cue in cues)
    words = ngettext(
        "(breathe with the rhythm, {breaths} breath, {time})",
        "(breathe with the rhythm, {breaths} breaths, {time})",
        breaths,
    )
    counted = words.replace("{breaths}", str(breaths))
    return _lasting(counted, cues[-1].end - cues[0].start, promises)
