"""Opening the app."""

import sys
from typing import TYPE_CHECKING, Any

from relaxapp import locations
from relaxapp.errors import RelaxError
from relaxapp.parts import services
from relaxapp.translation import _

if TYPE_CHECKING:
    from relaxapp.practice.services import Services


def open_app() -> None:
    """The app, where there is a terminal for it."""
    if not sys.stdout.isatty() or not sys.stdin.isatty():
        raise RelaxError(
            _("The app needs a terminal."),
            _("Open one and type relaxapp there, or use: relaxapp play paced-breathing --plain"),
        )
    run_app(services())


def run_app(parts: "Services", start_with: tuple[Any, ...] | None = None) -> None:
    """The app on this terminal; what libraries print on standard error goes to the log while it is open.

    Pages that were printed the last time are deleted first.
    """
    from relaxapp.paper.printed import delete_printed
    from relaxapp.sound.quiet_stderr import quiet_stderr
    from relaxapp.ui.app import RelaxApp

    delete_printed(locations.pages())
    app = RelaxApp(parts, start_with)
    locations.private_folder(locations.log_file().parent)
    try:
        with quiet_stderr(locations.log_file()):
            app.run()
    finally:
        app.close()
    if app.crash is not None:
        raise app.crash
