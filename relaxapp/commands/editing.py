"""A version of one's own, in one's own editor.

Some editors come back at once and go on in a window of their own (`code`, `gedit`). How long one was away
tells nothing for sure, so a text that is still as it was is asked about, and never taken away unasked.
"""

import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import click

from relaxapp.commands.talking import answered, tell
from relaxapp.errors import NotFoundError, RelaxError
from relaxapp.parts import library
from relaxapp.translation import _

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.library.library import Library
    from relaxapp.practice.own_version import OwnVersion


@click.command()
@click.argument("name")
@click.option("--done", is_flag=True, help=_("Take the text as you saved it; no editor is opened."))
def edit(name: str, done: bool) -> None:
    """A practice of your own, or a version of another, in your editor."""
    practices = library()
    if done:
        _take(_begun(practices, name))
        return
    _check_name(practices, name)
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if not editor.strip():
        raise RelaxError(
            _("No editor is named."),
            _("Set EDITOR, such as: export EDITOR=nano. Or change it in the app, with O on the practice."),
        )
    version, is_copy = _version(practices, name)
    try:
        _change(version, practices.own_scripts.draft_path(version.name), editor, is_copy)
    finally:
        if is_copy:
            version.put_off()


def _change(version: "OwnVersion", file: "Path", editor: str, is_copy: bool) -> None:
    """Open the draft in the editor, and take what was written there."""
    version.write(version.text())
    try:
        _open(editor, file)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise _not_opened(version, file, editor, is_copy) from error
    if version.is_changed or _saved_meanwhile(version, is_copy):
        _take(version)
    elif file.exists():
        tell(_("Nothing is changed yet. The text lies here: {file}").format(file=file))
        tell(_("Once you have saved it there, type: relaxapp edit {name} --done").format(name=version.name))


def _check_name(practices: "Library", name: str) -> None:
    """Raises NotFoundError where nothing of that name can be edited; nothing is begun here."""
    if practices.own_scripts.named(name) is None:
        practices.find(name)


def _version(practices: "Library", name: str) -> "tuple[OwnVersion, bool]":
    """The version to open, one that was only begun, too; and whether it is a copy, not changed until now."""
    from relaxapp.practice.own_version import own_version

    try:
        script = practices.find(name)
    except NotFoundError:
        return _begun(practices, name), False
    return own_version(practices, script), not practices.is_own(script)


def _begun(practices: "Library", name: str) -> "OwnVersion":
    """One of the person's own, whole or only begun; NotFoundError."""
    from relaxapp.practice.own_version import OwnVersion

    known = practices.own_scripts.named(name)
    if known is None:
        script = practices.find(name)  # which also tells what is near, where there is none
        known = script.id if practices.is_own(script) else None
    if known is None:
        raise NotFoundError(
            _("{name} is no practice of your own.").format(name=name[:80]),
            _("To make a version of it: relaxapp edit {name}").format(name=name[:80]),
        )
    return OwnVersion(practices, known)


def _saved_meanwhile(version: "OwnVersion", is_copy: bool) -> bool:
    """Whether it is changed once the person says so; a copy that is not wanted is taken away."""
    if not _on_a_terminal():
        return False
    tell(_("Nothing is changed yet. If the text is still open in your editor, save it there first."))
    asked = _("Then press Enter here. (N, then Enter: I don't want it after all.) ")
    refused = answered(asked if is_copy else _("Then press Enter here. ")) or ""
    if is_copy and refused.casefold() in {_("n"), _("no")} and not version.is_changed:
        version.take_away()
        tell(_("Nothing was changed, so nothing was kept."))
        return False
    return version.is_changed


def _on_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _take(version: "OwnVersion") -> None:
    """Practise it so from now on; with mistakes it stays a draft."""
    mistakes = version.finish(version.text())
    for mistake in mistakes:
        tell(mistake.told(version.name))
    if mistakes:
        raise RelaxError(
            _("Your text is kept as a draft."),
            _("To mend it: relaxapp edit {name}").format(name=version.name),
        )
    tell(_("Kept. To practise it: relaxapp play {name}").format(name=version.name))


def _open(editor: str, file: "Path") -> None:
    """Wait until the editor comes back. OSError, ValueError, CalledProcessError."""
    subprocess.run([*shlex.split(editor), str(file)], check=True)


def _not_opened(version: "OwnVersion", file: "Path", editor: str, is_copy: bool) -> RelaxError:
    """What is told of an editor that did not open; a copy that was made for it is taken away."""
    trouble = _("The editor {editor} did not open the text.").format(editor=editor)
    if is_copy and not version.is_changed:
        version.take_away()
        kept = _("Nothing was changed, so nothing was kept.")
    else:
        kept = _("Your text is kept as it was, in {file}.").format(file=file)
    return RelaxError(f"{trouble} {kept}", _("Set EDITOR to one that is here, such as: export EDITOR=nano"))
