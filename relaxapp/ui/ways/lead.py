"""Leading a room from home: the voice and the player are this computer's, nothing else is the person's."""

from typing import TYPE_CHECKING

from relaxapp.led.log import LedLog
from relaxapp.practice.room import RoomParts
from relaxapp.ui.ways.lead_a_room import lead_a_room

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


async def lead(app: "RelaxApp") -> None:
    """Journal, answers and settings stay behind: a room is given none of them."""
    desk, services = app.desk, app.services
    desk.hush()
    parts = RoomParts(
        library=services.library,
        studio=desk.studio,
        player=desk.device,
        silent_player=services.silent_player,
        log=LedLog(services.led_log),
        hand_out_to=services.hand_out_to,
        stay_awake=services.stay_awake,
        now=services.now,
    )
    try:
        await lead_a_room(app, parts)
    finally:
        desk.take(app.settings)
