"""From a script to the words one person hears at one length, with every promise kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from relaxapp.errors import PromiseError, ScriptError
from relaxapp.translation import _
from relaxapp.words.answers import fillings
from relaxapp.words.areas import leaves
from relaxapp.words.blanks import Filled, Filling, blanks_in, fill
from relaxapp.words.directives import FASTEST_RATE, SLOWEST_RATE
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.person import Person
from relaxapp.words.promises import CLOSED_EYES, Promises
from relaxapp.words.reading import Passage, Reading
from relaxapp.words.script import (
    Breathe,
    Condition,
    Count,
    Line,
    Paragraph,
    Pause,
    Release,
    Say,
    Scope,
    Script,
    Section,
    Sound,
    Step,
    Tense,
    Title,
)


def personalise(script: Script, person: Person, minutes: float, lexicon: Lexicon) -> Reading:
    """The script as `person` hears it in `minutes`.

    PromiseError where what the person leaves out or avoids takes away the heart of the practice; ScriptError
    where the script has no words at this length.
    """
    maker = _Maker(script, person, minutes, lexicon, tensing=True)
    passages = maker.passages()
    if maker.asked_for_tensing and not _tenses(passages):
        maker = _Maker(script, person, minutes, lexicon, tensing=False)
        passages = maker.passages()
    if maker.heart_is_gone or (not passages and maker.is_limited):
        raise _without_heart(script, person, minutes, lexicon)
    if not passages:
        raise ScriptError(
            _("Nothing is said in this practice at {minutes} minutes.").format(minutes=f"{minutes:g}"),
            _("Choose another length."),
        )
    return Reading(
        script_id=script.id,
        title=maker.promises.told(script.title),
        technique=script.technique,
        minutes=minutes,
        passages=passages,
        language=script.language,
        promises=maker.promises,
    )


def remains(script: Script, section: Section, person: Person, minutes: float, lexicon: Lexicon) -> bool:
    """Whether anything is left of one section."""
    return _Maker(script, person, minutes, lexicon, tensing=True).remains_of(section)


def _tenses(passages: Iterable[Passage]) -> bool:
    return any(isinstance(step, Tense) for passage in passages for step in passage.steps)


def _without_heart(script: Script, person: Person, minutes: float, lexicon: Lexicon) -> PromiseError:
    choices = sorted({*person.leave_out, *person.avoid})
    alone = []
    for choice in choices:
        only = replace(
            person,
            leave_out=person.leave_out & {choice},
            avoid=tuple(word for word in person.avoid if word == choice),
        )
        maker = _Maker(script, only, minutes, lexicon, tensing=True)
        if not maker.passages() or maker.heart_is_gone:
            alone.append(choice)
    return PromiseError(
        _("With {choices} left out, nothing remains of what this practice is for.").format(
            choices=", ".join(f"'{choice}'" for choice in alone or choices)
        ),
        _("Choose another practice, or change what is left out."),
    )


@dataclass(frozen=True, slots=True)
class _Kept:
    """Steps that may be done, and whether any sentence was taken out to keep a promise."""

    steps: tuple[Step, ...]
    broken: bool = False


class _Maker:
    """Makes the passages of one reading."""

    def __init__(
        self, script: Script, person: Person, minutes: float, lexicon: Lexicon, tensing: bool
    ) -> None:
        self.script = script
        self.person = person
        self.minutes = minutes
        self.lexicon = lexicon
        self.promises = Promises(person, lexicon)
        self.tensing = tensing
        self.blanks: Mapping[str, Filling | None] = fillings(script, person, self.promises, lexicon)
        self.filled = {name: filling for name, filling in self.blanks.items() if filling is not None}
        self.heart_is_gone = False
        self.asked_for_tensing = False
        """Whether anything hung on there being a tensing."""
        self.is_limited = bool(person.leave_out or person.avoid or person.release_only)

    def passages(self) -> tuple[Passage, ...]:
        """Every section of which something is left."""
        found = []
        hearts = survivors = 0
        for section in self.script.sections:
            steps = self.steps_of(section)
            if section.heart and self._in_place(section.scope):
                hearts += 1
                survivors += bool(steps)
            if steps:
                found.append(Passage(self._title(section.titles), steps))
        self.heart_is_gone = hearts > 0 and survivors == 0
        return tuple(found)

    def steps_of(self, section: Section) -> tuple[Step, ...]:
        """What is left of a section; nothing where only silences and sounds of a spoken section are left."""
        if not self._in_place(section.scope):
            return ()
        steps = tuple(
            step for paragraph in section.paragraphs for step in self._paragraph(paragraph, section.scope)
        )
        if all(isinstance(step, Pause | Sound) for step in steps) and _speaks(section):
            return ()
        return steps

    def remains_of(self, section: Section) -> bool:
        """Whether `steps_of` gives any, told as soon as the first is found."""
        if not self._in_place(section.scope):
            return False
        silent = False
        for paragraph in section.paragraphs:
            for step in self._paragraph(paragraph, section.scope):
                if not isinstance(step, Pause | Sound):
                    return True
                silent = True
        return silent and not _speaks(section)

    def _title(self, titles: Iterable[Title]) -> str:
        for title in titles:
            if not self.promises.allow_areas(title.areas) or not self._answered([title.text]):
                continue
            filled = fill(title.text, self.filled, self.lexicon.grammar)
            if not self._breaks([filled], leaves(title.areas)):
                return filled.text
        return ""

    def _in_place(self, scope: Scope, section: Scope | None = None) -> bool:
        """Whether length and conditions let it be said."""
        if self.minutes < scope.least_minutes:
            return False
        if scope.under_minutes is not None and self.minutes >= scope.under_minutes:
            return False
        areas = scope.areas or (section.areas if section else ())
        return all(self._holds(condition, areas) for condition in scope.conditions)

    def _holds(self, condition: Condition, areas: tuple[str, ...]) -> bool:
        match condition.name:
            case "asleep":
                true = self.person.asleep
            case "alert":
                true = not self.person.asleep
            case "eyes open":
                true = CLOSED_EYES in self.promises.themes
            case "tensing":
                self.asked_for_tensing = True
                true = self.tensing and (not areas or self.promises.allow_tensing(areas))
            case blank:
                filling = self.blanks.get(blank)
                true = filling is not None and filling.typed
        return true is not condition.negated

    def _answered(self, texts: Iterable[str]) -> bool:
        """Whether every blank in the texts has something to say."""
        return all(blank in self.filled for text in texts for blank in blanks_in(text))

    def _breaks(self, sentence: list[Filled], carried: frozenset[str]) -> bool:
        """Whether a sentence, in one piece or several, says what may not be said."""
        if self.promises.avoided(" ".join(piece.text for piece in sentence)):
            return True
        without_pain = " ".join(piece.without_pain for piece in sentence)
        return self.promises.left_out_area(without_pain, carried) is not None

    def _paragraph(self, paragraph: Paragraph, section: Scope) -> tuple[Step, ...]:
        """The first alternative of which every sentence may be said, else what is left of the first."""
        rest: tuple[Step, ...] = ()
        for line in paragraph.lines:
            areas = line.scope.areas or section.areas
            if not self._in_place(line.scope, section) or not self.promises.allow_areas(areas):
                continue
            if not self._answered(say.text for say in says_of(line.steps)):
                continue
            kept = self._steps(line.steps, areas)
            if _is_empty(kept.steps, line):
                continue
            if not kept.broken:
                return kept.steps
            rest = rest or kept.steps
        return rest

    def _steps(self, steps: Iterable[Step], areas: tuple[str, ...]) -> _Kept:
        kept: list[Step] = []
        broken = False
        gone = ""
        for group in _sentences(steps):
            words = group[0].text if isinstance(group[0], Say) else ""
            leans = bool(gone) and self.lexicon.leans(words, gone)
            done = _Kept((), broken=True) if leans else self._group(group, areas)
            kept.extend(done.steps)
            broken = broken or done.broken
            if not leans:
                gone = "" if done.steps else words
        return _Kept(tuple(kept), broken)

    def _group(self, group: list[Step], areas: tuple[str, ...]) -> _Kept:
        match group[0]:
            case Say():
                return self._sentence(group, areas)
            case Breathe() as breathe:
                inside = self._steps(breathe.steps, areas)
                return _Kept((self._breathe(breathe, inside.steps),), inside.broken)
            case Tense() as tense:
                return self._tense(tense, areas)
            case Release() as release:
                inside = self._steps(release.steps, areas)
                if _lost_its_words(release.steps, inside.steps):
                    return _Kept((), broken=True)
                return _Kept((replace(release, steps=_spoken_only(inside.steps)),), inside.broken)
            case Count() as count:
                return self._count(count)
            case Sound(name=name) if self.promises.avoided(name):
                return _Kept(())
        return _Kept(tuple(group))

    def _sentence(self, group: list[Step], areas: tuple[str, ...]) -> _Kept:
        """One sentence with the silences in and after it; it goes as a whole."""
        pieces: dict[int, Filled] = {}
        for index, step in enumerate(group):
            if isinstance(step, Say):
                starts = not pieces
                pieces[index] = fill(step.text, self.filled, self.lexicon.grammar, starts)
        if self._breaks(list(pieces.values()), leaves(areas)):
            return _Kept((), broken=True)
        done: list[Step] = []
        for index, step in enumerate(group):
            if isinstance(step, Say):
                text, answers = pieces[index].text, pieces[index].answers
                if answers or text != step.text:
                    step = replace(step, text=text, private=bool(answers), answers=answers)
            done.append(step)
        return _Kept(tuple(done))

    def _tense(self, tense: Tense, areas: tuple[str, ...]) -> _Kept:
        """A tensing with its words, or neither."""
        if not self.promises.allow_tensing(areas):
            return _Kept(())
        inside = self._steps(tense.steps, areas)
        if _lost_its_words(tense.steps, inside.steps):
            return _Kept((), broken=True)
        if not all(self.promises.allow_tensing_of(say.text, leaves(areas)) for say in says_of(inside.steps)):
            return _Kept(())
        return _Kept((replace(tense, steps=_spoken_only(inside.steps)),), inside.broken)

    def _breathe(self, breathe: Breathe, inside: tuple[Step, ...]) -> Breathe:
        """The breathing in the person's own pattern or at their own rate, where it asks for one we know."""
        breathe = replace(breathe, steps=_spoken_only(inside))
        if breathe.own_pattern and self.person.pattern is not None:
            return replace(breathe, pattern=self.person.pattern)
        if not breathe.own_rate or self.person.breath_rate is None or breathe.end_rate is None:
            return breathe
        rate = min(max(self.person.breath_rate, SLOWEST_RATE), FASTEST_RATE)
        # whoever breathes more slowly than the goal already keeps their own rate: a breath never speeds up
        return replace(breathe, start_rate=rate, end_rate=min(rate, breathe.end_rate))

    def _count(self, count: Count) -> _Kept:
        step = 1 if count.last > count.first else -1
        numbers = range(count.first, count.last + step, step)
        words = [self.lexicon.number(number) for number in numbers]
        if any(self.promises.avoided(word) for word in (*words, *self.lexicon.grammar.counting)):
            return _Kept((), broken=True)
        return _Kept((replace(count, words=tuple(Say(word.capitalize()) for word in words)),))


def _sentences(steps: Iterable[Step]) -> list[list[Step]]:
    """The steps in groups: a sentence with all its phrases and the silences after it, or one other step."""
    groups: list[list[Step]] = []
    hangs = False
    for step in steps:
        continues = bool(groups) and isinstance(groups[-1][0], Say)
        joins = (isinstance(step, Say) and hangs) or isinstance(step, Pause)
        if continues and joins:
            groups[-1].append(step)
        else:
            groups.append([step])
        if not isinstance(step, Pause):
            hangs = isinstance(step, Say) and step.text.endswith("…")
    return groups


def says_of(steps: Iterable[Step]) -> Iterable[Say]:
    """Every clip in the steps, also inside breathing, tensing and letting go."""
    for step in steps:
        if isinstance(step, Say):
            yield step
        elif isinstance(step, Breathe | Tense | Release):
            yield from says_of(step.steps)


def _spoken_only(steps: tuple[Step, ...]) -> tuple[Say | Pause, ...]:
    """The words inside a container; what stands last there is a word, not a silence."""
    inside = [step for step in steps if isinstance(step, Say | Pause)]
    while inside and isinstance(inside[-1], Pause):
        inside.pop()
    return tuple(inside)


def _lost_its_words(before: Iterable[Step], after: Iterable[Step]) -> bool:
    return any(True for _say in says_of(before)) and not any(True for _say in says_of(after))


def _is_empty(steps: tuple[Step, ...], line: Line) -> bool:
    """Whether a line has nothing left to say or do."""
    if not steps:
        return True
    return all(isinstance(step, Pause) for step in steps) and not all(
        isinstance(step, Pause) for step in line.steps
    )


def _speaks(section: Section) -> bool:
    return any(
        True for paragraph in section.paragraphs for line in paragraph.lines for _say in says_of(line.steps)
    )
