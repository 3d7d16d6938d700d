"""The shipped scripts and the person's own, found by name. What is written goes through own.py.

What reads them is imported when the first one is read: the first screen is painted before.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.errors import FileError, NotFoundError, RelaxError, ScriptError
from relaxapp.library.files import read_text
from relaxapp.library.names import key, key_with_accents, nearest_name
from relaxapp.library.own import OwnScripts
from relaxapp.translation import _

if TYPE_CHECKING:
    from relaxapp.words.lexicon import Lexicon
    from relaxapp.words.programme import Programme
    from relaxapp.words.pronunciation import Pronunciation
    from relaxapp.words.script import Script

PROGRAMME = "programme.yaml"
"""The file that holds the programme of the group."""
PRONUNCIATION = "pronunciation.yaml"
"""The file that tells how words are said that a voice gets wrong."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was read of a file, as long as the file stays the same."""

    stamp: tuple[int, int]
    """Its time of change in nanoseconds, and its size."""
    script: "Script | None"
    """What it holds, where it could be read."""
    error: RelaxError | None
    """Why it couldn't."""


class Library:
    """Scripts by name. The person's own win over shipped ones of the same name, unless they have mistakes."""

    def __init__(self, shipped: Path, own: Path) -> None:
        self.shipped = shipped
        """Holds a folder for each language (`en`), and in it the scripts and their lexicon."""
        self.own = own
        """The person's own scripts; may be missing."""
        self.own_scripts = OwnScripts(own)
        """The same, to keep and change them."""
        self._kept: dict[Path, _Kept] = {}
        self._lexicons: dict[str, Lexicon] = {}

    def names(self, language: str = "en") -> tuple[str, ...]:
        """The ids of every script that can be practised in a language, in order of the alphabet."""
        return tuple(script.id for script in self.all(language))

    def all(self, language: str = "en") -> "tuple[Script, ...]":
        """Every script of a language without mistakes, by session, then by id; `mistakes` has the others."""
        found: dict[str, Script] = {}
        for file in self._files(language):
            script = self._read(file).script
            if script is not None and _primary(script.language) == _primary(language):
                found[script.id] = script
        return tuple(sorted(found.values(), key=lambda script: (script.session or 99, script.id)))

    def mistakes(self, language: str = "en") -> Mapping[str, str]:
        """What is wrong with each script that can't be read, by its id."""
        wrong = {}
        for file in self._files(language):
            error = self._read(file).error
            if error is not None:
                wrong[file.stem] = str(error)
        return wrong

    def find(self, name: str, language: str = "en") -> "Script":
        """The script of an id, however it is capitalised and spaced, or the only one that begins with `name`.

        NotFoundError where there is none; ScriptError or FileError where it can't be read.
        """
        kept = self._read(self._file(name, language))
        if kept.script is None:
            assert kept.error is not None
            raise kept.error
        return kept.script

    def source(self, name: str, language: str = "en") -> str:
        """The text of a script as it stands in its file; NotFoundError or FileError."""
        return read_text(self._file(name, language))

    def is_own(self, script: "Script") -> bool:
        """Whether a script lies in the person's own folder."""
        return Path(script.path).parent == self.own

    def taken(self, language: str = "en") -> frozenset[str]:
        """Every name that is in use: a new script takes another."""
        return frozenset(file.stem for file in self._files(language)) | frozenset(self.own_scripts.drafts())

    def add(self, text: str, wanted: str) -> str:
        """Keep a text as a script of the person's own and return its name. FileError.

        `wanted` is a title or a file's name; where it is taken, a number follows it.
        """
        return self.own_scripts.add(text, wanted, self.taken())

    def known(self, text: str, language: str = "en", *, titled: bool = True) -> str:
        """The name of a script with this very text, as it is passed on; empty where there is none.

        `titled`: whether its title counts.
        """
        wanted = _passed_on(text, titled=titled)
        for file in self._files(language):
            with suppress(FileError, ValueError):
                if _passed_on(read_text(file), titled=titled) == wanted:
                    return file.stem
        return ""

    def add_variation(self, name: str, title: str) -> str:
        """Copy a practice into the person's own under a title of its own, and return the new name.

        It remembers what it came from, and which text that was. A copy that is there and in which nothing was
        changed is taken in its place, and so is one that was only begun. NotFoundError, FileError.
        """
        from relaxapp.words.variation import variation_of

        script = self.find(name)
        text = variation_of(self.source(script.id), script.id, title)
        begun = self.own_scripts.begun(title)
        if begun is not None:
            self.own_scripts.keep(begun, text)
            return begun
        return self.own_scripts.with_text(text) or self.add(text, title)

    def newer_origin(self, script: "Script") -> "Script | None":
        """The practice a variation came from, where its text has changed since; None otherwise."""
        from relaxapp.words.variation import fingerprint

        if not script.came_from_version:
            return None
        origin = next((each for each in self.all(script.language) if each.id == script.came_from), None)
        if origin is None or fingerprint(read_text(Path(origin.path))) == script.came_from_version:
            return None
        return origin

    def lexicon(self, language: str = "en") -> "Lexicon":
        """The words of a language; NotFoundError where there are none, FileError where they can't be read."""
        primary = _primary(language)
        if primary not in self._lexicons:
            folder = self.shipped / primary / "lexicon"
            if not folder.is_dir():
                raise NotFoundError(
                    _("There is no lexicon for the language {language}.").format(language=language),
                    _("Write language: en in the front matter of the practice."),
                )
            from relaxapp.library.lexicons import read_lexicon

            self._lexicons[primary] = read_lexicon(folder, primary)
        return self._lexicons[primary]

    def programme(self, language: str = "en") -> "Programme":
        """The programme of the group: the person's own, else the shipped one. ScriptError, FileError."""
        from relaxapp.words.programme import read_programme

        own = self.own / PROGRAMME
        file = own if own.is_file() else self.shipped / _primary(language) / PROGRAMME
        programme, mistakes = read_programme(read_text(file), self.names(language))
        if programme is None:
            raise ScriptError(
                _("The programme of the group can't be read."),
                "\n".join(mistake.told(str(file)) for mistake in mistakes),
            )
        return programme

    def pronunciation(self, language: str = "en") -> "Pronunciation":
        """How words are said that a voice gets wrong: the shipped ones, and the person's own over them.

        What can't be read is passed over; `check` tells of it.
        """
        from relaxapp.words.pronunciation import Pronunciation, read_pronunciation

        said: dict[str, str] = {}
        for file in (self.shipped / _primary(language) / PRONUNCIATION, self.own / PRONUNCIATION):
            with suppress(FileError):
                said |= read_pronunciation(read_text(file))[0].said
        return Pronunciation(said)

    def _files(self, language: str) -> list[Path]:
        """Every script file: the shipped ones first, so that the person's own follow and win."""
        return [*_scripts_in(self.shipped / _primary(language)), *_scripts_in(self.own)]

    def _file(self, name: str, language: str) -> Path:
        exact = self._by_key(language, key_with_accents).get(key_with_accents(name))
        if exact is not None:
            return exact
        wanted = key(name)
        by_id = self._by_key(language, key)
        if wanted in by_id:
            return by_id[wanted]
        fitting = sorted(known for known in by_id if wanted and known.startswith(wanted))
        if len(fitting) == 1:
            return by_id[fitting[0]]
        if fitting:
            raise NotFoundError(
                _("Several practices begin with {name}.").format(name=name.strip()[:80]),
                _("Say which one: {names}.").format(names=", ".join(fitting)),
            )
        near = nearest_name(wanted, by_id)
        raise NotFoundError(
            _("There is no practice named {name}.").format(name=name.strip()[:80] or "''"),
            _("The nearest is {near}.").format(near=near) if near else _("`relaxapp list` names them all."),
        )

    def _by_key(self, language: str, keyed: Callable[[str], str]) -> dict[str, Path]:
        """The file of each name; where two have the same, the later one that is whole."""
        files: dict[str, Path] = {}
        for file in self._files(language):
            known = files.get(keyed(file.stem))
            if known is None or self._read(file).script is not None or self._read(known).script is None:
                files[keyed(file.stem)] = file
        return files

    def _read(self, file: Path) -> _Kept:
        try:
            status = file.stat()
        except OSError as error:
            return _Kept((0, 0), None, FileError(_("{file} can't be read.").format(file=file), str(error)))
        stamp = (status.st_mtime_ns, status.st_size)
        kept = self._kept.get(file)
        if kept is None or kept.stamp != stamp:
            kept = self._kept[file] = _parsed(file, stamp)
        return kept


def _parsed(file: Path, stamp: tuple[int, int]) -> _Kept:
    from relaxapp.words.parse import parse

    try:
        return _Kept(stamp, parse(read_text(file), str(file)), None)
    except RelaxError as error:
        return _Kept(stamp, None, error)


def _passed_on(text: str, *, titled: bool) -> str:
    from relaxapp.words.passing_on import passed_on
    from relaxapp.words.variation import with_front_matter

    return passed_on(text if titled else with_front_matter(text, {"title": "-"}), with_origin=False).text


def _scripts_in(folder: Path) -> list[Path]:
    try:
        return sorted(file for file in folder.iterdir() if file.suffix == ".md" and _is_script(file))
    except OSError:  # a folder that is missing, or may not be read, holds no scripts
        return []


def _is_script(file: Path) -> bool:
    return file.name != "README.md" and not file.name.startswith(".")


def _primary(language: str) -> str:
    """The first part of a language tag: en of en-GB."""
    return language.partition("-")[0].casefold()
