"""The lines of a page, and what of each is for the reader: page numbers, mail, margins, bullets."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from relaxapp.translation import _
from relaxapp.words.adopting.atoms import Left
from relaxapp.words.adopting.english import GREETINGS, HEADERS, WISHES
from relaxapp.words.adopting.labels import label
from relaxapp.words.adopting.page import CELLS, Page, Role, has_words, legible
from relaxapp.words.source import Marked, Source


@dataclass(slots=True)
class PageLine:
    """One line, while it is being understood."""

    number: int
    """Counted from 1."""
    rest: Marked
    """What of it isn't understood yet."""
    role: Role
    """What it is by its style."""
    left: list[Left] = field(default_factory=list)
    """What of it is for the reader."""
    item: bool = False
    """Whether a number or a bullet stood before it."""
    new_page: bool = False
    """Whether a page begins here."""
    mail: bool = False
    """Whether it belongs to an e-mail."""
    indent: int = 0
    """Columns of white space before it."""
    at: float | None = None
    """The time in its margin, in seconds from the start."""
    after: float | None = None
    """Seconds of silence after it, where times tell."""
    subtitle: bool = False
    """Whether it holds the times of a subtitle."""
    glued: bool = False
    """Whether what stands before and after it is one piece."""
    new: bool = False
    """Whether it begins a step of its own, whatever stands before it."""

    @property
    def text(self) -> str:
        """What of it isn't understood yet, without white space around it."""
        return self.rest.text.strip()

    def leave(self, start: int, end: int, why: str) -> None:
        """Leave out a part of `rest`: from its start up to `end`, or from `start` to its end."""
        part = self.rest[start:end]
        if has_words(part.text):
            self.left.append(Left(part, why))
        self.rest = self.rest[end:] if start == 0 else self.rest[:start]

    def leave_all(self, why: str) -> None:
        """Leave out all that is left of it."""
        self.leave(0, len(self.rest.text), why)


def page_lines(page: Page, source: Source) -> list[PageLine]:
    """Every line, with what is for the reader taken out."""
    lines = []
    for number, whole in enumerate(source.lines(), start=1):
        found = PageLine(number, legible(whole), page.role(number), new_page="\f" in whole.text)
        found.new = found.role in CELLS
        found.indent = len(found.rest.text) - len(found.rest.text.lstrip())
        lines.append(found)
    for line in lines:
        _by_style(line)
    _front_matter(lines)
    _notes(lines)
    _page_numbers(lines)
    _running_heads(lines)
    _mail(lines)
    _subtitles(lines)
    _table_marks(lines)
    _table_heads(lines)
    for line in lines:
        _margin_time(line)
    _silences_by_times(lines)
    _bullets(lines)
    for line in lines:
        line.new = line.new or label(line.text) is not None
    return lines


def _by_style(line: PageLine) -> None:
    if line.role is Role.MARGIN:
        line.leave_all(_("It stands in the header or footer of a page."))
    elif line.role is Role.NOTE:
        line.leave_all(_("It is a footnote, a comment, or struck out."))


def _front_matter(lines: list[PageLine]) -> None:
    """Lines between --- at the head of a Markdown page."""
    if not lines or lines[0].text != "---":
        return
    end = next((i for i in range(1, min(len(lines), 40)) if lines[i].text in {"---", "..."}), None)
    if end is None or not all(re.match(r"[\w-]+\s*:|\s*-|\s+\S|$", line.rest.text) for line in lines[1:end]):
        return
    for line in lines[: end + 1]:
        line.leave_all(_("It tells programs about the page."))


def _notes(lines: list[PageLine]) -> None:
    """Notes of Markdown and HTML that go over several lines."""
    why = _("It is a note.")
    fenced = False
    for line in lines:
        marks = re.match(r"\s*(?:```|~~~)", line.rest.text)
        if marks or fenced:
            line.leave_all(_("It stands between marks for code."))
        fenced = fenced is not bool(marks)
        if re.match(r"\s*\[\^?\w{1,20}\]:\s", line.rest.text):
            line.leave_all(_("It is a footnote."))
    inside = False
    for line in lines:
        text = line.rest.text
        if inside:
            end = text.find("-->")
            line.leave(0, len(text) if end < 0 else end + 3, why)
            inside = end < 0
            text = line.rest.text
        start = text.rfind("<!--")
        if start >= 0 and text.find("-->", start) < 0:
            line.leave(start, len(text), why)
            inside = True


_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|pg\.?|seite)\s*\d{1,4}(?:\s*(?:of|/|von)\s*\d{1,4})?"
    r"|[-–—]\s*\d{1,4}\s*[-–—]|\[\s*page \d{1,4}\s*\]"
    r"|\d{1,3}\s*(?:/|of)\s*\d{1,3}|(?:\S+\s+){0,6}\|\s*page\s*\d{1,4}(?:\s*of\s*\d{1,4})?",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\d{1,4}")


def _page_numbers(lines: list[PageLine]) -> None:
    for index, line in enumerate(lines):
        if _PAGE_NUMBER.fullmatch(line.text) or (
            _BARE_NUMBER.fullmatch(line.text) and line.role not in CELLS and _is_page_number(lines, index)
        ):
            line.leave_all("")
            line.new_page = True


def _is_page_number(lines: list[PageLine], index: int) -> bool:
    """Whether a number that stands alone numbers a page: nothing near it counts, and a page ends there."""
    before = _neighbour(lines, index, -1)
    after = _neighbour(lines, index, 1)
    if any(near is not None and _BARE_NUMBER.fullmatch(near.text.strip(" .…,")) for near in (before, after)):
        return False
    if after is not None and "-->" in after.text:
        return False
    if after is None or after.new_page or lines[index].new_page:
        return True
    return (index == 0 or not lines[index - 1].text) and not lines[index + 1].text


def _neighbour(lines: list[PageLine], index: int, step: int) -> PageLine | None:
    index += step
    while 0 <= index < len(lines):
        if has_words(lines[index].text):
            return lines[index]
        index += step
    return None


def _running_heads(lines: list[PageLine]) -> None:
    """The same line at the head or foot of several pages."""
    worded = [line for line in lines if has_words(line.text)]
    edges: list[PageLine] = [*worded[:1], *worded[-1:]]
    for index, line in enumerate(lines):
        if line.new_page:
            near = [_neighbour(lines, index, -1), line if line.text else None, _neighbour(lines, index, 1)]
            edges.extend(edge for edge in near if edge is not None)
    unique = list({edge.number: edge for edge in edges}.values())
    counted = Counter(_without_numbers(edge.text) for edge in unique)
    for edge in unique:
        if counted[_without_numbers(edge.text)] > 1:
            edge.leave_all(_("It stands at the edge of several pages."))


def _without_numbers(text: str) -> str:
    return re.sub(r"\d+", "0", text.casefold())


_HEADER = re.compile(rf"(?:{'|'.join(HEADERS)})\s*:\s?.*", re.IGNORECASE)
_FORWARDED = re.compile(
    r"-{2,}\s*(?:original|forwarded) message\s*-{2,}|begin forwarded message:?|on .{4,80} wrote:"
    r"|sent from my \w+.*|_{10,}",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\s*(?:>\s?)+")
_WISH = re.compile(rf"(?:{'|'.join(WISHES)})[,.!]*(?:\s+[A-Z]\w+)?", re.IGNORECASE)
_GREETING = re.compile(GREETINGS, re.IGNORECASE)
MOST_SIGNING = 6
"""Lines of a signature."""


def _mail(lines: list[PageLine]) -> None:
    for_reader = _("It belongs to the e-mail.")
    is_mail = False
    quoted = [line for line in lines if _QUOTED.match(line.rest.text)]
    if len(quoted) > 1 or any(_FORWARDED.fullmatch(line.text) for line in lines):
        for line in quoted:
            match = _QUOTED.match(line.rest.text)
            assert match is not None
            line.rest = line.rest[match.end() :]
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and _HEADER.fullmatch(lines[end].text):
            end += 1
        if end - index >= 2:
            for line in lines[index:end]:
                line.leave_all(for_reader)
            is_mail = True
        index = max(end, index + 1)
    for line in lines:
        if _FORWARDED.fullmatch(line.text):
            line.leave_all(for_reader)
            is_mail = True
    if is_mail:
        _letter(lines, for_reader)


def _letter(lines: list[PageLine], for_reader: str) -> None:
    """Greeting and signature of an e-mail; its other lines are marked as belonging to it."""
    for line in lines:
        line.mail = True
    for index, line in enumerate(lines):
        if _GREETING.fullmatch(line.text) and len(line.text.split()) <= 6:
            line.leave_all(for_reader)
        elif line.text == "--" or _WISH.fullmatch(line.text):
            signed = [later for later in lines[index : index + MOST_SIGNING + 1] if later.text]
            short = all(len(later.text) <= 60 for later in signed)
            following = [later for later in lines[index + MOST_SIGNING + 1 :] if later.text]
            if short and (line.text == "--" or not following or len(signed) <= 3):
                stop = next(
                    (i for i in range(index + 1, len(lines)) if not lines[i].text and i > index + 1),
                    len(lines),
                )
                for later in lines[index : min(stop, index + MOST_SIGNING + 1)]:
                    later.leave_all(for_reader)


_SUBTITLE = re.compile(
    r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?\s*-->\s*(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?.*"
)
SHORTEST_SILENCE = 2.5
"""Seconds between two subtitles from which they are two pieces."""


def _subtitles(lines: list[PageLine]) -> None:
    """Numbers and times of subtitles; those that follow one another closely are one piece."""
    stamps = [(index, match) for index, line in enumerate(lines) if (match := _SUBTITLE.fullmatch(line.text))]
    if not stamps:
        return
    ended = 0.0
    for index, match in stamps:
        line = lines[index]
        numbers = [int(group or 0) for group in match.groups()]
        begins = numbers[0] * 3600 + numbers[1] * 60 + numbers[2] + numbers[3] / 1000
        line.subtitle = True
        line.leave_all("")
        if index and _BARE_NUMBER.fullmatch(lines[index - 1].text):
            lines[index - 1].leave_all("")
            lines[index - 1].glued = True
        silent = begins - ended
        before = _neighbour(lines, index, -1)
        if silent < SHORTEST_SILENCE:
            for above in range(max(0, index - 3), index + 1):
                lines[above].glued = lines[above].glued or not has_words(lines[above].text)
        elif before is not None:
            before.after = silent
        ended = numbers[4] * 3600 + numbers[5] * 60 + numbers[6] + numbers[7] / 1000
    for line in lines[: stamps[0][0]]:
        if line.text.startswith("WEBVTT"):
            line.leave_all("")


WORDS_A_SECOND = 2.1
"""How fast a page is read aloud."""
AFTER_A_SENTENCE = 3.0
"""Seconds of silence that follow a sentence by themselves."""


def _silences_by_times(lines: list[PageLine]) -> None:
    """What times in the margin leave for silence after what is said."""
    timed = [
        (index, line.at) for index, line in enumerate(lines) if line.at is not None and not line.subtitle
    ]
    for (index, begins), (following, ends) in pairwise(timed):
        said = [line for line in lines[index:following] if has_words(line.text)]
        if not said or not 0 < ends - begins <= 1800:
            continue
        text = " ".join(line.text for line in said)
        sentences = len(re.findall(r"[.!?…]+(?:\s|$)", text))
        silent = ends - begins - len(text.split()) / WORDS_A_SECOND - AFTER_A_SENTENCE * max(0, sentences - 1)
        if silent >= SHORTEST_SILENCE:
            said[-1].after = silent


def _table_marks(lines: list[PageLine]) -> None:
    """Rows of a Markdown table: what stands in their cells, one after another."""
    for index, line in enumerate(lines):
        text = line.text
        if text.count("|") >= 2 and text.startswith("|"):
            line.new = True
            below = lines[index + 1].text if index + 1 < len(lines) else ""
            if re.fullmatch(r"[|\s:–-]{3,}", below) and "-" in below:
                line.leave_all(_("It is the first row of a table."))
            elif cells := re.match(
                r"\s*\|\s*(?:\d{1,3}[.)]?|(?:step|time)?\s*\d[\d:.\s–-]*(?:min|sec|s|m)?\w*)\s*\|",
                line.rest.text,
                re.IGNORECASE,
            ):
                line.leave(0, cells.end(), "")


def _table_heads(lines: list[PageLine]) -> None:
    """The first row of a table, where its cells only name what stands below them."""
    head: list[PageLine] = []
    for line in [*lines, None]:
        if line is not None and line.role is Role.HEAD_CELL:
            head.append(line)
        elif head and (line is None or line.text):
            if all(len(cell.text.split()) <= 4 and cell.text[-1:] not in ".!?…" for cell in head):
                for cell in head:
                    cell.leave_all(_("It is the first row of a table."))
            head = []
    for line in lines:
        if line.role is Role.FIRST_CELL and re.fullmatch(
            r"(?:step\s*)?\d{1,3}[.)]?", line.text, re.IGNORECASE
        ):
            line.leave_all("")


_CLOCK = r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d{2})(?:[.,]\d{1,3})?"
_STAMP = re.compile(
    rf"\s*[\[(<]?{_CLOCK}(?:\s*(?:-->|[-–—]|to)\s*(?:\d{{1,2}}:)?\d{{1,3}}:\d{{2}}(?:[.,]\d{{1,3}})?)?[\])>]?(?:\s*(?:min\.?|h|hrs?))?(?:\s*[-–—:|]\s+|\s+|$)"
)
_MINUTES = re.compile(
    r"\s*\(?(?P<low>\d{1,3})(?:\s*[-–]\s*\d{1,3})?\s*(?:(?P<unit>mins?|minutes?|secs?|seconds?)\.?|['’′])\)?(?:\s*[:|–—-]\s+|\t+\s*|\s{2,}|\s*$)",
    re.IGNORECASE,
)


def _margin_time(line: PageLine) -> None:
    match = _STAMP.match(line.rest.text)
    if match is not None:
        line.at = int(match["hours"] or 0) * 3600 + int(match["minutes"]) * 60 + int(match["seconds"])
    else:
        match = _MINUTES.match(line.rest.text)
        if match is None:
            return
    line.leave(0, match.end(), "")
    line.new = line.new or not line.subtitle


_BULLET = re.compile(
    r"\s*(?:[-–—*+•·▪◦●○■□✓➢➤►‣⁃o](?=\s)|\(?\d{1,2}[.):](?=\s+[^\W\d])|\(?[a-zA-Z][.)](?=\s+[^\W\d])|\(?[ivx]{1,4}[.)](?=\s+[^\W\d])"
    r"|[Ss]tep\s+\d{1,2}\s*[:.–-](?=\s+\S))\s*"
)


def _bullets(lines: list[PageLine]) -> None:
    """Numbers and bullets of steps; numbers that count down are said."""
    found = [(line, match) for line in lines if (match := _BULLET.match(line.rest.text)) is not None]
    numbers = [
        int(digits[0]) if (digits := re.findall(r"\d+", match.group())) else None for _line, match in found
    ]
    for index, (line, match) in enumerate(found):
        if re.fullmatch(r"(?:[-*_–—]\s*){3,}", line.text):
            continue
        own = numbers[index]
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        before = numbers[index - 1] if index else None
        if own is not None and (following == own - 1 or before == own + 1):
            line.new = True
            continue
        line.leave(0, match.end(), "")
        line.item = line.new = True
