"""A page beside what was understood of it, as lines of text: for a terminal, a screen reader, and the app."""

import re
import unicodedata
from collections.abc import Iterable

from relaxapp.translation import _
from relaxapp.words.adopting.understood import Row
from relaxapp.wrapping import wrapped

NARROWEST = 72
"""Columns from which page and practice stand side by side; in fewer, one below the other."""
_NUMBER = 6
"""Columns for the number of the line."""
_BETWEEN = " | "


def beside(rows: Iterable[Row], width: int) -> list[str]:
    """Every step of the page with its line, what is said and done of it, and what should be known of it."""
    lines: list[str] = []
    for row in rows:
        lines += _side_by_side(row, width) if width >= NARROWEST else _stacked(row, width)
        lines.append("")
    return lines


def in_words(line: str) -> str:
    """A line of the script as a person reads it who doesn't know the format."""
    text = re.sub(r"\{area: [^}]*\}\s*", "", line)
    if text.startswith("# "):
        return _("Part: {heading}").format(heading=text[2:].strip())
    conditions = {"[or]": _("or:"), "[if alert]": _("(to wake)"), "[if asleep]": _("(to sleep)")}
    for mark, words in conditions.items():
        text = text.replace(mark, words)
    return re.sub(r"\[(\w+) ([^\]]*)\]", _done, text)


def _done(match: re.Match[str]) -> str:
    what = match[2].replace("-", _(" to "))
    match match[1]:
        case "pause":
            return _("({seconds} s of silence)").format(seconds=what)
        case "tense":
            return _("(tensed for {seconds} s:)").format(seconds=what)
        case "release":
            return _("(let go for {seconds} s:)").format(seconds=what)
        case "breathe":
            pattern, time = match[2].split(" for ")
            return _("(breathing with the rhythm, {pattern}, for {time})").format(pattern=pattern, time=time)
        case "count":
            numbers, _every, seconds = match[2].partition(" every ")
            return _("(counted: {numbers}, every {seconds} s)").format(numbers=numbers, seconds=seconds)
        case _:
            return _("(a bell)")


def _understood(row: Row) -> list[str]:
    """What a row became, and the remarks on it."""
    said = [in_words(line) for line in row.script]
    if not said and (row.left_out or not row.remarks):
        said = [_("(not said)")]
    elif row.left_out:
        said.append(_("(not said: {words})").format(words=row.left_out))
    return [*said, *(f"* {remark}" for remark in row.remarks)]


def _place(row: Row) -> str:
    return str(row.first_line) if row.first_line else "+"


def _side_by_side(row: Row, width: int) -> list[str]:
    half = (width - _NUMBER - len(_BETWEEN)) // 2
    left = wrapped([row.source], half)
    right = [part for text in _understood(row) for part in wrapped([text], half)]
    lines = []
    for index in range(max(len(left), len(right))):
        number = _place(row) if index == 0 else ""
        page = left[index] if index < len(left) else ""
        practice = right[index] if index < len(right) else ""
        padding = " " * max(0, half - columns(page))
        lines.append(f"{number:>{_NUMBER - 2}}  {page}{padding}{_BETWEEN}{practice}".rstrip())
    return lines


def _stacked(row: Row, width: int) -> list[str]:
    room = max(20, width - _NUMBER)
    lines = [f"{'':{_NUMBER}}{text}" for text in (wrapped([row.source], room) if row.source else ())]
    for text in _understood(row):
        for index, part in enumerate(wrapped([text], room - 3)):
            lines.append(f"{'':{_NUMBER}}{'=> ' if index == 0 else '   '}{part}")
    return [f"{_place(row):>{_NUMBER - 2}}{lines[0][_NUMBER - 2 :]}", *lines[1:]]


def columns(text: str) -> int:
    """How many columns a text takes in a terminal."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)
