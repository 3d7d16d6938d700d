"""The journal in words, a line an entry."""

from relaxapp.journal.entry import Ended, Entry, Kind
from relaxapp.journal.in_words import Labels, minutes
from relaxapp.journal.times import local_time
from relaxapp.translation import _


def line(entry: Entry, labels: Labels) -> str:
    """One entry on one line, as it is read aloud."""
    parts = [_when(entry), entry.title or _kind(entry), _time(entry)]
    if entry.kind is Kind.PRACTICE:
        parts.append(_ended(entry))
    if entry.entered_later and entry.kind is not Kind.NO_PRACTICE:
        parts.append(_("written down later"))
    told = ", ".join(part for part in parts if part)
    more = f"{_ratings(entry)} {_in_the_way(entry, labels)}".strip()
    return _("{practice}. {ratings}").format(practice=told, ratings=more).strip()


def _when(entry: Entry) -> str:
    """The day, and the hour where the machine stamped it: of what was written down later it isn't known."""
    moment = local_time(entry)
    return f"{moment:%a %d %b %Y}" if entry.entered_later else f"{moment:%a %d %b %Y, %H:%M}"


def _kind(entry: Entry) -> str:
    return {
        Kind.PRACTICE: _("a practice"),
        Kind.WITHOUT_APP: _("practised without the app"),
        Kind.NO_PRACTICE: _("no practice"),
    }[entry.kind]


def _time(entry: Entry) -> str:
    if entry.kind is Kind.NO_PRACTICE:
        return ""
    return minutes(entry.minutes)


def _ended(entry: Entry) -> str:
    return {
        Ended.COMPLETED: _("finished"),
        Ended.STOPPED: _("ended early"),
        Ended.RUNNING: _("still going on"),
    }[entry.ended]


def _ratings(entry: Entry) -> str:
    return " ".join(
        told
        for told in (
            _change(_("Pain {before} to {after}."), _("Pain {number}."), entry.pain_before, entry.pain_after),
            _change(
                _("Tension {before} to {after}."),
                _("Tension {number}."),
                entry.tension_before,
                entry.tension_after,
            ),
        )
        if told
    )


def _in_the_way(entry: Entry, labels: Labels) -> str:
    """What got in the way, by its names and in the person's own words."""
    named = [labels.obstacles.get(each, each.value) for each in entry.obstacles]
    own = " ".join(entry.obstacle_words.split()).rstrip(".")
    told = ", ".join(filter(None, [*named, own]))
    return _("In the way: {obstacles}.").format(obstacles=told) if told else ""


def _change(both: str, one: str, before: int | None, after: int | None) -> str:
    if before is not None and after is not None:
        return both.format(before=before, after=after)
    number = before if before is not None else after
    return "" if number is None else one.format(number=number)
