"""Headings and paragraphs of a page: where the lines belong together, and where a new step begins."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from relaxapp.words.adopting.atoms import Left
from relaxapp.words.adopting.cues import cue
from relaxapp.words.adopting.english import HEADERS, PARTS, SMALL_WORDS
from relaxapp.words.adopting.labels import label
from relaxapp.words.adopting.lines import PageLine
from relaxapp.words.adopting.page import CELLS, Role, has_words
from relaxapp.words.source import Marked, joined

ENDS, HANGS = "ends", "hangs"
"""What a line end may mean: that a sentence ends there, or that it hangs for a moment."""

LONGEST_HEADING = 80
"""Characters."""


@dataclass(slots=True)
class Block:
    """A heading, a paragraph, or lines that are all for the reader."""

    first_line: int
    """Counted from 1."""
    last_line: int
    """The last line it stands on."""
    words: Marked | None
    """What may be said or shown; None where nothing is left."""
    left: list[Left] = field(default_factory=list)
    """What is for the reader."""
    level: int = 0
    """1 for the title, more for headings; 0 for a paragraph."""
    breaks: Mapping[int, str] = field(default_factory=dict)
    """What the line ends mean that were meant, ENDS or HANGS, by the offset of the character before."""
    mail: bool = False
    """Whether it belongs to an e-mail."""
    after: float | None = None
    """Seconds of silence after it, where times in the margin tell."""
    item: bool = False
    """Whether it is a step of a list."""
    first_end: int = 0
    """Where in its words the first line ends at which a sentence ends, too; 0 where there is none."""

    def beyond(self) -> str:
        """What follows that line; empty where nothing does."""
        return self.words.text[self.first_end :] if self.words is not None and self.first_end else ""


def blocks(lines: list[PageLine]) -> list[Block]:
    """The page in steps."""
    shape = Shape(lines)
    found: list[Block] = []
    waiting: list[PageLine] = []

    def end() -> None:
        if waiting:
            found.append(_paragraph(waiting, shape))
            waiting.clear()

    index = 0
    while index < len(lines):
        line = lines[index]
        level = 0 if waiting and not line.new and not _may_interrupt(line) else _heading(lines, index, shape)
        if level:
            end()
            underlined = _is_underline(lines, index + 1)
            found.append(_heading_block(line, level))
            index += 1 + underlined
            continue
        if not has_words(line.text) and not _is_dots(line.text):
            if not line.glued and (line.text or not (line.left or line.new_page)):
                end()
            if line.left:
                _put_left(found, waiting, line)
            index += 1
            continue
        if line.new:
            end()
        waiting.append(line)
        index += 1
        if line.text.endswith(("  ", "\\")):
            end()
    end()
    return found


def _put_left(found: list[Block], waiting: list[PageLine], line: PageLine) -> None:
    """A line that is all for the reader: a block of its own, or part of the paragraph it interrupts."""
    if waiting:
        waiting[-1].left.extend(line.left)
        return
    found.append(Block(line.number, line.number, None, list(line.left), mail=line.mail))


def _is_dots(text: str) -> bool:
    return bool(re.fullmatch(r"[.…\s]+", text)) and len(text.replace(" ", "")) > 1


class Shape:
    """How a page is set: how wide it is, and whether its sentences have full stops and small letters."""

    def __init__(self, lines: list[PageLine]) -> None:
        texts = [line.text for line in lines if has_words(line.text)]
        lengths = sorted(len(text) for text in texts)
        self.width = lengths[int(len(lengths) * 0.95)] if lengths else 0
        """Characters of a full line."""
        words = sum(len(text.split()) for text in texts)
        marks = sum(len(re.findall(r"[.!?…](?:\s|$|[\"”“’)])", text)) for text in texts)
        self.unpunctuated = words > 20 and marks * 25 < words and self.width < 90
        """Whether lines, not full stops, tell where a phrase ends."""
        letters = [text for text in texts if any(char.isalpha() for char in text)]
        capitals = sum(text == text.upper() for text in letters)
        self.all_capitals = capitals * 2 > len(letters)
        """Whether capitals tell nothing."""
        self.listed = not self.all_capitals and _begin_anew(lines)
        """Whether lines that end without a mark are sentences of their own, not parts of one."""
        self.timed = sum(line.subtitle for line in lines) > 2
        """Whether it is a transcript with the times of its lines."""


NARROW = 50
"""Characters of a line that is hardly full on any page."""


def _begin_anew(lines: list[PageLine]) -> bool:
    """Whether nearly every line below one that ends without a mark begins with a capital letter.

    Where sentences go on over line ends, few lines do.
    """
    open_ended = [below.text for above, below in pairwise(lines) if _is_open(above) and has_words(below.text)]
    capitals = sum(text[:1].isupper() for text in open_ended)
    return bool(open_ended) and capitals * 10 >= len(open_ended) * 9


def _is_open(line: PageLine) -> bool:
    """Whether a line ends without a mark, and not because it was full."""
    return line.text[-1:].isalnum() and len(line.text) <= NARROW


def _line_end(line: PageLine, following: PageLine, shape: Shape) -> str:
    """What the end of a line means; nothing where it was only full.

    It was meant where the next word would still have fitted.
    """
    if shape.unpunctuated:
        return HANGS
    if shape.listed and _is_open(line) and following.text[:1].isupper():
        return ENDS
    next_word = following.text.split()[0] if following.text else ""
    filled = (len(line.text) + 1 + len(next_word)) / max(shape.width, 1)
    if next_word[:1].isalpha() and next_word[:1].islower():
        return HANGS if filled <= 0.6 and not line.text.endswith("-") else ""
    return ENDS if filled <= 0.85 else ""


def _paragraph(lines: list[PageLine], shape: Shape) -> Block:
    pieces: list[Marked] = []
    breaks: dict[int, str] = {}
    left: list[Left] = []
    for index, line in enumerate(lines):
        left.extend(line.left)
        rest = line.rest.strip()
        if not rest.text:
            continue
        following = next((later for later in lines[index + 1 :] if has_words(later.text)), None)
        if following is not None and (means := _line_end(line, following, shape)):
            breaks[rest.offsets[len(rest.text) - 1]] = means
        if pieces and _is_hyphenated(pieces[-1].text, rest.text):
            before = pieces.pop()
            keeps = _keeps_hyphen(before.text, rest.text, lines)
            pieces.append(before[: len(before.text) - (0 if keeps else 1)] + rest)
        else:
            pieces.append(rest)
    first = lines[0]
    return Block(
        first.number,
        lines[-1].number,
        joined(pieces) if pieces else None,
        left,
        breaks=breaks,
        mail=any(line.mail for line in lines),
        after=next((line.after for line in reversed(lines) if line.after is not None), None),
        item=first.item,
        first_end=_first_end(pieces),
    )


def _first_end(lines: list[Marked]) -> int:
    """Where the first of these lines ends at which a sentence ends; 0 where there is none."""
    end = -1
    for line in lines:
        end += 1 + len(line.text)
        if _SENTENCE_END.search(line.text):
            return end
    return 0


def _is_hyphenated(before: str, after: str) -> bool:
    return re.search(r"[^\W\d_][-‐¬]$", before) is not None and after[:1].islower()


def _keeps_hyphen(before: str, after: str, lines: list[PageLine]) -> bool:
    """Whether the hyphen belongs to the word: it stands so elsewhere on the page, unbroken."""
    first = re.search(r"[\w'’]+[-‐¬]$", before)
    second = re.match(r"[\w'’]+", after)
    if first is None or second is None:
        return False
    word = (first.group() + second.group()).casefold()
    return any(word in line.text.casefold() for line in lines)


# --- headings


_MARKDOWN = re.compile(r"(#{1,6})\s+\S")
_BOLD = re.compile(r"(?:\*\*|__)([^*_]+)(?:\*\*|__):?")
_PART = re.compile(
    rf"(?:{'|'.join(PARTS)})\s+(?:\d{{1,2}}|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten)\b\s*[:.–—)-]*\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]*$")
_TERMINAL = re.compile(r"[.!?…,;][\"”’)]*$")


def _may_interrupt(line: PageLine) -> bool:
    """Whether a heading may stand right under a paragraph."""
    return (
        line.role in {Role.HEADING, Role.TITLE}
        or _MARKDOWN.match(line.text) is not None
        or _is_capitals(line.text)
    )


def _is_underline(lines: list[PageLine], index: int) -> bool:
    return (
        index < len(lines)
        and re.fullmatch(r"(?:={3,}|-{3,}|_{3,}|~{3,}|\*{3,}|–{3,}|—{2,})", lines[index].text) is not None
    )


def _heading(lines: list[PageLine], index: int, shape: Shape) -> int:
    """The level of a heading, 0 where the line is none."""
    line = lines[index]
    text = line.text
    if not has_words(text):
        return 0
    if line.role is Role.TITLE:
        return 1
    if line.role is Role.HEADING:
        return 2 if len(text) <= 100 else 0
    if match := _MARKDOWN.match(text):
        return len(match[1]) if len(text) <= 100 else 0
    if len(text) > LONGEST_HEADING or _is_label(text):
        return 0
    above = lines[index - 1].text if index else ""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    if cue(text.strip("*_()[]")) is not None:  # a page may be called: A quiet minute
        return 0 if _TERMINAL.search(text) else _first_title(lines, index, below)
    if line.role in CELLS:
        return _heading_cell(lines, index)
    if _is_underline(lines, index + 1) and not above and not _TERMINAL.search(text):
        return 2
    bold = _BOLD.fullmatch(text)
    if bold and not _TERMINAL.search(bold[1]):
        return 3
    if _TERMINAL.search(text) or shape.timed:
        return 0
    if _is_capitals(text) and not shape.all_capitals and not _counts(text):
        return 2
    part = _PART.fullmatch(text)
    if part and len(part["rest"].split()) <= 8 and (not above or not below):
        return 2
    following = _next_block(lines, index)
    if line.item and re.search(r"\d", lines[index].left[-1].source.text if line.left else ""):
        before = lines[index - 1] if index else None
        in_a_list = before is not None and before.item and before.indent == line.indent
        names = not in_a_list and _names_what_follows(line, following)
        return 3 if len(text.split()) <= 5 and text[:1].isupper() and names else 0
    if shape.unpunctuated or line.item or above:
        return _first_title(lines, index, below)
    if text.endswith(":") and _is_title_case(text) and len(text.split()) <= 6:
        return 3
    if not below and _is_title_case(text) and len(text.split()) <= 8 and _is_prose(following):
        return 3
    return _first_title(lines, index, below)


def _names_what_follows(line: PageLine, following: PageLine | None) -> bool:
    """Whether a short step that is numbered names what stands below: prose, or steps set further in."""
    if following is None:
        return False
    return following.indent > line.indent if following.item else _is_prose(following)


def _first_title(lines: list[PageLine], index: int, below: str) -> int:
    """The first line of a page, where it stands alone and is no sentence."""
    line = lines[index]
    is_first = not any(has_words(other.text) for other in lines[:index])
    following = _next_block(lines, index)
    alone = is_first and not below and following is not None and not line.item
    return (
        1
        if alone and len(line.text.split()) <= 10 and line.text[:1].isupper() and not line.text.endswith(":")
        else 0
    )


def _heading_cell(lines: list[PageLine], index: int) -> int:
    line = lines[index]
    following = lines[index + 1] if index + 1 < len(lines) else None
    alone = line.role is Role.FIRST_CELL and following is not None and following.role is Role.CELL
    short = len(line.text.split()) <= 6 and not _TERMINAL.search(line.text)
    return 3 if alone and short and following is not None and len(following.text) > len(line.text) else 0


def _next_block(lines: list[PageLine], index: int) -> PageLine | None:
    return next((line for line in lines[index + 1 :] if has_words(line.text)), None)


def _is_prose(line: PageLine | None) -> bool:
    return line is not None and len(line.text.split()) > 5


def _is_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return (
        len(letters) >= 3
        and all(char.isupper() for char in letters)
        and len(text.split()) <= 9
        and not _TERMINAL.search(text)
        and cue(text.strip("*_()[]")) is None
        and not text.startswith(("(", "["))
        and "..." not in text
        and "…" not in text
    )


def _counts(text: str) -> bool:
    return re.fullmatch(r"[A-Z]+(?:[\s,.-]+[A-Z]+)*", text) is not None and all(
        word.casefold() in {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
        for word in re.findall(r"[A-Z]+", text)
    )


def _is_title_case(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", text)
    return (
        bool(words)
        and words[0][0].isupper()
        and all(word[0].isupper() or word in SMALL_WORDS for word in words)
    )


def _is_label(text: str) -> bool:
    return label(text) is not None or text.partition(":")[0].casefold() in HEADERS


def _heading_block(line: PageLine, level: int) -> Block:
    words = line.rest.strip()
    if match := re.match(r"#+\s*", words.text):
        words = words[match.end() :]
    words = _without_marks(words)
    return Block(line.number, line.number, words, list(line.left), level=level, mail=line.mail)


def _without_marks(words: Marked) -> Marked:
    """A heading without stars, colons and the like around it."""
    text = words.text
    start = len(text) - len(text.lstrip("*_#=~ \t"))
    end = len(text.rstrip("*_#=~: \t"))
    return words[start:end]
