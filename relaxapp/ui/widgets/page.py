"""A page that scrolls with what is on it, and leaves all keys to its screen."""

from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll


class Page(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Holds what may be taller than the terminal."""

    BINDINGS: ClassVar[list[BindingType]] = []
