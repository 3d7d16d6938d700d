"""A part that is left out takes no other part along, but those that can't be told from it."""

import re

import pytest

from relaxapp.practice.area_names import offered_areas
from relaxapp.words.areas import SIDES, leaves, names_for
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.reading import Reading
from relaxapp.words.script import Script, Technique
from tests.words.english import english, library, spoken

MUSCLES = [
    script
    for script in library().all()
    if script.technique is Technique.PMR or script.id == "breath-muscles-place"
]
FACE = leaves(["mouth", "nose"])
"""They are visited with the cheeks or with all of the face, hardly ever by themselves."""
WITH_IT = {
    **{f"{side} hand": leaves([f"{side} lower arm", f"{side} elbow"]) for side in SIDES},
    **{f"{side} foot": leaves([f"{side} knee", f"{side} lower leg", f"{side} ankle"]) for side in SIDES},
    **{f"{side} knee": leaves([f"{side} lower leg", f"{side} ankle"]) for side in SIDES},
    **dict.fromkeys(("forehead", "eyes", "mid-face", "mouth", "jaw"), FACE),
}
"""What may go along: a forearm can't be made firm without its hand, nor a lower leg without its foot."""

PLURALS = {
    "arm": "arms",
    "hand": "hands",
    "leg": "legs",
    "foot": "feet",
    "knee": "knees",
    "shoulder": "shoulders",
}


def visited(reading: Reading) -> frozenset[str]:
    """Every part that is named."""
    mentions = [mention for line in spoken(reading) for mention in english().mentions(line)]
    return frozenset().union(*(mention.leaves for mention in mentions))


@pytest.mark.parametrize("script", MUSCLES, ids=lambda script: script.id)
def test_what_is_left_out_takes_nothing_else_along(script: Script) -> None:
    for minutes in script.lengths:
        whole = visited(personalise(script, Person(), minutes, english()))
        for area in offered_areas():
            person = Person(leave_out=frozenset({area}))
            rest = visited(personalise(script, person, minutes, english()))
            lost = whole - rest - leaves([area]) - WITH_IT.get(area, frozenset())
            assert not lost, (minutes, area, names_for(lost))


@pytest.mark.parametrize("script", MUSCLES, ids=lambda script: script.id)
@pytest.mark.parametrize("side", SIDES)
def test_where_one_side_is_left_out_nothing_is_said_of_both(script: Script, side: str) -> None:
    for minutes in script.lengths:
        for part, several in PLURALS.items():
            person = Person(leave_out=frozenset({f"{side} {part}"}))
            for line in spoken(personalise(script, person, minutes, english())):
                assert not re.search(rf"\b{several}\b", line), (minutes, part, line)
