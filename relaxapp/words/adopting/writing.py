"""What was understood, as the text of a script."""

import json

from relaxapp.translation import _
from relaxapp.words.adopting.understood import Row, Understood

LONGEST_NOTE = 300
"""Characters of one note in the script."""


def script_text(understood: Understood, title: str, lengths: tuple[int, ...]) -> str:
    """The whole script; what was left out stands in it as notes, which are never spoken."""
    minutes = ", ".join(str(length) for length in lengths)
    front = [
        "---",
        f"title: {json.dumps(title, ensure_ascii=False)}",
        f"technique: {understood.technique}",
        f"lengths: [{minutes}]",
        "---",
    ]
    return "\n".join([*front, *_body(understood.rows)]) + "\n"


def _body(rows: tuple[Row, ...]) -> list[str]:
    lines: list[str] = []
    for row in rows:
        if row.left_out:
            lines += ["", _note(row)]
        for line in row.script:
            follows_heading = bool(lines) and lines[-1].startswith("# ")
            if line.startswith("#") or not (follows_heading or line.startswith("[or]")):
                lines.append("")
            lines.append(line)
    return lines[1:] if lines and not lines[0] else lines


def _note(row: Row) -> str:
    words = row.left_out if len(row.left_out) <= LONGEST_NOTE else row.left_out[:LONGEST_NOTE] + "…"
    words = (
        "".join(char for char in words if char.isprintable())
        .replace("--", "–")
        .replace("-->", "")
        .replace("<!", "")
    )
    return (
        "<!-- "
        + _("line {line}, not said: {words}").format(line=row.first_line, words=words.strip(" -<>"))
        + " -->"
    )
