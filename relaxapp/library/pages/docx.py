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
from relaxapp.library.pages.word_walk import Walk, style_roles
from relaxapp.translation import _
from relaxapp.words.adopting.page import Page, Role

if TYPE_CHECKING:
    from docx.document import Document

LARGEST_PART = 8 * 1024 * 1024
"""Bytes of one XML part, unpacked; a page or two are far less."""
LARGEST_IN_ALL = 80 * 1024 * 1024
"""Bytes of everything, unpacked, pictures among them."""
MOST_PARTS = 2_000
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

    def add(self, text: str, role: Role) -> None:
        for line in text.splitlines():
            if line.strip():
                self.texts.append(line)
                if role is not Role.PLAIN:
                    self.roles[len(self.texts)] = role

    def read(self, document: "Document") -> None:
        walk = Walk()
        styles = style_roles(document.styles.element)
        for paragraph in walk.paragraphs(document.element.body):
            self.add("".join(paragraph.said), paragraph.role(styles))
            self.add("".join(paragraph.struck), Role.NOTE)
            self.texts.append("")
        for part in _margins(document):
            for paragraph in walk.paragraphs(part):
                self.add("".join(paragraph.said), Role.MARGIN)
        for part in _notes(document):
            for paragraph in walk.paragraphs(part):
                self.add("".join(paragraph.said), Role.NOTE)


def _margins(document: "Document") -> Iterator[Any]:
    """The headers and footers, each once."""
    seen: set[Any] = set()
    for section in list(document.sections)[:20]:
        for margin in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            if not margin.is_linked_to_previous and margin._element not in seen:
                seen.add(margin._element)
                yield margin._element


def _notes(document: "Document") -> Iterator[Any]:
    """Footnotes, endnotes and comments, each once."""
    from docx.oxml.parser import parse_xml

    parts = {
        relation.target_part: None
        for relation in document.part.rels.values()
        if not relation.is_external and relation.reltype.endswith(_NOTES)
    }
    for part in parts:
        yield parse_xml(part.blob)
