"""A stretch of time in words."""

from relaxapp.translation import _


def spoken(seconds: float) -> str:
    """A length as a person says it, such as "4 min 20 s"."""
    whole = round(seconds)
    if whole < 60:
        return _("{seconds} s").format(seconds=whole)
    if whole % 60 == 0:
        return _("{minutes} min").format(minutes=whole // 60)
    return _("{minutes} min {seconds} s").format(minutes=whole // 60, seconds=whole % 60)


def plural_of(number: float) -> int:
    """The whole number whose plural is said after `number`: one alone is one, and 1.5 are several."""
    return int(number) if float(number).is_integer() else 2
