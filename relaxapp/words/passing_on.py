"""A script as it is passed on: its words with their blanks, and nothing that a person wrote to themselves."""

import re
from dataclasses import dataclass

from relaxapp.words.inline import without_notes
from relaxapp.words.plain_yaml import List, Map, Node, Text, read_yaml
from relaxapp.words.source import Source
from relaxapp.words.yaml_writing import write_yaml

ORIGIN = ("came_from", "came_from_version")
"""Where a version came from."""


@dataclass(frozen=True, slots=True)
class PassedOn:
    """What is passed on."""

    text: str
    """The script."""
    notes: bool
    """Whether there were notes or comments, which stay behind."""


def passed_on(text: str, *, with_origin: bool) -> PassedOn:
    """A script without its notes and comments; ValueError where the text is none.

    Its front matter is written anew from what was read of it: so a comment can't be taken for a text, nor a
    text for a comment, however either is written. `with_origin`: whether it tells where it came from.
    """
    lines = Source(text.removeprefix("\ufeff")).lines()
    end = next((at for at, line in enumerate(lines) if at and line.text.rstrip() == "---"), None)
    if end is None:
        raise ValueError(text[:80])
    front = "\n".join(line.text for line in lines[1:end])
    root = read_yaml(front)
    if not isinstance(root, Map):
        raise ValueError(front[:80])
    kept = Map(tuple(each for each in root.items if with_origin or each[0].value not in ORIGIN), 0, 0)
    body = without_notes(lines[end + 1 :], lambda _offset, _message: None)
    words = "\n".join(line.text.rstrip() for line in body).strip("\n")
    shared = f"---\n{write_yaml(kept)}---\n{words}\n"
    notes = front.count("#") > _hashes(root) or any("<!--" in line.text for line in lines[end + 1 :])
    return PassedOn(re.sub(r"\n{3,}", "\n\n", shared), notes)


def _hashes(node: Node) -> int:
    """How many # are in the texts themselves; every other begins a comment."""
    match node:
        case Text(value):
            return value.count("#")
        case List(items):
            return sum(map(_hashes, items))
        case Map(pairs):
            return sum(_hashes(key) + _hashes(value) for key, value in pairs)
