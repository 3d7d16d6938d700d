"""What is kept: a copy of it, a copy put back, and forgetting."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relaxapp import locations
from relaxapp.commands.ending import check_ending
from relaxapp.commands.options import ANY_PATH
from relaxapp.commands.replacing import REPLACE, may_write
from relaxapp.commands.stopping import stop_as_by_ctrl_c
from relaxapp.commands.sure import YES, sure_to_delete
from relaxapp.commands.talking import tell
from relaxapp.errors import UnreadableJournalError
from relaxapp.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.journal.store import Store


@click.command()
@click.option("-o", "--output", metavar="FILE.zip", required=True, type=ANY_PATH, help=_("The file."))
@REPLACE
def backup(output: Path, replace: bool) -> None:
    """A copy of all that is yours: journal, answers, settings, practices and voices of your own."""
    from relaxapp.journal.backup import back_up
    from relaxapp.practice.local_time import local_now

    check_ending(output, ".zip")
    if not may_write(output, replace=replace):
        return
    stop_as_by_ctrl_c()
    unreadable = _why_unreadable()
    count = back_up(locations.data_folder(), output, local_now())
    click.echo(
        ngettext("{file}: {count} file.", "{file}: {count} files.", count).format(file=output, count=count)
    )
    if unreadable is not None:
        tell(_("{trouble} The backup holds it as it is.").format(trouble=unreadable.message), err=True)
    click.echo(_("It holds your private notes, too: keep it where only you can read it."))


@click.command()
@click.argument("file", type=ANY_PATH)
def restore(file: Path) -> None:
    """Put a backup in the place of what is here, which is kept."""
    from relaxapp.journal.backup import restore as put_back
    from relaxapp.practice.local_time import local_now

    kept = put_back(file, locations.data_folder(), local_now())
    with _open_store() as store:
        count = sum(1 for _entry in store.each())
    click.echo(
        ngettext(
            "{count} entry is in your journal now.", "{count} entries are in your journal now.", count
        ).format(count=count)
    )
    if kept is not None:
        click.echo(_("What was here before is kept in {kept}.").format(kept=kept))
        click.echo(_("This brings it back: relaxapp restore {kept}").format(kept=f'"{kept}"'))


@click.command()
@click.option("--all", "everything", is_flag=True, help=_("All of it, with the folders it lies in."))
@click.option("--notes", is_flag=True, help=_("Every private note, and nothing else."))
@click.option("--last", is_flag=True, help=_("The newest entry of the journal."))
@click.option("--led", is_flag=True, help=_("The list of exercises led, with what was noted there."))
@YES
def forget(everything: bool, notes: bool, last: bool, led: bool, yes: bool) -> None:
    """Delete from this computer what was kept; it can't be brought back."""
    wanted = everything + notes + last + led
    if not wanted:
        raise click.UsageError(_("Say what to forget: --last, --notes, --led or --all."))
    if wanted > 1:
        raise click.UsageError(_("Forget one at a time: --last, --notes, --led or --all."))
    if everything:
        _forget_everything(yes=yes)
    elif led:
        _forget_led(yes=yes)
    elif notes:
        _forget_notes(yes=yes)
    else:
        _forget_last(yes=yes)


def _forget_everything(*, yes: bool) -> None:
    from relaxapp.journal.forgetting import forget_everything
    from relaxapp.practice.forget_elsewhere import led_stays

    data, cache = locations.data_folder(), locations.cache_folder()
    asked = _(
        "This deletes all that relaxapp keeps on this computer: the journal with its notes, your answers and "
        "settings, practices and voices of your own, and what was kept to work faster.\n"
        "Files that you exported or saved elsewhere stay; they are yours to delete.\n"
        "To keep a copy first: relaxapp backup -o FILE.zip\n"
        "Delete it all?"
    )
    if sure_to_delete(asked, yes=yes):
        behind = forget_everything(data, [cache])
        click.echo(
            _("All of it is gone. These folders were deleted: {data}, {cache}").format(data=data, cache=cache)
        )
        for stays in filter(None, (behind, led_stays())):
            click.echo(stays)


def _forget_led(*, yes: bool) -> None:
    from relaxapp.led.log import LedLog

    led, handed_out = LedLog(locations.led_log()), locations.handed_out()
    if not led.is_there:
        tell(_("No exercise that was led is on the list."))
    elif sure_to_delete(_("Delete the list of exercises led, with what was noted there?"), yes=yes):
        led.delete_all()
        tell(_("It is gone."))
        if handed_out.is_dir():
            tell(_("Files that were handed out stay in {folder}.").format(folder=handed_out))


def _forget_notes(*, yes: bool) -> None:
    if sure_to_delete(_("Delete every private note?"), yes=yes):
        with _open_store() as store:
            count = store.forget_notes()
        click.echo(
            ngettext("{count} note was deleted.", "{count} notes were deleted.", count).format(count=count)
        )
        _elsewhere(lambda copy: copy.forget_notes())


def _forget_last(*, yes: bool) -> None:
    from relaxapp.journal.export.as_text import line
    from relaxapp.practice.labels import labels

    with _open_store() as store:
        newest = store.entries(limit=1)
        if not newest:
            click.echo(_("Nothing here yet."))
        elif sure_to_delete(_("{entry}\nDelete it?").format(entry=line(newest[0], labels())), yes=yes):
            store.delete(newest[0].id)
            click.echo(_("It is gone."))
            _elsewhere(lambda copy: copy.delete(newest[0].id))


def _elsewhere(forgotten: "Callable[[Store], object]") -> None:
    """Forget the same in safety copies and printed pages, and tell where that can't be done."""
    from relaxapp.practice.forget_elsewhere import forget_elsewhere

    told = forget_elsewhere(forgotten)
    if told:
        click.echo(told)


def _why_unreadable() -> UnreadableJournalError | None:
    """Begins a journal where there is none; says where the one that is there can't be read. JournalError."""
    try:
        _open_store().close()
    except UnreadableJournalError as error:
        return error
    return None


def _open_store() -> "Store":
    from relaxapp.journal.opening import open_journal
    from relaxapp.practice.local_time import local_now

    return open_journal(locations.journal_file(), local_now())
