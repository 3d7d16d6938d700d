"""What is asked before the first muscle practice, line by line."""

from collections.abc import Mapping
from dataclasses import dataclass

from relaxapp.practice.area_names import offered_areas
from relaxapp.practice.plain import Talk
from relaxapp.translation import _


@dataclass(frozen=True, slots=True)
class MuscleChoices:
    """What was chosen."""

    release_only: frozenset[str]
    """The areas that are let go but never tensed."""
    leave_out: frozenset[str]
    """The areas that are never mentioned."""


def ask_about_muscles(talk: Talk) -> MuscleChoices | None:
    """Tense or only let go, then what to leave out, neither chosen beforehand; None where nobody answers."""
    talk.tell(_("Two ways to let muscles go. Both work. Take the one that suits you today."))
    talk.tell(_("1  Tense lightly, well below pain, then let go"))
    talk.tell(_("2  Only let go, without tensing"))
    while True:
        answer = talk.ask(_("1 or 2: "))
        if answer is None:
            return None
        if answer.strip() in ("1", "2"):
            break
    release_only = frozenset({"body"}) if answer.strip() == "2" else frozenset[str]()
    leave_out = _ask_what_to_leave_out(talk)
    return None if leave_out is None else MuscleChoices(release_only, leave_out)


def _ask_what_to_leave_out(talk: Talk) -> frozenset[str] | None:
    """Numbers of a list; what is none of them is asked again."""
    numbered = {str(number): area for number, area in enumerate(offered_areas(), 1)}
    talk.tell(_("Parts of the body that can be left out:"))
    for number, area in numbered.items():
        talk.tell(_("{number}  {area}").format(number=number, area=offered_areas()[area]))
    while True:
        answer = talk.ask(_("Their numbers, with spaces between; Enter leaves nothing out: "))
        if answer is None:
            return None
        words = answer.replace(",", " ").split()
        if all(word in numbered for word in words):
            return _told(talk, frozenset(numbered[word] for word in words), offered_areas())
        talk.tell(_("Numbers from 1 to {last}, please.").format(last=len(numbered)))


def _told(talk: Talk, areas: frozenset[str], names: Mapping[str, str]) -> frozenset[str]:
    if areas:
        left_out = ", ".join(names[area] for area in names if area in areas)
        talk.tell(_("Left out: {areas}. The settings of the app change it.").format(areas=left_out))
    return areas
