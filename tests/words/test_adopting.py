"""A facilitator's page becomes a practice: nothing is lost, nothing for the reader is spoken unasked."""

import re
from collections import Counter as Tally
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from relaxapp.errors import ScriptError
from relaxapp.words.adopting import english as english_words
from relaxapp.words.adopting.page import Page, legible
from relaxapp.words.adopting.understand import ENDING, understand
from relaxapp.words.adopting.understood import Answers, Fate, Understood
from relaxapp.words.adopting.writing import script_text
from relaxapp.words.check import check
from relaxapp.words.parse import parse, read
from relaxapp.words.personalise import says_of
from relaxapp.words.script import Count, Line, Script
from relaxapp.words.source import Source
from tests.words.english import english

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(page.name for page in PAGES.iterdir() if page.suffix in {".txt", ".md"})
WORD = re.compile(r"[^\W_]+")


def adopted(text: str, answers: Answers | None = None) -> Understood:
    return understand(Page(text, "a page"), english(), answers or {})


def body(text: str, answers: Answers | None = None) -> str:
    """The lines of the script that were made of a page, without the ending and the added heading."""
    understood = adopted(text, answers)
    rows = [row for row in understood.rows if row.script != ENDING and row.script[:1] != ("# A page",)]
    return "\n".join(line for row in rows for line in row.script)


def script_of(understood: Understood) -> Script:
    return parse(script_text(understood, understood.title, (10,)), "adopted.md")


def lines_of(script: Script) -> Iterable[Line]:
    return (line for section in script.sections for par in section.paragraphs for line in par.lines)


def spoken(script: Script) -> list[str]:
    """Every sentence and number of a script, in order."""
    said = []
    for line in lines_of(script):
        for step in line.steps:
            if isinstance(step, Count):
                down = -1 if step.last < step.first else 1
                said += [str(number) for number in range(step.first, step.last + down, down)]
            said += [say.text for say in says_of([step])]
    return said


def words_of(texts: Iterable[str]) -> list[str]:
    return [word.casefold() for text in texts for word in WORD.findall(text)]


NUMBERS = {word: str(value) for value, word in enumerate(english_words.NUMBERS)}


def digits(words: Iterable[str]) -> list[str]:
    """Numbers in figures, since a page may write them in either way."""
    return [NUMBERS.get(word, word) for word in words]


def fates(text: str, understood: Understood) -> list[set[Fate]]:
    """For each word of the page, everything that became of it."""
    by_offset: dict[int, set[Fate]] = {}
    for piece in understood.pieces:
        for index, offset in enumerate(piece.source.offsets[:-1]):
            if piece.source.text[index].isalnum():
                by_offset.setdefault(offset, set()).add(piece.fate)
    found = []
    for line in map(legible, Source(text).lines()):
        for match in WORD.finditer(line.text):
            offsets = {line.offsets[index] for index in range(*match.span())}
            found.append(
                {fate for offset in offsets for fate in by_offset.get(offset, set())}
                if offsets <= by_offset.keys()
                else set()
            )
    return found


def accounted(text: str) -> Understood:
    """Adopt a page, and prove what must hold of every page."""
    understood = adopted(text)
    assert all(len(fate) == 1 for fate in fates(text, understood)), "each word has one fate"
    tally = Tally(
        offset
        for p in understood.pieces
        for i, offset in enumerate(p.source.offsets[:-1])
        if p.source.text[i].isalnum()
    )
    script, mistakes = read(script_text(understood, understood.title, (10,)), "adopted.md")
    assert not mistakes
    assert script is not None
    assert not check(script, english())
    said = Tally(digits(words_of(spoken(script))))
    said -= Tally(digits(words_of(re.sub(r"\[[^]]*\]", "", line) for line in ENDING[1:])))
    meant = Tally(digits(words_of(p.source.text for p in understood.pieces if p.fate is Fate.SAID)))
    assert not meant - said, "what is to be said is said"
    if not any("Worked out" in remark for row in understood.rows for remark in row.remarks):
        counted = Tally(digits(words_of(p.source.text for p in understood.pieces if p.fate is Fate.DONE)))
        assert not said - meant - counted, "nothing else is said"
    assert all(count == 1 for count in tally.values()) or any(char in text for char in "ﬀﬁﬂﬃﬄﬅﬆ")
    return understood


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_page_is_accounted_for_and_the_practice_passes_check(name: str) -> None:
    accounted((PAGES / name).read_text(encoding="utf-8"))


PIECES = st.sampled_from(
    [
        *(
            "Breathe in… 2, 3, 4… and out… 2, 3.",
            "(for 10 breaths)",
            "three, two, one",
            "1 2 3",
            "5. ",
            "Pause.",
        ),
        *(
            "(pause)",
            "(pause 10 seconds)",
            "[long pause]",
            ".....",
            ". . . .",
            "*pause*",
            "(softly)",
            "(or not)",
        ),
        *(
            "1. ",
            "2) ",
            "- ",
            "> ",
            "# ",
            "PART ONE\n",
            "Part 2: Hands\n",
            "**Bold**",
            "_soft_",
            "---\n",
            "| a | b |\n",
        ),
        *("Facilitator: ", "Note: ", "Client: ", "Page 3 of 8\n", "0:30 ", "[00:01:02] "),
        *(
            "00:00:01,000 --> 00:00:04,000\n",
            "From: a@example.org\nTo: b\nSubject: hello\n",
            "Hi all,\n",
            "Best wishes,\n",
        ),
        *(
            "“",
            "”",
            "„",
            '"',
            "[name]",
            "{area: hands}",
            "[pause 4]",
            "[or]",
            "[if x]",
            "{place}",
            "<b>",
            "-->",
            "<!-- ",
        ),
        *("relax-\nation ", "Your left hand", "your right hand", "(repeat with the left hand)", "shoulders "),
        *(
            "Make a fist.",
            "Tense your feet and release",
            " and then let go",
            "Hold (5 seconds).",
            "Let go.",
            "Close your eyes.",
            "the sea",
            "a",
            "don't ",
            "é",
            "ﬁnd",
        ),
        *("~", "^", "=", "`", "\\", ", ", ". ", "! ", "? ", "… ", "\u202e", "\x1b[31m", "\u00ad", "\f", "\t"),
        *("\n", "\n\n", " ", " ", " "),
    ]
)
"""What pages are made of."""


@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=40).map("".join))
@example("Part 2: Hands\nBreathe in… 2, 3, 4… and out… 2, 3.")
@example("Five, four, three, two, one.")
@example("Pause.~¡")
@example("2) !%")
@example("2) ? 0")
@settings(max_examples=60 if settings().derandomize else 20_000)
def test_whatever_a_page_holds_every_word_is_accounted_for(text: str) -> None:
    try:
        accounted(text)
    except ScriptError as error:
        assert error.hint


@pytest.mark.parametrize(
    ("page", "script"),
    [
        ("Rest now. (pause)", "Rest now. [pause 4-12]"),
        ("Rest now. [PAUSE 10 SECONDS]", "Rest now. [pause 10]"),
        ("Rest now. (pause for a minute) Go on.", "Rest now. [pause 60] Go on. [pause 4-10]"),
        ("Rest now. [long pause]", "Rest now. [pause 10-30]"),
        ("Rest now. <pause 1-2 min>", "Rest now. [pause 60-120]"),
        ("Rest now. *pause*", "Rest now. [pause 4-12]"),
        ("Rest now - long pause - and go on.", "Rest now [pause 10-30] and go on. [pause 4-10]"),
        ("Rest now -- pause -- and go on.", "Rest now [pause 4-12] and go on. [pause 4-10]"),
        ("Rest now. Pause.", "Rest now. [pause 4-12]"),
        ("Rest now. (20 minutes of silence)", "Rest now. [pause 600] [pause 600]"),
        ("Rest now. (pause for three breaths)", "Rest now. [pause 18-30]"),
        ("Rest now ..... and go on.", "Rest now… [pause 2-4] and go on. [pause 4-10]"),
        ("Rest now. . . . . . . and go on.", "Rest now… [pause 3-6] and go on. [pause 4-10]"),
        ("Rest ... now.", "Rest… now. [pause 4-10]"),
        ("Rest now. (for 10 breaths)", "Rest now. [breathe 4-6 for 100 s]"),
        (
            "Rest like this for ten breaths. Go on.",
            "Rest like this for ten breaths. [breathe 4-6 for 100 s]\nGo on. [pause 4-10]",
        ),
        (
            "Breathe in… 2, 3, and out… 2, 3, 4, 5. (5 breaths)",
            "Breathe in… [count 2 to 3 every 1] and out… [count 2 to 5 every 1] [breathe 3-5 for 40 s]",
        ),
        ("Five... four... three... two... one.", "[count 5 to 1 every 2] [pause 4-10]"),
        ("Take two, three or four breaths.", "Take two, three or four breaths. [pause 4-10]"),
        ("(ring the bell) Rest.", "[sound bell] Rest. [pause 4-10]"),
        ("Rest (or sit up, if you like).", "Rest (or sit up, if you like). [pause 4-10]"),
        ("Facilitator: Rest now.", "Rest now. [pause 4-10]"),
        ("1. Sit down.\n2. Rest.", "Sit down. [pause 4-10]\nRest. [pause 4-10]"),
        ("A soft, re-\nlaxing sound.", "A soft, relaxing sound. [pause 4-10]"),
        ("Look at {place} [name] now.", "Look at now. [pause 4-10]"),
        (
            "10. Go down a step.\n9. And another.",
            "10… Go down a step. [pause 4-10]\n9… And another. [pause 4-10]",
        ),
        (
            "Feel your left hand. Let it rest. (repeat with the right hand)",
            "{area: left hand} Feel your left hand. Let it rest.\n"
            "{area: right hand} Feel your right hand. Let it rest. [pause 4-10]",
        ),
        (
            "Let it rest. (repeat with the right hand)",
            "Let it rest.\n{area: right hand} Repeat with the right hand. [pause 15-40]",
        ),
        (
            "Clench your fists (hold for 7 seconds). Now let go. (pause 20 sec)",
            "{area: hands} [tense 7] Clench your fists. [release 8-25] Now let go. [pause 20]",
        ),
        (
            "Inhale (1-2-3), hold (1-2), exhale (1-2-3-4).",
            "Inhale [count 1 to 3 every 1] hold [count 1 to 2 every 1] "
            "exhale [count 1 to 4 every 1] [pause 4-10]",
        ),
        ("Rest. [Allow 2-3 minutes of silence here]", "Rest. [pause 120-180]"),
        ("Rest. << pause >>", "Rest. [pause 4-12]"),
        ("Leader reads: Rest now.", "Rest now. [pause 4-10]"),
        ("Count down from ten to one.", "Count down from ten to one. [pause 18-27]"),
        ("Rest.\n\nRing bell 3x.", "Rest.\n[sound bell]"),
        ("Rest here.\n```\nmy notes\n```", "Rest here. [pause 4-10]"),
        ("Rest.[^1]\n\n[^1]: from a book", "Rest. [pause 4-10]"),
        ("Rest, 10 seconds.", "Rest, 10 seconds. [pause 10]"),
        ("Don't clench your jaw.", "{area: jaw} Don't clench your jaw. [pause 4-10]"),
        (
            "Tense your right fist and release.",
            "{area: right hand} [tense 6] Tense your right fist. [release 15-40] And release. [pause 4-10]",
        ),
        (
            "1. Tense your feet and release\n2. Tense your calves for 5 s, then relax",
            "{area: feet} [tense 6] Tense your feet. [release 15-40] And release. [pause 4-10]\n"
            "{area: calves} [tense 5] Tense your calves for 5 s. [release 15-40] Then relax. [pause 4-10]",
        ),
        (
            "Clench your fists, hold, and let go. Notice your hands.",
            "{area: hands} [tense 6] Clench your fists, hold. [release 15-40] And let go. Notice your hands. "
            "[pause 4-10]",
        ),
        (
            "Tense your neck and shoulders … and then very gently release.",
            "{area: neck, shoulders} [tense 6] Tense your neck and shoulders. "
            "[release 15-40] And then very gently release. [pause 4-10]",
        ),
        (
            "Make a fist (7 seconds), release (20 seconds).",
            "{area: hands} [tense 7] Make a fist. [release 8-25] Release [pause 20]",
        ),
        (
            "Tense and release your hands.",
            "{area: hands} [tense 6] Tense and release your hands. [pause 4-10]",
        ),
        (
            "Tense your fists if you like, and release.",
            "{area: hands} [tense 6] Tense your fists if you like. [release 15-40] And release. [pause 4-10]",
        ),
        (
            "Clench your fists and don't relax yet.",
            "{area: hands} [tense 6] Clench your fists and don't relax yet. [pause 4-10]",
        ),
        (
            "1. Sit down\n2. Loosen your feet\n\nNow let everything be as it is, and stay.",
            "Sit down. [pause 4-10]\n{area: feet} Loosen your feet. [pause 4-10]\n"
            "Now let everything be as it is, and stay. [pause 4-10]",
        ),
        ("- Sit down\n- Rest", "Sit down. [pause 4-10]\nRest. [pause 4-10]"),
        ("Lie down\nClose your eyes\nRest", "Lie down.\n{area: eyes} Close your eyes. Rest. [pause 4-10]"),
        (
            "Let your arms rest\nwhere they are, while\nMary and the others\nare with you",
            "{area: arms} Let your arms rest where they are, while Mary and the others are with you. "
            "[pause 4-10]",
        ),
    ],
)
def test_what_each_mark_of_a_page_becomes(page: str, script: str) -> None:
    assert body(page) == script


@pytest.mark.parametrize("title", ["A quiet minute", "Two minutes of rest", "Ten Minutes"])
def test_a_title_that_could_be_a_silence_is_a_title(title: str) -> None:
    understood = adopted(f"{title}\n\nSit down. You are here now.\n")
    assert understood.title == title
    assert "pause 60" not in body(f"{title}\n\nSit down. You are here now.\n")
    assert "[pause 60]" in body("Sit down.\n\nA quiet minute\n\nYou are here now.\n")


def test_a_tensing_that_cannot_be_told_from_its_release_has_a_remark() -> None:
    """Whoever only lets go never hears the sentence, so the facilitator should know of it."""

    def remarks(page: str) -> list[str]:
        return [remark for row in adopted(page).rows for remark in row.remarks if "in one sentence" in remark]

    assert remarks("Tense and release your hands.")
    assert remarks("Clench your jaw as if it were cold and you wait until you can relax.")
    assert not remarks("Tense your hands and release.")
    assert not remarks("Clench your fists and don't relax yet.")


@pytest.mark.parametrize(
    "words",
    [
        "(look at the clock)",
        "[hand out the blankets]",
        "Tell the participants to sit.",
        "Note: some may cough.",
        "Wait for Mrs. X to settle.",
        "Wait for Anna and Ben to come back.",
        "Wait until everyone has settled, then go on.",
        "Wait till they are seated.",
        "Pause while Mr Jones turns the lights down.",
        "Check that everybody has a blanket.",
        "Give everyone a moment to arrive.",
        "Then read on slowly.",
    ],
)
def test_what_may_be_for_the_reader_is_asked_and_not_said_unless_wished_for(words: str) -> None:
    page = f"Sit down. You are here now.\n\n{words}\n\nRest."
    understood = adopted(page)
    assert [doubt.words for doubt in understood.doubts] == [words]
    assert words.strip("()[]") not in body(page)
    assert words.strip("()[]") in script_text(understood, "A title", (5,)), "it is kept as a note"
    assert words.strip("()[]") in body(page, {words: True})


@pytest.mark.parametrize(
    "words",
    [
        "Wait for the next breath.",
        "WAIT FOR THE NEXT BREATH.",
        "Wait until I have counted to three.",
        "Wait until the wave has passed.",
        "Wait until all is still.",
        "Wait until they are heavy.",
        "Check whether your jaw is loose.",
        "Give your hands a moment to arrive.",
        "Welcome, everyone.",
        "Let everyone you love come to mind.",
        "Give everyone you love a wish of your own.",
        "Wait until they are all lying quiet in your mind.",
        "Mr Rabbit sits in the grass.",
    ],
)
def test_what_a_listener_may_wait_for_is_said_unasked(words: str) -> None:
    page = f"Sit down. You are here now.\n\n{words}\n\nRest."
    assert not adopted(page).doubts
    assert words.casefold() in body(page).casefold()


def test_what_is_for_the_listener_in_parentheses_is_said_unless_declined() -> None:
    page = "Lie down (or sit, if you like)."
    assert "if you like" in body(page)
    assert body(page, {"(or sit, if you like)": False}) == "Lie down. [pause 4-10]"


@pytest.mark.parametrize("page", ["", "  \n\n ", "* * *", "Page 3 of 8", "From: me\nTo: you\n", "x" * 60_001])
def test_a_page_without_words_to_be_said_or_too_long_is_refused_in_one_sentence(page: str) -> None:
    with pytest.raises(ScriptError) as raised:
        adopted(page)
    assert raised.value.message.endswith(".")
    assert raised.value.hint


@pytest.mark.parametrize("who", ["Facilitator", "Leader", "Therapist"])
def test_an_aside_on_a_page_that_is_said_without_a_speaker_is_asked_about(who: str) -> None:
    """Elsewhere such a word tells who speaks, and what follows is said."""
    aside = f"{who}: look round the room; is everybody well?"
    page = f"Let your shoulders drop.\n\n{aside}\n\nRest a little.\n\nLet your hands lie still."
    (doubt,) = adopted(page).doubts
    assert (doubt.words, doubt.say) == (aside, False)
    assert "look round" not in " ".join(spoken(script_of(adopted(page))))
    said = " ".join(spoken(script_of(adopted(page, {aside: True}))))
    assert "is everybody well?" in said
    assert who not in said


def test_an_aside_goes_no_further_than_its_line() -> None:
    aside = "Facilitator: is everybody well?"
    page = f"Let your shoulders drop.\n{aside}\nRest a little.\nLet your hands lie still on your lap."
    assert [doubt.words for doubt in adopted(page).doubts] == [aside]
    said = " ".join(spoken(script_of(adopted(page))))
    assert "Rest a little." in said
    assert "everybody" not in said
    wrapped = page.replace("is everybody well?", "look round the room,\nslowly; is everybody well?")
    (doubt,) = adopted(wrapped).doubts
    assert "is everybody well?" in doubt.words


@pytest.mark.parametrize(
    "page",
    [
        "Find a seat.\nLeader: Let go.\nRest.\nLeader: Rest a little.\nLie still.",
        "Facilitator: Let your shoulders drop.\n\nRest a little.\n\nLet your hands lie still.",
        "Find a seat.\n\nLeader: Let your shoulders drop.\n\nLeader: Rest a little.",
        "Find a seat.\n\nTherapist: Let go.\n\nClient: I do.\n\nRest.\n\nLie still.\n\nRest again.",
        "Find a seat.\n\nLeader reads:\n\nLet your shoulders drop.\n\nRest a little.",
    ],
)
def test_where_it_tells_who_speaks_nothing_is_asked(page: str) -> None:
    assert not [doubt for doubt in adopted(page).doubts if ": " in doubt.words and "I do" not in doubt.words]
