"""What techniques and obstacles are called by a person."""

from relaxapp.journal.in_words import Labels
from relaxapp.practice.questions import obstacle_words
from relaxapp.translation import _
from relaxapp.words.script import Technique


def technique_words() -> dict[Technique, str]:
    """Each kind of practice as a person reads it, in the order they are listed."""
    return {
        Technique.BREATHING: _("Breathing"),
        Technique.PMR: _("Letting muscles go"),
        Technique.VISUALIZATION: _("A place at ease"),
        Technique.IMAGERY: _("Easing pain"),
        Technique.REFLECTION: _("Thinking it over"),
        Technique.ACTIVITY: _("Doing, and resting"),
        Technique.GROUNDING: _("Coming back"),
    }


def labels() -> Labels:
    """All of them, as pages and screens need them."""
    return Labels({str(key): words for key, words in technique_words().items()}, dict(obstacle_words()))
