"""A file with a page that a facilitator reads from, whatever program it was written in."""

import re
from dataclasses import dataclass
from pathlib import Path

from relaxapp.errors import FileError
from relaxapp.library.files import LARGEST
from relaxapp.library.pages.decoding import decoded
from relaxapp.translation import _
from relaxapp.words.adopting.page import Page

LARGEST_DOCUMENT = 20 * 1024 * 1024
"""Bytes of a Word document, pictures among them."""

_ARCHIVE = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page and how it was read."""

    page: Page
    """Its text."""
    remark: str = ""
    """What the person should know of the reading; empty where nothing can be wrong."""


def read_page(file: Path) -> PageFile:
    """The page in a file; FileError, with what to do, where it can't be read."""
    data = _bytes(file)
    if data.startswith(_ARCHIVE):
        return PageFile(_unpacked(data, file))
    _refuse_others(data, file)
    found = decoded(data)
    if found is None and file.suffix.lower() == ".docx":
        raise FileError(
            _("{file} is damaged.").format(file=file.name),
            _("Open it in your word processor and save it anew, or take another copy of it."),
        )
    if found is None:
        raise FileError(
            _("{file} isn't text.").format(file=file.name),
            _("Give a page of plain text, Markdown, or a Word document (.docx)."),
        )
    page = Page(found.text, file.stem)
    if found.certain:
        return PageFile(page)
    return PageFile(
        page,
        _("The file doesn't tell how it was saved, so it was read as Windows text. Look at the accents."),
    )


def _bytes(file: Path) -> bytes:
    try:
        if not file.is_file():
            raise FileError(
                _("{file} is a folder.").format(file=file)
                if file.is_dir()
                else _("There is no file {file}.").format(file=file)
                if not file.exists()
                else _("{file} isn't a file.").format(file=file),
                _("Check the name and the folder."),
            )
        with file.open("rb") as opened:
            data = opened.read(LARGEST_DOCUMENT + 1)
    except (OSError, ValueError) as error:
        reason = (
            error.strerror if isinstance(error, OSError) and error.strerror else _("its name is not right")
        )
        raise FileError(
            _("{file} can't be read: {reason}.").format(file=file, reason=reason),
            _("Check that the file and its folder may be read."),
        ) from error
    if len(data) > (LARGEST_DOCUMENT if data.startswith(_ARCHIVE) else LARGEST):
        raise FileError(
            _("{file} is too large to be a page that is read aloud.").format(file=file.name),
            _("Give only the words of one practice."),
        )
    return data


def _unpacked(data: bytes, file: Path) -> Page:
    if b"word/" not in data:
        raise FileError(
            _("{file} isn't a Word document.").format(file=file.name),
            _("Open it in the program it was made with, and save it as .docx or as plain text."),
        )
    from relaxapp.library.pages.docx import read_docx

    return read_docx(data, file.stem)


def _refuse_others(data: bytes, file: Path) -> None:
    """Kinds of files that look like text, or are often tried, and aren't the words themselves."""
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    kinds = (
        (
            start.startswith(b"%PDF"),
            _("PDF"),
            _("Open it, select and copy its words, and save them as plain text."),
        ),
        (start.startswith(b"{\\rtf"), _("RTF"), _("Open it in your word processor, and save it as .docx.")),
        (
            data.startswith(b"\xd0\xcf\x11\xe0"),
            _(".doc"),
            _("Open it in your word processor, and save it as .docx."),
        ),
        (
            re.match(rb"(?i)<!doctype html|<html|<\?xml", start) is not None,
            _("HTML"),
            _("Open it in a browser, copy its words, and save them as plain text."),
        ),
    )
    for applies, kind, hint in kinds:
        if applies:
            raise FileError(_("{file} is a {kind} file.").format(file=file.name, kind=kind), hint)
