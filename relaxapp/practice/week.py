"""Where the group is in its programme on a day. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from relaxapp.words.programme import Programme, Session

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """The days between two sessions."""

    session: Session | None
    """The last session held; None before the first."""
    of: int
    """How many sessions there are."""
    since: date | None
    """The day of the last session before today; None where there was none yet."""
    following: date | None
    """The day of the next session; None after the last."""


def days_of(programme: Programme, first: date | None) -> tuple[date, ...]:
    """The day of each session; empty where none is known.

    What the facilitator wrote counts; the others follow each other by a week, from `first` on.
    """
    days: list[date] = []
    for session in programme.sessions:
        if session.day is not None:
            days.append(session.day)
        elif days:
            days.append(days[-1] + WEEK)
        elif first is not None:
            days.append(first)
        else:
            return ()
    return tuple(days)


def week(programme: Programme, first: date | None, today: date) -> Week | None:
    """The week that `today` lies in; None where no day of the group is known."""
    days = days_of(programme, first)
    if not days:
        return None
    held = sum(day <= today for day in days)
    return Week(
        programme.sessions[held - 1] if held else None,
        len(days),
        max((day for day in days if day < today), default=None),
        next((day for day in days if day > today), None),
    )


def first_day(last_session: int, weekday: int, today: date) -> date:
    """The day of the first session, told by the last one held (0: none yet) and the weekday of the group."""
    last = today - timedelta(days=(today.weekday() - weekday) % 7)
    if last_session == 0 and last == today:
        return today
    return last - (last_session - 1) * WEEK


def last_group(
    programme: Programme | None, first: date | None, weekday: int | None, today: date
) -> date | None:
    """The day of the last meeting before today, which "since the last group" means everywhere.

    What the programme says counts; where it says nothing yet, the group's day of the week, if it is known.
    """
    found = week(programme, first, today) if programme is not None else None
    if found is not None and found.since is not None:
        return found.since
    if weekday is None:
        return None
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
