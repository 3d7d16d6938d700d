"""What is kept of an error nobody foresaw: where it happened, and nothing personal."""

import traceback

from relaxapp import locations
from relaxapp.translation import _


def keep(error: BaseException) -> str:
    """Append the place of `error` to the log (its message may be personal and is left out); what to tell."""
    places = [
        f"  {frame.filename}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    told = _("Something went wrong that relaxapp did not foresee. Your journal is safe.")
    try:
        log = locations.log_file()
        locations.private_folder(log.parent)
        with log.open("a", encoding="utf-8") as lines:
            print(type(error).__name__, *places, sep="\n", file=lines)
    except OSError:
        return told
    return _("{told} Where it happened is written in {log}.").format(told=told, log=log)
