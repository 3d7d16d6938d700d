"""scripts/README.md teaches by examples: each of them works, and each mistake is told as it says."""

import re

import pytest

from relaxapp import locations
from relaxapp.library.checking import check_file
from relaxapp.words.check import check
from relaxapp.words.parse import read
from relaxapp.words.programme import read_programme
from tests.words.english import HEAD, english, library

TEXT = (locations.shipped_scripts() / "README.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = FENCE.findall(TEXT)


def of_kind(kind: str) -> list[str]:
    """The examples between fences of one kind."""
    return [body for found, body in EXAMPLES if found == kind]


def whole(body: str) -> str:
    """A piece of a script as a whole one."""
    return HEAD + (body if body.lstrip().startswith("#") else f"# A section\n{body}")


def test_there_are_examples_of_every_kind() -> None:
    assert {kind for kind, _body in EXAMPLES} == {"markdown", "text", "mistake", "yaml"}


@pytest.mark.parametrize("body", of_kind("markdown"))
def test_whole_practices_have_no_mistakes(body: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("example") / "example.md"
    file.write_text(body, encoding="utf-8")
    assert check_file(file, english()) == ()


@pytest.mark.parametrize("body", of_kind("text"))
def test_pieces_can_be_read_and_name_no_part_of_the_body_unasked(body: str) -> None:
    script, mistakes = read(whole(body), "example.md")
    assert mistakes == ()
    assert script is not None
    assert not [each.message for each in check(script, english()) if "{area" in each.message]


@pytest.mark.parametrize("body", of_kind("mistake"))
def test_mistakes_are_told_as_they_are_shown(body: str) -> None:
    written, told = body.strip().rsplit("\n", 1)
    text = whole(f"{written}\nWords.\n" if written.startswith("#") else written)
    script, mistakes = read(text, "example.md")
    if script is not None:
        mistakes = check(script, english())
    assert any(told in each.message for each in mistakes), [each.message for each in mistakes]


@pytest.mark.parametrize("body", of_kind("yaml"))
def test_the_programme_can_be_read(body: str) -> None:
    programme, mistakes = read_programme(body, library().names())
    assert mistakes == ()
    assert programme is not None
