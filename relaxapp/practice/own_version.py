"""A script of the person's own while it is written: every change is in a draft until it has no mistakes."""

from relaxapp.library.checking import mistakes_in
from relaxapp.library.library import Library
from relaxapp.translation import _
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.mistake import Mistake
from relaxapp.words.script import Script


class OwnVersion:
    """One of the person's own scripts, and its draft where there is one."""

    def __init__(self, library: Library, name: str) -> None:
        """`name`: of one of the person's own scripts, or of a text that was only begun."""
        self.name = name
        self._library = library
        self._own = library.own_scripts

    def text(self) -> str:
        """What was written last: the draft, else the script. NotFoundError, FileError."""
        draft = self._own.draft(self.name)
        return self._own.text(self.name) if draft is None else draft

    @property
    def is_kept(self) -> bool:
        """Whether there is a script of that name, beside what is being written."""
        return self.name in self._own.names()

    @property
    def is_changed(self) -> bool:
        """Whether what was written last differs from the script, or is all there is. FileError."""
        draft = self._own.draft(self.name)
        return draft is not None and not (self.is_kept and draft == self._own.text(self.name))

    def write(self, text: str) -> None:
        """Keep what is written so far. FileError."""
        self._own.save_draft(self.name, text)

    def mistakes(self, text: str) -> tuple[Mistake, ...]:
        """Everything that is wrong with a text, by line."""
        return mistakes_in(text, f"{self.name}.md", self._lexicon())

    def finish(self, text: str) -> tuple[Mistake, ...]:
        """Practise it so from now on; where it has mistakes they are given back, and it stays a draft."""
        self.write(text)
        mistakes = self.mistakes(text)
        if not mistakes:
            self._own.keep(self.name, text)
            self._own.remove_draft(self.name)
        return mistakes

    def take_away(self) -> None:
        """Take it and its draft away for good. NotFoundError, FileError."""
        self._own.remove(self.name)

    def put_off(self) -> None:
        """Where nothing was changed yet, leave only the draft: an editor may have it open. FileError."""
        if self.is_kept and self._own.draft(self.name) == self._own.text(self.name):
            self._own.put_off(self.name)

    def _lexicon(self) -> Lexicon:
        return self._library.lexicon("en")


def own_version(library: Library, script: Script) -> OwnVersion:
    """The version of a practice that the person can change: a copy of their own, unless it is theirs already.

    FileError.
    """
    if library.is_own(script):
        return OwnVersion(library, script.id)
    title = _("My version of {title}").format(title=script.title)[:100]
    return OwnVersion(library, library.add_variation(script.id, title))
