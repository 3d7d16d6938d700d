"""What is asked before the first muscle practice."""

from typing import TYPE_CHECKING

from relaxapp.ui.screens.areas import AreasScreen, TensingScreen

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


async def about_muscles(app: "RelaxApp") -> bool:
    """Tense or only let go, then what to leave out; False where the person went back."""
    tense = await app.push_screen_wait(TensingScreen())
    if tense is None:
        return False
    app.change_anyway(release_only=frozenset() if tense else frozenset({"body"}), muscle_question_asked=True)
    await app.push_screen_wait(AreasScreen())
    return True
