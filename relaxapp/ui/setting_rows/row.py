"""One setting as a line: what it is called, what it is now, and how it is changed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from relaxapp.journal.settings import Settings
from relaxapp.translation import _

if TYPE_CHECKING:
    from relaxapp.ui.app import RelaxApp

T = TypeVar("T")
Change = Callable[[Settings, int], dict[str, object]]
"""What the next value (1) or the one before (-1) would be, as fields of Settings."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A setting that is typed in a line of its own."""

    value: Callable[[Settings], str]
    """What stands in the line at first."""
    keep: Callable[["RelaxApp", str], None]
    """Keeps what was typed. Raises RelaxError, which is shown, where it can't."""
    placeholder: str
    """What the empty line says."""
    longest: int = 40
    """How many characters it may have."""


@dataclass(frozen=True, slots=True)
class Row:
    """One setting."""

    id: str
    """The name of the field, or of what the row opens."""
    label: str
    """What it is called."""
    value: Callable[[Settings], str]
    """The value in words."""
    change: Change | None = None
    """Left and Right, where it steps through values; Enter takes the next one."""
    opens: Callable[["RelaxApp"], str | None] | None = None
    """Enter, where it opens something or is done at once; a sentence it returns is shown below the list."""
    typed: Typed | None = None
    """Enter, where it is typed."""


@dataclass(frozen=True, slots=True)
class Group:
    """Settings under one heading."""

    heading: str
    rows: tuple[Row, ...]


def step(values: tuple[T, ...], now: T, by: int) -> T:
    """The value after `now`, or before it; the list is a ring."""
    at = values.index(now) if now in values else 0
    return values[(at + by) % len(values)]


def percent(value: float) -> str:
    """A share of 1 in words."""
    return _("{percent}%").format(percent=round(value * 100))


def yes_no(value: bool) -> str:
    """A choice of two in words."""
    return _("yes") if value else _("no")


def flag(field: str) -> Change:
    """Left or Right turns it over."""
    return lambda settings, _by: {field: not getattr(settings, field)}


def volume(field: str) -> Change:
    """Left or Right is a tenth."""
    return lambda settings, by: {field: round(min(1.0, max(0.0, getattr(settings, field) + by / 10)), 1)}
