"""The sentence that speaks an answer, as the person would hear it."""

from collections.abc import Iterator
from dataclasses import replace

from relaxapp.errors import RelaxError
from relaxapp.words.blanks import blanks_in
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise, says_of
from relaxapp.words.reading import Reading
from relaxapp.words.script import Position, Say, Script


def sentence_with(
    script: Script, blank: str, answer: str, person: Person, lexicon: Lexicon
) -> tuple[Say, ...]:
    """The first sentence with `blank` in it once it is answered so, phrase by phrase.

    Where the answer is only asked for and never spoken, the first sentence that is said because of it.
    Nothing where none of the lengths has such a sentence, or what the person avoids takes it away.
    """
    one = replace(person, answers={**person.answers, blank: answer})
    for places in (_spoken_at(script, blank), _said_if(script, blank)):
        for minutes in script.lengths if places else ():
            try:
                found = _first(personalise(script, one, minutes, lexicon), places)
            except RelaxError:  # nothing is heard of it at this length
                continue
            if found:
                return found
    return ()


def _spoken_at(script: Script, blank: str) -> frozenset[Position | None]:
    """Where the blank is written."""
    return frozenset(say.at for _conditions, say in _says(script) if blank in blanks_in(say.text))


def _said_if(script: Script, blank: str) -> frozenset[Position | None]:
    """Where something is said because the blank was answered."""
    return frozenset(say.at for conditions, say in _says(script) if blank in conditions)


def _says(script: Script) -> Iterator[tuple[frozenset[str], Say]]:
    """Every clip, with the names that must be answered for it."""
    for section in script.sections:
        for paragraph in section.paragraphs:
            for line in paragraph.lines:
                conditions = (*section.scope.conditions, *line.scope.conditions)
                names = frozenset(each.name for each in conditions if not each.negated)
                for say in says_of(line.steps):
                    yield names, say


def _first(reading: Reading, places: frozenset[Position | None]) -> tuple[Say, ...]:
    """The first whole sentence of which a phrase stands at one of these places."""
    for passage in reading.passages:
        says = tuple(says_of(passage.steps))
        for index, say in enumerate(says):
            if say.at not in places:
                continue
            first = last = index
            while first and says[first - 1].text.endswith("…"):
                first -= 1
            while says[last].text.endswith("…") and last + 1 < len(says):
                last += 1
            return says[first : last + 1]
    return ()


def says_from(script: Script, line: int, person: Person, lexicon: Lexicon, most: int) -> tuple[Say, ...]:
    """The first lines that are said at or after a line of the file, at the greatest length; RelaxError."""
    reading = personalise(script, person, script.lengths[-1], lexicon)
    says = (say for passage in reading.passages for say in says_of(passage.steps))
    later = [say for say in says if say.at is not None and say.at.line >= line]
    return tuple(later[:most])
