"""What of an entry can be changed afterwards, and how it is asked for."""

from dataclasses import fields, replace

from relaxapp.journal.entry import Entry, Kind
from relaxapp.journal.in_words import minutes
from relaxapp.practice import questions
from relaxapp.practice.labels import labels
from relaxapp.practice.questions import Asked, Choices, OpenLine, Scale
from relaxapp.translation import _

READ_OUT = {
    "obstacles": "obstacles_read_out",
    "obstacle_words": "obstacles_read_out",
    "own_way": "own_way_read_out",
}
"""The field that tells whether another may be read out in the group; what is not here never is."""


def own_words() -> OpenLine:
    """What got in the way, in own words; what may be read out of the one may be of the other."""
    return OpenLine(
        "obstacle_words",
        _("What got in the way, in your own words?"),
        _("Or leave it empty. The mark is for these words and for the lines marked before."),
        "obstacles_read_out",
        lines_field="obstacles",
    )


def changeable(entry: Entry) -> tuple[tuple[Asked, str], ...]:
    """Each question whose answer can be changed, with its label, in the order they are listed."""
    asked = {each.field: each for each in (*questions.before(), *questions.after(asleep=False), own_words())}
    asked = {
        name: replace(each, words_field="obstacle_words") if isinstance(each, Choices) else each
        for name, each in asked.items()
    }
    named = _names()
    if entry.kind is Kind.NO_PRACTICE:
        shown = ["obstacles", "obstacle_words", "note"]
    else:
        shown = [name for name in named if name in asked]
    return tuple((asked[name], named[name]) for name in shown)


def by_hand(entry: Entry) -> tuple[tuple[str, str], ...]:
    """What was told of a practice without the app, to be told anew: fields of `Entry` and their labels."""
    if entry.kind is not Kind.WITHOUT_APP:
        return ()
    return (("heard_seconds", _("How long")), ("technique", _("What it was")))


def value_in_words(entry: Entry, field: str) -> str:
    """What a field holds, as a person reads it, and whether they marked that it may be read out."""
    value = _value(entry, field)
    if not value:
        return "–"
    read_out = field in READ_OUT and getattr(entry, READ_OUT[field])
    return _("{words} (may be read out)").format(words=value) if read_out else value


def _value(entry: Entry, field: str) -> str:
    value = getattr(entry, field)
    if field == "obstacles":
        known = labels().obstacles
        return ", ".join(known[each] for each in entry.obstacles)
    if field == "heard_seconds":
        return minutes(entry.minutes)
    if field == "technique":
        return entry.title or labels().techniques.get(entry.technique, "") or _("Something else")
    return "" if value is None else str(value)


def answers_of(entry: Entry) -> dict[str, object]:
    """Every field with what it holds."""
    return {each.name: getattr(entry, each.name) for each in fields(entry)}


def changed(entry: Entry, asked: Asked, answers: dict[str, object]) -> Entry:
    """The entry with what was answered to one question."""
    names = [asked.field]
    if not isinstance(asked, Scale) and asked.read_out_field:
        names.append(asked.read_out_field)
    return replace(entry, **{name: answers[name] for name in names})  # type: ignore[arg-type]


def _names() -> dict[str, str]:
    return {
        "pain_before": _("Pain before"),
        "pain_after": _("Pain after"),
        "tension_before": _("Tension before"),
        "tension_after": _("Tension after"),
        "helpful": _("How helpful"),
        "obstacles": _("In the way"),
        "obstacle_words": _("In the way, my words"),
        "own_way": _("My own way"),
        "side_effects": _("Not wanted"),
        "note": _("Private note"),
    }
