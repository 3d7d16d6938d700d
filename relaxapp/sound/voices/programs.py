"""Programs that speak and may be installed already, as voices. They are listed without being started.

Speed and pitch are brought to the listener's afterwards, so each is called in its own simplest way.
"""

import shutil
import sys
from dataclasses import dataclass

from relaxapp.sound.voices.command import Program


@dataclass(frozen=True, slots=True)
class Known:
    """A program that is known to speak to a file."""

    id: str
    """The voice's name in the settings."""
    name: str
    """What the person calls it."""
    program: Program
    """How it is called."""
    platform: str = ""
    """The system it belongs to; empty for any."""

    @property
    def is_there(self) -> bool:
        """Whether it is installed."""
        here = not self.platform or sys.platform == self.platform
        return here and shutil.which(self.program.words[0]) is not None


KNOWN = (
    Known("rhvoice", "RHVoice slt", Program(("RHVoice-test", "-p", "slt", "-o", "{file}"))),
    Known(
        "say",
        "macOS say",
        Program(("say", "-o", "{file}", "--data-format=LEI16@22050", "-f", "{text}")),
        "darwin",
    ),
    Known("flite", "flite slt", Program(("flite", "-voice", "slt", "-f", "{text}", "-o", "{file}"))),
    Known("pico", "pico2wave", Program(("pico2wave", "-l", "en-US", "-w", "{file}"))),
)
"""In the order of how well a recogniser trained on people understands them."""


def known(voice: str) -> Known | None:
    """The program of that name; None where it is none of them."""
    return next((each for each in KNOWN if each.id == voice), None)
