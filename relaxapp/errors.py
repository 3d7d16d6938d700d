"""What can go wrong, told so that a person knows what to do next.

RelaxError
├── ScriptError      a page of words has mistakes (each with its line)
├── NotFoundError    a practice, length or setting of that name does not exist
├── LengthError      these words do not fit the length asked for
├── PromiseError     what the person left out or avoids takes the heart of the practice away
├── VoiceError       a voice is missing, hangs or dies
├── SoundError       no sound device, or it went away
├── FileError        a file can't be read or written
├── PageError        a page can't be made for printing
└── JournalError     the journal can't be opened, or is from a newer version
"""


class RelaxError(Exception):
    """Something went wrong that the person can be told of in two plain sentences."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        """What happened, one sentence."""
        self.hint = hint
        """What to do next, one sentence; may be empty where the message already says it."""

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class ScriptError(RelaxError):
    """A script has mistakes; the message holds every one of them, a line each."""

    def __str__(self) -> str:
        is_sentence = self.message.endswith(".") and "\n" not in self.message
        return super().__str__() if is_sentence else f"{self.message}\n{self.hint}".strip()


class NotFoundError(RelaxError):
    """There is no practice, bed, voice or length of that name; the hint names the nearest."""


class LengthError(RelaxError):
    """What is left of a script can't fill, or doesn't fit, the length asked for."""

    def __init__(self, message: str, hint: str, shortest: float, longest: float) -> None:
        super().__init__(message, hint)
        self.shortest = shortest
        """The shortest this reading can be, in seconds."""
        self.longest = longest
        """The longest this reading can be, in seconds."""


class PromiseError(RelaxError):
    """What the person left out or avoids takes away the heart of a practice, or words to be said."""


class VoiceError(RelaxError):
    """A voice is missing, says nothing, hangs or dies."""


class SoundError(RelaxError):
    """There is no sound device, or it went away."""


class FileError(RelaxError):
    """A file or folder can't be read or written."""


class PageError(RelaxError):
    """A page for printing can't be made."""


class JournalError(RelaxError):
    """The journal can't be opened or written; what it holds is untouched."""


class UnreadableJournalError(JournalError):
    """The journal's file is damaged, another program's or a later version's: no trying again helps."""
