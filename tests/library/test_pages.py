"""A page is read as people have it, and a file from a stranger is refused in one sentence."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import process_time

import pytest

from relaxapp.errors import FileError, RelaxError
from relaxapp.library.adopting import adopt, source
from relaxapp.library.checking import mistakes_in
from relaxapp.library.pages.decoding import decoded
from relaxapp.library.pages.docx import read_docx
from relaxapp.library.pages.reading import LARGEST_DOCUMENT, read_page
from relaxapp.words.adopting.page import Role
from tests.library import word_documents
from tests.words.english import english

PAGES = Path(__file__).parent.parent / "words" / "pages"
SENTENCE = "Breathe out… “softly” – like a café’s door."


@pytest.mark.parametrize(
    ("encoding", "certain"),
    [
        ("utf-8", True),
        ("utf-8-sig", True),
        ("utf-16", True),
        ("utf-16-le", True),
        ("utf-16-be", True),
        ("utf-32", True),
        ("cp1252", False),
    ],
)
def test_a_text_is_read_whatever_it_was_saved_as(encoding: str, certain: bool) -> None:
    found = decoded(SENTENCE.encode(encoding))
    assert found is not None
    assert (found.text, found.certain) == (SENTENCE, certain)


def test_latin_1_is_read_where_windows_has_no_letter() -> None:
    found = decoded("caf\xe9 \x81".encode("latin-1"))
    assert found is not None
    assert (found.encoding, found.text) == ("latin-1", "café \x81")


@pytest.mark.parametrize(
    "data", [b"\0" * 100, b"a\0b\0\0c", bytes(range(256)), b"\xff\xfe\x00\xd8", b"abc\0"]
)
def test_what_is_no_text_is_not_taken_for_one(data: bytes) -> None:
    assert decoded(data) is None


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("page.pdf", b"%PDF-1.7 ...", "PDF"),
        ("page.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".doc"),
        ("page.rtf", b"{\\rtf1 Rest.}", "RTF"),
        ("page.html", b"<!DOCTYPE html><p>Rest.</p>", "HTML"),
        ("page.txt", bytes(1000), "isn't text"),
        ("page.docx", bytes(1000), "page.docx is damaged"),
        ("page.txt", b"a" * (1024 * 1024 + 1), "too large"),
        ("page.docx", b"PK\x03\x04" + bytes(50), "isn't a Word document"),
        ("page.docx", b"PK\x03\x04 word/ " + bytes(50), "can't be read"),
        ("page.docx", b"PK\x03\x04" + bytes(LARGEST_DOCUMENT), "too large"),
    ],
    ids=range(10),
)
def test_what_can_not_be_a_page_is_refused_with_what_to_do(
    name: str, data: bytes, told: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(FileError) as raised:
        read_page(file)
    assert told in raised.value.message
    assert raised.value.hint


@pytest.mark.parametrize("name", ["none.txt", ".", "a\0b"])
def test_a_file_that_is_not_there_is_told_of(name: str, tmp_path: Path) -> None:
    with pytest.raises(FileError):
        read_page(tmp_path / name)


def test_a_word_document_keeps_its_headings_and_cells_and_leaves_out_what_is_not_said(tmp_path: Path) -> None:
    file = tmp_path / "stove.docx"
    word_documents.a_page_with_a_table(file)
    page = read_page(file).page
    roles = {text: page.role(number) for number, text in enumerate(page.text.split("\n"), start=1)}
    assert roles["An Evening by the Stove"] is Role.TITLE
    assert roles["Arriving"] is roles["The stove"] is Role.HEADING
    assert roles["Do it quickly!"] is roles["too long?"] is Role.NOTE
    assert roles["Pain Service, handout 4"] is Role.MARGIN
    adopted = adopt(page, english())
    assert adopted.understood.title == "An Evening by the Stove"
    script = "\n".join(line for row in adopted.understood.rows for line in row.script)
    for said in (
        "Let the day be over for now. [pause 4-12]",
        "# The stove",
        "Listen to the fire. [pause 20]",
    ):
        assert said in script
    for unsaid in ("quickly", "too long", "handout", "Time", "0:00", "a chair each"):
        assert unsaid not in script


def test_a_document_with_tracked_changes_is_read_as_it_stands_now(tmp_path: Path) -> None:
    file = tmp_path / "changed.docx"
    word_documents.tracked_changes(file)
    assert read_page(file).page.text.strip() == "Rest now, quietly."


@pytest.mark.parametrize(
    "make",
    [
        word_documents.bomb,
        word_documents.pictures_bomb,
        word_documents.deep,
        word_documents.many_paragraphs,
        word_documents.entities_that_multiply,
        word_documents.many_elements,
        lambda file: word_documents.boxes_in_boxes(file, 10, 60),
    ],
)
def test_a_hostile_document_is_refused_in_one_sentence(make: Callable[[Path], None], tmp_path: Path) -> None:
    file = tmp_path / "page.docx"
    make(file)
    with pytest.raises(RelaxError) as raised:
        source(file).adopted(english())
    assert raised.value.message.endswith(".")


@pytest.mark.parametrize(
    "make",
    [word_documents.wide_cell, word_documents.styles_in_a_ring, word_documents.notes_again_and_again],
)
def test_a_document_that_would_keep_a_reader_busy_for_ever_is_read(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    file = tmp_path / "page.docx"
    make(file)
    assert "Rest now, quietly." in read_page(file).page.text


def test_texts_that_lie_deep_take_hardly_longer_than_others() -> None:
    def seconds(texts: int, levels: int) -> float:
        made = BytesIO()
        word_documents.boxes_in_boxes(made, texts, levels)
        begun = process_time()
        page = read_docx(made.getvalue(), "page")
        assert page.text.count("a") == texts
        return process_time() - begun

    seconds(10, 1)  # what is imported for the first document
    assert seconds(60_000, 30) < 4 * seconds(60_000, 1)


def test_words_in_a_text_box_follow_those_around_it(tmp_path: Path) -> None:
    file = tmp_path / "page.docx"
    word_documents.boxes_in_boxes(file, 3, 2)
    assert read_page(file).page.text.split() == ["aaa"]


def test_a_document_can_not_bring_in_another_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the key is under the mat")
    file = tmp_path / "page.docx"
    word_documents.external_entity(file, secret)
    assert "under the mat" not in read_page(file).page.text


def test_damage_anywhere_in_a_document_is_told_in_one_sentence(tmp_path: Path) -> None:
    whole = tmp_path / "whole.docx"
    word_documents.a_page_with_a_table(whole)
    with zipfile.ZipFile(whole) as archive:
        names = archive.namelist()
    for name in names:
        file = tmp_path / "page.docx"
        with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(file, "w") as damaged:
            for each in names:
                damaged.writestr(each, b"<" if each == name else archive.read(each))
        try:
            read_page(file)
        except FileError as error:
            assert error.hint


@pytest.mark.parametrize("page", sorted(PAGES.iterdir()), ids=lambda page: page.name)
def test_the_lengths_offered_fit_and_the_practice_passes_check(page: Path) -> None:
    adopted = source(page).adopted(english())
    assert adopted.lengths
    assert not mistakes_in(adopted.text, "adopted.md", english())


def test_the_times_of_a_page_tell_how_long_it_is() -> None:
    adopted = source(PAGES / "times-in-the-margin.txt").adopted(english())
    assert adopted.lengths[0] <= 8 <= adopted.lengths[-1]


def test_a_title_of_ones_own_is_taken() -> None:
    adopted = source(PAGES / "a-poem.txt").adopted(english(), title='Evening: "home" \\ {a}')
    assert adopted.text.split("\n")[1] == r'title: "Evening: \"home\" \\ {a}"'
