"""The plan of a practice that no voice has said: for looking at it."""

from relaxapp.timing.estimate import ORDINARY, at_rate
from relaxapp.timing.fit import fit
from relaxapp.timing.plan import Plan
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.person import Person
from relaxapp.words.personalise import personalise
from relaxapp.words.script import Script


def estimated_plan(script: Script, minutes: float, lexicon: Lexicon, person: Person) -> Plan:
    """The plan at an ordinary speed of speech. Raises PromiseError, LengthError."""
    reading = personalise(script, person, minutes, lexicon)
    return fit(reading, at_rate(ORDINARY), minutes * 60)
