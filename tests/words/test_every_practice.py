"""What every practice says and never says, at every length and with either ending."""

import re
from itertools import product

import pytest

from relaxapp.library.checking import FAST_VOICE, SLOW_VOICE
from relaxapp.timing.estimate import at_rate
from relaxapp.timing.fit import fit
from relaxapp.timing.frames import seconds
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.script import Script, Technique
from tests.words.english import english, library, spoken

PRACTICES = library().all()
EACH = pytest.mark.parametrize("script", PRACTICES, ids=lambda script: script.id)
HOW_TO_STOP = ("stop at any time", "end this whenever you wish", "finish early if that is better")
COMES_BACK = ("before you stand", "before you get up", "then move on")
STAYS = ("if sleep is near, let it come", "rest as long as you like")
ALWAYS_COMES_BACK = {Technique.REFLECTION, Technique.GROUNDING, Technique.ACTIVITY}
"""What comes after them wants a person awake: a line to write, a call, or the activity itself."""
CLOSED_EYES = re.compile(r"\b(eyes\b[^.]*\b(clos|shut)|(clos|shut)\w*\b[^.]*\beyes)", re.IGNORECASE)
CURES = re.compile(
    r"\b(cure[sd]?|heal(s|ed|ing)?|treat(s|ed|ment)?|therap\w+|pain[- ]free|painless|no more pain"
    r"|(pain|it) will (go|vanish|stop|end)|guarantee\w*|proven)\b",
    re.IGNORECASE,
)
ORDERS = re.compile(r"\b(you must|hold your breath|try harder|relax now)\b", re.IGNORECASE)

NAMED = {
    "hands": re.compile(r"\b(hands?|fists?|fingers?|palms?|thumbs?)\b", re.IGNORECASE),
    "jaw": re.compile(r"\b(jaws?|teeth|chin|chew\w*)\b", re.IGNORECASE),
}
"""Words that name a part, without the help of the lexicon."""


def said(script: Script, minutes: int, **person: object) -> list[str]:
    return spoken(personalise(script, Person(**person), minutes, english()))  # type: ignore[arg-type]


@EACH
@pytest.mark.parametrize("avoid", ["", "the dark", "people", "touch", "closed eyes", "lying down"])
def test_it_begins_with_how_to_stop(script: Script, avoid: str) -> None:
    for minutes, asleep in product(script.lengths, (False, True)):
        beginning = " ".join(said(script, minutes, asleep=asleep, avoid=(avoid,) if avoid else ())[:3])
        assert any(words in beginning.casefold() for words in HOW_TO_STOP), beginning


@EACH
def test_eyes_open_and_eyes_closed_are_equal(script: Script) -> None:
    for minutes, asleep in product(script.lengths, (False, True)):
        words = " ".join(said(script, minutes, asleep=asleep))
        if script.technique is Technique.GROUNDING:
            assert CLOSED_EYES.search(words) is None
        else:
            assert "eyes can be open or closed" in words or "eyes open or closed" in words
        avoiding = " ".join(said(script, minutes, asleep=asleep, avoid=("closed eyes",)))
        assert CLOSED_EYES.search(avoiding) is None


@EACH
def test_it_brings_one_back_unless_sleep_was_chosen(script: Script) -> None:
    for minutes in script.lengths:
        assert any(words in " ".join(said(script, minutes)[-3:]) for words in COMES_BACK)
        asleep = " ".join(said(script, minutes, asleep=True)[-3:]).casefold()
        ends = COMES_BACK if script.technique in ALWAYS_COMES_BACK else STAYS
        assert any(words in asleep for words in ends), asleep
        if ends is STAYS:
            assert not any(words in asleep for words in COMES_BACK), asleep


@EACH
def test_it_promises_no_cure_and_gives_no_orders(script: Script) -> None:
    told = [script.title, script.summary, *(question.text for question in script.questions)]
    for minutes, asleep in product(script.lengths, (False, True)):
        told += said(script, minutes, asleep=asleep)
    for words in told:
        assert CURES.search(words) is None, words
        assert ORDERS.search(words) is None, words


@EACH
def test_its_cautions_are_whole_sentences(script: Script) -> None:
    assert script.cautions
    assert all(re.fullmatch(r"[A-Z].*[.]", caution) for caution in script.cautions)
    if script.technique not in ALWAYS_COMES_BACK:
        assert any("driving" in caution for caution in script.cautions)


@EACH
@pytest.mark.parametrize("leave_out", NAMED)
def test_without_the_hands_or_the_jaw_it_ends_on_time(script: Script, leave_out: str) -> None:
    for minutes, rate in product(script.lengths, (SLOW_VOICE, FAST_VOICE)):
        person = Person(leave_out=frozenset({leave_out}))
        plan = fit(personalise(script, person, minutes, english()), at_rate(rate), minutes * 60)
        assert abs(seconds(plan.frames) - minutes * 60) <= 1, (minutes, rate)
        for cue in plan.says():
            assert NAMED[leave_out].search(cue.text) is None, cue.text


def test_a_muscle_practice_is_there_in_every_form() -> None:
    muscles = {script.id for script in PRACTICES if script.technique is Technique.PMR}
    assert muscles >= {
        "sixteen-groups",
        "muscle-relaxation",
        "four-groups",
        "only-letting-go",
        "remembering-ease",
        "remember-and-count",
        "a-word-for-letting-go",
        "half-a-minute",
    }
    assert all(len(script.lengths) >= 3 for script in PRACTICES)
