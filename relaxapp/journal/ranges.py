"""Ranges of time as conditions that SQLite answers through an index."""

from datetime import date, datetime, timedelta

from relaxapp.journal.rows import moment_text


def condition(since: date | None, until: date | None) -> tuple[str, list[str]]:
    """The condition for a range of time, and its values.

    Days are compared by the local day; the start, which lies within a day of it, leads through the index.
    """
    conditions = ["TRUE"]
    values: list[str] = []
    day = timedelta(days=1)
    if isinstance(since, datetime):
        conditions.append("started >= ?")
        values.append(moment_text(since))
    elif since is not None:
        conditions.append("started >= ? AND day >= ?")
        values += [(max(since, date.min + day) - day).isoformat(), since.isoformat()]
    if isinstance(until, datetime):
        conditions.append("started < ?")
        values.append(moment_text(until))
    elif until is not None:
        conditions.append("started < ? AND day <= ?")
        values += [(min(until, date.max - 2 * day) + 2 * day).isoformat(), until.isoformat()]
    return " AND ".join(conditions), values
