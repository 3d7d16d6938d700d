"""The few words by which the volume is set before the first practice."""

from relaxapp.practice.short_script import short_script
from relaxapp.translation import _
from relaxapp.words.script import Say, Script

MINUTES = 1


def sound_check() -> Script:
    """A minute of the same short sentences, as loud as a practice."""
    words = (
        _("This is how loud a practice will be."),
        _("Press plus for louder, and minus for quieter."),
        _("When it feels right, press Enter."),
    )
    return short_script("sound-check", _("Sound check"), tuple(map(Say, words)), MINUTES)
