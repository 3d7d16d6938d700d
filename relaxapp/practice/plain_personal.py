"""A script's questions line by line: for screen readers and terminals without a screen."""

from collections.abc import Callable, Sequence

from relaxapp.practice.personal_questions import PersonalQuestions, in_words
from relaxapp.practice.plain import Talk
from relaxapp.translation import _
from relaxapp.words.script import Say

Hear = Callable[[Sequence[Say]], str]
"""Lets a sentence be heard until its end, or until a line is typed, which it gives back."""


def offer(talk: Talk, read: Callable[[], str], personalise: Callable[[], None]) -> None:
    """Before it begins: make it one's own, or read it all; as often as one likes. Where nobody answers, on.

    `read`: all the words of the practice; `personalise`: asks its questions.
    """
    while True:
        answer = talk.ask(_("P makes it your own, W shows all its words. Enter goes on: "))
        match (answer or "").strip().casefold():
            case "p":
                personalise()
            case "w":
                talk.tell(read())
            case _:
                return


def ask_personal(asked: PersonalQuestions, talk: Talk, hear: Hear) -> None:
    """Each question with its ready answers; Back, Skip and hearing the sentence at any of them."""
    waiting = ""
    while not asked.done:
        _tell_question(asked, talk)
        typed = waiting or talk.ask(_("Your answer, Enter skips it: "))
        waiting = ""
        if typed is None:
            return
        words = " ".join(typed.split())
        command, _space, rest = words.partition(" ")
        match command.casefold():
            case "":
                asked.skip()
            case "b" if not rest:
                asked.back()
            case "q" if not rest:
                return
            case "0" if not rest:
                asked.give("")
            case "h":
                waiting = _let_hear(asked, _meant(asked, rest) if rest else asked.answer, talk, hear)
            case _:
                _give(asked, _meant(asked, words), talk)


def _tell_question(asked: PersonalQuestions, talk: Talk) -> None:
    talk.tell("")
    talk.tell(f"{asked.where}: {asked.question.text}")
    for index, suggestion in enumerate(asked.suggestions, 1):
        talk.tell(f"  {index}  {suggestion}")
    if asked.answer:
        talk.tell(_("Now it is: {answer}").format(answer=asked.answer))
        talk.tell(_("0 leaves it open."))
    talk.tell(
        _("Type a number or your own words. H and your words lets you hear them. B goes back, Q ends this.")
    )


def _meant(asked: PersonalQuestions, words: str) -> str:
    """A ready answer by its number, or the words themselves."""
    suggestions = asked.suggestions
    if words.isdecimal() and 1 <= int(words) <= len(suggestions):
        return suggestions[int(words) - 1]
    return words


def _give(asked: PersonalQuestions, answer: str, talk: Talk) -> None:
    sentence = asked.sentence(answer)
    doubt = asked.give(answer)
    if doubt is not None:
        talk.tell(doubt)
    elif sentence:
        talk.tell(_("It will be said so: {sentence}").format(sentence=in_words(sentence)))


def _let_hear(asked: PersonalQuestions, answer: str, talk: Talk, hear: Hear) -> str:
    """What was typed meanwhile."""
    sentence = asked.sentence(answer)
    if sentence:
        talk.tell(_("It would be said so: {sentence}").format(sentence=in_words(sentence)))
        return hear(sentence)
    if not answer:
        talk.tell(_("There is no answer yet. Type H and the words you would like to hear."))
    else:
        talk.tell(asked.doubt(answer) or asked.unheard(answer))
    return ""
