"""Which background goes under a practice."""

from relaxapp.errors import NotFoundError
from relaxapp.sound.bed_names import BED_NAMES, OWN
from relaxapp.translation import _
from relaxapp.words.lexicon import Lexicon
from relaxapp.words.person import Person
from relaxapp.words.promises import beds_allowed
from relaxapp.words.script import Script

SILENCE = "none"


def allowed_beds(person: Person, lexicon: Lexicon, own: bool = False) -> tuple[str, ...]:
    """The backgrounds that break no promise, silence among them; and one's `own`, if there is one."""
    return beds_allowed((*BED_NAMES, OWN) if own else BED_NAMES, person, lexicon)


def bed_for(script: Script, person: Person, lexicon: Lexicon, wanted: str = "") -> str:
    """The one wanted, or the one the script suggests, unless it breaks a promise; then silence.

    Raises NotFoundError where there is no background of the name wanted.
    """
    if wanted and wanted not in (*BED_NAMES, OWN):
        raise NotFoundError(
            _("There is no background named {name}.").format(name=wanted),
            _("There are: {names}.").format(names=", ".join(BED_NAMES)),
        )
    allowed = allowed_beds(person, lexicon, own=wanted == OWN)
    return next((bed for bed in (wanted, script.bed) if bed in allowed), SILENCE)
