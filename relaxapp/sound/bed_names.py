"""The backgrounds by name, in the order they are offered, and as a person reads them."""

from relaxapp.translation import _

BED_NAMES = ("waves", "rain", "stream", "wind", "fireside", "brown-noise", "pink-noise", "none")
"""As scripts and settings write them; the files stand in `audio/beds`."""


def bed_label(name: str) -> str:
    """A background as a person reads it."""
    labels = {
        "waves": _("waves"),
        "rain": _("rain"),
        "stream": _("a stream"),
        "wind": _("wind in trees"),
        "fireside": _("a fireside"),
        "brown-noise": _("a soft, deep rushing"),
        "pink-noise": _("a soft, even rushing"),
        "none": _("silence"),
    }
    return labels.get(name, name)
