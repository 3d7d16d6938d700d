"""Reading the lexicon of a language: the files `areas`, `themes`, `grammar` and `forms` in its folder."""

from collections.abc import Mapping
from pathlib import Path

from relaxapp.errors import FileError
from relaxapp.library.files import read_text
from relaxapp.translation import _
from relaxapp.words.areas import LEAVES_OF, SIDES
from relaxapp.words.forms import Forms
from relaxapp.words.lexicon import AreaWords, Bed, Grammar, Lexicon, Theme
from relaxapp.words.plain_yaml import List, Map, Node, PlainYamlError, Text, read_yaml


def read_lexicon(folder: Path, language: str) -> Lexicon:
    """The lexicon in `folder`; FileError where a file is missing or isn't right."""
    areas = _File(folder / "areas.yaml", ("areas", "exceptions"))
    themes = _File(folder / "themes.yaml", ("themes", "beds"))
    lexicon = Lexicon(
        language=language,
        areas={
            name: AreaWords(**areas.texts(node, ("words", "one", "both")))
            for name, node in areas.named("areas").items()
        },
        area_exceptions=areas.list(areas.root.get("exceptions")),
        themes={
            name: Theme(**{"words": (), **themes.texts(node, ("words", "exceptions", "also"))})
            for name, node in themes.named("themes").items()
        },
        beds={
            name: Bed(**themes.texts(node, ("themes", "words")))
            for name, node in themes.named("beds").items()
        },
        grammar=_grammar(_File(folder / "grammar.yaml", _GRAMMAR)),
        forms=_forms(_File(folder / "forms.yaml", _FORMS)),
    )
    for name in lexicon.areas:
        if name not in LEAVES_OF:
            raise areas.error(areas.named("areas")[name], _("there is no area '{name}'").format(name=name))
    for name, bed in lexicon.beds.items():
        for theme in bed.themes:
            if theme not in lexicon.themes:
                raise themes.error(
                    themes.named("beds")[name], _("there is no theme '{name}'").format(name=theme)
                )
    return lexicon


_GRAMMAR = (
    "cue_word",
    "sides",
    "joining",
    "possessives",
    "articles",
    "indefinite",
    "vowel_sounds",
    "consonant_sounds",
    "small_words",
    "amounts",
    "places",
    "ways",
    "imagining",
    "abbreviations",
    "leaning",
    "safety",
    "no_answer",
    "your",
    "numbers",
    "counting",
)


def _grammar(file: "_File") -> Grammar:
    get = file.root.get
    indefinite = file.list(get("indefinite"))
    if len(indefinite) not in (0, 2):
        raise file.error(file.root, _("indefinite holds two articles"))
    return Grammar(
        numbers=file.list(get("numbers")),
        cue_word=file.text(get("cue_word")),
        sides=file.texts(get("sides") or Map((), 0, 0), SIDES),
        joining=file.list(get("joining")),
        possessives=file.list(get("possessives")),
        articles=file.list(get("articles")),
        indefinite=(indefinite[0], indefinite[1]) if indefinite else None,
        vowel_sounds=file.list(get("vowel_sounds")),
        consonant_sounds=file.list(get("consonant_sounds")),
        small_words=file.list(get("small_words")),
        amounts=file.list(get("amounts")),
        places=file.list(get("places")),
        ways=file.list(get("ways")),
        imagining=file.list(get("imagining")),
        abbreviations=file.list(get("abbreviations")),
        leaning=file.list(get("leaning")),
        safety=file.list(get("safety")),
        no_answer=file.list(get("no_answer")),
        counting=file.list(get("counting")),
        your={name.casefold(): file.text(node) for name, node in file.named("your").items()},
    )


_FORMS = ("first", "last", "endings", "not_made_of", "irregular")


def _forms(file: "_File") -> Forms:
    get = file.root.get
    return Forms(
        first=file.list(get("first")),
        last=file.list(get("last")),
        endings=file.list(get("endings")),
        not_made_of=file.list(get("not_made_of")),
        irregular=file.lists(get("irregular")),
    )


class _File:
    """One file of a lexicon, read strictly: what isn't understood is an error, not left out."""

    def __init__(self, file: Path, keys: tuple[str, ...]) -> None:
        self.file = file
        try:
            root = read_yaml(read_text(file))
        except PlainYamlError as error:
            raise self._error_at(error.line, error.message) from error
        if not isinstance(root, Map):
            raise self._error_at(0, _("names with a colon belong here"))
        self.root = root
        self._known(root, keys)

    def named(self, key: str) -> Mapping[str, Node]:
        """The entries of a mapping by their names; none where it is missing."""
        node = self.root.get(key)
        if node is None:
            return {}
        if not isinstance(node, Map):
            raise self.error(node, _("'{name}' holds names with a colon").format(name=key))
        return {name.value: value for name, value in node.items}

    def texts(self, node: Node, keys: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        """The lists of a mapping, by key."""
        if not isinstance(node, Map):
            raise self.error(node, _("lists belong here"))
        self._known(node, keys)
        return {name.value: self.list(value) for name, value in node.items}

    def list(self, node: Node | None) -> tuple[str, ...]:
        """A list of texts; nothing where it is missing."""
        if node is None:
            return ()
        if not isinstance(node, List):
            raise self.error(node, _("a list belongs here"))
        return tuple(self.text(item) for item in node.items)

    def lists(self, node: Node | None) -> tuple[tuple[str, ...], ...]:
        """A list of lists of texts; nothing where it is missing."""
        if node is None:
            return ()
        if not isinstance(node, List):
            raise self.error(node, _("a list belongs here"))
        return tuple(self.list(item) for item in node.items)

    def text(self, node: Node | None) -> str:
        """One text, white space made single; nothing where it is missing."""
        if node is None:
            return ""
        if not isinstance(node, Text):
            raise self.error(node, _("one text belongs here"))
        return " ".join(node.value.split())

    def error(self, node: Node, message: str) -> FileError:
        """What is wrong at a node."""
        return self._error_at(node.line, message)

    def _known(self, node: Map, keys: tuple[str, ...]) -> None:
        for name, _value in node.items:
            if name.value not in keys:
                raise self.error(name, _("there is no '{name}' here").format(name=name.value))

    def _error_at(self, line: int, message: str) -> FileError:
        return FileError(
            _("{file}, line {line}: {message}.").format(file=self.file, line=line + 1, message=message),
            _("Put it right, or install relaxapp again."),
        )
