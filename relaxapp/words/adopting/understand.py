"""The whole way from a page to the sections of a practice. What is doubtful is asked; nothing is lost."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from math import inf
from types import MappingProxyType

from relaxapp.errors import ScriptError
from relaxapp.translation import _, ngettext
from relaxapp.words.adopting.arranging import arranged
from relaxapp.words.adopting.atoms import Again, Atom, Bell, Breaths, Counting, Done, Left, Silence, Words
from relaxapp.words.adopting.blocks import Block, Shape, blocks
from relaxapp.words.adopting.carrying import braces, leaves_named
from relaxapp.words.adopting.doubts import Doubts
from relaxapp.words.adopting.english import BREATHING, COMMON, GROUNDING, PICTURES
from relaxapp.words.adopting.labels import has_asides
from relaxapp.words.adopting.lines import PageLine, page_lines
from relaxapp.words.adopting.page import Page, has_words
from relaxapp.words.adopting.repeats import UNWORKED_PAUSE, worked_out
from relaxapp.words.adopting.sayings import Manner, atoms, sayable
from relaxapp.words.adopting.understood import Answers, Fate, Piece, Row, Understood
from relaxapp.words.areas import names_for
from relaxapp.words.directives import LONGEST_PAUSE
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.parse import MOST_SECTIONS
from relaxapp.words.script import Technique
from relaxapp.words.source import Source

LONGEST_PAGE = 60_000
"""Characters; 90 minutes, the longest practice, are far less."""
MOST_PAGE_LINES = 4_000
LONGEST_TITLE = 80
"""Characters."""
SHORTEST_TOLD = 2
"""Seconds of the shortest silence that may be drawn out."""
MOST_BACK = 4
"""Paragraphs that `repeat with the other side` may reach back."""
USUAL_ROOM = Silence(4, 10, None)
"""The silence after a paragraph that has none."""
ENDING = (
    "# To finish",
    "[if alert] Sit a moment before you stand.",
    "[or] [if alert] Stay as you are a little longer before you get up.",
    "[or] [if alert] Take some time, then move on gently.",
    "[if asleep] Rest as long as you like.",
)
"""How every practice ends, for everyone, whatever they leave out or avoid."""


def understand(
    page: Page,
    lexicon: Lexicon,
    answers: Answers = MappingProxyType({}),
    room: Silence = USUAL_ROOM,
    give: float = 1,
) -> Understood:
    """What a page says, does and leaves out.

    `answers`: whether doubtful words are said; those without an answer take the safe choice. `room`: the
    silence after each paragraph that has none of its own. `give`: how many times as long the silences may
    last that the page tells in seconds. ScriptError where there is nothing to be said.
    """
    _limits(page)
    return _Understanding(page, lexicon, answers, room, give).understood()


def _limits(page: Page) -> None:
    if len(page.text) > LONGEST_PAGE or page.text.count("\n") + page.text.count("\r") > MOST_PAGE_LINES:
        raise ScriptError(
            _("This page is too long to be one practice: it has {count} characters.").format(
                count=len(page.text)
            ),
            _("Give only the part that is read aloud, at most {most} characters.").format(most=LONGEST_PAGE),
        )
    if not has_words(page.text):
        raise ScriptError(
            _("There are no words in this page."),
            _("If it is a picture of a page, type or copy its words first."),
        )


@dataclass(slots=True)
class _Step:
    """A heading or paragraph with its atoms."""

    block: Block
    atoms: list[Atom] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    for_reader: bool = False
    """Whether it is for the reader, and so may be the list that follows it."""


class _Understanding:
    def __init__(self, page: Page, lexicon: Lexicon, answers: Answers, room: Silence, give: float) -> None:
        self.give = give
        self.page = page
        self.lexicon = lexicon
        self.room = room
        self.source = Source(page.text)
        self.texts = [line.text for line in self.source.lines()]
        self.doubts = Doubts(self.source, answers)
        self.pieces: list[Piece] = []
        self.rows: list[tuple[float, Row]] = []
        self.remarks: list[str] = []
        self.tensings = 0

    def understood(self) -> Understood:
        lines = page_lines(self.page, self.source)
        manner = _manner(lines)
        steps = [_Step(block) for block in blocks(lines)]
        manner.asides = has_asides(
            (words.text, block.beyond())
            for block in (step.block for step in steps if not step.block.level)
            if (words := block.words) is not None and has_words(words.text)
        )
        for index, step in enumerate(steps):
            self._read(step, index, steps, manner)
        title_step, title = self._title(steps, lines)
        self._write(steps, title_step, title)
        if not any(map(_says, steps)):
            raise ScriptError(
                _("Nothing in this page seems to be said to a listener."),
                _("Give the page that is read aloud, as plain text."),
            )
        self._remark_on_the_whole(lines)
        return Understood(
            title=title,
            technique=self._technique().value,
            rows=_joined(row for _place, row in sorted(self.rows, key=lambda placed: placed[0])),
            pieces=tuple(self.pieces),
            doubts=self.doubts.found(),
            remarks=tuple(self.remarks),
        )

    def _read(self, step: _Step, index: int, steps: list[_Step], manner: Manner) -> None:
        block = step.block
        if block.words is None or block.level or not has_words(block.words.text):
            step.atoms = list(block.left)
            return
        if self._under_the_title(index, steps):
            why = _("It stands right under the title.")
            if not self.doubts.say(block.words, why, default=False):
                step.atoms = [*block.left, Left(block.words, why)]
                return
        above = steps[index - 1] if index else None
        if block.item and above is not None and above.for_reader:
            why = _("It belongs to a line above, which is for the reader.")
            if not self.doubts.say(block.words, why, default=False):
                step.atoms = [*block.left, Left(block.words, why)]
                step.for_reader = True
                return
        step.atoms = atoms(block, manner, self.doubts)
        step.for_reader = block.words.text.endswith(":") and _is_all_left(step.atoms)

    def _under_the_title(self, index: int, steps: list[_Step]) -> bool:
        """Whether a short paragraph without a full stop stands between the title and what follows it."""
        words = steps[index].block.words
        assert words is not None
        above = next((step for step in reversed(steps[:index]) if step.block.words is not None), None)
        below = next((step for step in steps[index + 1 :] if step.block.words is not None), None)
        is_first = above is not None and above.block.level > 0 and not any(map(_says, steps[:index]))
        short = len(words.text.split()) <= 10 and words.text[-1] not in ".!?…:,"
        close = steps[index].block.first_line == (above.block.last_line + 1 if above else 0)
        return is_first and short and close and below is not None and not steps[index].block.item

    # --- title and headings

    def _title(self, steps: list[_Step], lines: list[PageLine]) -> tuple[_Step | None, str]:
        """The step that holds the title, where there is one, and the title."""
        headings = [step for step in steps if step.block.level]
        said = next((index for index, step in enumerate(steps) if _says(step)), len(steps))
        early = [step for step in steps[:said] if step.block.level]
        first = early[0] if early else None
        if first is not None and (len(headings) > 1 or first.block.level == 1):
            return first, _shortened(_heading(first.block))
        subject = next(
            (
                match[1]
                for line in lines
                for left in line.left
                if (match := _SUBJECT.fullmatch(left.source.text.strip()))
            ),
            "",
        )
        title = _shortened(sayable(subject))
        if not has_words(title) and first is not None:
            title = _shortened(_heading(first.block))
        if not has_words(title):
            title = _shortened(sayable(re.sub(r"[_-]+", " ", self.page.name)))
        title = title[:1].upper() + title[1:]
        return None, title if has_words(title) else _("A practice of our own")

    def _write(self, steps: list[_Step], title_step: _Step | None, title: str) -> None:
        sections = 0
        waiting: list[_Step] = []
        areas: tuple[str, ...] = ()
        before: frozenset[str] = frozenset()
        said: list[list[Atom]] = []
        for index, step in enumerate(steps):
            if step.block.level:
                if step is title_step and any(other.block.level for other in _until_said(steps[index + 1 :])):
                    self._row(step, (), Fate.SHOWN, [_("This is the title.")])
                elif sections + len(waiting) >= MOST_SECTIONS - 1:
                    self._row(
                        step, (), Fate.LEFT_OUT, [_("There are too many headings; this one is left out.")]
                    )
                else:
                    waiting.append(step)
                continue
            if not _says(step) and not _does(step):
                self._row(step, (), None, [])
                continue
            if waiting or not sections:
                areas = self._headings(waiting, title if not sections else "", step.block.first_line)
                sections += 1
                waiting = []
                before = frozenset()
                said = []
            step.atoms = [self._giving(atom) for atom in self._repeated(step, said)]
            after = step.block.after
            room = self.room if after is None else Silence(round(after * 0.6), round(after * 1.5), None)
            following = steps[index + 1] if index + 1 < len(steps) else None
            is_silence = following is not None and not _says(following) and _does(following)
            written = arranged(step.atoms, areas, before, self.lexicon, None if is_silence else room)
            self.tensings += written.tenses
            if written.in_one:
                step.remarks.append(
                    _("Something is tensed and let go in one sentence: whoever only lets go won't hear it.")
                )
            before = written.named or before
            if any(isinstance(atom, Words) for atom in step.atoms):
                said.append(step.atoms)
            self._row(step, written.lines, None, step.remarks)
        for step in waiting:
            self._row(step, (), Fate.LEFT_OUT, [_("Nothing follows this heading, so it is left out.")])
        if sections:
            why = _("Added, so that the practice ends well for everyone, whatever they leave out.")
            self.rows.append((inf, Row(0, 0, "", ENDING, (why,))))

    def _headings(self, waiting: list[_Step], title: str, line_below: int) -> tuple[str, ...]:
        """Write the heading of a section; several that follow one another become one. Returns its areas."""
        texts = [_heading(step.block) for step in waiting]
        shown = ": ".join(text for text in texts if has_words(text))
        if not shown or len(shown) > 100:
            shown = next((text for text in reversed(texts) if has_words(text)), "") or title or _("To begin")
            shown = _shortened(shown)
        areas = names_for(leaves_named(shown, self.lexicon))
        line = f"# {shown} {braces(areas)}" if areas else f"# {shown}"
        if not waiting:
            added = Row(0, 0, "", (line,), (_("Added: a practice has at least one heading."),))
            self.rows.append((line_below - 0.5, added))
        for index, step in enumerate(waiting):
            is_last = index == len(waiting) - 1
            fate = Fate.SHOWN if _heading(step.block) in shown else Fate.LEFT_OUT
            self._row(step, (line,) if is_last else (), fate, [])
        return areas

    def _giving(self, atom: Atom) -> Atom:
        """A silence that is told in seconds, with the room it is given."""
        if not isinstance(atom, Silence) or atom.low != atom.high or atom.low < SHORTEST_TOLD:
            return atom
        return replace(atom, high=min(max(atom.low, round(atom.low * self.give)), LONGEST_PAUSE))

    def _repeated(self, step: _Step, said: list[list[Atom]]) -> list[Atom]:
        """The atoms of a step, with what is to be repeated worked out, or left as words."""
        found: list[Atom] = []
        for atom in step.atoms:
            if not isinstance(atom, Again):
                found.append(atom)
                continue
            copies = worked_out(atom, [*said[-MOST_BACK:], found])
            if copies is None:
                found += [atom.words, Silence(*UNWORKED_PAUSE, None)]
                step.remarks.append(_("This is said as it stands; you may write out what is repeated."))
            else:
                assert atom.words.source is not None
                found += [Done(atom.words.source), *copies]
                step.remarks.append(_("Worked out: the part before is said again, of the other side."))
        return found

    # --- rows and pieces

    def _row(self, step: _Step, script: tuple[str, ...], heading: Fate | None, remarks: list[str]) -> None:
        block = step.block
        left = [atom for atom in step.atoms if isinstance(atom, Left)]
        self._account(step, heading, left)
        whys = dict.fromkeys(atom.why for atom in left if atom.why)
        kept = [" ".join(atom.source.text.split()) for atom in left if atom.why]
        if heading is Fate.LEFT_OUT and block.words is not None:
            kept.insert(0, " ".join(block.words.text.split()))
        if block.words is None and not left:
            return
        first, last = block.first_line, block.last_line
        text = " ".join(" ".join(self.texts[first - 1 : last]).split())
        row = Row(first, last, text, script, (*remarks, *whys), " / ".join(kept))
        self.rows.append((first, row))

    def _account(self, step: _Step, heading: Fate | None, left: list[Left]) -> None:
        """Every word of the step, once."""
        self.pieces.extend(Piece(atom.source, Fate.LEFT_OUT) for atom in left)
        if step.block.level:
            assert step.block.words is not None
            assert heading is not None
            self.pieces.append(Piece(step.block.words, heading))
            return
        for atom in step.atoms:
            match atom:
                case Words(source=source) if source is not None:
                    self.pieces.append(Piece(source, Fate.SAID))
                case Left() | Again() | Words():
                    continue
                case _:
                    if atom.source is not None:
                        self.pieces.append(Piece(atom.source, Fate.DONE))

    # --- the whole

    def _technique(self) -> Technique:
        text = " ".join(piece.source.text for piece in self.pieces if piece.fate is Fate.SAID)
        if self.tensings >= 2:
            return Technique.PMR
        counts = {
            Technique.BREATHING: 2 * len(re.findall(rf"\b(?:{BREATHING})\b", text, re.IGNORECASE)),
            Technique.VISUALIZATION: 3 * len(re.findall(rf"\b(?:{PICTURES})\b", text, re.IGNORECASE)),
            Technique.GROUNDING: 8 * len(re.findall(rf"\b(?:{GROUNDING})\b", text, re.IGNORECASE)),
        }
        best = max(counts, key=lambda technique: counts[technique])
        return best if counts[best] else Technique.VISUALIZATION

    def _remark_on_the_whole(self, lines: list[PageLine]) -> None:
        if self.give > 1:
            self.remarks.append(
                _("Silences told in seconds may last longer here, so that a length fits every voice.")
            )
        if any(line.after is not None for line in lines):
            self.remarks.append(_("The times beside the words tell how long the silences are."))
        words = re.findall(
            r"[^\W\d_]+", " ".join(p.source.text for p in self.pieces if p.fate is Fate.SAID).casefold()
        )
        if len(words) >= 30 and sum(word in COMMON for word in words) * 8 < len(words):
            self.remarks.append(
                _("This doesn't look like English. The voice and the promises of relaxapp know English only.")
            )
        if re.search(r"_{3,}|\[\s*(?:name|place|insert[^\]]*)\s*\]", self.page.text, re.IGNORECASE):
            self.remarks.append(
                _("The page has blanks to fill in. scripts/README.md tells how a practice asks for words.")
            )
        if any(left.why == "" for line in lines for left in line.left):
            self.remarks.append(
                _("Numbers of pages and steps, bullets, and times in the margin are not said.")
            )
        if self.tensings:
            count = ngettext("{count} place", "{count} places", self.tensings).format(count=self.tensings)
            self.remarks.append(
                _("Something is tensed in {places}. Whoever only lets go will not hear the tensing.").format(
                    places=count
                )
            )


_SUBJECT = re.compile(r"Subject\s*:\s*(?:(?:re|fwd?|aw|wg)\s*:\s*)*(.*)", re.IGNORECASE)


def _says(step: _Step) -> bool:
    return not step.block.level and any(isinstance(atom, Words | Again | Counting) for atom in step.atoms)


def _is_all_left(atoms: list[Atom]) -> bool:
    """Whether nothing is said, and not because only a speaker was named."""
    speakers = _("It tells who speaks.")
    return all(isinstance(atom, Left) and atom.why != speakers for atom in atoms)


def _does(step: _Step) -> bool:
    return any(isinstance(atom, Silence | Breaths | Counting | Bell) for atom in step.atoms)


def _until_said(steps: list[_Step]) -> list[_Step]:
    """The steps before anything is said."""
    end = next((index for index, step in enumerate(steps) if _says(step)), len(steps))
    return steps[:end]


def _joined(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows; those that follow one another and are left out for the same reason as one."""
    found: list[Row] = []
    for row in rows:
        before = found[-1] if found else None
        if (
            before is not None
            and not (before.script or row.script or not before.first_line)
            and before.remarks == row.remarks
            and bool(before.left_out) == bool(row.left_out)
        ):
            left_out = f"{before.left_out} / {row.left_out}" if row.left_out else ""
            source = f"{before.source} {row.source}"
            found[-1] = replace(before, last_line=row.last_line, source=source, left_out=left_out)
        else:
            found.append(row)
    return tuple(found)


def _heading(block: Block) -> str:
    assert block.words is not None
    text = sayable(block.words.text).strip(" :")
    return text.capitalize() if text.isupper() and len(text) > 4 else text


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= LONGEST_TITLE:
        return text
    return text[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:-–") + "…"


def _manner(lines: list[PageLine]) -> Manner:
    text = "\n".join(line.text for line in lines)
    words = len(text.split())
    inside = sum(len(found.split()) for found in re.findall(r"[“„«»\"]([^“”„«»\"]+)[”“»«\"]", text))
    quotes = len(re.findall(r"[“„«\"][^“”„«»\"]{20,}", text))
    return Manner(quoted=quotes >= 3 and inside * 10 >= words * 3, unpunctuated=Shape(lines).unpunctuated)
