"""Every shipped practice, whatever is left out, at every length: the promises are kept and it fits."""

from functools import cache

import pytest

from relaxapp.errors import PromiseError
from relaxapp.library.checking import FAST_VOICE, SLOW_VOICE, check_file
from relaxapp.practice.area_names import offered_areas
from relaxapp.timing.estimate import at_rate
from relaxapp.timing.fit import fit
from relaxapp.timing.frames import seconds
from relaxapp.words.areas import LEAVES, NAMES, leaves
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.promises import Promises
from relaxapp.words.script import Release, Script, Tense
from tests.words.english import english, library, spoken

SCRIPTS = library().names()
AREAS = tuple(dict.fromkeys([*offered_areas(), *(name for name in NAMES if name != "body")]))


def test_every_shipped_script_is_whole() -> None:
    assert not library().mistakes()
    assert len(SCRIPTS) >= 5


@cache
def found(name: str) -> Script:
    return library().find(name)


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_mistakes(name: str) -> None:
    path = found(name).path
    assert path is not None
    assert check_file(library().shipped / "en" / f"{name}.md", english()) == ()


@pytest.mark.parametrize("name", SCRIPTS)
@pytest.mark.parametrize("area", AREAS)
def test_a_part_left_out_is_never_mentioned_and_the_rest_still_fits(name: str, area: str) -> None:
    script, person = found(name), Person(leave_out=frozenset({area}))
    promises, other_side = Promises(person, english()), LEAVES - leaves([area])
    for minutes in script.lengths:
        reading = personalise(script, person, minutes, english())
        for words in (*spoken(reading), *(passage.title for passage in reading.passages)):
            assert promises.breach(words, other_side) is None, (minutes, words)
        for rate in (SLOW_VOICE, FAST_VOICE):
            plan = fit(reading, at_rate(rate), minutes * 60)
            assert abs(seconds(plan.frames) - minutes * 60) <= 1
        assert brings_back(spoken(reading))


def brings_back(said: list[str]) -> bool:
    """Whether it ends with coming back, slowly."""
    ending = " ".join(said[-3:]).casefold()
    ways = ("before you stand", "before you get up", "then move on")
    return any(words in ending for words in ways)


@pytest.mark.parametrize("name", SCRIPTS)
@pytest.mark.parametrize("theme", sorted(english().themes))
def test_a_theme_avoided_is_never_mentioned(name: str, theme: str) -> None:
    script, person = found(name), Person(avoid=(theme,))
    promises = Promises(person, english())
    for minutes in script.lengths:
        try:
            reading = personalise(script, person, minutes, english())
        except PromiseError as error:
            assert theme in str(error)
            continue
        for words in (*spoken(reading), *(passage.title for passage in reading.passages)):
            assert promises.breach(words) is None, (minutes, words)
        plan = fit(reading, at_rate(SLOW_VOICE), minutes * 60)
        assert abs(seconds(plan.frames) - minutes * 60) <= 1


@pytest.mark.parametrize("name", [name for name in SCRIPTS if "[tense" in library().source(name)])
def test_who_only_lets_go_never_tenses(name: str) -> None:
    script = found(name)
    for minutes in script.lengths:
        reading = personalise(script, Person(release_only=frozenset({"body"})), minutes, english())
        steps = [step for passage in reading.passages for step in passage.steps]
        assert not any(isinstance(step, Tense) for step in steps)
        assert any(isinstance(step, Release) for step in steps)
        assert not any("fist" in line.casefold() for line in spoken(reading))


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_longer_form_has_more_words(name: str) -> None:
    script = found(name)
    counts = [
        sum(len(line.split()) for line in spoken(personalise(script, Person(), minutes, english())))
        for minutes in script.lengths
    ]
    assert counts == sorted(counts)
    assert counts[-1] > counts[0] * 1.3
