"""What all screens share: an app that is known to be relaxapp's."""

from typing import TYPE_CHECKING, cast

from relaxapp.ui.screens.house_screen import HouseScreen, Result

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp


class AppScreen(HouseScreen[Result]):
    """A screen of relaxapp."""

    @property
    def relaxapp(self) -> "RelaxApp":
        """The app this screen belongs to."""
        return cast("RelaxApp", self.app)

    @property
    def shown_part(self) -> object:
        """Which of several things the screen shows, where a key leads from one to the next."""
        return None

    def show_again(self) -> None:
        """Show what was changed elsewhere meanwhile; screens that show settings do."""
