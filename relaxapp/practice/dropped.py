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
            return Path(words[1:-1]).expanduser()
    return Path(re.sub(r"\\([ ()'&\[\]])", r"\1", words)).expanduser()
