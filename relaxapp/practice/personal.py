"""What of a person goes into a practice, and how that is told."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from relaxapp.journal.settings import Settings
from relaxapp.translation import _

if TYPE_CHECKING:
    from relaxapp.words.lexicon import Lexicon
    from relaxapp.words.person import Person
    from relaxapp.words.script import Script


def shown_title(script: "Script", person: "Person", lexicon: "Lexicon") -> str:
    """The title of a practice; empty where it speaks of something this person asked not to hear of."""
    from relaxapp.words.promises import Promises

    return Promises(person, lexicon).told(script.title)


def asked_to_write(script: "Script", person: "Person", lexicon: "Lexicon") -> str:
    """What a practice asks about a line to write; empty where it asks nothing, or nothing this person may be
    told: then they are asked for a note as after any other practice."""
    from relaxapp.words.promises import Promises

    return Promises(person, lexicon).told(script.write)


def can_be_personal(script: "Script") -> bool:
    """Whether a practice asks anything."""
    return bool(script.questions) or script.technique == "pmr"


def choices_in_words(
    script: "Script", settings: Settings, answers: Mapping[str, str], told: Callable[[str], str]
) -> str:
    """What of the person goes into a practice, in one line; `told` gives nothing for what they avoid."""
    if script.technique == "breathing" and settings.breath_rate is not None:
        return _("It begins at your own {rate} breaths a minute.   (T measures them)").format(
            rate=f"{settings.breath_rate:g}"
        )
    answered = [told(answers[each.name]) for each in script.questions if each.name in answers]
    if any(answered):
        return _("Yours: {answers}   (P changes them)").format(
            answers=", ".join(each.rstrip(".") for each in answered if each)
        )
    return _("P makes it your own.") if can_be_personal(script) else ""
