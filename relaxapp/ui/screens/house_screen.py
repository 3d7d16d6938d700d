"""What every screen of the house shares: what can't be done is told, and the screen goes on."""

from typing import TYPE_CHECKING, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.message import Message
from textual.screen import Screen

from relaxapp.errors import RelaxError

if TYPE_CHECKING:
    from relaxapp.ui.house_app import HouseApp

Result = TypeVar("Result")


class HouseScreen(Screen[Result]):
    """A screen of the app for one person, or of the one for a room."""

    async def _dispatch_message(self, message: Message) -> None:
        """Textual would end with the first error; one that a person can be told of ends nothing."""
        try:
            await super()._dispatch_message(message)
        except RelaxError as error:
            cast("HouseApp", self.app).notice(error)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Once: Textual would take away what lies on top instead, where a key was pressed again meanwhile."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)
