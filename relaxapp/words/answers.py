"""Which answers are spoken: those that keep the person's own promises."""

from collections.abc import Mapping

from relaxapp.translation import _
from relaxapp.words.blanks import LONGEST_ANSWER, Filling, cleaned
from relaxapp.words.front_matter import CUE_WORD
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.person import Person
from relaxapp.words.promises import Promises
from relaxapp.words.script import Question, Script


def answer_in(typed: str, lexicon: Lexicon) -> str:
    """The answer in what was typed; empty where it says that there is none: "nobody", "don't know"."""
    answer = cleaned(typed)
    return "" if lexicon.is_no_answer(answer) else answer


def questioned(answer: str, question: Question, person: Person, lexicon: Lexicon) -> str | None:
    """Why an answer would not be spoken, as one sentence; None where it would, or where there is none."""
    return _objection(answer_in(answer, lexicon), question.about_pain, Promises(person, lexicon))


def allowed_suggestions(question: Question, person: Person, lexicon: Lexicon) -> tuple[str, ...]:
    """The question's suggestions that keep the person's promises, in the same order."""
    promises = Promises(person, lexicon)
    return tuple(
        suggestion
        for suggestion in question.suggestions
        if _objection(suggestion, question.about_pain, promises) is None
    )


def fillings(
    script: Script, person: Person, promises: Promises, lexicon: Lexicon
) -> Mapping[str, Filling | None]:
    """What each blank of the script is filled with; None where it was left unanswered and has no default."""
    filled: dict[str, Filling | None] = {
        CUE_WORD: Filling(lexicon.grammar.cue_word, typed=False) if lexicon.grammar.cue_word else None
    }
    for question in (Question(CUE_WORD, "", default=lexicon.grammar.cue_word), *script.questions):
        answer = answer_in(person.answers.get(question.name, ""), lexicon)
        if question.name == CUE_WORD and not answer:
            answer = answer_in(person.cue_word, lexicon)
        if answer and _objection(answer, question.about_pain, promises) is None:
            own_word = question.name == CUE_WORD
            filled[question.name] = Filling(answer, True, question.about_pain, as_written=own_word)
        elif question.default:
            filled[question.name] = Filling(question.default, False, question.about_pain)
        elif question.name not in filled:
            filled[question.name] = None
    return filled


def _objection(answer: str, about_pain: bool, promises: Promises) -> str | None:
    if not answer:
        return None
    if not any(char.isalnum() for char in answer):
        return _("There are no words in this answer, so it would not be spoken.")
    if len(answer) > LONGEST_ANSWER:
        return _("This answer is too long to be spoken: at most {most} characters.").format(
            most=LONGEST_ANSWER
        )
    breach = promises.avoided(answer)
    if breach is None and not about_pain:
        breach = promises.left_out_area(answer)
    if breach is None:
        return None
    return _("{reason} So this answer would not be spoken.").format(reason=breach.reason)
