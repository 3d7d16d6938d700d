"""Drawing a plan's cues and sections from its items."""

from collections.abc import Iterator, Sequence

from relaxapp.timing.breathing import Limits
from relaxapp.timing.cues import Cue, CueKind
from relaxapp.timing.items import Breathing, Gap, Held, Item, Ring, Spoken
from relaxapp.timing.plan import Plan, SectionSpan
from relaxapp.words.promises import Promises


def lay_out(
    items: Sequence[Item],
    titles: Sequence[str],
    f: float,
    asked: int,
    limits: Limits,
    promises: Promises,
) -> Plan:
    """The plan made of `items`, one after the other."""
    cues: list[Cue] = []
    starts: list[int] = []
    position = 0
    for item in items:
        while len(starts) <= item.section:
            starts.append(position)
        cues.extend(_cues(item, position))
        position += item.frames
    starts.extend([position] * (len(titles) - len(starts)))
    spans = tuple(
        SectionSpan(title, start, end)
        for title, start, end in zip(titles, starts, [*starts[1:], position], strict=True)
    )
    cues.sort(key=lambda cue: cue.start)
    return Plan(tuple(cues), position, f, spans, tuple(items), asked, limits, promises)


def _cues(item: Item, start: int) -> Iterator[Cue]:
    """The cues of one item; a cue that others lie in comes before them."""
    match item:
        case Spoken():
            yield Cue(start, start + item.voiced, CueKind.SAY, item.section, item.say)
            yield from _silence(start + item.voiced, start + item.frames, item.section)
        case Gap():
            yield from _silence(start, start + item.frames, item.section)
        case Held():
            kind = CueKind.TENSE if item.tensing else CueKind.RELEASE
            if item.frames:
                yield Cue(start, start + item.frames, kind, item.section)
            yield from _inside(item, start)
        case Breathing():
            yield from _breaths(item, start)
            for word in item.words:
                begin = start + item.exhale(word.breath)
                yield Cue(begin, begin + word.line.voiced, CueKind.SAY, item.section, word.line.say)
        case Ring():
            yield Cue(start, start + item.frames, CueKind.SOUND, item.section, sound=item.name)


def _silence(start: int, end: int, section: int) -> Iterator[Cue]:
    if end > start:
        yield Cue(start, end, CueKind.SILENCE, section)


def _inside(item: Held, start: int) -> Iterator[Cue]:
    for part in item.inside:
        if isinstance(part, Spoken):
            yield Cue(start, start + part.voiced, CueKind.SAY, part.section, part.say)
        start += part.frames


def _breaths(item: Breathing, start: int) -> Iterator[Cue]:
    for first, last in zip(item.edges, item.edges[1:], strict=False):
        for kind, begin, end in item.shares.phases(first, last):
            if begin < item.frames:
                yield Cue(start + begin, start + min(end, item.frames), kind, item.section)
