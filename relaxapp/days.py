"""Days as they are told, in every language by its own names of days and months, and without a zero before."""

from datetime import date


def short_day(day: date) -> str:
    """A day of a range whose year is told elsewhere."""
    return f"{day.day} {day:%b}"


def weekday_and_day(day: date) -> str:
    """A day of the last weeks."""
    return f"{day:%a} {day.day} {day:%b}"


def long_day(day: date) -> str:
    """A day, with its year."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"
