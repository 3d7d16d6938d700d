"""A call that can't be understood, told in a plain sentence with what to type in its place."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

import click

from relaxapp.translation import _

PRACTICE = "paced-breathing"
"""The practice that examples name."""


def told(error: click.ClickException) -> str:
    """What was wrong, or missing, and what is right."""
    match error:
        case click.MissingParameter(ctx=click.Context() as context, param=click.Parameter() as param):
            return _missing(context, param)
        case click.BadParameter(param=click.Parameter() as param):
            return _wrong_value(param) or error.format_message()
        case click.NoSuchOption(ctx=click.Context() as context, option_name=name):
            return _no_option(context, name)
        case click.NoSuchOption(option_name=name):
            return _("There is no {name} here; --help tells what there is.").format(name=name)
        case click.BadOptionUsage(option_name=name) if "not take" in error.message:
            return _("Nothing goes with {name}: type it alone.").format(name=name)
        case click.BadOptionUsage(option_name=name):
            return _("Something has to follow {name}; --help tells what.").format(name=name)
        case click.exceptions.NoSuchCommand(ctx=click.Context() as context, command_name=name):
            return _no_command(context, name)
        case click.UsageError(ctx=click.Context() as context) if extra := _EXTRA.match(error.message):
            return _too_much(context, extra[1])
    return error.format_message()


_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)")


def _missing(context: click.Context, param: click.Parameter) -> str:
    usage = _usage(context)
    if param.name != "name":
        return _("Something is missing. Type it like this: {usage}").format(usage=usage)
    if _names_a_voice(context):
        return _("Name a voice, like this: {usage}").format(usage=usage)
    return _("Name a practice, like this: {usage}. `relaxapp list` names them all.").format(
        usage=usage.replace("NAME", PRACTICE)
    )


def _usage(context: click.Context) -> str:
    """How it is typed with all that it needs."""
    return " ".join([context.command_path, *_needed(context.command.params)])


def _names_a_voice(context: click.Context) -> bool:
    """Whether the name that is wanted is a voice's, not a practice's."""
    names = context.command_path if context.parent is None else context.parent.command_path
    return names.endswith("voices")


def _needed(params: Iterable[click.Parameter]) -> Iterable[str]:
    """What is typed, each as in an example: every argument, then the options that have to be there."""
    for param in sorted(params, key=lambda each: isinstance(each, click.Option)):
        kind = param.metavar or ("FILE" if isinstance(param.type, click.Path) else (param.name or "").upper())
        if isinstance(param, click.Argument):
            yield kind
        elif param.required:
            yield f"{param.opts[0]} {kind}"


def _wrong_value(param: click.Parameter) -> str:
    """What a value may be; empty where nothing is known of it."""
    name = max(param.opts, key=len)
    match param.type:
        case click.Choice(choices=choices):
            return _("After {name} comes one of: {choices}.").format(
                name=name, choices=", ".join(map(str, choices))
            )
        case click.IntRange(min=least, max=most) | click.FloatRange(min=least, max=most) if most is not None:
            return _("After {name} comes a number from {least} to {most}.").format(
                name=name, least=least, most=most
            )
        case click.IntRange(min=least) | click.FloatRange(min=least) if least is not None:
            return _at_least(param.type).format(name=name, least=least)
        case click.IntRange() | click.types.IntParamType():
            return _("After {name} comes a whole number, such as 5.").format(name=name)
        case click.FloatRange() | click.types.FloatParamType():
            return _("After {name} comes a number, such as 5.").format(name=name)
    return ""


def _at_least(kind: click.IntRange | click.FloatRange) -> str:
    """The sentence for a range that has a lowest number and no highest."""
    match kind:
        case click.IntRange(min_open=True):
            return _("After {name} comes a whole number above {least}.")
        case click.IntRange():
            return _("After {name} comes a whole number of at least {least}.")
        case click.FloatRange(min_open=True):
            return _("After {name} comes a number above {least}.")
        case _:
            return _("After {name} comes a number of at least {least}.")


def _no_option(context: click.Context, name: str) -> str:
    known = [each for param in context.command.get_params(context) for each in param.opts]
    near = get_close_matches(name, known, 1)
    if near:
        return _("There is no {name} here; the nearest is {near}.").format(name=name, near=near[0])
    return _("There is no {name} here; `{command} --help` tells what there is.").format(
        name=name, command=context.command_path
    )


def _no_command(context: click.Context, name: str) -> str:
    group = context.command
    known = group.list_commands(context) if isinstance(group, click.Group) else []
    near = get_close_matches(name, known, 1)
    if near:
        return _("There is no command {name}; the nearest is: {command} {near}").format(
            name=name, command=context.command_path, near=near[0]
        )
    return _("There is no command {name}; `{command} --help` names them all.").format(
        name=name, command=context.command_path
    )


def _too_much(context: click.Context, extra: str) -> str:
    named = any(param.name == "name" for param in context.command.params)
    if named and _names_a_voice(context):
        return _("{extra} is too much here. Name one voice: {usage}").format(
            extra=extra, usage=_usage(context)
        )
    if named:
        return _("{extra} is too much here; the words of a name are joined, as in {name}.").format(
            extra=extra, name=PRACTICE
        )
    return _("{extra} is too much here; `{command} --help` tells what there is.").format(
        extra=extra, command=context.command_path
    )
