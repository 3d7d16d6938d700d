"""The atoms of a paragraph as lines of the script, each with the areas it speaks of."""

import re
from dataclasses import dataclass, field, replace
from itertools import accumulate

from relaxapp.words.adopting.atoms import Again, Atom, Bell, Breaths, Counting, Done, Left, Silence, Words
from relaxapp.words.adopting.carrying import braces, carried, leaves_named, regions
from relaxapp.words.adopting.muscles import Move, lets_go_after, letting_go, moves
from relaxapp.words.adopting.page import has_words
from relaxapp.words.adopting.times import TIME, seconds
from relaxapp.words.areas import leaves
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.sentences import phrases
from relaxapp.words.steps import LONGEST_SENTENCE

USUAL_TENSE = 6.0
"""Seconds of a tensing where the page tells none."""
LONGEST_TENSE = 15.0
"""Seconds; what is held longer on a page is held so long."""
SHORTEST_RELEASE = (8.0, 25.0)
"""Seconds of letting go where a silence is written after it."""
USUAL_RELEASE = (15.0, 40.0)
"""Seconds of letting go where none is."""
ON_ONE_LINE = 4_000
"""Characters of one line of the script."""


@dataclass(slots=True)
class _Unit:
    """A sentence, and what is done after it."""

    atoms: list[Atom] = field(default_factory=list)
    named: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        return composed([atom for atom in self.atoms if isinstance(atom, Words)])


@dataclass(frozen=True, slots=True)
class Arranged:
    """A paragraph in the format."""

    lines: tuple[str, ...]
    """The lines of the script."""
    named: frozenset[str]
    """The leaves the paragraph named last; what follows may speak of them."""
    tenses: bool
    """Whether something is tensed."""
    in_one: bool = False
    """Whether a sentence tenses and lets go, and could not be divided."""


def arranged(
    atoms: list[Atom],
    section: tuple[str, ...],
    before: frozenset[str],
    lexicon: Lexicon,
    room: Silence | None,
) -> Arranged:
    """The lines of a paragraph. `before`: what was named before it; `room`: the silence after it."""
    said: list[Atom] = [atom for atom in atoms if not isinstance(atom, Left | Again | Done)]
    if said and isinstance(last_said := said[-1], Words) and not last_said.hangs:
        unended = re.split(r"[.!?…]", last_said.text)[-1]
        said[-1] = replace(last_said, ends=last_said.ends or has_words(unended))
    units, in_one = _divided(_units(said), lexicon)
    of_section = leaves(section)
    for unit in units:
        unit.named = leaves_named(unit.text, lexicon, of_section or before)
    last = next((unit.named for unit in reversed(units) if unit.named), before)
    lines, tenses = [], False
    groups = _groups(units)
    for index, group in enumerate(groups):
        is_last = index == len(groups) - 1
        line, tensing = _line(group, section, before, room if is_last else None, lexicon)
        tenses = tenses or tensing
        if line:
            lines.append(line)
        before = next((unit.named for unit in reversed(group) if unit.named), before)
    return Arranged(tuple(lines), last, tenses, in_one)


def _units(atoms: list[Atom]) -> list[_Unit]:
    units = [_Unit()]
    complete = False
    for atom in atoms:
        after_silence = bool(units[-1].atoms) and isinstance(units[-1].atoms[-1], Silence)
        begins = isinstance(atom, Words) and (complete or (after_silence and atom.text[:1].isupper()))
        after_breaths = any(isinstance(other, Breaths) for other in units[-1].atoms)
        if begins or (after_breaths and isinstance(atom, Words)):
            units.append(_Unit())
            complete = False
        units[-1].atoms.append(atom)
        if isinstance(atom, Words):
            complete = atom.ends
    return [unit for unit in units if unit.atoms]


def _divided(units: list[_Unit], lexicon: Lexicon) -> tuple[list[_Unit], bool]:
    """Sentences that tense and let go as two; and whether one is left that can't be divided."""
    found: list[_Unit] = []
    in_one = False
    for unit, move in zip(units, moves([unit.text for unit in units]), strict=True):
        texts = [atom.text for atom in unit.atoms if isinstance(atom, Words)]
        words = " ".join(texts)
        if move is not Move.TENSE or not lets_go_after(words):
            found.append(unit)
            continue
        at = letting_go(words, tuple(accumulate(len(text) + 1 for text in texts)))
        parts = [unit] if at is None else _in_two(unit, at)
        if len(parts) == 2 and not leaves_named(parts[0].text, lexicon):
            named_late = bool(leaves_named(parts[1].text, lexicon))  # tense and release your hands
            parts = [unit] if named_late else parts
        in_one = in_one or len(parts) == 1
        found += parts
    return found, in_one


def _in_two(unit: _Unit, at: int) -> list[_Unit]:
    """A sentence divided before a place in its words."""
    first: list[Atom] = []
    second: list[Atom] = []
    end = -1
    for atom in unit.atoms:
        if not isinstance(atom, Words):
            (second or first).append(atom)
            continue
        begin, end = end + 1, end + 1 + len(atom.text)
        if end <= at:
            first.append(atom)
            continue
        tensing, going = atom.text[: max(0, at - begin)].rstrip(), atom.text[max(0, at - begin) :].lstrip()
        if tensing:
            first.append(replace(atom, text=tensing))
        if not second:
            going = going[:1].upper() + going[1:]
        second.append(replace(atom, text=going))
    last = next(index for index in reversed(range(len(first))) if isinstance(first[index], Words))
    words = first[last]
    assert isinstance(words, Words)
    first[last] = replace(words, text=words.text.rstrip(" .…,;:–—-"), hangs=False, ends=True)
    return [_Unit(first), _Unit(second)]


def _groups(units: list[_Unit]) -> list[list[_Unit]]:
    """Sentences that stay or go together: those about one part of the body, and what is said of it then."""
    groups: list[list[_Unit]] = []
    places: frozenset[str] = frozenset()
    length = 0
    for unit in units:
        own = regions(unit.named)
        strays = bool(own) and not own & places
        after_breaths = bool(groups) and any(isinstance(atom, Breaths) for atom in groups[-1][-1].atoms)
        if not groups or strays or after_breaths or length > ON_ONE_LINE:
            groups.append([])
            places, length = frozenset(), 0
        groups[-1].append(unit)
        places |= own
        length += len(unit.text)
    return groups


def _line(
    group: list[_Unit],
    section: tuple[str, ...],
    before: frozenset[str],
    room: Silence | None,
    lexicon: Lexicon,
) -> tuple[str, bool]:
    atoms = [atom for unit in group for atom in unit.atoms]
    parts, tenses = _with_muscles(group)
    if room is not None and parts and not isinstance(atoms[-1], Silence | Breaths | Bell):
        parts.append(room)
    text = _written(parts)
    if not text:
        return "", False
    words = _written([part for part in parts if isinstance(part, Words | Counting | Silence)])
    spoken = re.sub(r"\[[^\]]*\]", "\n", words)
    named: frozenset[str] = frozenset()
    for stretch in spoken.split("\n"):
        named |= leaves_named(stretch, lexicon, named | leaves(section) or before)
    if tenses and not named and not section:
        named = before or leaves(["body"])
    areas = carried(named, section)
    return (f"{braces(areas)} {text}" if areas else text), tenses


_Part = Atom | str


def _with_muscles(group: list[_Unit]) -> tuple[list[_Part], bool]:
    """The atoms of a group, with [tense] and [release] before the sentences that ask for it."""
    parts: list[_Part] = []
    found = moves([unit.text for unit in group])
    tensing = tensed = False
    for index, (unit, move) in enumerate(zip(group, found, strict=True)):
        if move is Move.TENSE and unit.text:
            held, rest = _held(group, found, index)
            parts.append(f"[tense {held:g}]")
            unit = replace(unit, atoms=rest)
            tensing = tensed = True
        elif move is Move.RELEASE and tensing and unit.text:
            silent = any(isinstance(atom, Silence) for atom in unit.atoms)
            low, high = SHORTEST_RELEASE if silent else USUAL_RELEASE
            parts.append(f"[release {low:g}-{high:g}]")
            tensing = False
        elif move is Move.HOLD and tensing:
            for atom in unit.atoms:
                if _is_hold(atom):
                    unit = replace(unit, atoms=_without(unit.atoms, atom))
        parts.extend(unit.atoms)
    return parts, tensed


def _without(atoms: list[Atom], silence: Atom) -> list[Atom]:
    """The atoms without a silence; the words before it end there."""
    kept: list[Atom] = []
    for atom in atoms:
        if atom is not silence:
            kept.append(atom)
        elif kept and isinstance(kept[-1], Words) and not kept[-1].hangs:
            kept[-1] = replace(kept[-1], ends=True)
    return kept


def _is_hold(atom: Atom) -> bool:
    return isinstance(atom, Silence) and 1 < atom.low <= LONGEST_TENSE


def _held(group: list[_Unit], found: list[Move], index: int) -> tuple[float, list[Atom]]:
    """How long a tensing is held, and the atoms of its sentence without the silence that told it."""
    atoms = group[index].atoms
    for atom in atoms:
        if isinstance(atom, Silence) and _is_hold(atom):
            return max(2.0, atom.low), _without(atoms, atom)
    told = TIME.search(group[index].text.casefold())
    if told is not None and told["unit"] and 1 < (low := seconds(told)[0]) <= LONGEST_TENSE:
        return max(2.0, low), atoms
    for later, move in zip(group[index + 1 :], found[index + 1 :], strict=True):
        if move is not Move.HOLD:
            break
        for atom in later.atoms:
            if isinstance(atom, Silence) and _is_hold(atom):
                return max(2.0, atom.low), atoms
    return USUAL_TENSE, atoms


def _written(parts: list[_Part]) -> str:
    written: list[str] = []
    run: list[Words] = []

    def end() -> None:
        if run:
            written.append(divided(composed(run)))
            run.clear()

    for part in parts:
        if isinstance(part, Words):
            run.append(part)
            continue
        end()
        written.append(part if isinstance(part, str) else directive(part))
    end()
    text = " ".join(piece for piece in written if piece)
    number = re.match(r"(\d{1,9})[.)](?=\s)", text)  # it would be taken for a step of a list
    if number is None:
        return text
    words, bracket, rest = text[number.end() :].partition("[")
    marks = re.match(r"\W*", words)
    if marks is not None and re.search(r"[.!?…]", marks.group()):  # no sentence can stand before them now
        words = f" {words[marks.end() :]}"
    return f"{number[1]}…{words if has_words(words) else ' '}{bracket}{rest}".rstrip()


def directive(atom: Atom) -> str:
    """What is done rather than said, as the format writes it."""
    match atom:
        case Silence(low=low, high=high):
            return f"[pause {low:g}]" if low == high else f"[pause {low:g}-{high:g}]"
        case Counting(first=first, last=last, every=every):
            return f"[count {first} to {last} every {every:g}]"
        case Breaths(seconds=seconds, pattern=pattern):
            return f"[breathe {pattern} for {round(seconds)} s]"
        case Bell():
            return "[sound bell]"
        case _:
            return ""


def composed(words: list[Words]) -> str:
    """Words one after another, with the marks that end or hang them."""
    pieces = []
    for piece in words:
        text = piece.text
        if piece.hangs:
            text = text.rstrip(" .…,;:–—-") + "…"
        elif piece.ends and text.rstrip("\"”’“»«)'")[-1:] not in ".!?…:":
            text = text.rstrip(" ,;–—-") + "."
        elif piece.ends and text.endswith(":"):
            text = text[:-1].rstrip() + "."
        pieces.append(text)
    return " ".join(pieces)


def divided(text: str) -> str:
    """The text with an ellipsis inside every sentence that is too long to be said in one go."""
    pieces = []
    for phrase in phrases(text):
        sentence = text[phrase.start : phrase.end]
        while len(sentence) > LONGEST_SENTENCE:
            cut = _cut(sentence)
            pieces.append(sentence[:cut].rstrip(" ,;:–—-.") + "…")
            sentence = sentence[cut:].lstrip(" ,;:–—-.")
        pieces.append(sentence if has_words(sentence) else "")
    return " ".join(piece for piece in pieces if piece)


def _cut(sentence: str) -> int:
    """Where a sentence that is too long may be cut: after a comma, before an and, or between words."""
    window = sentence[: LONGEST_SENTENCE - 50]
    for pattern in (r"[;:,–—]\s", r"\s(?=(?:and|or|but|so|as|while|until|because|then)\s)", r"\s"):
        places = [match.end() for match in re.finditer(pattern, window)]
        if places and places[-1] > 60:
            return places[-1]
    return len(window)
