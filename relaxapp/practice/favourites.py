"""Practices that a person marked, to find them again."""

from relaxapp.journal.settings import Settings
from relaxapp.translation import _


def turned(settings: Settings, name: str) -> frozenset[str]:
    """The favourites once this one is marked, or, where it was, no longer."""
    return settings.favourites ^ {name}


def with_mark(title: str, favourite: bool) -> str:
    """A title with the mark and the word of a favourite, where it is one."""
    return _("{title}  * favourite").format(title=title) if favourite else title
