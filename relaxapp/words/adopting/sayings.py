"""A paragraph of a page, as what is said and what is done: marks for the reader become silences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from relaxapp.translation import _
from relaxapp.words.adopting.atoms import Again, Atom, Bell, Breaths, Counting, Left, Silence, Words
from relaxapp.words.adopting.blocks import HANGS, Block
from relaxapp.words.adopting.counted import Run, counted
from relaxapp.words.adopting.cues import Cue, cue
from relaxapp.words.adopting.doubts import Doubts
from relaxapp.words.adopting.english import (
    OFTEN_SAID,
    TO_READER,
)
from relaxapp.words.adopting.labels import label
from relaxapp.words.adopting.page import has_words
from relaxapp.words.adopting.times import TIME, is_breaths, is_number, number, seconds
from relaxapp.words.directives import LONGEST_PAUSE
from relaxapp.words.sentences import phrases
from relaxapp.words.source import Marked, is_forbidden

LONGEST_WORD = 60
"""Characters; what is longer is no word that can be said."""
USUAL_BREATH = (4, 6)
"""Seconds in and out, where a page counts no breath."""


@dataclass(slots=True)
class Manner:
    """How this page is written; what it counted last is remembered."""

    quoted: bool = False
    """Whether what is said stands in quotation marks, and the rest is for the reader."""
    unpunctuated: bool = False
    """Whether the ends of lines end its phrases."""
    inhale: int = USUAL_BREATH[0]
    """Seconds of an in-breath, as counted last."""
    exhale: int = USUAL_BREATH[1]
    """The same of an out-breath."""
    asides: bool = False
    """Whether words that begin with who leads may be for them alone."""
    speaker: str = ""
    """Whose words are said, where several speakers are numbered."""

    def breaths(self, number: float, source: Marked | None) -> Breaths:
        """So many breaths, in the rhythm the page counted last."""
        total = min(max(number * (self.inhale + self.exhale), 5.0), 3600.0)
        return Breaths(total, f"{self.inhale}-{self.exhale}", source)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A stretch that isn't plain words."""

    start: int
    end: int
    atoms: tuple[Atom, ...]


_MARKS = re.compile(
    r"(?P<note><!--(?:(?!-->).){0,2000}-->)|(?P<image>!\[[^\]]*\]\([^)]*\))|(?P<foot>\[\^?\d{1,3}\](?!\())|(?P<tag></?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>]{0,80})?/?>)"
    r"|(?P<web>(?:https?://|www\.)[^\s<>()\[\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|\((?P<round>[^()]{1,300})\)|\[(?P<square>[^\[\]]{1,300})\]|\{(?P<curly>[^{}]{1,300})\}|<(?P<angle>[^<>]{1,120})>"
    r"|(?P<stars>\*{1,2}[^*]{1,80}\*{1,2}|(?<!\w)_{1,2}[^_]{1,80}_{1,2}(?!\w))"
    r"|(?P<dash>(?:--+|[–—]|(?<=\s)-)\s*(?:long |short )?pause\s*(?:--+|[–—]|-(?=\s|$)))"
    r"|(?P<dots>(?:\.|…)(?:\s?(?:\.|…))+|…)"
    r"|(?P<long>[^\s.…]{61,})"
)
_TAGS = frozenset(
    {
        "br",
        "p",
        "b",
        "i",
        "em",
        "strong",
        "div",
        "span",
        "h1",
        "h2",
        "h3",
        "h4",
        "li",
        "ul",
        "ol",
        "u",
        "hr",
        "font",
        "center",
        "pre",
    }
)
_TO_READER = re.compile(rf"\b(?:{'|'.join(TO_READER)})\b|©|\(c\)\s*\d{{4}}", re.IGNORECASE)
_END = re.compile(
    r"(?:the )?end(?: of (?:the )?(?:script|recording|exercise|session|meditation|practice|page|reading))?"
    r"|music\b.{0,30}|fade (?:in|out)|cont(?:inued|'d|d)\b.{0,20}|turn (?:the page|over)",
    re.IGNORECASE,
)
"""Whole paragraphs that end or go on with a page."""
_OFTEN_SAID = re.compile(rf"(?:{'|'.join(OFTEN_SAID)})\b|.*\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I’m|I'll|I’ll|I've|I’ve|me|my|we|our)\b")


def atoms(block: Block, manner: Manner, doubts: Doubts) -> list[Atom]:
    """What a paragraph says and does, in order."""
    words = block.words
    assert words is not None
    found: list[Atom] = list(block.left)
    while (known := label(words.text)) is not None:
        kind = known.kind
        if kind == "speaker" and re.search(r"\d$", known.name):
            manner.speaker = manner.speaker or known.name
            kind = kind if known.name == manner.speaker else "other"
        if kind == "speaker" and manner.asides and known.leads and has_words(words.text[known.end :]):
            end = block.first_end if words is block.words and has_words(block.beyond()) else len(words.text)
            why = _("It may be for the reader or the listener.")
            if not doubts.say(words[:end], why, default=False):
                found.append(Left(words[:end], why))
                words = words[end:].strip()
                continue
        if kind == "speaker":
            found.append(Left(words[: known.end], _("It tells who speaks.")))
            words = words[known.end :]
            continue
        why = {
            "reader": _("It seems to be for the reader."),
            "doubtful": _("It may be for the reader or the listener."),
            "other": _("Someone else seems to speak."),
        }[kind]
        if kind == "reader" or not doubts.say(words, why, default=False):
            return [*found, Left(words, why)]
        break
    if not has_words(words.text):
        return found
    return [*found, *_scanned(words, block, manner, doubts)]


def _scanned(words: Marked, block: Block, manner: Manner, doubts: Doubts) -> list[Atom]:
    found: list[Atom] = []
    at = 0
    for cut in _cuts(words, manner, doubts):
        if cut.start < at:
            continue
        found.extend(_stretch(words[at : cut.start], block, manner, doubts))
        _add(found, cut.atoms)
        at = cut.end
        if re.match(r"\s*[.!?](?!\.)", words.text[at:]):
            _end_sentence(found)
    found.extend(_stretch(words[at:], block, manner, doubts))
    return found


def _add(found: list[Atom], atoms: tuple[Atom, ...]) -> None:
    """Add what a cut means; an ellipsis lets the words before it hang."""
    for atom in atoms:
        if isinstance(atom, Words) and not atom.text:
            if found and isinstance(found[-1], Words) and not found[-1].ends:
                last = found[-1]
                found[-1] = Words(last.text, last.source, hangs=True)
            continue
        found.append(atom)


def _end_sentence(found: list[Atom]) -> None:
    """The last words end a sentence: its mark stands after what was cut out."""
    last = next((index for index in reversed(range(len(found))) if not isinstance(found[index], Left)), None)
    words = None if last is None else found[last]
    if last is not None and isinstance(words, Words):
        found[last] = replace(words, ends=not words.hangs)


_ELLIPSIS = Words("", None, hangs=True)
"""Stands for an ellipsis, until it joins the words before it."""


def _cuts(words: Marked, manner: Manner, doubts: Doubts) -> Iterator[_Cut]:
    runs = counted(words.text)
    marks = list(_MARKS.finditer(words.text))
    spans: list[tuple[int, int, Run | re.Match[str] | Left]] = sorted(
        [(run.start, run.end, run) for run in runs] + [(mark.start(), mark.end(), mark) for mark in marks],
        key=lambda span: (span[0], -span[1]),
    )
    quoted = _outside_quotes(words.text) if manner.quoted else []
    for start, end in quoted:
        outside = words[start:end].strip()
        if (
            has_words(outside.text)
            and cue(outside.text.strip(" ,.:;()[]")) is None
            and not _BELL.fullmatch(outside.text)
        ):
            why = _("It stands outside the quotation marks.")
            if not doubts.say(outside, why, default=False):
                spans.append((start, end, Left(outside, why)))
    spans.sort(key=lambda span: (span[0], -span[1]))
    end_before = 0
    for start, end, what in spans:
        if start < end_before:
            continue
        if isinstance(what, Left):
            yield _Cut(start, end, (what,))
        elif isinstance(what, re.Match):
            atoms = _mark(what, words, manner, doubts)
            if atoms is None:
                continue
            yield _Cut(start, end, atoms)
        else:
            if what.breath == "in":
                manner.inhale = max(1, min(what.numbers[-1], 20))
            elif what.breath == "out":
                manner.exhale = max(1, min(what.numbers[-1], 20))
            before = (
                (Silence(0.5, 0.5, None),)
                if start and not re.search(r"[.…!?]\s*$", words.text[:start])
                else ()
            )
            source = words[start:end]
            yield _Cut(start, end, (*before, Counting(what.numbers[0], what.numbers[-1], what.every, source)))
        end_before = end


def _outside_quotes(text: str) -> list[tuple[int, int]]:
    spans = []
    at = 0
    for match in re.finditer(r"[“„«»\"][^“”„«»\"]*(?:[”“»«\"]|$)", text):
        if match.start() > at:
            spans.append((at, match.start()))
        at = match.end()
    if at < len(text):
        spans.append((at, len(text)))
    return spans


def _mark(mark: re.Match[str], words: Marked, manner: Manner, doubts: Doubts) -> tuple[Atom, ...] | None:
    """What a mark means; None where it is nothing but words."""
    source = words[mark.start() : mark.end()]
    kind = mark.lastgroup
    if kind == "dots":
        return _dots(source)
    if kind in ("note", "image", "foot"):
        return (Left(source, ""),)
    if kind == "tag":
        name = re.findall(r"[a-zA-Z]+[0-9]?", source.text)[0].casefold()
        if name in _TAGS:
            return (Left(source, ""),)
        content = source.text[1:-1]
    elif kind == "web":
        return (Left(source, _("It is an address on the web.")),)
    elif kind == "long":
        return (Left(source, _("It is too long to be a word.")),)
    else:
        content = source.text.strip("*_–—- ") if kind in ("stars", "dash") else source.text[1:-1]
    if kind == "round" and (run := _counted_inside(words.text[: mark.start()], content)) is not None:
        return (Counting(run.numbers[0], run.numbers[-1], run.every, source),)
    meaning = cue(content)
    if kind == "stars" and (meaning is None or meaning.kind in ("again", "breaths")):
        return None
    if meaning is not None:
        return _meant(meaning, source, manner)
    if not has_words(content):
        return ()
    if re.fullmatch(r"\s*(?:https?://|www\.)\S+\s*", content):
        return (Left(source, _("It is an address on the web.")),)
    if kind == "square" and words.text[mark.end() : mark.end() + 1] == "(":
        return None
    why = _("It stands in parentheses.") if kind == "round" else _("It stands in brackets.")
    if _TO_READER.search(content):
        why = _("It seems to be for the reader.")
        default = False
    else:
        default = kind == "round" and _OFTEN_SAID.match(content.strip()) is not None
    if doubts.say(source, why, default):
        return None
    return (Left(source, why),)


def _counted_inside(before: str, content: str) -> Run | None:
    """The numbers counted, where parentheses hold nothing else: exhale (1-2-3-4)."""
    numbers = content.strip(" .,;…")
    text = f"{before[-40:].rstrip()} {numbers}"
    run = next(reversed(counted(text)), None)
    return run if run is not None and text[run.start : run.end] == numbers else None


def _meant(meaning: Cue, source: Marked, manner: Manner) -> tuple[Atom, ...]:
    if meaning.kind == "pause":
        return tuple(silences(meaning.low, meaning.high, source))
    if meaning.kind == "breaths":
        return (manner.breaths(meaning.low, source),)
    if meaning.kind == "bell":
        return (Bell(source),)
    if meaning.kind == "again":
        text = " ".join(source.text.strip(" ()[]{}*_.").split())
        return (Again(meaning.side, Words(f"{text[:1].upper()}{text[1:]}.", source, ends=True)),)
    return (Left(source, _("It is a direction to the reader.")),)


def silences(low: float, high: float, source: Marked | None) -> list[Atom]:
    """A silence; several where it is longer than one may be."""
    found: list[Atom] = []
    while high > 0:
        part_low, part_high = min(low, LONGEST_PAUSE), min(high, LONGEST_PAUSE)
        found.append(Silence(part_low, part_high, source if not found else None))
        low, high = max(0.0, low - part_low), high - part_high
    return found or [Silence(0.0, 0.0, source)]


def _dots(source: Marked) -> tuple[Atom, ...]:
    count = source.text.count(".") + 3 * source.text.count("…")
    if count < 5:
        return (_ELLIPSIS,)
    low = float(min(round(count * 0.4), 20))
    return (_ELLIPSIS, Silence(low, low * 2, source))


def _stretch(words: Marked, block: Block, manner: Manner, doubts: Doubts) -> list[Atom]:
    """Plain words: sentence by sentence, and line by line where a line was broken on purpose."""
    found: list[Atom] = []
    for part, broken in _at_breaks(words, block):
        spoken = list(phrases(part.text))
        for index, phrase in enumerate(spoken):
            source = part[phrase.start : phrase.end]
            is_last = index == len(spoken) - 1
            found.extend(_sentence(source, block, manner, doubts, broken if is_last else ""))
    return found


def _at_breaks(words: Marked, block: Block) -> Iterator[tuple[Marked, str]]:
    """Parts of the words between line ends that were meant, each with what the line end means."""
    start = 0
    for index in range(len(words.text)):
        means = block.breaks.get(words.offsets[index])
        if means is not None:
            yield words[start : index + 1], means
            start = index + 1
    yield words[start:], ""


_SILENT_SENTENCE = re.compile(r"(?:\w+ ){0,3}(?:pause|silence)\b.*", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:hold|stay|rest|remain|wait|keep|sit|lie|pause|let go|relax|release)\b", re.IGNORECASE
)
_BEFORE_TIME = re.compile(r"\bfor\s|,\s|\b(?:hold|rest|wait|stay|remain|sit|pause)\s", re.IGNORECASE)
_COUNTING_ALONE = re.compile(
    r"(?<!will )\bcount\w*\b.*?\bfrom\s(\w+)\s(?:down |back |up )?to\s(\w+)$", re.IGNORECASE
)
_BELL = re.compile(r"(?:(?:ring|sound|strike)\s|(?:bell|chime|gong)\b).{0,40}", re.IGNORECASE)


def _sentence(source: Marked, block: Block, manner: Manner, doubts: Doubts, line_end: str) -> list[Atom]:
    """A sentence, or what it means. `line_end`: what the line end after it means, where it was meant."""
    text = sayable(re.sub(r"[“”„«»\"]", " ", source.text) if manner.quoted else source.text)
    if not has_words(text):
        return []
    alone = block.words is not None and len(text) + 2 >= len(block.words.text)
    if alone and _END.fullmatch(text.strip(" .!")):
        why = _("It seems to be for the reader.")
        return (
            [Words(text, source, ends=True)]
            if doubts.say(source, why, default=False)
            else [Left(source, why)]
        )
    if _BELL.fullmatch(text) and len(text.split()) <= 5 and (bell := cue(text)) and bell.kind == "bell":
        return [Bell(source)]
    if TIME.fullmatch(text.casefold().strip(" .")) and (time := cue(text)) is not None:
        return list(_meant(time, source, manner))
    meaning = cue(text) if len(text.split()) <= 9 and _SILENT_SENTENCE.fullmatch(text) else None
    if meaning is not None and meaning.kind == "pause":
        if text.isupper() or len(text.split()) <= 2 or line_end or alone:
            return silences(meaning.low, meaning.high, source)
        if not doubts.say(
            source, _("It may be a direction to you, or words for the listener."), default=False
        ):
            return silences(meaning.low, meaning.high, source)
    elif _TO_READER.search(text):
        why = _("It seems to be for the reader.")
        if not doubts.say(source, why, default=False):
            return [Left(source, why)]
    elif block.mail and _FIRST_PERSON.search(text):
        why = _("It seems to belong to the e-mail.")
        if not doubts.say(source, why, default=False):
            return [Left(source, why)]
    hangs = line_end == HANGS or (bool(line_end) and text[-1] in ",;:–—-")
    ends = not hangs and (bool(line_end) or text.rstrip("\"”’“»«)'")[-1:] in ".!?")
    return [Words(text, source, hangs=hangs, ends=ends), *_time_it_takes(text, manner)]


def _time_it_takes(text: str, manner: Manner) -> list[Atom]:
    """What follows a sentence that names a time at its end: hold for five seconds, for ten breaths."""
    plain = text.casefold().strip(" .!…")
    alone = _COUNTING_ALONE.search(plain)
    if (
        alone
        and all(is_number(each) for each in alone.groups())
        and not re.search(r"\bi(?:'m|’m| am)\b", plain)
    ):
        steps = min(abs(number(alone[1]) - number(alone[2])), 100)
        return silences(2 * steps, 3 * steps, None)
    for match in _BEFORE_TIME.finditer(plain):
        time = TIME.fullmatch(plain[match.start() :]) or TIME.fullmatch(plain[match.end() :])
        if time is None or not time["unit"]:
            continue
        low, high = seconds(time)
        if is_breaths(time) and match.group().startswith("for"):
            return [manner.breaths(max(1.0, low / 6.0), None)]
        if _HELD.search(plain) and high <= 1800:
            return silences(low, high, None)
    return []


def sayable(text: str) -> str:
    """The words without marks that no voice can say and that mean something else in a script."""
    kept = []
    for char in text:
        if char in "*_`\\|<>~^=#[]{}" or is_forbidden(char):
            kept.append(" ")
        else:
            kept.append(char)
    shown = re.sub(r"(?<=\s)[-–—]+(?=\s)", "–", "".join(kept))
    shown = " ".join(re.sub(r"(?<=\s)[,;:/]+(?=\s|$)", " ", shown).split())
    return shown.lstrip(".,;:!?…–—-/)”’»•+ ").strip()
