"""A page of words to read, which says by what keys it scrolls."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from relaxapp.translation import _


class TextPage(VerticalScroll):
    """Names its keys where there is more than fits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll_down", _("Scroll"), key_display="↑↓"),
        Binding("pagedown", "page_down", _("Page"), key_display="PgDn"),
    ]

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Nothing scrolls where all of it is in sight."""
        return action not in ("scroll_down", "page_down") or self.max_scroll_y > 0

    def on_resize(self) -> None:
        """More or less of it may be in sight."""
        self.call_after_refresh(self.refresh_bindings)
