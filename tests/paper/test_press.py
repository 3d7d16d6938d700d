"""A page says what it was given, letter by letter, and is made for screen readers."""

import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from relaxapp.errors import FileError, PageError
from relaxapp.paper import press as press_file
from relaxapp.paper.press import how_many, pictures, press, save
from relaxapp.paper.printable import LONGEST_WORD, printable
from relaxapp.paper.sizes import Paper, paper_of
from tests.ui.test_themes import contrast

MARKUP = (
    '#panic("no") *bold* _slanted_ $x$ "quoted" @someone <here> // not a comment \\ `code` = no heading - [x]'
)


def values(words: str, lines: int = 1) -> dict[str, object]:
    return {
        "title": "A page",
        "words": words,
        "sections": [{"heading": "A heading", "lines": [words] * lines}],
    }


def read(pdf: bytes) -> str:
    """The words of a page as a program reads them, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("words", [MARKUP, "Zażółć gęślą jaźń: naïve café, Ελλάδα, Привет, ½ × 3 ≥ 1 – “so”"])
def test_words_are_printed_as_they_were_written(words: str) -> None:
    assert read(press("sections", values(words))).count(words) == 2


def test_a_page_is_tagged_for_screen_readers_and_the_same_each_time() -> None:
    page = press("sections", values("a"))
    assert page == press("sections", values("a"))
    assert b"/MarkInfo" in page and b"/StructTreeRoot" in page
    assert b"pdfuaid:part" in page


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))], ids=["A4", "Letter"]
)
def test_the_paper_is_the_one_asked_for(paper: Paper, size: tuple[int, int]) -> None:
    [sheet] = PdfReader(io.BytesIO(press("sections", values("a"), paper))).pages
    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == size


@pytest.mark.parametrize(
    ("country", "paper"), [("US", Paper.LETTER), ("CA", Paper.LETTER), ("DE", Paper.A4), ("", Paper.A4)]
)
def test_the_paper_follows_the_country(country: str, paper: Paper) -> None:
    assert paper_of(country) is paper


@settings(max_examples=30)
@given(st.text(max_size=80))
def test_no_words_can_spoil_a_page(words: str) -> None:
    assert press("sections", values(words)).startswith(b"%PDF")


def test_a_picture_that_no_font_has_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "smil" in read(press("sections", values("well \N{MELTING FACE} smiling")))
    without_fonts(monkeypatch)
    assert "well (melting face) done \u25a1" in read(
        press("sections", values("well \N{MELTING FACE} done \u65e5"))
    )


def without_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer that has no fonts of its own."""
    import typst

    real = typst.Compiler
    monkeypatch.setattr(
        typst, "Compiler", lambda *given, **more: real(*given, **{**more, "ignore_system_fonts": True})
    )


def test_words_of_any_length_stay_on_the_paper() -> None:
    long = printable("x" * (3 * LONGEST_WORD))
    assert max(map(len, long.split("\u200b"))) == LONGEST_WORD
    assert printable("bell\x07 tab\t\u202eturned") == "bell tab turned"


def test_pictures_are_of_each_sheet() -> None:
    assert how_many("sections", values("a")) == 1
    sheets = pictures("sections", values("a", lines=80), form="svg")
    assert len(sheets) == how_many("sections", values("a", lines=80)) > 1
    assert all(sheet.startswith(b"<svg") for sheet in sheets)
    [grey] = pictures("sections", values("a"), grey=True)
    [colour] = pictures("sections", values("a"))
    assert grey.startswith(b"\x89PNG")
    assert grey != colour


def test_a_page_is_saved_for_the_person_alone(tmp_path: Path) -> None:
    save(tmp_path / "page.pdf", press("sections", values("a")))
    assert (tmp_path / "page.pdf").stat().st_mode & 0o077 == 0
    with pytest.raises(FileError, match="Choose a folder"):
        save(tmp_path / "missing" / "page.pdf", b"")


def test_what_goes_wrong_is_told_in_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PageError, match="can't be made"):
        press("sections", {"title": "no words"})
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    with pytest.raises(PageError, match="typst is missing"):
        press("sections", values("a"))


def test_templates_hold_no_words() -> None:
    for template in press_file.ROOM.glob("*.typ"):
        code = "\n".join(line.partition("//")[0] for line in template.read_text("utf-8").splitlines())
        assert not re.search(r"\[[^\]#]*[A-Za-z]{3,}\s+[A-Za-z]{3,}", code), template.name


def test_all_words_stand_out_from_the_paper_and_from_its_tint() -> None:
    common = (press_file.ROOM / "common.typ").read_text("utf-8")
    ink, quiet = (colour_of(common, rf"#let {name} = luma\((\d+)%\)") for name in ("ink", "quiet"))
    mark = colour_of(common, r'#let mark = .*rgb\("(#\w{6})"\)')
    mark_in_grey = colour_of(common, r"#let mark = if grey { luma\((\d+)%\)")
    tint = colour_of(common, r'#let tint = .*rgb\("(#\w{6})"\)')
    tint_in_grey = colour_of(common, r"#let tint = if grey { luma\((\d+)%\)")
    for words in (ink, quiet, mark, mark_in_grey):
        for ground in ("#ffffff", tint, tint_in_grey):
            assert contrast(words, ground) >= 7, (words, ground)


def colour_of(template: str, pattern: str) -> str:
    """A colour of a template as #rrggbb."""
    found = re.search(pattern, template)
    assert found is not None
    return found[1] if found[1].startswith("#") else "#" + 3 * f"{round(2.55 * int(found[1])):02x}"
