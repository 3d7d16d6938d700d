"""The voices as a person reads them."""

from relaxapp.translation import _


def voice_label(name: str) -> str:
    """A voice by its name; empty for the best there is."""
    labels = {
        "festival": _("Festival, a woman's voice"),
        "espeak-ng": _("espeak-ng, clear and plain"),
        "system": _("the system's voice"),
    }
    return labels.get(name, _("the best there is"))
