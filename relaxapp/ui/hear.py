"""Lines that were voiced beside a screen, played where it is still there."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relaxapp.sound.player import Source
    from relaxapp.ui.app import RelaxApp
    from relaxapp.ui.screens.editor import EditorScreen
    from relaxapp.ui.screens.personal import PersonalScreen


def hear(app: "RelaxApp", screen: "PersonalScreen | EditorScreen", source: "Source") -> None:
    """Play on behalf of `screen`, which tells why where it can't be; from the app's own thread."""
    trouble = app.desk.play(source) if screen.is_current else ""
    if trouble:
        screen.tell(trouble)
