"""Whatever a stranger's file holds: `check`, `add` and `adopt` end, and tell of it in plain words.

`HYPOTHESIS_PROFILE=explore` looks for new ones; those that were found stand as examples.
"""

import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from relaxapp import locations
from relaxapp.errors import RelaxError
from relaxapp.library.adopting import adopt, source
from relaxapp.library.checking import mistakes_in
from relaxapp.library.library import Library
from relaxapp.library.sharing import offered, shareable
from relaxapp.words.adopting.page import Page
from relaxapp.words.parse import parse
from relaxapp.words.source import is_forbidden
from tests.library import word_documents
from tests.words.english import english

EXPLORING = not settings().derandomize
FEW = 20_000 if EXPLORING else 40
SHIPPED = sorted((locations.shipped_scripts() / "en").glob("*.md"))
PAGES = sorted((Path(__file__).parent.parent / "words" / "pages").iterdir())

BITS = st.sampled_from(
    [
        *(
            "---\n",
            "title: T\n",
            "technique: pmr\n",
            "lengths: [5, 10]\n",
            "lengths: [5, x]\n",
            "bed: waves\n",
            "ask:\n",
        ),
        *(
            '  place: {question: "Where?", default: home}\n',
            "  touch: {question: q, optional: true}\n",
            "cautions:\n  - a\n",
        ),
        *(
            "# A\n",
            "# {place} {area: hands} {from 10 min} {heart} [or] B\n",
            "\n\n",
            "\n",
            " ",
            "[or] ",
            "[or]\n",
        ),
        *(
            "[pause 4-12]",
            "[pause 0]",
            "[breathe 4-6 for 1 min]",
            "[breathe own to 6 per min for 5 min]",
            "[tense 6] ",
        ),
        *(
            "[release 20-30] ",
            "[count 1 to 5 every 4]",
            "[count 100 to 1 every 6]",
            "[sound bell]",
            "[if asleep] ",
        ),
        *(
            "[if not touch] ",
            "{area: left hand} ",
            "{from 5 min} ",
            "{under 10 min} ",
            "{place}",
            "{touch}",
            "{cue_word}",
        ),
        *(
            "Rest now. ",
            "Your left hand… ",
            "the sea",
            "… ",
            "...",
            "<!-- ",
            " -->",
            "*",
            "_",
            "[",
            "]",
            "{",
            "}",
            "|",
            "- ",
        ),
        *(
            "1. ",
            "> ",
            "```\n",
            "& ",
            "!a ",
            '"',
            "'",
            ": ",
            "\t",
            "\r",
            "\x1b[31m",
            "\u202e",
            "\ufeff",
            "é",
            "🐧",
            "9" * 40,
        ),
    ]
)
"""What scripts are made of, in any order."""


@cache
def shipped(name: Path) -> str:
    return name.read_text(encoding="utf-8")


@st.composite
def damaged(draw: st.DrawFn, files: list[Path]) -> str:
    """A page that is there, with some of it cut out, doubled, or put elsewhere."""
    text = shipped(draw(st.sampled_from(files)))
    for _turn in range(draw(st.integers(1, 4))):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        end = min(end, start + draw(st.integers(0, 300)))
        put = draw(st.one_of(st.just(""), BITS, st.text(max_size=5), st.just(text[start:end])))
        text = text[:start] + put + (text[start:end] if draw(st.booleans()) else "") + text[end:]
    return text


SCRIPTS = st.one_of(
    st.lists(BITS, max_size=60).map("".join),
    st.lists(BITS, max_size=60).map(
        lambda bits: "---\ntitle: T\ntechnique: pmr\nlengths: [5]\n---\n# A\n" + "".join(bits)
    ),
    damaged(SHIPPED),
    st.text(max_size=200),
)


@given(SCRIPTS)
@example("---\ntitle: T\n\u00adtechnique: pmr\n---\n# A\nRest.")
@settings(max_examples=FEW)
def test_check_ends_on_any_text_and_tells_it_plainly(text: str) -> None:
    mistakes = mistakes_in(text, "stranger.md", english())
    lines = text.count("\n") + text.count("\r") + 1
    for mistake in mistakes:
        assert mistake.message
        assert 1 <= mistake.position.line <= lines
        assert not any(map(is_forbidden, mistake.message))
    if not mistakes:
        assert parse(text, "stranger.md").sections


@given(st.one_of(SCRIPTS.map(lambda text: text.encode("utf-8", "replace")), st.binary(max_size=300)))
@settings(max_examples=FEW // 4)
def test_add_keeps_any_file_or_refuses_it(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("add")
    file = folder / "stranger.md"
    file.write_bytes(data)
    library = Library(locations.shipped_scripts(), folder / "own")
    try:
        found = offered(library, file)
        name = found.known_as or library.add(found.text, found.script.title)
        again = shareable(library, name).text
    except RelaxError as error:
        assert str(error)
        assert not (folder / "own").exists()
        return
    assert not mistakes_in(again, "shared.md", english())
    assert {path.parent for path in folder.rglob("*.md")} <= {folder, folder / "own"}


ADOPTED = st.one_of(damaged(PAGES), damaged(SHIPPED), st.lists(BITS, max_size=40).map("".join))


def passes(page: Callable[[], object]) -> None:
    try:
        page()
    except RelaxError as error:
        assert error.message
        assert error.hint, error.message


@given(ADOPTED, st.text(max_size=100))
@settings(max_examples=FEW // 4)
def test_adopt_makes_a_practice_of_any_text_or_refuses_it(text: str, title: str) -> None:
    passes(lambda: adopt(Page(text, "a page"), english(), title=title))


@cache
def document() -> bytes:
    made = BytesIO()
    word_documents.a_page_with_a_table(made)
    return made.getvalue()


@st.composite
def damaged_document(draw: st.DrawFn) -> bytes:
    """A Word document with bytes changed in one of its parts, or in the archive itself."""
    data = document()
    if draw(st.booleans()):
        at = draw(st.integers(0, len(data) - 1))
        return data[:at] + draw(st.binary(max_size=8)) + data[at + draw(st.integers(0, 8)) :]
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as whole, zipfile.ZipFile(made, "w") as archive:
        names = whole.namelist()
        hurt = draw(st.sampled_from(names))
        for name in names:
            part = whole.read(name)
            if name == hurt:
                at = draw(st.integers(0, len(part)))
                put = draw(
                    st.one_of(st.binary(max_size=8), st.sampled_from([b"<w:p>", b"</w:p>", b"&x;", b"<!--"]))
                )
                part = part[:at] + put + part[at + draw(st.integers(0, 40)) :]
            archive.writestr(name, part)
    return made.getvalue()


@given(
    st.one_of(damaged_document(), st.binary(max_size=300), ADOPTED.map(lambda text: text.encode("utf-16")))
)
@settings(max_examples=FEW // 4)
def test_adopt_reads_any_file_or_refuses_it(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.mktemp("adopt") / "page.docx"
    file.write_bytes(data)
    passes(lambda: source(file).adopted(english()))


def test_what_one_wrote_to_oneself_in_the_front_matter_stays(tmp_path: Path) -> None:
    own = tmp_path / "mine.md"
    own.write_text(
        '---\ntitle: "Rest # one"   # after a hard year\ntechnique: visualization\nlengths: [3]  # private\n'
        '"came_from": my-panic-at-work\n---  \n# Rest\nRest here. [pause 60-240]\n'
    )
    shared = shareable(Library(locations.shipped_scripts(), tmp_path), "mine")
    assert parse(shared.text, "x.md").title == "Rest # one"
    assert "hard year" not in shared.text
    assert "private" not in shared.text
    assert "panic" not in shared.text
    assert shared.notes
