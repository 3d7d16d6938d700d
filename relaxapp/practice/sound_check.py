"""The few words by which the volume is set before the first practice."""

from relaxapp.translation import _
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

MINUTES = 1
_START = Position(1, 1)


def sound_check() -> Script:
    """A minute of the same short sentences, as loud as a practice."""
    words = (
        _("This is how loud a practice will be."),
        _("Press plus for louder, and minus for quieter."),
        _("When it feels right, press Enter."),
    )
    steps = tuple(step for text in words for step in (Say(text), Pause(1.5, 30)))
    line = Line(Scope(), steps, _START)
    section = Section((Title(""),), Scope(), False, (Paragraph((line,)),), _START)
    return Script("sound-check", _("Sound check"), Technique.ACTIVITY, (MINUTES,), (section,))
