"""An icon in the desktop menu that opens the app in a terminal of a good size.

On Linux it is a desktop entry (freedesktop.org, Desktop Entry Specification 1.5). On macOS it is a .command
file and on Windows a .bat file on the desktop; these two have not been tried on a real machine.
"""

import os
import shlex
import shutil
import sys
from pathlib import Path

from relaxapp import locations
from relaxapp.errors import FileError
from relaxapp.translation import _
from relaxapp.writing import write_whole

SIZE = "100x30"
TERMINALS = (
    ("gnome-terminal", (f"--geometry={SIZE}", "--")),
    ("xfce4-terminal", (f"--geometry={SIZE}", "-x")),
    ("mate-terminal", (f"--geometry={SIZE}", "-x")),
    ("xterm", ("-geometry", SIZE, "-e")),
    ("konsole", ("-p", "TerminalColumns=100", "-p", "TerminalRows=30", "-e")),
    ("x-terminal-emulator", ("-e",)),
)
"""Terminals that can be told their size first, with what comes before the command."""


ICON = "relaxapp"
"""The name under which desktops find the picture."""


def add(platform: str = sys.platform, home: Path | None = None) -> str:
    """Put the icon there; says in one sentence where it is. Raises FileError."""
    home = home or Path.home()
    path, text = _shortcut(platform, home)
    files = {path: text}
    if platform.startswith("linux"):
        files[_picture(home)] = locations.icon().read_text(encoding="utf-8")
    try:
        for file in files:
            file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(
            _("{path} can't be written ({reason}).").format(path=path, reason=error.strerror or error),
            _("Start relaxapp from a terminal instead, with: relaxapp"),
        ) from error
    for file, words in files.items():
        write_whole(file, [words])
    path.chmod(0o755)
    if platform.startswith("linux"):
        return _("relaxapp is in your desktop's menu now ({path}).").format(path=path)
    return _("relaxapp is on your desktop now ({path}).").format(path=path)


def take_away(platform: str = sys.platform, home: Path | None = None) -> str:
    """Take the icon away again. Raises FileError."""
    home = home or Path.home()
    path, _text = _shortcut(platform, home)
    if not path.exists():
        return _("There is no icon to take away.")
    try:
        path.unlink()
        _picture(home).unlink(missing_ok=True)
    except OSError as error:
        raise FileError(
            _("{path} can't be taken away ({reason}).").format(path=path, reason=error.strerror or error),
            _("Delete that file by hand."),
        ) from error
    return _("The icon is gone.")


def _shortcut(platform: str, home: Path) -> tuple[Path, str]:
    """The file and what stands in it."""
    command = [sys.executable, "-m", "relaxapp.cli"]
    if platform == "darwin":
        return home / "Desktop" / "relaxapp.command", f"#!/bin/sh\nexec {shlex.join(command)}\n"
    if platform == "win32":
        words = " ".join(f'"{word}"' for word in command)
        return home / "Desktop" / "relaxapp.bat", f"@echo off\r\nmode con cols=100 lines=30\r\n{words}\r\n"
    return _data(home) / "applications" / "relaxapp.desktop", _desktop_entry(command)


def _data(home: Path) -> Path:
    """Where a person's own programs tell the desktop of themselves (XDG Base Directory Specification)."""
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")


def _picture(home: Path) -> Path:
    """Where desktops look for pictures (freedesktop.org, Icon Theme Specification)."""
    return _data(home) / "icons" / "hicolor" / "scalable" / "apps" / f"{ICON}.svg"


def _desktop_entry(command: list[str]) -> str:
    terminal = next((found for found in TERMINALS if shutil.which(found[0])), None)
    words = [*((terminal[0], *terminal[1]) if terminal else ()), *command]
    return "\n".join(
        [
            "[Desktop Entry]",
            "Type=Application",
            "Name=relaxapp",
            f"Comment={_('Practise relaxation at home')}",
            f"Exec={' '.join(map(_quoted, words))}",
            f"Icon={ICON}",
            f"Terminal={'false' if terminal else 'true'}",
            "Categories=Utility;",
            "",
        ]
    )


def _quoted(word: str) -> str:
    """A word of an Exec line; quoting and the doubled escape as the specification has them."""
    word = word.replace("%", "%%")
    if word and not set(word) & set(" \t\n\"'\\><~|&;$*?#()`"):
        return word
    for mark in '\\"`$':
        word = word.replace(mark, f"\\{mark}")
    return '"{}"'.format(word.replace("\\", "\\\\"))
