"""A script from a stranger can't keep the program busy, fill the memory, or reach the terminal.

Each of these once took minutes, or longer than anyone waited; that they end at all is what is tested.
"""

import pytest

from relaxapp.library.checking import mistakes_in
from relaxapp.words.front_matter import MOST_LENGTHS
from relaxapp.words.parse import LONGEST_FRONT_MATTER, LONGEST_PARAGRAPH, LONGEST_SCRIPT, read
from tests.words.english import english

HEAD = "---\ntitle: T\ntechnique: pmr\nlengths: [5]\n---\n# A\n"
MANY_LENGTHS = HEAD.replace("[5]", str(list(range(1, MOST_LENGTHS + 1))))
WIDE = LONGEST_PARAGRAPH - 10


def filled(unit: str, paragraphs: int = 15) -> str:
    """As many paragraphs, each as long as may be."""
    return "\n\n".join([unit * (WIDE // len(unit))] * paragraphs)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "\n\n".join(["[" * WIDE + "]"] * 15),
        HEAD + "[" * (LONGEST_SCRIPT - 100) + "]",
        HEAD + "{cue_word}" * 12_000,
        HEAD + filled("{area: hnds} "),
        HEAD + "{area: hnds} a\n\n" * 7_000,
        HEAD + "[puase 4] a\n\n" * 7_000,
        HEAD + filled("your left hand and right foot. ", 3),
        HEAD + filled("<!-- "),
        HEAD + filled("a [or] "),
        HEAD + "# a\nb\n" * 3_000,
        HEAD + "\r" * 30_000,
        HEAD + "[breathe 4-6 for 60 min]\n\n" * 1_990,
        HEAD + f"[pause {'9' * 5_000}]",
        HEAD + "[breathe 4-6 for 999999999 min]",
        HEAD + f"[breathe {'1-' * 3_000} for 1 min]",
        MANY_LENGTHS + "{area: body} The sea and the dark. [pause 0-1]\n\n" * 1_990,
        HEAD.replace("[5]", str(list(range(1, 91)))) + "Rest now [pause 0-600]\n\n" * 1_500,
        "---\nask: " + "[" * (LONGEST_FRONT_MATTER - 20) + "\n---\n# A\na",
        "---\n" + "".join(f"key{number}: v\n" for number in range(1_900)) + "---\n# A\na",
        "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n# A\na",
        "---\ntitle: !!python/object/apply:os.system ['true']\n---\n# A\na",
        "---\ntitle: a\ntitle: b\n---\n# A\na",
        "---\n" * 30_000,
        "#" * 120_000,
        "a" * (LONGEST_SCRIPT + 1),
    ],
    ids=range(25),
)
def test_a_script_that_grows_without_end_is_refused(text: str) -> None:
    assert mistakes_in(text, "stranger.md", english())


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "Rest \x1b]0;owned\x07 now.",
        HEAD + "Rest \x1b[2J now.",
        HEAD + "Rest \x9b31m now.",
        HEAD + "Rest \u202enow.",
        HEAD + "# \x1b[31m\nRest.",
        HEAD.replace("title: T", 'title: "a\\e[31m"') + "Rest.",
        HEAD.replace("title: T", 'title: "a\\x9b31m"') + "Rest.",
        HEAD.replace("title: T", 'title: T\n"\\e[2J": x') + "Rest.",
        HEAD.replace("title: T", 'title: T\nbed: "\\e[2J"') + "Rest.",
        HEAD.replace("title: T", 'title: T\nask:\n  "\\e[2J": {question: "\\e[2J"}') + "Rest.",
        HEAD + "{area: \x1b[31m} Rest.",
        HEAD + "[\x1b[31m] Rest.",
    ],
)
def test_what_a_terminal_would_obey_is_refused_and_never_told_again(text: str) -> None:
    _script, found = read(text, "p")
    assert found
    assert all(mistake.message.isprintable() for mistake in found)
