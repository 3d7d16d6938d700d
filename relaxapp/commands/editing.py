"""A version of one's own, in one's own editor."""

import os
import shlex
import subprocess
from typing import TYPE_CHECKING

import click

from relaxapp.errors import RelaxError
from relaxapp.parts import library
from relaxapp.translation import _

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("name")
def edit(name: str) -> None:
    """A practice of your own, or a version of another, in your editor."""
    from relaxapp.practice.own_version import own_version

    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if not editor.strip():
        raise RelaxError(
            _("No editor is named."),
            _("Set EDITOR, such as: export EDITOR=nano. Or change it in the app, with O on the practice."),
        )
    practices = library()
    script = practices.find(name)
    before = practices.own_scripts.names()
    version = own_version(practices, script)
    text = version.text()
    version.write(text)
    _open(editor, practices.own_scripts.draft_path(version.name))
    written = version.text()
    if written == text and version.name not in before:
        practices.own_scripts.remove(version.name)
        click.echo(_("Nothing was changed, so nothing was kept."))
        return
    mistakes = version.finish(written)
    for mistake in mistakes:
        click.echo(mistake.told(version.name))
    if mistakes:
        raise RelaxError(
            _("Your text is kept as a draft."),
            _("To mend it: relaxapp edit {name}").format(name=version.name),
        )
    click.echo(_("Kept. To practise it: relaxapp play {name}").format(name=version.name))


def _open(editor: str, file: "Path") -> None:
    """Wait until the person has closed the file."""
    try:
        subprocess.run([*shlex.split(editor), str(file)], check=True)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise RelaxError(
            _("The editor {editor} did not open the text.").format(editor=editor),
            _("Your text is kept as it was. Set EDITOR to another one."),
        ) from error
