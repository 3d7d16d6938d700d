"""The front matter of a script: its title, its lengths, and what it asks the person."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from relaxapp.translation import _
from relaxapp.words.mistake import Mistake, nearest
from relaxapp.words.plain_yaml import List, Map, Node, PlainYamlError, Text, read_yaml
from relaxapp.words.script import BUILT_IN_CONDITIONS, Position, Question, Technique

KEYS = (
    "title",
    "technique",
    "session",
    "summary",
    "lengths",
    "bed",
    "language",
    "cautions",
    "ask",
    "write",
    "came_from",
    "came_from_version",
)
"""What may stand in front matter."""

QUESTION_KEYS = ("question", "suggestions", "default", "optional", "about_pain")
"""What may stand under a blank in `ask`."""

CUE_WORD = "cue_word"
"""The blank that every script may use without asking for it."""

RESERVED = frozenset({"area", "from", "under", "heart", "or", "if", "not"}) | BUILT_IN_CONDITIONS
"""Names that can't be blanks, since they mean something else in a script."""

BLANK_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
"""How a blank may be named."""

MOST_SESSIONS = 60
"""Of the programme of a group."""
LONGEST_PRACTICE = 90
"""Minutes."""
MOST_QUESTIONS = 20
MOST_SUGGESTIONS = 5
"""As many choices as are shown at a time."""
LONGEST_LINE = 120
"""Characters of what is asked about a line to write: it is read at a glance."""
MOST_LENGTHS = 10
LONGEST_TEXT = 300
"""Characters of any text in front matter."""


@dataclass(slots=True)
class FrontMatter:
    """What front matter says; what is missing or wrong keeps a default, so that the rest can be read too."""

    title: str = ""
    technique: Technique = Technique.VISUALIZATION
    lengths: tuple[int, ...] = ()
    session: int | None = None
    summary: str = ""
    bed: str = "none"
    language: str = "en"
    cautions: tuple[str, ...] = ()
    write: str = ""
    came_from: str = ""
    came_from_version: str = ""
    questions: tuple[Question, ...] = ()
    blanks: frozenset[str] | None = frozenset({CUE_WORD})
    """The blanks that may be used; None where it can't be known, since the front matter can't be read."""
    mistakes: list[Mistake] = field(default_factory=list)


def front_matter(text: str, first_line: int) -> FrontMatter:
    """Read the text between the `---` lines; it begins on line `first_line` of its file."""
    return _Reader(first_line).read(text)


class _Reader:
    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.found = FrontMatter()

    def read(self, text: str) -> FrontMatter:
        try:
            root = read_yaml(text)
        except PlainYamlError as error:
            self._mistake_at(error.line, error.column, error.message)
            self.found.blanks = None
            return self.found
        if root is None:
            root = Map((), 0, 0)
        if not isinstance(root, Map):
            self._mistake(root, _("front matter is made of lines such as title: A quiet place"))
            self.found.blanks = None
            return self.found
        self._keys(root, KEYS)
        self._texts(root)
        self._technique(root)
        self._session(root)
        self._lengths(root)
        self._cautions(root.get("cautions"))
        self._questions(root.get("ask"))
        return self.found

    def _mistake_at(self, line: int, column: int, message: str) -> None:
        self.found.mistakes.append(Mistake(Position(self.first_line + line, column + 1), message))

    def _mistake(self, node: Node, message: str) -> None:
        self._mistake_at(node.line, node.column, message)

    def _keys(self, mapping: Map, known: Iterable[str]) -> None:
        for key, _value in mapping.items:
            if key.value in known:
                continue
            near = nearest(key.value, known)
            if near:
                message = _("there is no '{name}' here; the nearest is '{near}'").format(
                    name=key.value[:40], near=near
                )
            else:
                message = _("there is no '{name}' here; what may stand here is {known}").format(
                    name=key.value[:40], known=", ".join(known)
                )
            self._mistake(key, message)

    def _text(self, node: Node | None, what: str, most: int = LONGEST_TEXT) -> str:
        if node is None:
            return ""
        if not isinstance(node, Text):
            self._mistake(node, _("'{name}' is one text").format(name=what))
            return ""
        text = " ".join(node.value.split())
        if len(text) > most:
            self._mistake(
                node, _("'{name}' is too long: at most {most} characters").format(name=what, most=most)
            )
            return ""
        return text

    def _texts(self, root: Map) -> None:
        self.found.title = self._text(root.get("title"), "title", 100)
        if not self.found.title:
            self._mistake(root.get("title") or root, _("a title is missing: title: A quiet place"))
        self.found.summary = self._text(root.get("summary"), "summary")
        self.found.write = self._text(root.get("write"), "write", LONGEST_LINE)
        self.found.came_from = self._name(root, "came_from", "")
        self.found.came_from_version = self._name(root, "came_from_version", "")
        self.found.bed = self._name(root, "bed", "none")
        language = self._text(root.get("language"), "language", 40) or "en"
        if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", language):
            self.found.language = language
        else:
            self._mistake(root.get("language") or root, _("a language is written as en, de or pt-BR"))

    def _name(self, root: Map, key: str, default: str) -> str:
        name = self._text(root.get(key), key, 80)
        if not name:
            return default
        if re.fullmatch(r"[\w][\w .-]*", name) is None:
            self._mistake(root.get(key) or root, _("'{name}' is a name such as quiet-rain").format(name=key))
            return default
        return name

    def _technique(self, root: Map) -> None:
        node = root.get("technique")
        name = self._text(node, "technique", 40)
        known = [technique.value for technique in Technique]
        if name in known:
            self.found.technique = Technique(name)
            return
        if not name:
            message = _("a technique is missing: one of {known}").format(known=", ".join(known))
        elif near := nearest(name, known):
            message = _("there is no technique '{name}'; the nearest is '{near}'").format(
                name=name, near=near
            )
        else:
            message = _("there is no technique '{name}'; it is one of {known}").format(
                name=name, known=", ".join(known)
            )
        self._mistake(node or root, message)

    def _session(self, root: Map) -> None:
        node = root.get("session")
        if node is None:
            return
        text = self._text(node, "session", 40)
        if re.fullmatch(r"[1-9]\d?", text) and int(text) <= MOST_SESSIONS:
            self.found.session = int(text)
        else:
            self._mistake(node, _("a session is a number from 1 to {most}").format(most=MOST_SESSIONS))

    def _lengths(self, root: Map) -> None:
        node = root.get("lengths")
        if not isinstance(node, List) or not node.items:
            self._mistake(node or root, _("the lengths are missing: lengths: [5, 10, 20], in minutes"))
            return
        lengths = []
        for item in node.items:
            text = item.value if isinstance(item, Text) else ""
            if re.fullmatch(r"[0-9]{1,3}", text) and 1 <= int(text) <= LONGEST_PRACTICE:
                lengths.append(int(text))
            else:
                self._mistake(
                    item,
                    _("a length is a whole number of minutes from 1 to {most}").format(most=LONGEST_PRACTICE),
                )
        if len(lengths) > MOST_LENGTHS:
            self._mistake(node, _("{most} lengths are the most").format(most=MOST_LENGTHS))
        if any(later <= earlier for earlier, later in pairwise(lengths)):
            self._mistake(node, _("the lengths rise, as in lengths: [5, 10, 20]"))
        self.found.lengths = tuple(lengths)

    def _cautions(self, node: Node | None) -> None:
        if node is None:
            return
        if not isinstance(node, List):
            self._mistake(node, _("the cautions are a list of sentences, one in each line, after a hyphen"))
            return
        self.found.cautions = tuple(self._text(item, "cautions") for item in node.items[:10])
        if len(node.items) > 10:
            self._mistake(node.items[10], _("ten cautions are the most"))

    def _questions(self, node: Node | None) -> None:
        if node is None:
            return
        if not isinstance(node, Map):
            self._mistake(node, _("under ask, each blank has its name, a colon, and its question"))
            self.found.blanks = None
            return
        questions = []
        for key, value in node.items[:MOST_QUESTIONS]:
            questions.append(self._question(key, value))
        if len(node.items) > MOST_QUESTIONS:
            self._mistake(
                node.items[MOST_QUESTIONS][0], _("{most} questions are the most").format(most=MOST_QUESTIONS)
            )
        self.found.questions = tuple(questions)
        self.found.blanks = frozenset({CUE_WORD, *(key.value for key, _value in node.items)})

    def _question(self, key: Text, value: Node) -> Question:
        name = key.value
        if BLANK_NAME.fullmatch(name) is None:
            self._mistake(key, _("a blank is named in small letters, digits and underscores"))
        elif name in RESERVED:
            self._mistake(
                key, _("'{name}' means something else in a script; take another name").format(name=name)
            )
        if not isinstance(value, Map):
            self._mistake(key, _("under '{name}' stand a question and a default").format(name=name[:40]))
            return Question(name, name, default=name)
        at = Position(self.first_line + key.line, key.column + 1)
        self._keys(value, QUESTION_KEYS)
        text = self._text(value.get("question"), "question")
        if not text:
            self._mistake(key, _("'{name}' has no question").format(name=name[:40]))
        optional = self._yes(value, "optional")
        default = self._words(value.get("default"), "default")
        if not default and not optional:
            self._mistake(key, _("'{name}' needs a default, or optional: true").format(name=name[:40]))
        if default and optional:
            self._mistake(
                value.get("default") or key,
                _("'{name}' has a default and is optional; it can have only one of the two").format(
                    name=name[:40]
                ),
            )
        return Question(
            name,
            text,
            self._suggestions(value.get("suggestions")),
            default,
            optional,
            self._yes(value, "about_pain"),
            at,
        )

    def _words(self, node: Node | None, what: str) -> str:
        """A text that is put into a blank: it can't hold blanks or directives of its own."""
        text = self._text(node, what, 100)
        if node is not None and any(mark in text for mark in "{}[]"):
            self._mistake(node, _("braces and brackets can't stand in an answer"))
            return ""
        return text

    def _suggestions(self, node: Node | None) -> tuple[str, ...]:
        if node is None:
            return ()
        if not isinstance(node, List):
            self._mistake(node, _("suggestions are a list: [a garden, a quiet beach]"))
            return ()
        if len(node.items) > MOST_SUGGESTIONS:
            self._mistake(
                node.items[MOST_SUGGESTIONS],
                _("{most} suggestions are the most").format(most=MOST_SUGGESTIONS),
            )
        words = (self._words(item, "suggestions") for item in node.items[:MOST_SUGGESTIONS])
        return tuple(word for word in words if word)

    def _yes(self, mapping: Map, key: str) -> bool:
        node = mapping.get(key)
        if node is None:
            return False
        answer = node.value.casefold() if isinstance(node, Text) else ""
        if answer not in {"true", "yes", "false", "no"}:
            self._mistake(node, _("'{name}' is true or false").format(name=key))
        return answer in {"true", "yes"}
