"""A script's questions, one at a time: ready answers, own words, Back, Skip, and the sentence as it is said.

The screen and the plain mode ask through this; it shows nothing and speaks nothing itself.
"""

from collections.abc import Callable, Sequence

from relaxapp.translation import _
from relaxapp.words.answers import allowed_suggestions, answer_in, questioned
from relaxapp.words.example import sentence_with
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.person import Person
from relaxapp.words.promises import Promises
from relaxapp.words.script import Question, Say, Script


def questions_for(script: Script, person: Person, lexicon: Lexicon) -> tuple[Question, ...]:
    """The questions whose own words speak of nothing that the person avoids."""
    promises = Promises(person, lexicon)
    return tuple(each for each in script.questions if promises.avoided(each.text) is None)


class PersonalQuestions:
    """Where one is in the questions. Each answer is kept as it is given."""

    def __init__(
        self,
        script: Script,
        questions: Sequence[Question],
        person: Callable[[], Person],
        keep: Callable[[str, str], None],
        lexicon: Lexicon,
        *,
        more: bool = False,
    ) -> None:
        """`person`: as they are now; `keep`: keeps one answer by its name, an empty one takes it away.

        `more`: whether the script has more questions than are asked now.
        """
        self.script = script
        self._questions = questions
        self._person = person
        self._keep = keep
        self._lexicon = lexicon
        self._more = more
        self._at = 0

    @property
    def done(self) -> bool:
        """Whether the last question was passed."""
        return self._at >= len(self._questions)

    @property
    def number(self) -> int:
        """Which question it is, from 1."""
        return self._at + 1

    @property
    def where(self) -> str:
        """Which question it is of how many; where more are asked another time, these are so many for now."""
        words = _("{number} of {of} for now") if self._more else _("{number} of {of}")
        return words.format(number=self.number, of=len(self._questions))

    @property
    def question(self) -> Question:
        """The question that is asked."""
        return self._questions[self._at]

    @property
    def answer(self) -> str:
        """What was answered before; empty where nothing was."""
        return self._person().answers.get(self.question.name, "")

    @property
    def suggestions(self) -> tuple[str, ...]:
        """The ready answers that keep every promise."""
        return allowed_suggestions(self.question, self._person(), self._lexicon)

    def doubt(self, answer: str) -> str | None:
        """Why an answer would not be spoken, in one sentence; None where it would."""
        return questioned(answer, self.question, self._person(), self._lexicon)

    def give(self, answer: str) -> str | None:
        """Keep an answer and go on; an answer that would not be spoken is given back with the reason.

        One that says that there is none is kept as none.
        """
        doubt = self.doubt(answer)
        if doubt is None:
            self._keep(self.question.name, answer_in(answer, self._lexicon))
            self.skip()
        return doubt

    def skip(self) -> None:
        """On to the next; what was answered before stays."""
        self._at += 1

    def back(self) -> None:
        """To the question before, or stay at the first."""
        self._at = max(0, self._at - 1)

    def sentence(self, answer: str) -> tuple[Say, ...]:
        """The sentence that speaks this answer, phrase by phrase; nothing where none would."""
        if not answer_in(answer, self._lexicon) or self.doubt(answer) is not None:
            return ()
        return sentence_with(self.script, self.question.name, answer, self._person(), self._lexicon)

    def unheard(self, answer: str) -> str:
        """Why an answer that keeps every promise isn't heard by itself."""
        if not answer_in(answer, self._lexicon):
            return _("This counts as no answer.")
        return _("This is said only along with another answer, or in place of something you avoid.")


def in_words(sentence: Sequence[Say]) -> str:
    """A sentence as it is read."""
    return " ".join(say.text for say in sentence)
