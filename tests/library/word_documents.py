"""Word documents made for the tests, some of them by a hostile hand."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def a_page_with_a_table(file: Path | BytesIO) -> None:
    """A facilitator's page: styles, a table, a header, a comment, bold headings, what was struck out."""
    document = docx.Document()
    document.add_heading("An Evening by the Stove", 0)
    document.add_paragraph("What you need: a chair each")
    document.add_heading("Arriving", 1)
    document.add_paragraph("Let the day be over for now. (pause)")
    paragraph = document.add_paragraph("Sit or lie, as you like. ")
    paragraph.add_run("Do it quickly!").font.strike = True
    bold = document.add_paragraph()
    bold.add_run("The stove").bold = True
    table = document.add_table(rows=3, cols=2)
    rows = (
        ("Time", "Words"),
        ("0:00", "Picture a stove with a small fire in it. Warmth reaches your hands."),
        ("2:00", "Listen to the fire. (pause 20 seconds)"),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("Now let the fire grow quiet, and come back.")
    document.sections[0].header.paragraphs[0].text = "Pain Service, handout 4"
    document.add_comment(document.paragraphs[3].runs[0], text="too long?", author="M", initials="M")
    document.save(str(file) if isinstance(file, Path) else file)


def _with(file: Path | BytesIO, parts: dict[str, bytes | str]) -> None:
    """A small document with some of its parts replaced, or others added."""
    made = BytesIO()
    document = docx.Document()
    document.add_paragraph("Rest now.")
    document.save(made)
    with zipfile.ZipFile(made) as whole, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in whole.namelist():
            if name not in parts:
                archive.writestr(name, whole.read(name))
        for name, content in parts.items():
            archive.writestr(name, content)


def _document(inside: str, before: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{before}'
        f'<w:document xmlns:w="{W}"><w:body>{inside}<w:sectPr/></w:body></w:document>'
    )


def bomb(file: Path) -> None:
    """A file of a few kilobytes that unpacks to 64 megabytes of XML."""
    _with(file, {"word/document.xml": b" " * (64 * 1024 * 1024)})


def pictures_bomb(file: Path) -> None:
    """A file that unpacks to many large pictures."""
    _with(file, {f"word/media/image{n}.png": bytes(16 * 1024 * 1024) for n in range(6)})


def external_entity(file: Path, secret: Path) -> None:
    """A document that asks for another file to be read into it."""
    doctype = f'<!DOCTYPE x [<!ENTITY secret SYSTEM "{secret.as_uri()}">]>'
    text = "<w:p><w:r><w:t>Rest now. &secret;</w:t></w:r></w:p>"
    _with(file, {"word/document.xml": _document(text, doctype)})


def entities_that_multiply(file: Path) -> None:
    """A billion laughs."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>'
    _with(file, {"word/document.xml": _document("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", doctype)})


def deep(file: Path) -> None:
    """Tables inside tables inside tables."""
    inside = "<w:p><w:r><w:t>Rest now.</w:t></w:r></w:p>"
    for _level in range(3000):
        inside = f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    _with(file, {"word/document.xml": _document(inside)})


def wide_cell(file: Path) -> None:
    """A cell that claims to span a billion columns."""
    cell = (
        '<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>'
        "<w:p><w:r><w:t>Rest now, quietly.</w:t></w:r></w:p></w:tc>"
    )
    _with(file, {"word/document.xml": _document(f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>")})


def styles_in_a_ring(file: Path) -> None:
    """A style that is based on one that is based on it."""
    styles = (
        f'<w:styles xmlns:w="{W}">'
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
        "</w:styles>"
    )
    paragraph = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Rest now, quietly.</w:t></w:r></w:p>'
    _with(file, {"word/styles.xml": styles, "word/document.xml": _document(paragraph)})


def many_paragraphs(file: Path) -> None:
    """Far more paragraphs than a page has."""
    _with(file, {"word/document.xml": _document("<w:p><w:r><w:t>Rest.</w:t></w:r></w:p>" * 20_000)})


def tracked_changes(file: Path) -> None:
    """Words that were put in, taken out and moved while changes were tracked, and a text box."""
    said = "<w:p><w:r><w:t xml:space='preserve'>Rest </w:t></w:r><w:ins><w:r><w:t>now</w:t></w:r></w:ins>"
    gone = "<w:del><w:r><w:delText>at once</w:delText></w:r></w:del>"
    moved = "<w:moveFrom><w:r><w:t>elsewhere</w:t></w:r></w:moveFrom>"
    _with(
        file, {"word/document.xml": _document(f"{said}{gone}{moved}<w:r><w:t>, quietly.</w:t></w:r></w:p>")}
    )


def boxes_in_boxes(file: Path | BytesIO, texts: int, levels: int) -> None:
    """Many texts in a text box that lies in the paragraph of a text box, and so on."""
    inside = "<w:r><w:t>a</w:t></w:r>" * texts
    for _level in range(levels):
        inside = f"<w:r><w:txbxContent><w:p>{inside}</w:p></w:txbxContent></w:r>"
    _with(file, {"word/document.xml": _document(f"<w:p>{inside}</w:p>")})


def many_elements(file: Path) -> None:
    """Far more pieces of text than a page has, in one paragraph."""
    _with(file, {"word/document.xml": _document(f"<w:p>{'<w:r><w:t/></w:r>' * 210_000}</w:p>")})


def notes_again_and_again(file: Path) -> None:
    """The same large part named as a footnote thousands of times."""
    notes = f'<w:footnotes xmlns:w="{W}">{"<w:footnote/>" * 200_000}</w:footnotes>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    named = "".join(
        f'<Relationship Id="n{n}" Type="{kind}/footnotes" Target="footnotes.xml"/>' for n in range(5_000)
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="jpeg" ContentType="image/jpeg"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{named}'
    _with(
        file,
        {
            "[Content_Types].xml": types,
            "word/footnotes.xml": notes,
            "word/_rels/document.xml.rels": f"{relations}</Relationships>",
            "word/document.xml": _document("<w:p><w:r><w:t>Rest now, quietly.</w:t></w:r></w:p>"),
        },
    )
