"""The keys that do something now, on the last line of a screen."""

from typing import Any

from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.keys import REPLACED_KEYS, key_to_character
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static


class KeyLine(Static):
    """Names each key with what it does; a click on one presses it.

    Textual's own Footer is a widget a key, made anew whenever a key comes or goes: a fifth of all that a
    screen costs. This is one widget, and where one line is too short for all keys it takes another.
    """

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[Any]) -> None:
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not (self.is_attached and self.screen.is_current):
            return
        shown: dict[str, ActiveBinding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show and not self._is_typed(active.binding.key):
                shown.setdefault(active.binding.action, active)
        self.update(Content(" ").join(self._named(active) for active in shown.values()))

    def _is_typed(self, key: str) -> bool:
        """Whether a key belongs to the line in which one types."""
        focused, character = self.screen.focused, key_to_character(REPLACED_KEYS.get(key, key))
        return focused is not None and focused.check_consume_key(key, character)

    def _named(self, active: ActiveBinding) -> Content:
        key = f" {self.app.get_key_display(active.binding)} "
        named = Content.assemble((key, "bold $footer-key-foreground"), active.binding.description)
        if not active.enabled:
            return named.stylize("dim")
        return named.stylize(Style.from_meta({"key": active.binding.key}))

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        if key := event.style.meta.get("key"):
            self.app.simulate_key(key)
