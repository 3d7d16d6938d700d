"""Every shipped practice, whatever is left out, at every length: the promises are kept and it fits.

That a plan ends on time wherever its length lies within its span is proven in tests/timing for all readings;
here each reading's span is looked at, once for all choices that come to the same words.
"""

from functools import cache
from itertools import product

import pytest

from relaxapp.errors import PromiseError
from relaxapp.library.checking import FAST_VOICE, SLOW_VOICE, check_file
from relaxapp.practice.area_names import offered_areas
from relaxapp.timing.estimate import at_rate
from relaxapp.timing.fit import span
from relaxapp.words.areas import LEAVES, NAMES, leaves
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise, says_of
from relaxapp.words.promises import Promises
from relaxapp.words.reading import Reading
from relaxapp.words.script import Release, Script, Tense
from tests.words.english import english, library, spoken

SCRIPTS = library().names()
TENSING = [name for name in SCRIPTS if "[tense" in library().source(name)]
AREAS = tuple(dict.fromkeys([*offered_areas(), *(name for name in NAMES if name != "body")]))


def test_every_shipped_script_is_whole() -> None:
    assert not library().mistakes()
    assert len(SCRIPTS) >= 30


@cache
def found(name: str) -> Script:
    return library().find(name)


@cache
def fits(reading: Reading) -> bool:
    """Whether a slow and a fast voice can both say it in the minutes it was made for."""
    spans = [span(reading, at_rate(rate)) for rate in (SLOW_VOICE, FAST_VOICE)]
    return all(shortest - 1 <= reading.minutes * 60 <= longest + 1 for shortest, longest in spans)


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_mistakes(name: str) -> None:
    path = found(name).path
    assert path is not None
    assert check_file(library().shipped / "en" / f"{name}.md", english()) == ()


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_part_left_out_is_never_mentioned_and_the_rest_still_fits(name: str) -> None:
    script = found(name)
    for area, minutes in product(AREAS, script.lengths):
        person = Person(leave_out=frozenset({area}))
        promises, other_side = Promises(person, english()), LEAVES - leaves([area])
        reading = personalise(script, person, minutes, english())
        for words in (*spoken(reading), *(passage.title for passage in reading.passages)):
            assert promises.breach(words, other_side) is None, (area, minutes, words)
        assert fits(reading), (area, minutes)
        assert brings_back(spoken(reading)), (area, minutes)


def brings_back(said: list[str]) -> bool:
    """Whether it ends with coming back, slowly."""
    ending = " ".join(said[-3:]).casefold()
    ways = ("before you stand", "before you get up", "then move on")
    return any(words in ending for words in ways)


@pytest.mark.parametrize("name", SCRIPTS)
@pytest.mark.parametrize("asleep", [False, True], ids=["alert", "asleep"])
def test_a_theme_avoided_is_never_mentioned(name: str, asleep: bool) -> None:
    script = found(name)
    for theme, minutes in product(english().themes, script.lengths):
        person = Person(avoid=(theme,), asleep=asleep)
        promises = Promises(person, english())
        try:
            reading = personalise(script, person, minutes, english())
        except PromiseError as error:
            assert theme in str(error)
            continue
        for words in (*spoken(reading), *(passage.title for passage in reading.passages)):
            assert promises.breach(words) is None, (theme, minutes, words)
        assert fits(reading), (theme, minutes)


@pytest.mark.parametrize("name", TENSING)
@pytest.mark.parametrize("leave_out", ["", "hands", "jaw"])
def test_who_only_lets_go_never_tenses(name: str, leave_out: str) -> None:
    script = found(name)
    person = Person(release_only=frozenset({"body"}), leave_out=frozenset({leave_out} - {""}))
    for minutes in script.lengths:
        reading = personalise(script, person, minutes, english())
        steps = [step for passage in reading.passages for step in passage.steps]
        assert not any(isinstance(step, Tense) for step in steps)
        assert any(isinstance(step, Release) for step in steps)
        assert not any("fist" in line.casefold() for line in spoken(reading))
        assert fits(reading), minutes


def tensed(reading: Reading) -> list[Tense]:
    return [step for passage in reading.passages for step in passage.steps if isinstance(step, Tense)]


@pytest.mark.parametrize("name", TENSING)
def test_a_part_that_only_lets_go_is_visited_all_the_same(name: str) -> None:
    script = found(name)
    for area, minutes in product(offered_areas(), script.lengths):
        whole = personalise(script, Person(), minutes, english())
        reading = personalise(script, Person(release_only=frozenset({area})), minutes, english())
        assert titles(reading) == titles(whole), (area, minutes)
        assert fits(reading), (area, minutes)
        for tense in tensed(reading):
            words = " ".join(say.text for say in says_of(tense.steps))
            named = [mention.leaves for mention in english().mentions(words)]
            assert not any(parts <= leaves([area]) for parts in named), (area, minutes, words)


def titles(reading: Reading) -> list[str]:
    return [passage.title for passage in reading.passages]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_longer_form_has_more_words(name: str) -> None:
    script = found(name)
    counts = [
        sum(len(line.split()) for line in spoken(personalise(script, Person(), minutes, english())))
        for minutes in script.lengths
    ]
    assert counts == sorted(counts)
    assert counts[-1] > counts[0] * 1.3
