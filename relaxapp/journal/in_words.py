"""Figures of the journal as plain sentences. A rating that rose is told as calmly as one that fell."""

from collections.abc import Mapping
from dataclasses import dataclass

from relaxapp.journal.entry import Obstacle
from relaxapp.journal.figures import BeforeAfter, Middle, Summary, Technique
from relaxapp.translation import _, ngettext


@dataclass(frozen=True, slots=True)
class Labels:
    """What things are called by a person, which the journal keeps under fixed names."""

    techniques: Mapping[str, str]
    """Each technique."""
    obstacles: Mapping[Obstacle, str]
    """Each obstacle."""


def number(value: float) -> str:
    """A median: a whole number, or one that lies half way."""
    return f"{value:.1f}".removesuffix(".0")


def minutes(count: int) -> str:
    """A length of time."""
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)


def times(count: int) -> str:
    """How often."""
    return ngettext("once", "{count} times", count).format(count=count)


def days_of(days: int, of: int) -> str:
    """On how many days of a range something was practised."""
    if not days:
        return _("Days and minutes")
    return ngettext("Practised on {days} of {of} days", "Practised on {days} of {of} days", days).format(
        days=days, of=of
    )


def practices(summary: Summary) -> tuple[str, ...]:
    """How much was practised, and how it came to be written down."""
    if not summary.practices:
        return (_("No practice was written down in these days."),)
    told = [
        ngettext("{minutes}, {count} practice.", "{minutes}, {count} practices.", summary.practices).format(
            minutes=minutes(summary.minutes), count=summary.practices
        )
    ]
    if summary.without_app:
        told.append(
            ngettext("{count} was without the app.", "{count} were without the app.", summary.without_app)
        )
        told[-1] = told[-1].format(count=summary.without_app)
    if summary.entered_later:
        told.append(
            ngettext(
                "{count} was written down later.", "{count} were written down later.", summary.entered_later
            )
        )
        told[-1] = told[-1].format(count=summary.entered_later)
    return tuple(told)


def pain(both: BeforeAfter) -> str:
    """Pain before and after."""
    return ngettext(
        "Pain: {before} before, {after} after (rated once)",
        "Pain: {before} before, {after} after (median of {n})",
        both.n,
    ).format(before=number(both.before), after=number(both.after), n=both.n)


def tension(both: BeforeAfter) -> str:
    """Tension before and after."""
    return ngettext(
        "Tension: {before} before, {after} after (rated once)",
        "Tension: {before} before, {after} after (median of {n})",
        both.n,
    ).format(before=number(both.before), after=number(both.after), n=both.n)


def technique(found: Technique, labels: Labels) -> str:
    """What was practised by one technique, and what came of it."""
    name = labels.techniques.get(found.name, found.name) or _("Other")
    told = [
        _("{technique}: {times}, {minutes}.").format(
            technique=name, times=times(found.practices), minutes=minutes(found.minutes)
        ),
        *what_helped(found),
    ]
    return " ".join(told)


def what_helped(found: Technique) -> tuple[str, ...]:
    """The median change of each scale and how helpful it was, a sentence each; only what was rated."""
    told = []
    if found.pain is not None:
        told.append(_pain_changed(found.pain))
    if found.tension is not None:
        told.append(_tension_changed(found.tension))
    if found.helpful is not None:
        told.append(_helpful(found.helpful))
    return tuple(told)


def _pain_changed(both: BeforeAfter) -> str:
    if both.change == 0:
        template = ngettext("Pain unchanged (rated once).", "Pain unchanged (median of {n}).", both.n)
    elif both.change < 0:
        template = ngettext("Pain {by} lower (rated once).", "Pain {by} lower (median of {n}).", both.n)
    else:
        template = ngettext("Pain {by} higher (rated once).", "Pain {by} higher (median of {n}).", both.n)
    return template.format(by=number(abs(both.change)), n=both.n)


def _tension_changed(both: BeforeAfter) -> str:
    if both.change == 0:
        template = ngettext("Tension unchanged (rated once).", "Tension unchanged (median of {n}).", both.n)
    elif both.change < 0:
        template = ngettext("Tension {by} lower (rated once).", "Tension {by} lower (median of {n}).", both.n)
    else:
        template = ngettext(
            "Tension {by} higher (rated once).", "Tension {by} higher (median of {n}).", both.n
        )
    return template.format(by=number(abs(both.change)), n=both.n)


def _helpful(middle: Middle) -> str:
    return ngettext(
        "Helpful: {value} of 10 (rated once).", "Helpful: {value} of 10 (median of {n}).", middle.n
    ).format(value=number(middle.value), n=middle.n)


def obstacles(summary: Summary, labels: Labels) -> str:
    """What got in the way and how often, in one line; empty where nothing did."""
    return ", ".join(
        _("{obstacle} ({count})").format(obstacle=labels.obstacles.get(each, each.value), count=count)
        for each, count in summary.obstacles
    )


def ended_early(summary: Summary) -> str:
    """How many practices ended early, which is never a failure."""
    if not summary.stopped:
        return _("None of them.")
    return _("{count} of {of} practices.").format(count=summary.stopped, of=summary.practices)
