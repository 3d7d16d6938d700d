"""All that can be wrong with a script file: its form, its promises, and whether its words fit its lengths."""

from collections.abc import Collection, Iterator
from pathlib import Path

from relaxapp.errors import FileError, LengthError, RelaxError
from relaxapp.library.files import read_text
from relaxapp.timing.estimate import at_rate
from relaxapp.timing.fit import fit
from relaxapp.translation import ngettext
from relaxapp.words.check import FIRST, check
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.mistake import Mistake
from relaxapp.words.parse import read
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.programme import read_programme
from relaxapp.words.pronunciation import read_pronunciation
from relaxapp.words.script import Script

SLOW_VOICE, FAST_VOICE = 100.0, 150.0
"""Words a minute: every length fits a voice of either speed."""


def check_file(file: Path, lexicon: Lexicon) -> tuple[str, ...]:
    """Every mistake in a script file, a line each: `path:line:column: message`."""
    try:
        text = read_text(file)
    except FileError as error:
        return (str(error),)
    return tuple(mistake.told(str(file)) for mistake in mistakes_in(text, str(file), lexicon))


def mistakes_in(text: str, path: str, lexicon: Lexicon) -> tuple[Mistake, ...]:
    """Every mistake in the text of a script: its form, its promises, its lengths."""
    script, mistakes = read(text, path)
    if script is not None:
        mistakes = check(script, lexicon) or tuple(_unfitting(script, lexicon))
    return mistakes


def check_programme(file: Path, practices: Collection[str]) -> tuple[str, ...]:
    """Every mistake in a programme file, a line each. `practices`: the ids of those there are."""
    try:
        text = read_text(file)
    except FileError as error:
        return (str(error),)
    _programme, mistakes = read_programme(text, practices)
    return tuple(mistake.told(str(file)) for mistake in mistakes)


def check_pronunciation(file: Path) -> tuple[str, ...]:
    """Every mistake in a file of how words are said, a line each."""
    try:
        text = read_text(file)
    except FileError as error:
        return (str(error),)
    return tuple(mistake.told(str(file)) for mistake in read_pronunciation(text)[1])


def _unfitting(script: Script, lexicon: Lexicon) -> Iterator[Mistake]:
    """Lengths that the words don't fit, for whoever leaves nothing out."""
    answers = {
        question.name: question.suggestions[0] for question in script.questions if question.suggestions
    }
    told = set()
    for minutes in script.lengths:
        for rate in (SLOW_VOICE, FAST_VOICE):
            for asleep in (False, True):
                for person in (Person(asleep=asleep), Person(answers, asleep=asleep)):
                    message = _trouble(script, person, minutes, rate, lexicon)
                    if message and message not in told:
                        told.add(message)
                        yield Mistake(FIRST, message)


def _trouble(script: Script, person: Person, minutes: int, rate: float, lexicon: Lexicon) -> str:
    try:
        fit(personalise(script, person, minutes, lexicon), at_rate(rate), minutes * 60)
    except LengthError as error:
        return ngettext(
            "at {minutes} minute and {rate} words a minute: {message}",
            "at {minutes} minutes and {rate} words a minute: {message}",
            minutes,
        ).format(minutes=minutes, rate=f"{rate:g}", message=error.message)
    except RelaxError as error:
        return str(error)
    return ""
