"""What is kept of an error nobody foresaw: where it happened, and nothing personal."""

import os
import traceback
from collections.abc import Iterator

from relaxapp import locations
from relaxapp.translation import _


def keep(error: BaseException) -> str:
    """Append the place of `error` to the log (its message may be personal and is left out); what to tell."""
    told = _("Something went wrong that relaxapp did not foresee. Your journal is safe.")
    try:
        log = locations.log_file()
        locations.private_folder(log.parent)
        opened = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(opened, "a", encoding="utf-8") as lines:
            for each in _from_outside_in(error):
                print(type(each).__name__, *_places(each), sep="\n", file=lines)
    except Exception:  # noqa: BLE001  what is told of an error must not fail on another one
        return told
    return _("{told} Where it happened is written in {log}.").format(told=told, log=log)


def _from_outside_in(error: BaseException | None) -> Iterator[BaseException]:
    """The error, and what lies behind it: Textual's worker hands on what failed as its `error`."""
    told: list[BaseException] = []
    while isinstance(error, BaseException) and error not in told:
        told.append(error)
        yield error
        error = getattr(error, "error", None) or error.__cause__ or error.__context__


def _places(error: BaseException) -> list[str]:
    return [
        f"  {frame.filename}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
