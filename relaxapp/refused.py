"""What the system refuses where nobody looked for it beforehand, told in plain words."""

from relaxapp.translation import _


def told(error: OSError) -> str:
    """Which file, where the system names it, why, and what to do next."""
    reason = error.strerror or error
    if error.filename is None:
        return _(
            "Something could not be read or written ({reason}). Check that there is room, also where the "
            "output goes; then try again."
        ).format(reason=reason)
    return _(
        "{file} can't be used ({reason}). Check its name, that you may use it and its folder, and that "
        "there is room; then try again."
    ).format(file=error.filename, reason=reason)
