"""The paragraphs of a Word document, gathered in one walk through its XML, whatever lies in whatever.

Each element is looked at once, and there is an end to how many and how deep, so that a hostile file takes no
longer than a long page.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from relaxapp.errors import FileError
from relaxapp.translation import _
from relaxapp.words.adopting.page import Role

MOST_ELEMENTS = 400_000
"""Of a whole document; a page or two have some thousands."""
DEEPEST = 100
"""Elements that may lie inside one another: a text box in a table in a text box has about forty."""
MOST_PARAGRAPHS = 3_000
DEEPEST_STYLE = 10
"""Styles that may be based on one another."""
SHORT_HEADING = 8
"""Words of a paragraph in bold type that is taken for a heading."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SAID_ELSEWHERE = {_FALLBACK, f"{W}moveFrom"}
"""What holds words a second time."""


@dataclass(slots=True)
class Paragraph:
    """One paragraph, while it is gathered."""

    in_cell: Role | None
    """What it is by its place in a table; None outside of one."""
    style: str = ""
    """The id of its style; empty for the usual one."""
    said: list[str] = field(default_factory=list)
    """Its text."""
    struck: list[str] = field(default_factory=list)
    """What of it was struck out or hidden."""
    bold: list[bool] = field(default_factory=list)
    """Of each piece of text that has letters, whether it is bold."""

    def role(self, styles: Mapping[str, Role]) -> Role:
        """What it is. `styles`: what each style makes of a paragraph."""
        if self.in_cell is not None:
            return self.in_cell
        styled = styles.get(self.style, styles.get("", Role.PLAIN))
        if styled is not Role.PLAIN:
            return styled
        text = "".join(self.said)
        short = len(text.split()) <= SHORT_HEADING and text.rstrip()[-1:] not in ".!?…,:;)]"
        return Role.HEADING if self.bold and short and all(self.bold) else Role.PLAIN


class Walk:
    """Walks through parts of one document; what is walked in all has an end."""

    def __init__(self) -> None:
        self._elements = 0
        self._paragraphs = 0

    def paragraphs(self, root: Any) -> tuple[Paragraph, ...]:
        """Every paragraph under an element, in order; FileError where there are too many, or too deep."""
        from lxml import etree

        found: list[Paragraph] = []
        open_ones: list[Paragraph] = []
        cells: list[Role] = []
        runs: list[tuple[bool, bool]] = []
        rows = _Rows()
        depth = 0
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if event == "end":
                depth -= 1
                if tag == f"{W}p":
                    open_ones.pop()
                    runs.pop()
                elif tag == f"{W}r":
                    runs.pop()
                elif tag == f"{W}tc":
                    cells.pop()
                elif tag == f"{W}tbl":
                    rows.leave()
                continue
            depth += 1
            self._count(depth)
            if tag in _SAID_ELSEWHERE or tag == f"{W}rPr":
                walker.skip_subtree()
            elif tag == f"{W}p":
                open_ones.append(self._paragraph(cells[-1] if cells else None))
                found.append(open_ones[-1])
                runs.append((False, False))
            elif tag == f"{W}pPr":
                if open_ones:
                    style = element.find(f"{W}pStyle")
                    open_ones[-1].style = "" if style is None else style.get(f"{W}val") or ""
                walker.skip_subtree()
            elif tag == f"{W}r":
                runs.append(_struck_and_bold(element))
            elif tag == f"{W}tbl":
                rows.enter()
            elif tag == f"{W}tr":
                rows.begin(element)
            elif tag == f"{W}tc":
                cells.append(rows.cell(element))
            elif open_ones and (text := _character(element)):
                struck, bold = runs[-1]
                (open_ones[-1].struck if struck else open_ones[-1].said).append(text)
                if text.strip():
                    open_ones[-1].bold.append(bold)
        return tuple(found)

    def _paragraph(self, in_cell: Role | None) -> Paragraph:
        self._paragraphs += 1
        if self._paragraphs > MOST_PARAGRAPHS:
            raise FileError(
                _("This Word document has too many paragraphs to be one practice."),
                _("Copy the part that is read aloud into a new document, and adopt that."),
            )
        return Paragraph(in_cell)

    def _count(self, depth: int) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS or depth > DEEPEST:
            raise FileError(
                _("This Word document is built of more than a page that is read aloud can be."),
                _("Copy the words into a new document, and adopt that."),
            )


class _Rows:
    """Where in which table the walk is."""

    def __init__(self) -> None:
        self._tables: list[list[Any]] = []
        """Of each table that is open: how many rows were begun, the last one, its cells, those begun."""

    def enter(self) -> None:
        self._tables.append([0, None, 0, 0])

    def leave(self) -> None:
        self._tables.pop()

    def begin(self, row: Any) -> None:
        if self._tables:
            cells = sum(1 for _cell in row.iterchildren(f"{W}tc"))
            self._tables[-1] = [self._tables[-1][0] + 1, row, cells, 0]

    def cell(self, cell: Any) -> Role:
        """What a paragraph is by its place."""
        if not self._tables or cell.getparent() is not self._tables[-1][1]:
            return Role.PLAIN
        self._tables[-1][3] += 1
        rows, _row, cells, begun = self._tables[-1]
        if cells < 2:
            return Role.PLAIN
        if rows == 1:
            return Role.HEAD_CELL
        return Role.FIRST_CELL if begun == 1 else Role.CELL


def _character(element: Any) -> str:
    tag = element.tag
    if tag == f"{W}t":
        return element.text or ""
    if tag == f"{W}tab":
        return "\t"
    if tag == f"{W}noBreakHyphen":
        return "-"
    if tag == f"{W}cr":
        return "\n"
    if tag == f"{W}br":
        return "\f\n" if element.get(f"{W}type") == "page" else "\n"
    return ""


def _struck_and_bold(run: Any) -> tuple[bool, bool]:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False, False
    on = {mark.tag for mark in properties.iterchildren() if mark.get(f"{W}val") not in ("0", "false", "off")}
    return not on.isdisjoint({f"{W}strike", f"{W}dstrike", f"{W}vanish"}), f"{W}b" in on


def style_roles(styles: Any) -> dict[str, Role]:
    """What each style makes of a paragraph, by its id; the usual style has an empty id, too."""
    named: dict[str, tuple[str, str]] = {}
    for style in styles.iterchildren(f"{W}style"):
        if style.get(f"{W}type") != "paragraph":
            continue
        values = (style.get(f"{W}styleId") or "", _value(style, "name").casefold(), _value(style, "basedOn"))
        named.setdefault(values[0], values[1:])
        if style.get(f"{W}default") in ("1", "true", "on"):
            named.setdefault("", values[1:])
    return {style: _style_role(style, named) for style in named}


def _value(style: Any, name: str) -> str:
    child = style.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val") or ""


def _style_role(style: str, named: Mapping[str, tuple[str, str]]) -> Role:
    for name in _names(style, named):
        if name == "title":
            return Role.TITLE
        if name.startswith("heading"):
            return Role.HEADING
    return Role.PLAIN


def _names(style: str, named: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """The name of a style, and of those it is based on."""
    for _step in range(DEEPEST_STYLE):
        if style not in named:
            return
        name, style = named[style]
        yield name
        if not style:
            return
