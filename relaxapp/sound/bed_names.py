"""The backgrounds by name, in the order they are offered, and as a person reads them."""

from relaxapp.translation import _

BED_NAMES = ("waves", "rain", "stream", "wind", "fireside", "brown-noise", "pink-noise", "none")
"""As scripts and settings write them; the files stand in `audio/beds`."""
OWN = "own"
"""The bed that the person brought along."""


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
        OWN: _("my own sound"),
    }
    return labels.get(name, name)
