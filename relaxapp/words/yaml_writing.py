"""Plain YAML written anew from what was read of it, so that nothing but its values is in it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relaxapp.words.plain_yaml import List, Map, Node, Text

if TYPE_CHECKING:
    import yaml

WIDEST = 100
"""Characters of a list that is written on one line."""
NEVER_FOLDED = 1_000_000
"""Columns: a text stays on its line, however long it is."""


def write_yaml(root: Map) -> str:
    """The mapping in lines, each closed by a line end; white space in texts is made single.

    It can be read back by `read_yaml`, and no line of it is `---`.
    """
    import yaml

    return str(yaml.emit(_document(root), allow_unicode=True, width=NEVER_FOLDED))


def _document(root: Map) -> "Iterator[yaml.Event]":
    import yaml

    yield yaml.StreamStartEvent()
    yield yaml.DocumentStartEvent(explicit=False)
    yield from _events(root)
    yield yaml.DocumentEndEvent(explicit=False)
    yield yaml.StreamEndEvent()


def _events(node: Node) -> "Iterator[yaml.Event]":
    import yaml

    if isinstance(node, Text):
        yield yaml.ScalarEvent(None, None, (True, True), " ".join(node.value.split()))
    elif isinstance(node, List):
        yield yaml.SequenceStartEvent(None, None, True, flow_style=_fits_a_line(node))
        for item in node.items:
            yield from _events(item)
        yield yaml.SequenceEndEvent()
    else:
        yield yaml.MappingStartEvent(None, None, True, flow_style=not node.items)
        for key, value in node.items:
            yield from _events(key)
            yield from _events(value)
        yield yaml.MappingEndEvent()


def _fits_a_line(node: List) -> bool:
    texts = [item.value for item in node.items if isinstance(item, Text)]
    return len(texts) == len(node.items) and sum(map(len, texts)) + 2 * len(texts) <= WIDEST
