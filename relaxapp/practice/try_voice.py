"""Two sentences by which a voice is judged."""

from relaxapp.practice.short_script import short_script
from relaxapp.translation import _
from relaxapp.words.script import Manner, Say, Script


def sentences() -> tuple[Say, Say]:
    """One as it is said in most practices, one as muscles are let go."""
    return (
        Say(_("Let your body settle, just as it is, and let the breath come and go.")),
        Say(_("And let your hands be loose, and warm, and heavy."), Manner.RELEASE),
    )


def try_voice() -> Script:
    """Both."""
    return short_script("try-voice", _("A voice to try"), sentences())
