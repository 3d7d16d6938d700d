"""From text to script: every form that is taught, and every mistake with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.words.parse import read
from relaxapp.words.script import Breathe, Count, Pattern, Pause, Release, Say, Script, Sound, Step, Tense
from tests.words.english import HEAD, script

START = HEAD.count("\n") + 1
"""The line on which the body begins."""


def steps(body: str) -> tuple[Step, ...]:
    [section] = script(f"# A\n{body}").sections
    [paragraph] = section.paragraphs
    [line] = paragraph.lines
    return line.steps


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[pause 4]", Pause(4, 4)),
        ("[ Pause  4-12 ]", Pause(4, 12)),
        ("[pause 0.5–1.5]", Pause(0.5, 1.5)),
        ("[sound bell]", Sound("bell")),
        ("[count 1 to 5 every 4]", Count(1, 5, 4)),
        ("[count 5 to 1 every 2.5]", Count(5, 1, 2.5)),
        ("[breathe 4-6 for 1 min]", Breathe(Pattern(4, 0, 6, 0), 60, 60)),
        ("[breathe 4-7-8 for 1-2 min]", Breathe(Pattern(4, 7, 8, 0), 60, 120)),
        ("[breathe 4-4-4-4 for 90 s]", Breathe(Pattern(4, 4, 4, 4), 90, 90)),
        ("[breathe 6 per min for 1 min]", Breathe(Pattern(4, 0, 6, 0), 60, 60)),
        ("[breathe 10 to 6 per min for 5 min]", Breathe(Pattern(4, 0, 6, 0), 300, 300, 10, 6)),
        (
            "[breathe own to 6 per min for 5 min]",
            Breathe(Pattern(4, 0, 6, 0), 300, 300, 10, 6, own_rate=True),
        ),
        ("[breathe own pattern for 2-4 min]", Breathe(Pattern(4, 0, 6, 0), 120, 240, own_pattern=True)),
    ],
)
def test_what_stands_in_brackets(body: str, expected: Step) -> None:
    found = steps(body)
    assert expected in found
    assert all(isinstance(each, Pause) for each in found if each != expected)


def test_words_after_tense_and_release_lie_inside_them() -> None:
    tense, *_rest = steps("[tense 6] Make loose fists. Hold them.")
    assert isinstance(tense, Tense)
    assert tense.seconds == 6
    assert [say.text for say in tense.steps if isinstance(say, Say)] == ["Make loose fists.", "Hold them."]
    release, *_rest = steps("[release 30-40] Let go.")
    assert isinstance(release, Release)


def test_each_sentence_is_a_clip_and_so_is_each_phrase_between_ellipses() -> None:
    found = steps("Let it be… just as it is. Dr. Lee agrees, 3.5 times. Good?")
    said = [step.text for step in found if isinstance(step, Say)]
    assert said == ["Let it be…", "just as it is.", "Dr. Lee agrees, 3.5 times.", "Good?"]


def test_a_silence_follows_a_sentence_unless_one_is_written() -> None:
    assert [step for step in steps("One. Two. [pause 9]") if isinstance(step, Pause)] == [
        Pause(3, 5),
        Pause(9, 9),
    ]


def test_a_section_appears_from_a_length_on() -> None:
    one, two = script("# A\nHi.\n\n# B {from 10 min}\nHo.").sections
    assert [each.scope.least_minutes for each in (one, two)] == [0, 10]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("# A\n[puase 4] Hi.", "1:1: there is no [puase]; the nearest is [pause ...]"),
        ("# A\nHi.\n[pause 9-4]", "2:1: the shorter time comes first, as in 4-12"),
        ("# A\n[pause four]", "1:1: a pause is written [pause 4] or [pause 4-12], in seconds"),
        ("# A {area: left hnd}\nHi.", "0:5: there is no area 'left hnd'; the nearest is 'left hand'"),
        ("# A\nHi {plce}.", "1:4: there is no blank 'plce'; the nearest is 'place'"),
        ("# A\nHi {qqq}.", "1:4: there is no blank 'qqq'; a blank is asked for under ask"),
        ("# A {from ten min}\nHi.", "0:5: {from ten min} can't be read; it is written {from 10 min}"),
        ("# A\n[breathe 4 to 6]", "1:1: breathing is written [breathe 4-6 for 1-3 min]"),
        ("# A\n[breathe 6 to 10 per min for 1 min]", "1:1: the breath slows down"),
        ("# A\n[count 1 to x every 4]", "1:1: counting is written [count 1 to 5 every 4], in seconds"),
        ("# A\n[sound A B]", "1:1: a sound is written [sound bell]"),
        ("# A\n[tense 60] Hi.", "1:1: tensing lasts 1 to 15 seconds"),
        ("# A\n[if pian] Hi.", "1:1: there is no blank 'pian'; the nearest is 'pain'"),
        ("# A\n[or] Hi.", "1:1: [or] follows the words it is an alternative to"),
        ("# A\nHi \u200e\x07.", "1:5: the character U+0007 can't be read"),
        ("# A\nHi \ufffc.", "1:4: the character U+FFFC can't be read"),
        ("# A\nHi [pause 4", "1:4: this [ is never closed"),
        ("# A\nHi {place", "1:4: this { is never closed"),
        ("Hi.", "0:1: words come after a heading; a heading begins with #"),
    ],
)
def test_mistakes_name_their_place_and_what_would_be_right(body: str, told: str) -> None:
    line, _colon, rest = told.partition(":")
    expected = f"p:{START + int(line)}:{rest}"
    found = [mistake.told("p") for mistake in read(HEAD + body, "p")[1]]
    assert any(each.startswith(expected) for each in found), found


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (
            "titel: T\ntechnique: imagery\nlengths: [5]",
            "2:1: there is no 'titel' here; the nearest is 'title'",
        ),
        (
            "title: T\ntechnique: imagry\nlengths: [5]",
            "3:12: there is no technique 'imagry'; the nearest is 'imagery'",
        ),
        ("title: T\ntechnique: imagery", "2:1: the lengths are missing"),
        ("title: T\ntechnique: imagery\nlengths: [10, 5]", "4:10: the lengths rise"),
        ("title: T\ntechnique: imagery\nlengths: [five]", "4:11: a length is a whole number of minutes"),
        ("title: &a T\ntechnique: imagery\nlengths: [5]", "2:8: & and * have no meaning here"),
        ("title: !!python/object:os T\ntechnique: imagery\nlengths: [5]", "2:8: ! has no meaning here"),
        ("title: T\ntitle: U\ntechnique: imagery\nlengths: [5]", "3:1: "),
        (
            "title: T\ntechnique: imagery\nlengths: [5]\nask:\n  a: {questoin: Q, default: x}",
            "6:7: there is no 'questoin' here; the nearest is 'question'",
        ),
    ],
)
def test_mistakes_in_front_matter(head: str, told: str) -> None:
    found = [mistake.told("p") for mistake in read(f"---\n{head}\n---\n# A\nHi.", "p")[1]]
    assert any(each.startswith(f"p:{told}") for each in found), found


def test_all_mistakes_are_told_not_only_the_first() -> None:
    _script, found = read(
        f"{HEAD}# A\n[puase 4] Hi.\n\n# B {{area: hnad}}\n[brethe 4-6 for 1 min] {{plce}}", "p"
    )
    assert [(mistake.position.line - START, mistake.position.column) for mistake in found] == [
        (1, 1),
        (3, 5),
        (4, 1),
        (4, 24),
    ]


PIECES = st.sampled_from(
    [
        *("---\n", "title: T\n", "lengths: [5]\n", "ask:\n", "  place: {question: Q}\n", "# A", "\n\n"),
        *("[pause ", "4", "-", "]", "[or]", "[if ", "{area: ", "left hand", "}", "{place}", "[breathe "),
        *(" to ", " per min for ", "1 min", "…", "[tense 6]", "[release 30]", "[count 1 to 5 every 4]"),
        *("[sound bell]", " Words. ", "\t", "\r\n", "\0", "\ufeff"),
    ]
)
TEXTS = st.lists(PIECES).map("".join)


@given(st.one_of(st.text(), TEXTS, TEXTS.map(lambda text: HEAD + text)))
def test_any_text_is_a_script_or_has_mistakes_with_a_place(text: str) -> None:
    made, mistakes = read(text, "any.md")
    assert (made is None) == bool(mistakes)
    assert made is None or isinstance(made, Script)
    for mistake in mistakes:
        assert mistake.position.line >= 1
        assert mistake.position.column >= 1
        assert mistake.position.line <= text.count("\n") + text.count("\r") + 2
        assert mistake.message
