"""What a phase of a breath or a tensing is called: on a screen, and line by line.

The seconds that are left of it stand alone where a word for the phase is one that the person avoids.
"""

from math import ceil

from relaxapp.timing.cues import CueKind
from relaxapp.timing.moment import Moment
from relaxapp.translation import _


def phase_words(moment: Moment) -> str:
    """The phase and the seconds left of it, as a screen shows them; empty outside of phases."""
    words = _shown().get(moment.phase) if moment.phase is not None else None
    if words is None:
        return ""
    left = max(1, ceil(moment.phase_remaining))
    return f"{moment.promises.told(words)}  {left}".lstrip()


def phase_line(moment: Moment) -> str:
    """The phase of a breath and how long it is, as a line that is printed; empty where no breath is paced."""
    words = _printed().get(moment.phase) if moment.phase is not None else None
    if words is None:
        return ""
    left = max(1, round(moment.phase_remaining))
    return moment.promises.told(words.format(seconds=left)) or f"  {left}"


def _shown() -> dict[CueKind, str]:
    return {
        CueKind.INHALE: _("Breathe in"),
        CueKind.HOLD: _("Hold"),
        CueKind.EXHALE: _("Breathe out"),
        CueKind.REST: _("Rest"),
        CueKind.TENSE: _("Lightly tense"),
        CueKind.RELEASE: _("Let go"),
    }


def _printed() -> dict[CueKind, str]:
    return {
        CueKind.INHALE: _("  in, {seconds}"),
        CueKind.HOLD: _("  hold, {seconds}"),
        CueKind.EXHALE: _("  out, {seconds}"),
        CueKind.REST: _("  rest, {seconds}"),
    }
