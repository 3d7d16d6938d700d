"""YAML is read by the quick reader, and by the exact one where that fails: they say the same."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.words.plain_yaml import List, Map, Node, PlainYamlError, read_yaml

LINES = st.sampled_from(
    [
        "title: x",
        "title: 'it''s'",
        'k: "q: \\u00e9"',
        "lengths: [5, 10]",
        "ask:",
        "  - name: ö",
        "  - {a: b, c: }",
        "c: |",
        "d: >-",
        "   text",
        "a: b #c",
        "a: b: c",
        "- x",
        "? a",
        "[a]: b",
        "h: %x",
        "e: &a",
        "f: *a",
        "g: !t",
        "---",
        "",
    ]
)
SIGNS = st.text("ab:ü -[]{},'\"\n#|>&*!?%…\x00\x85😀~", max_size=40)
TEXTS = SIGNS | st.lists(LINES, max_size=6).map("\n".join)


def said(node: Node | None) -> object:
    """What a node holds, without its places."""
    if isinstance(node, List):
        return [said(item) for item in node.items]
    if isinstance(node, Map):
        return {key.value: said(value) for key, value in node.items}
    return None if node is None else node.value


def exactly(text: str) -> object:
    """What the exact reader reads, or where it finds a mistake."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader")
        return read(text)


def read(text: str) -> object:
    try:
        return said(read_yaml(text))
    except PlainYamlError as error:
        return error.message, error.line, error.column


@given(TEXTS)
def test_what_both_readers_read_is_the_same(text: str) -> None:
    quick, exact = read(text), exactly(text)
    if not isinstance(exact, tuple):  # the quick one reads a little that the exact one doesn't
        assert quick == exact


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title: a: b", (0, 8)),
        ("title: [a,\n b: c", (1, 5)),
        ("ü: *x", (0, 3)),
        ("ü: x\nü: y", (1, 0)),
        ("title: \ud800", (0, 7)),
    ],
)
def test_a_mistake_has_its_place(text: str, place: tuple[int, int]) -> None:
    with pytest.raises(PlainYamlError) as told:
        read_yaml(text)
    assert (told.value.line, told.value.column) == place


def test_a_tab_at_the_end_of_a_line_does_no_harm() -> None:
    assert said(read_yaml("title: A quiet place\t\nbed: rain")) == {"title": "A quiet place", "bed": "rain"}
