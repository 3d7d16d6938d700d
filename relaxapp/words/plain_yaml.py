"""YAML as far as a person writes it by hand: texts, lists and mappings, each with its place. Nothing else.

Aliases, anchors, tags, keys that stand twice and deep nesting are refused, so that no file can grow when it
is read. Every scalar is text; who reads it decides what it means (so that `no` stays the word it is).
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.translation import _
from relaxapp.words.source import forbidden_in

if TYPE_CHECKING:
    import yaml

DEEPEST = 8
"""How many lists and mappings may lie inside one another."""


class PlainYamlError(ValueError):
    """The text isn't YAML of the plain kind."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message = message
        """What is wrong, as a sentence without its full stop."""
        self.line = line
        """Counted from 0."""
        self.column = column
        """Counted from 0, in characters."""


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar."""

    value: str
    """Its characters."""
    line: int
    """Counted from 0."""
    column: int
    """Counted from 0."""


@dataclass(frozen=True, slots=True)
class List:
    """A sequence."""

    items: tuple["Node", ...]
    """In order."""
    line: int
    """Counted from 0."""
    column: int
    """Counted from 0."""


@dataclass(frozen=True, slots=True)
class Map:
    """A mapping."""

    items: tuple[tuple[Text, "Node"], ...]
    """Keys and values in order, no key twice."""
    line: int
    """Counted from 0."""
    column: int
    """Counted from 0."""

    def get(self, key: str) -> "Node | None":
        """The value of `key`, or None where it isn't there."""
        return next((value for name, value in self.items if name.value == key), None)


Node = Text | List | Map


def read_yaml(text: str) -> Node | None:
    """The one document in `text`, or None where there is nothing; PlainYamlError where it isn't plain YAML.

    The C reader takes a tenth of the time; the other one, where something is wrong, tells more exactly where.
    """
    import yaml

    if hasattr(yaml, "CSafeLoader"):
        with suppress(PlainYamlError, UnicodeEncodeError):
            return _read(text, yaml.CSafeLoader)
    return _read(text, yaml.SafeLoader)


def _read(text: str, loader: "type[yaml.CSafeLoader | yaml.SafeLoader]") -> Node | None:
    import yaml

    try:
        return _document(yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise PlainYamlError(
            _("this can't be read; put quotation marks around text that holds a colon or a bracket"),
            mark.line if mark else 0,
            mark.column if mark else 0,
        ) from error
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        raise PlainYamlError(
            _("this holds a character that can't be read"),
            before.count("\n"),
            error.position - (before.rfind("\n") + 1),
        ) from error


def _document(events: "Iterator[yaml.Event]") -> Node | None:
    import yaml

    root: Node | None = None
    reading = _Reading(events)
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise _refusal(event, _("only one document may stand here"))
        if isinstance(event, yaml.NodeEvent):
            root = reading.node(event, 0)
    return root


class _Reading:
    """Events in, nodes out."""

    def __init__(self, events: "Iterator[yaml.Event]") -> None:
        self.events = events

    def node(self, event: "yaml.NodeEvent", depth: int) -> Node:
        import yaml

        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise _refusal(event, _("& and * have no meaning here; put quotation marks around the text"))
        assert isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
        line, column = _place(event)
        if event.tag is not None:
            raise _refusal(event, _("! has no meaning here; put quotation marks around the text"))
        if isinstance(event, yaml.ScalarEvent):
            hidden = forbidden_in(event.value)
            if hidden:
                name = f"U+{ord(event.value[hidden[0]]):04X}"
                raise _refusal(event, _("the character {name} can't be read").format(name=name))
            return Text(event.value, line, column)
        if depth == DEEPEST:
            raise _refusal(event, _("this lies too deep inside lists and mappings"))
        if isinstance(event, yaml.SequenceStartEvent):
            return List(tuple(self._nodes(depth + 1)), line, column)
        return Map(tuple(self._pairs(depth + 1)), line, column)

    def _nodes(self, depth: int) -> "Iterator[Node]":
        import yaml

        for event in self.events:
            if isinstance(event, yaml.CollectionEndEvent):
                return
            assert isinstance(event, yaml.NodeEvent)
            yield self.node(event, depth)

    def _pairs(self, depth: int) -> Iterator[tuple[Text, Node]]:
        seen = set()
        nodes = self._nodes(depth)
        for key in nodes:
            if not isinstance(key, Text):
                raise PlainYamlError(_("a name must stand before the colon"), key.line, key.column)
            if key.value in seen:
                message = _("'{name}' stands here twice").format(name=key.value)
                raise PlainYamlError(message, key.line, key.column)
            seen.add(key.value)
            yield key, next(nodes)


def _refusal(event: "yaml.Event", message: str) -> PlainYamlError:
    return PlainYamlError(message, *_place(event))


def _place(event: "yaml.Event") -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)
