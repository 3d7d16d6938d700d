"""The programme of a group: its sessions in order, what each teaches and what to practise after it.

A facilitator writes it as YAML (`scripts/en/programme.yaml`); another order, number of sessions or dates is a
change of that one file.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from relaxapp.translation import _
from relaxapp.words.front_matter import MOST_SESSIONS
from relaxapp.words.mistake import Mistake, nearest
from relaxapp.words.plain_yaml import List, Map, Node, PlainYamlError, Text, read_yaml
from relaxapp.words.script import Position

PROGRAMME_KEYS = ("title", "dose", "sessions")
SESSION_KEYS = ("title", "aim", "practices", "dose", "date")
LONGEST_TEXT = 400


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting of the group."""

    number: int
    """Counted from 1."""
    title: str
    """What it is called."""
    aim: str
    """What it is for, in one sentence."""
    practices: tuple[str, ...]
    """The ids of the practices for the days after it."""
    dose: str
    """How much is suggested."""
    day: date | None = None
    """When it is held, where the facilitator wrote it; otherwise a week after the one before."""


@dataclass(frozen=True, slots=True)
class Programme:
    """The sessions of a group, in order."""

    title: str
    """What the group is called."""
    sessions: tuple[Session, ...]
    """At least one."""


def read_programme(text: str, practices: Collection[str]) -> tuple[Programme | None, tuple[Mistake, ...]]:
    """The programme written in `text`, or None and its mistakes. `practices`: the ids of those there are."""
    reader = _Reader(practices)
    try:
        root = read_yaml(text)
    except PlainYamlError as error:
        return None, (Mistake(Position(error.line + 1, error.column + 1), error.message),)
    programme = reader.programme(root)
    mistakes = tuple(sorted(reader.mistakes, key=lambda each: (each.position.line, each.position.column)))
    return (None if mistakes else programme), mistakes


class _Reader:
    def __init__(self, practices: Collection[str]) -> None:
        self.mistakes: list[Mistake] = []
        self._practices = practices

    def programme(self, root: Node | None) -> Programme | None:
        """The whole file."""
        if not isinstance(root, Map):
            self._wrong(root, _("a programme has a title, and sessions"))
            return None
        self._keys(root, PROGRAMME_KEYS)
        title, dose = self._text(root, "title", needed=True), self._text(root, "dose")
        node = root.get("sessions")
        if not isinstance(node, List) or not node.items:
            self._wrong(node or root, _("sessions is a list with at least one session"))
            return None
        if len(node.items) > MOST_SESSIONS:
            self._wrong(node, _("a programme has at most {most} sessions").format(most=MOST_SESSIONS))
            return None
        sessions = tuple(self._sessions(node, dose))
        self._in_order(node, sessions)
        return Programme(title, sessions)

    def _sessions(self, node: List, dose: str) -> Iterator[Session]:
        for number, item in enumerate(node.items, 1):
            if not isinstance(item, Map):
                self._wrong(item, _("a session has a title, an aim and practices"))
                continue
            self._keys(item, SESSION_KEYS)
            yield Session(
                number,
                self._text(item, "title", needed=True),
                self._text(item, "aim"),
                tuple(self._names(item.get("practices"))),
                self._text(item, "dose") or dose,
                self._date(item.get("date")),
            )

    def _names(self, node: Node | None) -> Iterator[str]:
        if node is None:
            return
        if not isinstance(node, List):
            self._wrong(node, _("practices is a list of names, such as [paced-breathing]"))
            return
        for item in node.items:
            name = item.value if isinstance(item, Text) else ""
            if name in self._practices:
                yield name
                continue
            near = nearest(name, self._practices)
            if near:
                self._wrong(
                    item,
                    _("there is no practice '{name}'; the nearest is '{near}'").format(name=name, near=near),
                )
            else:
                self._wrong(item, _("there is no practice '{name}'").format(name=name))

    def _date(self, node: Node | None) -> date | None:
        if node is None:
            return None
        try:
            return date.fromisoformat(node.value if isinstance(node, Text) else "")
        except ValueError:
            self._wrong(node, _("a date is written year-month-day, such as 2026-11-03"))
            return None

    def _in_order(self, node: List, sessions: tuple[Session, ...]) -> None:
        days = [session.day for session in sessions if session.day is not None]
        if days != sorted(set(days)):
            self._wrong(node, _("the dates of the sessions follow each other"))

    def _text(self, mapping: Map, key: str, *, needed: bool = False) -> str:
        node = mapping.get(key)
        if node is None:
            if needed:
                self._wrong(mapping, _("'{key}' is missing").format(key=key))
            return ""
        if not isinstance(node, Text) or len(node.value) > LONGEST_TEXT:
            self._wrong(node, _("'{key}' is one short text").format(key=key))
            return ""
        return " ".join(node.value.split())

    def _keys(self, mapping: Map, known: tuple[str, ...]) -> None:
        for key, _node in mapping.items:
            if key.value in known:
                continue
            near = nearest(key.value, known)
            if near:
                message = _("there is no '{key}' here; the nearest is '{near}'")
                self._wrong(key, message.format(key=key.value, near=near))
            else:
                self._wrong(key, _("there is no '{key}' here").format(key=key.value))

    def _wrong(self, node: Node | None, message: str) -> None:
        line, column = (node.line, node.column) if node is not None else (0, 0)
        self.mistakes.append(Mistake(Position(line + 1, column + 1), message))
