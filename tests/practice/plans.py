"""Small plans to conduct in tests."""

from relaxapp.timing.estimate import at_rate
from relaxapp.timing.fit import fit
from relaxapp.timing.plan import Plan
from relaxapp.words.reading import Passage, Reading
from relaxapp.words.script import Pause, Say, Technique


def reading() -> Reading:
    """Three sections of two sentences each."""
    passages = tuple(
        Passage(title, (Say(f"{title} begins."), Pause(3, 30), Say(f"{title} ends."), Pause(3, 30)))
        for title in ("One", "Two", "Three")
    )
    return Reading("three", "Three things", Technique.VISUALIZATION, 1, passages)


def plan(seconds: float = 60) -> Plan:
    """A minute of them."""
    return fit(reading(), at_rate(125), seconds)
