"""The app for one room: `relaxapp lead`. It knows no person, and opens no journal."""

from typing import TYPE_CHECKING

from textual import work

from relaxapp.errors import RelaxError
from relaxapp.practice.room import RoomChoices, RoomParts
from relaxapp.ui.house_app import HouseApp

if TYPE_CHECKING:
    from relaxapp.words.script import Script


class RoomApp(HouseApp):
    """Leads one exercise, and ends."""

    def __init__(self, parts: RoomParts, script: "Script", choices: RoomChoices) -> None:
        super().__init__()
        self._parts = parts
        self._script = script
        self._choices = choices

    def on_mount(self) -> None:
        """Set out at once."""
        self._lead()

    @work
    async def _lead(self) -> None:
        from relaxapp.ui.ways.lead_a_room import lead_a_room

        try:
            await lead_a_room(self, self._parts, self._script, self._choices)
        except RelaxError as error:
            await self.tell(error)
        self.exit()
