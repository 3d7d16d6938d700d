"""The path in what a person typed, or what a terminal types for a file that is dropped on it."""

import re
from pathlib import Path
from urllib.parse import unquote


def path_in(words: str) -> Path:
    """The path, without the quotation marks, backslashes or `file://` that terminals put around it."""
    words = words.strip()
    if words.startswith("file://"):
        return Path(unquote(words.removeprefix("file://")))
    for mark in "'\"":
        if len(words) > 1 and words[0] == words[-1] == mark:
            return _at_home(words[1:-1])
    return _at_home(re.sub(r"\\([ ()'&\[\]])", r"\1", words))


def _at_home(words: str) -> Path:
    """The path with `~` for the person's folder; where it names someone who is not known here, as it is."""
    try:
        return Path(words).expanduser()
    except RuntimeError:
        return Path(words)
