"""A plan as prose: what was said, with the silences as long as they were."""

from relaxapp.timing.as_played import as_played
from relaxapp.timing.estimate import at_rate
from relaxapp.timing.events import Hold
from relaxapp.timing.fit import fit
from relaxapp.timing.frames import RATE
from relaxapp.timing.plan import Plan
from relaxapp.timing.prose import length_in_words, markdown, parts
from relaxapp.timing.revise import revise
from relaxapp.words.reading import Passage, Reading
from relaxapp.words.script import Breathe, Count, Pattern, Pause, Release, Say, Sound, Technique


def plan() -> Plan:
    """Every kind of step."""
    steps = (
        Say("Rest now."),
        Pause(3, 3),
        Say("And listen."),
        Pause(4, 4),
        Release(20, 20, (Say("Let your hand be heavy."),)),
        Breathe(Pattern(4, 0, 6, 0), 30, 30, steps=(Say("Slowly."),)),
        Count(1, 2, 4, (Say("One"), Say("Two"))),
        Sound("bell"),
    )
    passages = (Passage("Here", steps), Passage("", (Pause(20, 20), Say("Come back."))))
    return fit(Reading("r", "Rest", Technique.IMAGERY, 2, passages), at_rate(125), 96)


def test_every_kind_of_step_is_told_in_order() -> None:
    here, end = parts(plan())
    assert (here.title, end.title) == ("Here", "")
    assert here.paragraphs[:2] == ("Rest now. And listen.", "(let go, 20 seconds)")
    assert here.paragraphs[2] == "Let your hand be heavy. Slowly."
    assert here.paragraphs[3].startswith("(breathe with the rhythm, 3 breaths, ")
    assert here.paragraphs[4:] == ("One … Two …", "(a bell)")
    assert end.paragraphs == ("(silence, 20 seconds)", "Come back.")


def test_a_silence_that_was_held_is_told_as_long_as_it_was() -> None:
    planned = plan()
    held = revise(planned, Hold(150 * RATE), planned.says()[0].end + RATE)
    assert "(silence, 3 minutes)" in markdown("Rest", "", held)
    assert "(silence, 3 minutes)" not in markdown("Rest", "", planned)


def test_what_was_ended_early_ends_there() -> None:
    planned = plan()
    text = markdown("Rest", "As it was led.", as_played(planned, planned.says()[1].start + 1))
    assert text == "# Rest\n\nAs it was led.\n\n## Here\n\nRest now. And listen.\n"


def test_lengths_are_told_as_people_say_them() -> None:
    told = [length_in_words(seconds * RATE) for seconds in (1, 8, 119, 120, 290)]
    assert told == ["1 second", "8 seconds", "119 seconds", "2 minutes", "5 minutes"]
