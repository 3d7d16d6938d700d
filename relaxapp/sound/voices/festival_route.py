"""Inside the child: Festival, kept running, told in Scheme what to say and read from its standard output.

Only the speed of its `hts_engine` (`-r`) changes this voice; Festival's Duration_Stretch and the engine's
pitch (`-fm`) leave it as it is. Its text is American English in ASCII: other letters are spelled by their
nearest, or left out.
"""

import ctypes
import signal
import subprocess
import unicodedata

from relaxapp.sound.voices import framing

DEFINITION = """(voice_cmu_us_slt_arctic_hts)
(set! relaxapp_base hts_engine_params)
(define (relaxapp_say rate words)
  (set! hts_engine_params (append relaxapp_base (list (list "-r" rate))))
  (utt.save.wave (utt.synth (eval (list 'Utterance 'Text words))) "-" 'riff)
  (fflush nil))
"""
RATE_AT = slice(24, 28)
"""Where in it the frames a second stand."""
TYPOGRAPHY = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": ", ", "—": ", ", "…": ".", "&": " and "}
)
"""Marks that Festival would stumble over, and what it understands."""
PDEATHSIG = 1
"""prctl's option by which a process is ended along with its parent."""


class FestivalRoute:
    """A Festival that is ready to speak."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process

    def speak(self, request: framing.Header, text: str) -> tuple[framing.Header, bytes]:
        """Voice `text` at `request["stretch"]` times its own speed."""
        words = spelled(text).replace("\\", "").replace('"', "")
        self._tell(f'(relaxapp_say {request["stretch"]:.3f} "{words}")\n')
        header = self._read(44)
        riff, _wave, size = header[:4], header[8:16], int.from_bytes(header[40:44], "little")
        if riff != b"RIFF":
            raise RuntimeError("Festival sent no sound")
        return {"rate": int.from_bytes(header[RATE_AT], "little")}, self._read(size)

    def _tell(self, scheme: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(scheme.encode("ascii"))
        self._process.stdin.flush()

    def _read(self, size: int) -> bytes:
        assert self._process.stdout is not None
        found = self._process.stdout.read(size)
        if len(found) != size:
            raise RuntimeError("Festival ended before the line was whole")
        return found


def spelled(text: str) -> str:
    """`text` in ASCII: accents left off, typographic marks made plain, what has no letters left out."""
    decomposed = unicodedata.normalize("NFKD", text.translate(TYPOGRAPHY))
    plain = decomposed.encode("ascii", "ignore").decode("ascii")
    return " ".join("".join(each if each.isprintable() else " " for each in plain).split())


def open_route(request: framing.Header) -> tuple[FestivalRoute, framing.Header]:
    """Start `request["program"]` with its voice loaded."""
    process = subprocess.Popen(
        [str(request["program"]), "--pipe"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        preexec_fn=_end_with_parent,
    )
    route = FestivalRoute(process)
    route._tell(DEFINITION)
    return route, {"engine": "festival", "voice": "cmu_us_slt_arctic_hts"}


def _end_with_parent() -> None:
    """A child that is killed takes its Festival along (Linux)."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    if prctl is not None:
        prctl(PDEATHSIG, signal.SIGKILL)
