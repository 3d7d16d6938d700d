"""What a room is told before an exercise begins."""

from collections.abc import Collection
from dataclasses import replace

from relaxapp.translation import _
from relaxapp.words.areas import leaves
from relaxapp.words.script import Line, Paragraph, Pause, Position, Say, Scope, Script, Section, Title

_START = Position(1, 1)


def with_opening(script: Script) -> Script:
    """The practice with two lines before it: any part may be let go by, and eyes may be open or closed."""
    paragraphs = (
        _paragraph((_("Any part of this may simply be let go by."), ())),
        _paragraph(
            (_("Eyes open or eyes closed: one is as good as the other."), ("eyes",)),
            (_("Look around, or at nothing much: one is as good as the other."), ()),
        ),
    )
    opening = Section((Title(_("Welcome")),), Scope(), False, paragraphs, _START)
    return replace(script, sections=(opening, *script.sections))


def opening_in_words(leave_out: Collection[str]) -> str:
    """What those lines say, told to who leads."""
    if leaves(leave_out) & leaves(["eyes"]):
        return _(
            "Said first, to all: any part may simply be let go by. One may look around, or at nothing much."
        )
    return _(
        "Said first, to all: any part may simply be let go by. "
        "Eyes open or eyes closed, one is as good as the other."
    )


def _paragraph(*alternatives: tuple[str, tuple[str, ...]]) -> Paragraph:
    """One sentence in several ways, each with the areas it names."""
    return Paragraph(
        tuple(Line(Scope(areas=areas), (Say(words), Pause(2.5, 5)), _START) for words, areas in alternatives)
    )
