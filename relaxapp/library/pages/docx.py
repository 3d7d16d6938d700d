"""Reading a Word document. Here, and only here, python-docx is imported.

The file may come from anyone: how much it unpacks to is looked at first, and its XML is read without
entities.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

from relaxapp.errors import FileError
from relaxapp.translation import _
from relaxapp.words.adopting.page import Page, Role

if TYPE_CHECKING:
    from docx.document import Document

LARGEST_PART = 8 * 1024 * 1024
"""Bytes of one XML part, unpacked; a page or two are far less."""
LARGEST_IN_ALL = 80 * 1024 * 1024
"""Bytes of everything, unpacked, pictures among them."""
MOST_PARTS = 2_000
MOST_PARAGRAPHS = 3_000
DEEPEST_STYLE = 10
"""Styles that may be based on one another."""
SHORT_HEADING = 8
"""Words of a paragraph in bold type that is taken for a heading."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTES = ("/footnotes", "/endnotes", "/comments")


def read_docx(data: bytes, name: str) -> Page:
    """The page in a Word document; FileError where it is none, or unpacks to too much."""
    _look_inside(data)
    try:
        import docx

        document = docx.Document(BytesIO(data))
        lines = _Lines()
        lines.read(document)
    except FileError:
        raise
    except Exception as error:
        raise _unreadable() from error
    return Page("\n".join(lines.texts), name, lines.roles)


def _unreadable() -> FileError:
    return FileError(
        _("This Word document can't be read."),
        _("Open it in your word processor, save it as plain text, and adopt that file."),
    )


def _look_inside(data: bytes) -> None:
    """How much it would unpack to, told before anything is unpacked; no part can be larger than it tells."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _unreadable() from error
    too_large = any(
        part.file_size > LARGEST_PART for part in parts if part.filename.lower().endswith((".xml", ".rels"))
    )
    if too_large or len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_IN_ALL:
        raise FileError(
            _("This Word document is too large to be a page that is read aloud."),
            _("Copy the words into a new document, and adopt that."),
        )


@dataclass(slots=True)
class _Lines:
    """The lines of a page, while a document is read."""

    texts: list[str] = field(default_factory=list)
    roles: dict[int, Role] = field(default_factory=dict)
    paragraphs: int = 0

    def add(self, text: str, role: Role) -> None:
        for line in text.splitlines():
            if line.strip():
                self.texts.append(line)
                if role is not Role.PLAIN:
                    self.roles[len(self.texts)] = role

    def read(self, document: "Document") -> None:
        for paragraph in document.element.body.iter(f"{_W}p"):
            self.paragraphs += 1
            if self.paragraphs > MOST_PARAGRAPHS:
                raise FileError(
                    _("This Word document has too many paragraphs to be one practice."),
                    _("Copy the part that is read aloud into a new document, and adopt that."),
                )
            said, struck = _texts(paragraph)
            self.add(said, _role(paragraph, said, document))
            self.add(struck, Role.NOTE)
            self.texts.append("")
        for text in _margins(document):
            self.add(text, Role.MARGIN)
        for text in _notes(document):
            self.add(text, Role.NOTE)


def _texts(paragraph: Any) -> tuple[str, str]:
    """The text of a paragraph, and what of it was struck out or hidden."""
    said: list[str] = []
    struck: list[str] = []
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        above = list(element.iterancestors())
        nearest = next(each for each in above if each.tag == f"{_W}p")
        tags = {each.tag for each in above}
        if nearest is not paragraph or _FALLBACK in tags or f"{_W}moveFrom" in tags or f"{_W}pPr" in tags:
            continue
        run = next((each for each in above if each.tag == f"{_W}r"), None)
        where = struck if run is not None and _is_on(run, "strike", "dstrike", "vanish") else said
        where.append(_character(element))
    return "".join(said), "".join(struck)


def _character(element: Any) -> str:
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag == f"{_W}tab":
        return "\t"
    if element.tag == f"{_W}noBreakHyphen":
        return "-"
    return "\f\n" if element.get(f"{_W}type") == "page" else "\n"


def _is_on(run: Any, *names: str) -> bool:
    """Whether a run has one of these properties."""
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return False
    found = (properties.find(f"{_W}{name}") for name in names)
    return any(mark is not None and mark.get(f"{_W}val") not in ("0", "false", "off") for mark in found)


def _role(paragraph: Any, text: str, document: "Document") -> Role:
    cell = next(paragraph.iterancestors(f"{_W}tc"), None)
    if cell is not None:
        return _cell_role(cell)
    styled = _style_role(paragraph, document)
    if styled is not Role.PLAIN:
        return styled
    runs = [
        run for run in paragraph.iter(f"{_W}r") if any((t.text or "").strip() for t in run.iter(f"{_W}t"))
    ]
    short = len(text.split()) <= SHORT_HEADING and text.rstrip()[-1:] not in ".!?…,:;)]"
    return Role.HEADING if runs and short and all(_is_on(run, "b") for run in runs) else Role.PLAIN


def _cell_role(cell: Any) -> Role:
    row, table = cell.getparent(), next(cell.iterancestors(f"{_W}tbl"), None)
    cells = list(row.iterchildren(f"{_W}tc"))
    if table is None or len(cells) < 2:
        return Role.PLAIN
    if row is next(table.iterchildren(f"{_W}tr"), None):
        return Role.HEAD_CELL
    return Role.FIRST_CELL if cells[0] is cell else Role.CELL


def _style_role(paragraph: Any, document: "Document") -> Role:
    from docx.text.paragraph import Paragraph

    style: Any = Paragraph(paragraph, document).style
    for _step in range(DEEPEST_STYLE):
        if style is None:
            break
        name = (style.name or "").casefold()
        if name == "title":
            return Role.TITLE
        if name.startswith("heading"):
            return Role.HEADING
        style = style.base_style
    return Role.PLAIN


def _margins(document: "Document") -> Iterator[str]:
    """What stands in headers and footers."""
    for section in list(document.sections)[:20]:
        for margin in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            if not margin.is_linked_to_previous:
                for paragraph in list(margin._element.iter(f"{_W}p"))[:50]:
                    yield _texts(paragraph)[0]


def _notes(document: "Document") -> Iterator[str]:
    """Footnotes, endnotes and comments."""
    from docx.oxml.parser import parse_xml

    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(_NOTES):
            for paragraph in list(parse_xml(relation.target_part.blob).iter(f"{_W}p"))[:MOST_PARAGRAPHS]:
                yield _texts(paragraph)[0]
