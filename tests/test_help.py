"""What --help shows is plain: words of what is typed, none of how programs keep it."""

import re
from collections.abc import Iterator

import click
import pytest

from relaxapp.cli import commands

INSIDE = re.compile(r"RANGE|\bTEXT\b|\bPATH\b|INTEGER|FLOAT|<=|>=|\.\.\.  ")
"""What click shows where nothing else was said."""


def calls(command: click.Command, context: click.Context) -> Iterator[click.Context]:
    """Every command, each as it is called."""
    yield context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from calls(inner, click.Context(inner, context, name))


ALL = list(calls(commands, click.Context(commands, info_name="relaxapp")))


@pytest.mark.parametrize("call", ALL, ids=lambda call: call.command_path)
def test_it_is_in_plain_words(call: click.Context) -> None:
    assert INSIDE.findall(call.command.get_help(call)) == []


@pytest.mark.parametrize("call", ALL, ids=lambda call: call.command_path)
def test_who_may_not_read_a_file_is_told_in_our_own_words(call: click.Context) -> None:
    """click would look first, and tell it in its own."""
    paths = [param.type for param in call.command.params if isinstance(param.type, click.Path)]
    assert not any(kind.readable or kind.writable or kind.exists for kind in paths)


@pytest.mark.parametrize("call", ALL, ids=lambda call: call.command_path)
def test_who_is_not_asked_types_it_the_same_way_everywhere(call: click.Context) -> None:
    for param in call.command.params:
        if "--yes" in param.opts:
            assert "-y" in param.opts
