"""A sound of the person's own becomes a background."""

from functools import partial
from typing import TYPE_CHECKING

from textual.worker import WorkerFailed

from relaxapp.errors import FileError, RelaxError
from relaxapp.practice.dropped import path_in
from relaxapp.sound.bed_names import OWN
from relaxapp.translation import _
from relaxapp.ui.screens.settings import SettingsScreen

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.ui.app import RelaxApp


async def take_own_bed(app: "RelaxApp", words: str) -> None:
    """Read the file that `words` name, and lay it under every practice; no words take it away again.

    Where it is no sound that is told, and what was typed stands there again. Raises FileError where the one
    there was can't be deleted.
    """
    kept = app.desk.studio().own_bed
    assert kept is not None
    if not words:
        bed = "" if app.settings.bed == OWN else app.settings.bed
        app.change(own_bed="", bed=bed)
        _delete(kept)
        return
    source = path_in(words)
    try:
        await _listen(app, source, kept)
    except RelaxError as error:
        await app.tell(error)
        if isinstance(app.screen, SettingsScreen):
            app.screen.action_write()
        return
    app.change(own_bed=source.name, bed=OWN)


async def _listen(app: "RelaxApp", source: "Path", kept: "Path") -> None:
    """Take the file away from the screen. Raises FileError."""
    app.notify(_("Listening to {file} ...").format(file=source.name), markup=False)
    reading = app.run_worker(partial(_take, source, kept), thread=True, exit_on_error=False)
    try:
        await reading.wait()
    except WorkerFailed as failed:
        raise failed.error from None
    finally:
        app.call_later(app.clear_notifications)  # after the notice, which may still be on its way


def _take(source: "Path", kept: "Path") -> None:
    from relaxapp.sound import own_bed

    own_bed.take(source, kept)


def _delete(kept: "Path") -> None:
    """Up to 115 MB, which no one hears any more, and which every backup would hold."""
    try:
        kept.unlink(missing_ok=True)
    except OSError as error:
        raise FileError(
            _("{file} can't be deleted now ({reason}).").format(file=kept, reason=error.strerror or error),
            _("It plays no more. Open relaxapp again and take it away once more, or delete it yourself."),
        ) from error
