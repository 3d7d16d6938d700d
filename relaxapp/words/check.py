"""What is wrong in a script that can be read: promises it could not keep, and words that are never said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from relaxapp.translation import _
from relaxapp.words.areas import NAMES, leaves, names_for
from relaxapp.words.blanks import NEUTRAL, Filling, blanks_in, fill
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.mistake import Mistake, nearest
from relaxapp.words.person import Person
from relaxapp.words.personalise import remains, says_of
from relaxapp.words.script import Line, Position, Question, Scope, Script, Section, Tense

MOST_LOST = 20
"""Choices that leave nothing of a section, after which no more are looked for."""
MOST_UNCARRIED = 200
"""Words without their area that are told at once."""
FIRST = Position(1, 1)
"""Where a mistake is told that has no place of its own."""


def check(script: Script, lexicon: Lexicon) -> tuple[Mistake, ...]:
    """Every mistake beyond the form of a script, in the order of the text."""
    found = [
        *islice(_uncarried(script, lexicon), MOST_UNCARRIED),
        *_untagged_tensing(script),
        *_unused(script),
        *_never_said(script),
        *_heartless(script),
        *_lost_ending(script, lexicon),
        *_unknown_bed(script, lexicon),
    ]
    return tuple(sorted(found, key=lambda mistake: (mistake.position.line, mistake.position.column)))


def _lines(script: Script) -> Iterator[tuple[Section, Line]]:
    for section in script.sections:
        for paragraph in section.paragraphs:
            for line in paragraph.lines:
                yield section, line


def _uncarried(script: Script, lexicon: Lexicon) -> Iterator[Mistake]:
    """Words that name an area which their line doesn't carry."""
    fillings = _default_fillings(script, lexicon)
    for section in script.sections:
        for title in section.titles:
            text = fill(title.text, fillings, lexicon.grammar).text
            yield from _uncarried_in(text, title.areas, section.at, lexicon)
    for section, line in _lines(script):
        areas = line.scope.areas or section.scope.areas
        for say in says_of(line.steps):
            text = fill(say.text, fillings, lexicon.grammar).text
            yield from _uncarried_in(text, areas, say.at or line.at, lexicon)


def _uncarried_in(text: str, areas: tuple[str, ...], at: Position, lexicon: Lexicon) -> Iterator[Mistake]:
    carried = leaves(areas)
    for mention in lexicon.mentions(text):
        missing = mention.meant(carried) - carried
        if missing:
            wanted = dict.fromkeys([*areas, *names_for(mention.leaves)])
            yield Mistake(
                at,
                _("'{words}' names a part of the body; say so with {braces}, or take other words").format(
                    words=mention.words, braces="{area: " + ", ".join(wanted) + "}"
                ),
            )


def _default_fillings(script: Script, lexicon: Lexicon) -> Mapping[str, Filling]:
    """Each blank filled with its default; with a neutral word where it may name any area, or has none."""

    def default(question: Question) -> Filling:
        words = NEUTRAL if question.about_pain else question.default or NEUTRAL
        return Filling(words, typed=False)

    cue_word = Filling(lexicon.grammar.cue_word or NEUTRAL, typed=False)
    return {"cue_word": cue_word, **{question.name: default(question) for question in script.questions}}


def _untagged_tensing(script: Script) -> Iterator[Mistake]:
    for section, line in _lines(script):
        tenses = any(isinstance(step, Tense) for step in line.steps)
        if tenses and not (line.scope.areas or section.scope.areas):
            yield Mistake(
                line.at,
                _("what is tensed needs its area, as in {braces}, so that it can be left out").format(
                    braces="{area: hands}"
                ),
            )


def _unused(script: Script) -> Iterator[Mistake]:
    """Questions whose answers change nothing."""
    used: set[str] = set()
    for section in script.sections:
        used |= {condition.name for condition in section.scope.conditions}
        used |= {blank for title in section.titles for blank in blanks_in(title.text)}
    for _section, line in _lines(script):
        used |= {condition.name for condition in line.scope.conditions}
        used |= {blank for say in says_of(line.steps) for blank in blanks_in(say.text)}
    for question in script.questions:
        if question.name not in used:
            yield Mistake(
                question.at or FIRST,
                _("'{name}' is asked and never used; write {blank} where it is said").format(
                    name=question.name, blank="{" + question.name + "}"
                ),
            )


def _never_said(script: Script) -> Iterator[Mistake]:
    """Sections and lines that none of the script's lengths reaches."""
    for section in script.sections:
        if not _reached(script, section.scope):
            yield Mistake(section.at, _("none of the lengths of this practice has this section"))
            continue
        for paragraph in section.paragraphs:
            for line in paragraph.lines:
                if not _reached(script, section.scope, line.scope):
                    yield Mistake(line.at, _("none of the lengths of this practice has this line"))


def _reached(script: Script, *scopes: Scope) -> bool:
    return any(all(_fits(scope, minutes) for scope in scopes) for minutes in script.lengths)


def _fits(scope: Scope, minutes: float) -> bool:
    under = scope.under_minutes
    return minutes >= scope.least_minutes and (under is None or minutes < under)


def _heartless(script: Script) -> Iterator[Mistake]:
    """Lengths at which the practice lacks what it is for."""
    hearts = [section for section in script.sections if section.heart]
    for minutes in script.lengths:
        if hearts and not any(_fits(section.scope, minutes) for section in hearts):
            yield Mistake(
                hearts[0].at,
                _("at {minutes} minutes no section with {heart} is part of the practice").format(
                    minutes=minutes, heart="{heart}"
                ),
            )


def _lost_ending(script: Script, lexicon: Lexicon) -> Iterator[Mistake]:
    """Choices that leave nothing of the last section, which brings the person back."""
    last = script.sections[-1]
    lost: dict[str, None] = {}
    answers = {question.name: NEUTRAL for question in script.questions}
    for choice, person in _choices(lexicon):
        for minutes in _telling_lengths(script, last):
            for asleep in (False, True):
                for answered in ({}, answers) if answers else ({},):
                    one = replace(person, answers=answered, asleep=asleep)
                    if not remains(script, last, one, minutes, lexicon):
                        ending = _("asleep") if asleep else _("alert")
                        reason = _("{choice} (at {minutes} minutes, ending {ending})").format(
                            choice=choice, minutes=minutes, ending=ending
                        )
                        lost.setdefault(reason)
        if len(lost) > MOST_LOST:
            break
    if lost:
        some = "; ".join(list(lost)[:3])
        yield Mistake(
            last.at,
            _("nothing remains of this last section with {choices}; give it an [or] for that").format(
                choices=some
            ),
        )


def _telling_lengths(script: Script, section: Section) -> list[int]:
    """Of the lengths at which the same lines of a section may be said, one each."""
    scopes = {section.scope, *(line.scope for paragraph in section.paragraphs for line in paragraph.lines)}
    bounds = [(scope.least_minutes, scope.under_minutes) for scope in scopes]
    found: dict[tuple[bool, ...], int] = {}
    for minutes in script.lengths:
        fitting = tuple(minutes >= least and (under is None or minutes < under) for least, under in bounds)
        found.setdefault(fitting, minutes)
    return list(found.values())


def _choices(lexicon: Lexicon) -> Iterable[tuple[str, Person]]:
    yield _("nothing left out"), Person()
    yield _("all areas left out"), Person(leave_out=frozenset({"body"}))
    yield _("nothing tensed"), Person(release_only=frozenset({"body"}))
    for name in NAMES:
        yield _("'{name}' left out").format(name=name), Person(leave_out=frozenset({name}))
    for name in lexicon.themes:
        yield _("'{name}' avoided").format(name=name), Person(avoid=(name,))


def _unknown_bed(script: Script, lexicon: Lexicon) -> Iterator[Mistake]:
    if script.bed in lexicon.beds:
        return
    near = nearest(script.bed, lexicon.beds)
    known = ", ".join(lexicon.beds)
    yield Mistake(
        FIRST,
        _("there is no bed '{name}'; the nearest is '{near}'").format(name=script.bed, near=near)
        if near
        else _("there is no bed '{name}'; it is one of {known}").format(name=script.bed, known=known),
    )
