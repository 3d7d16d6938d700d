"""A script made from another: the same text under a title of its own, which remembers where it came from."""

import hashlib
import json
import re
from collections.abc import Mapping

from relaxapp.words.plain_yaml import Map, PlainYamlError, read_yaml
from relaxapp.words.yaml_writing import write_yaml

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)^---[ \t]*$", re.MULTILINE | re.DOTALL)


def fingerprint(text: str) -> str:
    """Sixteen letters that tell one text from another; line ends and white space at the ends don't count."""
    lines = (line.rstrip() for line in text.removeprefix("\ufeff").strip().splitlines())
    return hashlib.sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()[:16]


def variation_of(text: str, script_id: str, title: str) -> str:
    """The text of a variation of a script, before anything in it is changed."""
    return with_front_matter(
        text,
        {"title": title, "came_from": script_id, "came_from_version": fingerprint(text)},
    )


def with_front_matter(text: str, values: Mapping[str, str]) -> str:
    """The text with these values in its front matter, the rest of it as it was, comments too.

    A text without front matter that can be read is given back as it is.
    """
    text = text.replace("\r\n", "\n")
    match = _FRONT.match(text)
    if match is None:
        return text
    lines = match[1].split("\n")[:-1]
    for key, value in values.items():
        lines = _with_value(lines, key, value)
    return text[: match.start(1)] + "".join(f"{line}\n" for line in lines) + text[match.end(1) :]


def _with_value(lines: list[str], key: str, value: str) -> list[str]:
    try:
        root = read_yaml("\n".join(lines))
    except PlainYamlError:
        return lines
    written = f"{key}: {_as_yaml(value)}"
    if not isinstance(root, Map):
        return [*lines, written]
    if root.items and lines[root.line].lstrip().startswith("{"):  # one in braces has no lines to change
        lines = write_yaml(root).splitlines()
        return _with_value(lines, key, value)
    starts = [name.line for name, _node in root.items]
    for index, (name, _node) in enumerate(root.items):
        if name.value == key:
            first = starts[index]
            following = starts[index + 1] if index + 1 < len(starts) else len(lines)
            last = following
            while last > first + 1 and re.match(r"\s*(#|$)", lines[last - 1]):
                last -= 1  # a comment belongs to what follows it
            return [*lines[:first], written, *lines[last:]]
    return [*lines, written]


def _as_yaml(value: str) -> str:
    """A text on one line, in quotation marks where YAML would take it for something else."""
    value = " ".join(value.split())
    if re.fullmatch(r"[^\W_][\w' -]*", value) and not value.endswith(" "):
        return value
    return json.dumps(value, ensure_ascii=False)
