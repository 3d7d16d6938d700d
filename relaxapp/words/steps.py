"""One alternative of a paragraph, from its words and directives to the steps that are done in order."""

from dataclasses import replace

from relaxapp.translation import _
from relaxapp.words.directives import DirectiveError, directive
from relaxapp.words.inline import Piece, PieceKind, Report, spoken
from relaxapp.words.script import Breathe, Count, Manner, Pause, Position, Release, Say, Sound, Step, Tense
from relaxapp.words.sentences import phrases
from relaxapp.words.source import Marked, Source

AFTER_SENTENCE = Pause(3, 5)
"""What follows a sentence where no pause is written."""
AFTER_PHRASE = Pause(1, 2)
"""What follows an ellipsis where no pause is written."""
INSIDE_SENTENCE = Pause(1, 1)
"""What follows a sentence inside a tensing or letting go: short and fixed, since the silence that counts is
what is left of the tensing or letting go when its words are said."""
INSIDE_PHRASE = Pause(0.5, 0.5)
"""The same for an ellipsis."""
LONGEST_SENTENCE = 400
"""Characters of one clip: about half a minute of speech."""

_Container = Breathe | Tense | Release
_MANNERS: dict[type, Manner] = {Tense: Manner.TENSE, Release: Manner.RELEASE, Breathe: Manner.PLAIN}


class StepBuilder:
    """Takes pieces in order and gives the steps.

    Words after a breathing, tensing or letting go lie inside it, up to the next directive that isn't a pause.
    A pause after the last words inside follows it instead. A written pause takes the place of the implied
    one.
    """

    def __init__(self, source: Source, report: Report) -> None:
        self._source = source
        self._report = report
        self._steps: list[Step] = []
        self._container: _Container | None = None
        self._inside: list[Say | Pause] = []
        self._implied: Pause | None = None
        self._words: Marked | None = None

    def take_words(self, words: Marked) -> None:
        """Words, or a blank in its braces, that follow what was taken before."""
        self._words = words if self._words is None else self._words + words

    def take_directive(self, piece: Piece) -> None:
        """A directive in brackets."""
        self._say()
        try:
            step = directive(piece.content)
        except DirectiveError as error:
            self._report(piece.start, str(error))
            return
        if isinstance(step, Pause):
            self._written_pause(step)
            return
        self._close()
        if isinstance(step, Count | Sound):
            self._steps.append(step)
        else:
            self._container = step

    def steps(self) -> tuple[Step, ...]:
        """All steps, when every piece was taken."""
        self._say()
        self._close()
        return tuple(self._steps)

    def _written_pause(self, pause: Pause) -> None:
        self._implied = None
        if pause.high > 0:
            self._append(pause)

    def _append(self, step: Say | Pause) -> None:
        if self._container is None:
            self._steps.append(step)
        else:
            self._inside.append(step)

    def _settle_implied(self) -> None:
        if self._implied is not None:
            self._append(self._implied)
        self._implied = None

    def _close(self) -> None:
        """End the container, if one is open; its last pauses follow it."""
        if self._container is None:
            self._settle_implied()
            return
        self._implied = None
        last = len(self._inside)
        while last and isinstance(self._inside[last - 1], Pause):
            last -= 1
        self._steps.append(replace(self._container, steps=tuple(self._inside[:last])))
        self._steps.extend(self._inside[last:])
        self._container, self._inside = None, []

    def _say(self) -> None:
        """Turn the words taken so far into clips."""
        words, self._words = self._words, None
        if words is None or not words.text.strip():
            return
        for phrase in phrases(words.text):
            self._say_phrase(words[phrase.start : phrase.end], phrase.hangs)

    def _say_phrase(self, words: Marked, hangs: bool) -> None:
        text = " ".join(words.text.split())
        if hangs:
            text = text.replace("...", "…").rstrip(".…") + "…"
        if not any(char.isalnum() for char in text):
            self._report(words.start, _("there are no words before this '{mark}'").format(mark=text[:10]))
            return
        if len(text) > LONGEST_SENTENCE:
            self._report(
                words.start,
                _("this sentence is too long to be said in one go: at most {most} characters").format(
                    most=LONGEST_SENTENCE
                ),
            )
        self._settle_implied()
        manner = _MANNERS[type(self._container)] if self._container else Manner.PLAIN
        self._append(Say(text, manner, at=self._position(words.start)))
        self._implied = self._pause_after(hangs)

    def _pause_after(self, hangs: bool) -> Pause | None:
        if self._container is None:
            return AFTER_PHRASE if hangs else AFTER_SENTENCE
        if isinstance(self._container, Breathe):
            return None
        return INSIDE_PHRASE if hangs else INSIDE_SENTENCE

    def _position(self, offset: int) -> Position:
        return self._source.position(offset)


def shortest(steps: tuple[Step, ...]) -> float:
    """Seconds that the steps take at least, words not counted."""
    total = 0.0
    for step in steps:
        match step:
            case Pause(low=low) | Breathe(low=low) | Release(low=low):
                total += low
            case Tense(seconds=seconds):
                total += seconds
            case Count(first=first, last=last, every=every):
                total += abs(last - first) * every
        if isinstance(step, Tense | Release):
            total += shortest(step.steps)
    return total


def build(pieces: list[Piece], source: Source, report: Report) -> tuple[Step, ...]:
    """The steps of pieces that hold words, blanks and directives only."""
    builder = StepBuilder(source, report)
    for piece in pieces:
        if piece.kind is PieceKind.WORDS:
            builder.take_words(spoken(piece.marked, report))
        elif piece.kind is PieceKind.BRACE:
            builder.take_words(piece.marked)
        else:
            builder.take_directive(piece)
    return builder.steps()
