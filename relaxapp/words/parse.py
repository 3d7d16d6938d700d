"""From the text of a file to a `Script`, or to every mistake in it. scripts/README.md teaches the format."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from relaxapp.errors import ScriptError
from relaxapp.translation import _
from relaxapp.words.areas import NAMES, area_name
from relaxapp.words.front_matter import BLANK_NAME, FrontMatter, front_matter
from relaxapp.words.inline import Piece, PieceKind, Report, pieces, spoken, without_notes
from relaxapp.words.mistake import Mistake, nearest
from relaxapp.words.script import (
    BUILT_IN_CONDITIONS,
    Condition,
    Line,
    Paragraph,
    Position,
    Scope,
    Script,
    Section,
    Title,
)
from relaxapp.words.source import Marked, Source, forbidden_in, is_forbidden, joined
from relaxapp.words.steps import build, shortest

LONGEST_SCRIPT = 128 * 1024
"""Characters of a whole file."""
LONGEST_FRONT_MATTER = 20_000
"""Characters between the `---` lines."""
LONGEST_PARAGRAPH = 8_000
"""Characters, alternatives among them."""
MOST_SECTIONS = 100
MOST_LINES = 2000
"""Alternatives of paragraphs, in the whole script."""
LONGEST_IN_ALL = 4 * 3600.0
"""Seconds of silence, breathing and counting, at their shortest, in the whole script."""
MOST_MISTAKES = 200
"""More are not told at once."""
MOST_STEPS = 10_000
"""Sentences, silences and the like, in the whole script."""

_OR = re.compile(r"\[\s*or\s*\]", re.IGNORECASE)
_BEGINS_PARAGRAPH = re.compile(r"\[\s*if\b|\{\s*(?:(?:area|from|under)\b|heart\s*\}|[^{}]*:)", re.IGNORECASE)
_NOT_SPOKEN = re.compile(r"[-+*>]\s|\d{1,9}[.)]\s|```|~~~|\||(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$")


def parse(text: str, path: str) -> Script:
    """Read a script; ScriptError, with every mistake on a line of its own, where there is one."""
    script, mistakes = read(text, path)
    if script is None:
        raise ScriptError("\n".join(mistake.told(path) for mistake in mistakes))
    return script


def read(text: str, path: str) -> tuple[Script | None, tuple[Mistake, ...]]:
    """The script and no mistakes, or None and every mistake, in the order of the text."""
    return _Parser(text, path).read()


def script_id(path: str) -> str:
    """The file's name without its ending."""
    name = re.split(r"[/\\]", path)[-1]
    return name.rpartition(".")[0] or name


class _Enough(Exception):  # noqa: N818  it ends the reading, and is no error
    """There are as many mistakes as are told at once."""


@dataclass(slots=True)
class _Scope:
    """What a heading or a line says of itself in braces and with [if]."""

    areas: list[str] = field(default_factory=list)
    least: float = 0
    under: float | None = None
    conditions: list[Condition] = field(default_factory=list)
    heart: bool = False

    def frozen(self) -> Scope:
        return Scope(tuple(self.areas), self.least, self.under, tuple(self.conditions))


class _Parser:
    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.source = Source(text[: LONGEST_SCRIPT + 1])
        self.mistakes: list[Mistake] = []
        self.front = FrontMatter()
        self.sections: list[Section] = []
        self.heading: _Heading | None = None
        self.paragraphs: list[Paragraph] = []
        self.waiting: list[Marked] = []
        self.lines = 0

    def read(self) -> tuple[Script | None, tuple[Mistake, ...]]:
        if len(self.source.text) > LONGEST_SCRIPT:
            message = _("a script has at most {most} characters").format(most=LONGEST_SCRIPT)
            return None, (Mistake(Position(1, 1), message),)
        with suppress(_Enough):
            body = self._front_matter(self._readable_lines())
            self._body(without_notes(body, self._report))
            self._limits()
        if self.mistakes:
            return None, self._told()
        front = self.front
        return Script(
            id=script_id(self.path),
            title=front.title,
            technique=front.technique,
            lengths=front.lengths,
            sections=tuple(self.sections),
            session=front.session,
            summary=front.summary,
            questions=front.questions,
            cautions=front.cautions,
            bed=front.bed,
            language=front.language,
            write=front.write,
            came_from=front.came_from,
            came_from_version=front.came_from_version,
            path=self.path,
        ), ()

    def _report(self, offset: int, message: str) -> None:
        self.mistakes.append(Mistake(self.source.position(offset), message))
        if len(self.mistakes) > MOST_MISTAKES:
            raise _Enough

    def _told(self) -> tuple[Mistake, ...]:
        """All mistakes in the order of the text, each at a place that is in it."""
        lines = self.source.lines()
        placed = []
        for mistake in self.mistakes:
            line = min(mistake.position.line, len(lines))
            column = min(mistake.position.column, len(lines[line - 1].text) + 1)
            placed.append(Mistake(Position(line, column), mistake.message))
        ordered = sorted(dict.fromkeys(placed), key=lambda m: (m.position.line, m.position.column))
        return tuple(ordered[:MOST_MISTAKES])

    def _readable_lines(self) -> list[Marked]:
        """All lines, with a space in place of every character that can't be read."""
        lines = []
        for line in self.source.lines():
            text = line.text
            if line.start == 0 and text.startswith("\ufeff"):
                line = line[1:]
                text = line.text
            bad = forbidden_in(text)
            for index in bad:
                name = f"U+{ord(text[index]):04X}"
                self._report(line.offsets[index], _("the character {name} can't be read").format(name=name))
            if bad:
                text = "".join(" " if is_forbidden(char) else char for char in text)
            lines.append(Marked(text, line.offsets))
        return lines

    def _front_matter(self, lines: list[Marked]) -> list[Marked]:
        """Read the front matter and return the lines after it."""
        if not lines or lines[0].text.rstrip() != "---":
            self.front.blanks = None
            self._report(
                0, _("a script begins with ---, then a line such as title: A quiet place, then --- again")
            )
            return lines
        end = next((i for i, line in enumerate(lines) if i and line.text.rstrip() == "---"), None)
        if end is None:
            self.front.blanks = None
            self._report(0, _("the front matter is never closed; write --- on a line of its own after it"))
            return []
        front = "\n".join(line.text for line in lines[1:end])
        if len(front) > LONGEST_FRONT_MATTER:
            self.front.blanks = None
            self._report(
                0, _("the front matter has at most {most} characters").format(most=LONGEST_FRONT_MATTER)
            )
            return []
        self.front = front_matter(front, first_line=2)
        self.mistakes.extend(self.front.mistakes)
        return lines[end + 1 :]

    def _limits(self) -> None:
        if not self.sections and self.front.blanks is not None:
            end = len(self.source.text)
            self._report(end, _("a script has at least one section; a section begins with # and its heading"))
        if len(self.sections) > MOST_SECTIONS:
            self.mistakes.append(
                Mistake(
                    self.sections[MOST_SECTIONS].at,
                    _("{most} sections are the most").format(most=MOST_SECTIONS),
                )
            )
        total, steps = 0.0, 0
        for line in _every_line(self.sections):
            total += shortest(line.steps)
            steps += len(line.steps)
            if steps > MOST_STEPS:
                message = _("there is more to do here than the longest practice can hold")
                self.mistakes.append(Mistake(line.at, message))
                return
            if total > LONGEST_IN_ALL:
                message = _("silences, breathing and counting add up to more than {hours} hours").format(
                    hours=f"{LONGEST_IN_ALL / 3600:g}"
                )
                self.mistakes.append(Mistake(line.at, message))
                return

    def _body(self, lines: list[Marked]) -> None:
        told_early_words = False
        for line in lines:
            text = line.strip()
            if not text.text:
                self._end_paragraph()
            elif text.text.startswith("#"):
                self._end_section()
                self._heading(text)
            elif _NOT_SPOKEN.match(text.text):
                self._end_paragraph()
                self._report(
                    text.start,
                    _("lists, quotes, tables, rules and code have no meaning here; write plain sentences"),
                )
            elif self.heading is None:
                if not told_early_words:
                    self._report(text.start, _("words come after a heading; a heading begins with #"))
                told_early_words = True
            else:
                self._text(text)
        self._end_section()

    def _text(self, text: Marked) -> None:
        if _OR.match(text.text):
            if not self.waiting:
                self._report(
                    text.start,
                    _("[or] follows the words it is an alternative to, with no empty line between"),
                )
                text = text[text.text.index("]") + 1 :].strip()
                if not text.text:
                    return
        elif _BEGINS_PARAGRAPH.match(text.text):
            self._end_paragraph()
        self.waiting.append(text)

    def _heading(self, text: Marked) -> None:
        at = self.source.position(text.start)
        if not re.match(r"#\s", text.text):
            if text.text.strip("#"):
                self._report(text.start, _("a heading begins with one # and a space"))
            text = text[len(text.text) - len(text.text.lstrip("#")) :]
        else:
            text = text[1:]
        scope = _Scope()
        titles = []
        for index, (start, alternative) in enumerate(_divided(pieces(text, self._report), text.start)):
            own = scope if index == 0 else _Scope()
            rest = self._attributes(alternative, own, anywhere=True)
            if index and (own.conditions or own.least or own.under is not None or own.heart):
                self._report(
                    start,
                    _("lengths, conditions and {heart} stand before the first [or] of a heading"),
                )
            title = self._title(rest, start)
            titles.append(Title(title, tuple(own.areas)))
        self.heading = _Heading(tuple(titles), scope, at)

    def _title(self, rest: list[Piece], start: int) -> str:
        words: list[str] = []
        for piece in rest:
            if piece.kind is PieceKind.BRACKET:
                self._report(
                    piece.start, _("[{name}] has no meaning in a heading").format(name=piece.content[:40])
                )
            elif piece.kind is PieceKind.BRACE:
                words.append(piece.marked.text)
            else:
                words.append(spoken(piece.marked, self._report).text)
        title = " ".join("".join(words).split())
        if not title:
            self._report(start, _("a heading has words after its #"))
        elif len(title) > 100:
            self._report(start, _("a heading has at most {most} characters").format(most=100))
        return title

    def _end_section(self) -> None:
        self._end_paragraph()
        heading = self.heading
        if heading is None:
            return
        if not self.paragraphs:
            self.mistakes.append(
                Mistake(heading.at, _("this section is empty; write what is said, or take the heading away"))
            )
        self.sections.append(
            Section(
                heading.titles,
                heading.scope.frozen(),
                heading.scope.heart,
                tuple(self.paragraphs),
                heading.at,
            )
        )
        self.heading, self.paragraphs = None, []

    def _end_paragraph(self) -> None:
        if not self.waiting:
            return
        text, self.waiting = joined(self.waiting), []
        if len(text.text) > LONGEST_PARAGRAPH:
            self._report(
                text.start,
                _("a paragraph has at most {most} characters; divide it by an empty line").format(
                    most=LONGEST_PARAGRAPH
                ),
            )
            return
        lines = []
        for start, alternative in _divided(pieces(text, self._report), text.start):
            line = self._line(alternative, start)
            if line is not None:
                lines.append(line)
        if lines:
            self.paragraphs.append(Paragraph(tuple(lines)))

    def _line(self, alternative: list[Piece], start: int) -> Line | None:
        self.lines += 1
        if self.lines > MOST_LINES:
            if self.lines == MOST_LINES + 1:
                self._report(
                    start, _("{most} paragraphs and alternatives are the most").format(most=MOST_LINES)
                )
            return None
        scope = _Scope()
        before = len(self.mistakes)
        rest = self._attributes(alternative, scope, anywhere=False)
        if scope.heart:
            self._report(alternative[0].start, _("{heart} belongs to a heading, not to a line"))
        steps = build(rest, self.source, self._report)
        at = _first_words(alternative, start)
        if not steps and len(self.mistakes) == before:
            self._report(at, _("nothing is said or done here"))
        return Line(scope.frozen(), steps, self.source.position(at))

    def _attributes(self, alternative: list[Piece], scope: _Scope, anywhere: bool) -> list[Piece]:
        """Read what stands in braces and [if] into `scope`, and return the other pieces.

        In a heading (`anywhere`) they may follow the words; in a line they stand before them.
        """
        rest: list[Piece] = []
        for piece in alternative:
            is_blank_space = piece.kind is PieceKind.WORDS and not piece.marked.text.strip()
            at_start = anywhere or not rest
            if is_blank_space and not rest:
                continue
            if piece.kind is PieceKind.BRACKET and re.match(r"if\b", piece.content, re.IGNORECASE):
                if not at_start:
                    self._report(piece.start, _("[if ...] stands at the start of a line or after [or]"))
                self._condition(piece, scope)
            elif piece.kind is PieceKind.BRACE and _is_attribute(piece.content):
                if not at_start:
                    self._report(
                        piece.start,
                        _("{braces} stands at the start of a line or after [or]").format(
                            braces="{" + piece.content[:40] + "}"
                        ),
                    )
                read_attribute(piece, scope, self._report)
            else:
                if piece.kind is PieceKind.BRACE:
                    self._blank(piece)
                rest.append(piece)
        return rest

    def _condition(self, piece: Piece, scope: _Scope) -> None:
        words = piece.content.casefold().split()[1:]
        negated = bool(words) and words[0] == "not"
        name = " ".join(words[1:] if negated else words)
        if name not in BUILT_IN_CONDITIONS:
            self._known_blank(name, piece.start, BUILT_IN_CONDITIONS)
        scope.conditions.append(Condition(name, negated))

    def _blank(self, piece: Piece) -> None:
        name = piece.marked.text[1:-1]
        attribute = nearest(name.split(" ")[0], ["area", "from", "under", "heart"]) if " " in name else None
        if attribute:
            self._report(
                piece.start,
                _("there is no {braces}; the nearest is {near}").format(
                    braces="{" + name[:40] + "}", near="{" + _EXAMPLES[attribute] + "}"
                ),
            )
            return
        self._known_blank(name, piece.start, ())

    def _known_blank(self, name: str, offset: int, others: Iterable[str]) -> None:
        blanks = self.front.blanks
        if BLANK_NAME.fullmatch(name) and (blanks is None or name in blanks):
            return
        near = nearest(name, [*sorted(blanks or ()), *sorted(others)])
        if near:
            message = _("there is no blank '{name}'; the nearest is '{near}'").format(
                name=name[:40], near=near
            )
        else:
            message = _(
                "there is no blank '{name}'; a blank is asked for under ask in the front matter"
            ).format(name=name[:40])
        self._report(offset, message)


@dataclass(frozen=True, slots=True)
class _Heading:
    titles: tuple[Title, ...]
    scope: _Scope
    at: Position


_EXAMPLES = {"area": "area: hands", "from": "from 10 min", "under": "under 10 min", "heart": "heart"}


def _is_attribute(content: str) -> bool:
    return bool(re.match(r"(?:area|from|under)\b(?!_)|heart$|[^:]*:", content, re.IGNORECASE))


def read_attribute(piece: Piece, scope: _Scope, report: Report) -> None:
    """Read one pair of braces that isn't a blank."""
    content = piece.content
    name, colon, value = content.partition(":")
    if content.casefold() == "heart":
        scope.heart = True
    elif name.strip().casefold() == "area" and colon:
        _read_areas(value, piece.start, scope, report)
    elif match := re.fullmatch(
        r"(from|under)\s+(\d{1,3}(?:\.\d{1,2})?)\s*min(?:utes?|s)?", content, re.IGNORECASE
    ):
        if match[1].casefold() == "from":
            scope.least = max(scope.least, float(match[2]))
        else:
            scope.under = min(float(match[2]), scope.under or float(match[2]))
    else:
        word = re.split(r"[\s:]", content.strip())[0]
        near = nearest(word, _EXAMPLES) or "area"
        report(
            piece.start,
            _("{braces} can't be read; it is written {right}").format(
                braces="{" + content[:40] + "}", right="{" + _EXAMPLES[near] + "}"
            ),
        )


def _read_areas(value: str, offset: int, scope: _Scope, report: Report) -> None:
    for part in value.split(","):
        name = area_name(part)
        if name is not None:
            scope.areas.append(name)
            continue
        written = " ".join(part.split())[:40]
        if re.match(r"(?:from|under)\s+\d|heart$", written, re.IGNORECASE):
            message = _("'{written}' stands in braces of its own: {right}").format(
                written=written, right="{area: hands} {" + written + "}"
            )
        elif near := nearest(written, NAMES):
            message = _("there is no area '{name}'; the nearest is '{near}'").format(name=written, near=near)
        else:
            message = _("there is no area '{name}'; scripts/README.md lists them all").format(name=written)
        report(offset, message)


def _divided(found: list[Piece], start: int) -> list[tuple[int, list[Piece]]]:
    """The pieces of each alternative, with the offset where it begins: `start`, or its [or]."""
    alternatives: list[tuple[int, list[Piece]]] = [(start, [])]
    for piece in found:
        if piece.kind is PieceKind.BRACKET and piece.content.casefold() == "or":
            alternatives.append((piece.start, []))
        else:
            alternatives[-1][1].append(piece)
    return alternatives


def _first_words(alternative: list[Piece], start: int) -> int:
    for piece in alternative:
        if piece.content:
            indent = len(piece.marked.text) - len(piece.marked.text.lstrip())
            return piece.marked.offsets[indent]
    return start


def _every_line(sections: Iterable[Section]) -> Iterable[Line]:
    for section in sections:
        for paragraph in section.paragraphs:
            yield from paragraph.lines
