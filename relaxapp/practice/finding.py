"""Finding a practice: by words as one types them, and by the time at hand. Pure."""

from collections.abc import Collection, Iterable, Sequence

from relaxapp.practice.labels import technique_words
from relaxapp.practice.pacing import PACING
from relaxapp.translation import _
from relaxapp.words.matching import Token, tokens
from relaxapp.words.script import Condition, Script

AT_HAND = (2, 3, 5, 10, 15, 20)
"""Minutes that are offered where a person says how much time there is."""


def length_within(script: Script, minutes: float) -> int | None:
    """The length it is done at by who has so many minutes; None where there is none.

    Activity by quota has none: how long its rounds are is chosen by itself.
    """
    if script.id == PACING:
        return None
    return longest_within(script, minutes)


def longest_within(script: Script, minutes: float) -> int | None:
    """The longest length it offers that isn't longer than so many minutes; None where there is none."""
    return max((each for each in script.lengths if each <= minutes), default=None)


def within(scripts: Iterable[Script], minutes: float) -> tuple[Script, ...]:
    """Those that can be done in so many minutes, in their order."""
    return tuple(script for script in scripts if length_within(script, minutes) is not None)


def found(scripts: Sequence[Script], words: str, *, own: Collection[str] = ()) -> tuple[Script, ...]:
    """Those in which each of the words stands, or the beginning of one, or one of the same stem.

    Looked for in the title, then in what one does, in the kind and in whether it is for sleep; they come in
    this order. `own`: the ids of the person's own.
    """
    titles = {script.id: script.title for script in scripts}
    ranked: list[list[Script]] = [[], []]
    for script in scripts:
        mine = _("My own version") if script.id in own else ""
        kind = technique_words()[script.technique]
        sleep = _("Sleep, falling asleep, at night") if _is_for_sleep(script) else ""
        more = " . ".join((script.summary, kind, mine, titles.get(script.came_from, ""), sleep))
        said = ""
        for rank, part in zip(ranked, (script.title, more), strict=True):
            said = f"{said} . {part}"
            if _stands_in(words, said, script.language):
                rank.append(script)
                break
    return tuple(script for rank in ranked for script in rank)


def _is_for_sleep(script: Script) -> bool:
    """Whether more of it than its last words is for who falls asleep over it."""
    asleep = Condition("asleep")
    paragraphs = [each for section in script.sections for each in section.paragraphs]
    with_words = sum(any(asleep in line.scope.conditions for line in each.lines) for each in paragraphs)
    return with_words > 1 or any(asleep in section.scope.conditions for section in script.sections)


def _stands_in(words: str, text: str, language: str) -> bool:
    there, wanted = tokens(text, language), tokens(words[:200], language)
    if not wanted:
        return not words.strip()  # a smile, say, is looked for and stands nowhere
    return all(any(_fits(sought, each) for each in there) for sought in wanted)


def _fits(sought: Token, there: Token) -> bool:
    return there.surface.startswith(sought.surface) or there.stem == sought.stem
