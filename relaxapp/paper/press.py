"""Pressing a template and its values into a page. Typst is imported only here, when a page is made."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from relaxapp.errors import PageError
from relaxapp.paper.printable import in_every_text, printable, without
from relaxapp.paper.sizes import Paper
from relaxapp.translation import _
from relaxapp.writing import write_whole_bytes

if TYPE_CHECKING:
    from typst import Compiler

ROOM = Path(__file__).resolve().parent
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)

_SHEETS = "<sheets>"
LAST_LATIN = "\u024f"
"""The last letter of the Latin alphabets, which every font of ours has."""

Values = Mapping[str, object]
Made = TypeVar("Made")


def press(page: str, values: Values, paper: Paper = Paper.A4, *, grey: bool = False) -> bytes:
    """The page as a PDF, tagged for screen readers (PDF/UA-1). The same values give the same bytes.

    `page` names a template of this room. Raises PageError where no page can be made.
    """
    return _made(page, values, paper, grey, lambda compiler: _whole(compiler))


def pictures(
    page: str,
    values: Values,
    paper: Paper = Paper.A4,
    *,
    grey: bool = False,
    form: Literal["png", "svg"] = "png",
    dots: int = 96,
) -> list[bytes]:
    """The same, each page a picture; `dots`: how many an inch, of a PNG. Raises PageError."""

    def shown(compiler: "Compiler") -> list[bytes]:
        _whole(compiler)  # which tells what no font has
        found = compiler.compile(format=form, ppi=dots)
        return found if isinstance(found, list) else [_bytes(found)]

    return _made(page, values, paper, grey, shown)


def how_many(page: str, values: Values, paper: Paper = Paper.A4) -> int:
    """How many sheets it takes. Raises PageError."""
    return _made(
        page, values, paper, False, lambda compiler: int(compiler.query(_SHEETS, field="value", one=True))
    )


def save(path: Path, content: bytes) -> None:
    """Write a page to `path`, for the person alone; an older file stays until the new one is whole.

    Raises FileError where it can't be written.
    """
    write_whole_bytes(path, [content])


def _whole(compiler: "Compiler") -> bytes:
    return _bytes(compiler.compile(format="pdf", pdf_standards=["ua-1"]))


def _bytes(made: object) -> bytes:
    assert isinstance(made, bytes)
    return made


def _made(page: str, values: Values, paper: Paper, grey: bool, make: "Callable[[Compiler], Made]") -> Made:
    """Try with the fonts that Typst brings; then with the system's too; then without what no font has."""
    try:
        from typst import Compiler, TypstError
    except ImportError as error:
        raise PageError(
            _("Pages can't be made here, since the program typst is missing."),
            _("Install relaxapp anew; what you wanted to print is still in your journal."),
        ) from error
    clean = in_every_text(dict(values), printable)
    missing: frozenset[str] = frozenset()
    system_fonts = False
    while True:
        inputs = {
            "values": json.dumps(in_every_text(clean, without(missing))),
            "paper": paper.value,
            "grey": "yes" if grey else "no",
        }
        compiler = Compiler(
            str(ROOM / f"{page}.typ"),
            root=str(ROOM),
            ignore_system_fonts=not system_fonts,
            sys_inputs=inputs,
        )
        try:
            return make(compiler)
        except TypstError as error:
            found = _NO_GLYPH.search(str(error))
            signs = frozenset(_signs(found[1])) - missing if found else frozenset()
            if not signs:
                raise PageError(
                    _("The page can't be made: {reason}.").format(reason=error),
                    _("Please report this; what you wanted to print is still in your journal."),
                ) from error
            missing, system_fonts = (missing | signs if system_fonts else missing), True


def _signs(told: str) -> str:
    """The signs that Typst tells of, which it writes as Rust does: \\u{200d}.

    A letter may be told with its marks; then only the marks are missing.
    """
    cluster = re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), told)
    strange = "".join(sign for sign in cluster if sign > LAST_LATIN)
    return strange or cluster
