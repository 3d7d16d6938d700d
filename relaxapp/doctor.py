"""What works here, and how to mend what does not. It changes nothing."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from relaxapp import locations, refused
from relaxapp.errors import RelaxError
from relaxapp.sound.voices.kept import KeptVoices
from relaxapp.translation import _

LEAST_FREE = 200_000_000
"""Bytes of room that voiced lines and decoded backgrounds are glad of."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    """What was looked at."""
    ok: bool
    """Whether it works."""
    told: str
    """What was found, and where it does not work, how to mend it."""
    looked_at: bool = True
    """False where it could not be looked at from here, so that nothing is known of it."""


def examine(voices: KeptVoices) -> tuple[Finding, ...]:
    """Look at everything a practice needs; `voices` are those the person added."""
    found = (
        _found(name, look)
        for name, look in (
            (_("Python"), _python),
            (_("Sound device"), _device),
            (_("Voice"), partial(_voice, voices)),
            (_("Journal"), _journal),
            (_("Disk"), _disk),
        )
    )
    return (*found, _terminal_found())


def report(findings: tuple[Finding, ...]) -> Iterator[str]:
    """One line a finding."""
    for finding in findings:
        yield _("{name}: {mark}. {told}").format(name=finding.name, mark=_mark(finding), told=finding.told)


def _mark(finding: Finding) -> str:
    if not finding.looked_at:
        return _("not looked at")
    return _("works") if finding.ok else _("needs a look")


def _found(name: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(name, True, look())
    except RelaxError as error:
        return Finding(name, False, str(error))
    except OSError as error:
        return Finding(name, False, refused.told(error))


def _python() -> str:
    return _("Version {version}.").format(version=sys.version.split()[0])


def _device() -> str:
    from relaxapp.sound.device import DevicePlayer
    from relaxapp.sound.portaudio import devices

    player = DevicePlayer()
    try:
        player.warm()
    finally:
        player.close()
    named = ", ".join(devices())
    return _("Sound can be played. Settings offers these devices: {names}.").format(names=named)


def _voice(voices: KeptVoices) -> str:
    from relaxapp.sound.voices.festival import PACKAGES
    from relaxapp.sound.voices.usual import ESPEAK, VoiceChoice, best
    from relaxapp.words.script import Say

    chosen = best(VoiceChoice(), voices)
    voice = chosen.tuned(VoiceChoice().tuning)
    try:
        clip = voice.speak(Say(_("This is a test.")))
    finally:
        voice.close()
    spoke = _("{name} spoke for {seconds} seconds.").format(name=voice.name, seconds=f"{clip.seconds:.1f}")
    if chosen.id == ESPEAK and shutil.which("apt"):
        better = _("A voice more like a person's comes with: sudo apt install {packages}")
        return _("{told} {more}").format(told=spoke, more=better.format(packages=PACKAGES))
    return spoke


def _journal() -> str:
    from relaxapp.journal.opening import is_there, open_journal
    from relaxapp.practice.local_time import local_now

    path = locations.journal_file()
    if not is_there(path):
        _check_can_be_made(path.parent)
        return _("It will be made in {folder} with the first practice.").format(folder=path.parent)
    with open_journal(path, local_now()) as store:
        store.check()
    return _("It lies in {path}.").format(path=path)


def _check_can_be_made(folder: Path) -> None:
    there = _existing(folder)
    if not there.is_dir():
        raise RelaxError(
            _("The journal can't be made, since {there} is not a folder.").format(there=there),
            _("Move it elsewhere, or set RELAXAPP_HOME to another folder."),
        )
    if not os.access(there, os.W_OK | os.X_OK):
        raise RelaxError(
            _("The journal can't be made, since you may not write in {there}.").format(there=there),
            _("Allow yourself to, or set RELAXAPP_HOME to another folder."),
        )


def _disk() -> str:
    folder = _existing(locations.cache_folder())
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE:
        raise RelaxError(
            _("Only {megabytes} MB are free.").format(megabytes=free // 1_000_000),
            _("Practices still play; free some room to make files of them."),
        )
    return _("There is room enough.")


def _existing(folder: Path) -> Path:
    while not folder.exists():
        folder = folder.parent
    return folder


def _terminal_found() -> Finding:
    """The terminal, where the output goes to one."""
    if sys.stdout.isatty():
        return _found(_("Terminal"), _terminal)
    return Finding(_("Terminal"), True, _("The output goes elsewhere."), looked_at=False)


def _terminal() -> str:
    size = shutil.get_terminal_size()
    if size.columns < 60 or size.lines < 20:
        raise RelaxError(
            _("This terminal is {columns} by {lines}.").format(columns=size.columns, lines=size.lines),
            _("Make it at least 60 by 20; 80 by 24 is better."),
        )
    return _("{columns} by {lines}.").format(columns=size.columns, lines=size.lines)
