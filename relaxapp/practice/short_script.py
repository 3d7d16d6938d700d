"""A script of a few lines that belongs to the program rather than to a file."""

from relaxapp.words.script import (
    Line,
    Paragraph,
    Pause,
    Position,
    Say,
    Scope,
    Script,
    Section,
    Technique,
    Title,
)

_START = Position(1, 1)
_BETWEEN = Pause(1.5, 30)


def short_script(id: str, title: str, says: tuple[Say, ...], minutes: int = 1) -> Script:  # noqa: A002
    """`says` one after the other, within `minutes`."""
    steps = tuple(step for say in says for step in (say, _BETWEEN))
    line = Line(Scope(), steps, _START)
    section = Section((Title(""),), Scope(), False, (Paragraph((line,)),), _START)
    return Script(id, title, Technique.ACTIVITY, (minutes,), (section,))
