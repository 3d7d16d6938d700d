"""The command line: it finds the command that was called, and tells every error in plain words."""

import atexit
import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module

import click

from relaxapp.errors import RelaxError

COMMANDS = {
    "list": "practices:list_practices",
    "favourite": "practices:favourite",
    "show": "practices:show",
    "play": "play:play",
    "pace": "pacing:pace",
    "render": "render:render",
    "lead": "lead:lead",
    "record": "record:record",
    "check": "practices:check",
    "edit": "editing:edit",
    "remove": "removing:remove",
    "share": "sharing:share",
    "add": "sharing:add",
    "adopt": "sharing:adopt",
    "log": "journal:log",
    "export": "journal:export",
    "import": "journal:import_file",
    "backup": "keeping:backup",
    "restore": "keeping:restore",
    "forget": "keeping:forget",
    "group": "group:group",
    "diary": "diary:diary",
    "prescriber": "prescriber:prescriber",
    "remind": "reminders:remind",
    "voices": "voices:voices",
    "doctor": "computer:doctor",
    "shortcut": "computer:shortcut",
}
"""Each command with the file of `relaxapp.commands` and the function in it, in the order of --help."""

IMPORTED_OBJECTS = 100_000
"""New objects after which garbage is looked for; Python's own is 700, which is reached with every module."""


class Commands(click.Group):
    """Imports a command's file only when it is called, so that each starts as fast as it can."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  the name is click's
        """Every command, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """One command by name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        file, function = COMMANDS[cmd_name].split(":")
        command = getattr(import_module(f"relaxapp.commands.{file}"), function)
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="relaxapp", prog_name="relaxapp")
@click.pass_context
def commands(context: click.Context) -> None:
    """Practise relaxation between the sessions of your group. Without a command, the app opens."""
    if context.invoked_subcommand is None:
        from relaxapp.commands.app import open_app

        open_app()


def main() -> None:
    """The program: every error is told in plain words, on standard error."""
    quick()
    run_kindly(lambda: commands.main(prog_name="relaxapp", standalone_mode=False))


def quick() -> None:
    """Spend no time on what a command has no use for.

    numpy's library for matrices starts a thread for each core, though nothing here multiplies matrices; and
    what is imported is looked through for garbage time and again, though all of it stays until the end.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(IMPORTED_OBJECTS)
    atexit.register(gc.freeze)


def run_kindly(run: Callable[[], object]) -> None:
    """Run, and end with 0, 1 for an error told in one sentence, 2 for a wrong call. No traceback is shown."""
    try:
        run()
    except RelaxError as error:
        from relaxapp.commands.talking import tell

        tell(str(error), err=True)
        raise SystemExit(1) from None
    except click.exceptions.Abort:
        raise SystemExit(130) from None
    except click.ClickException as error:
        from relaxapp.commands.talking import tell
        from relaxapp.commands.wrong_calls import told

        tell(told(error), err=True)
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except BrokenPipeError:
        with suppress(OSError):
            sys.stdout.close()
        raise SystemExit(1) from None
    except OSError as error:
        from relaxapp.commands.talking import tell
        from relaxapp.refused import told as told_of

        if error.filename is None:  # perhaps the output: what is left of it would be tried again at the end
            with suppress(OSError):
                sys.stdout.close()
        tell(told_of(error), err=True)
        raise SystemExit(1) from None
    except Exception as error:  # noqa: BLE001  the last door: nobody is shown a traceback
        from relaxapp.crash import keep

        click.echo(keep(error), err=True)
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
