"""What is typed after a command, told plainly in --help and taken without a look at the disk."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relaxapp.translation import _

if TYPE_CHECKING:
    from click.types import OptionHelpExtra

MINUTES = click.option(
    "--minutes", type=float, metavar=_("MINUTES"), help=_("How long; otherwise the shortest it offers.")
)
"""How long one practice shall last."""
ANY_PATH = click.Path(readable=False, path_type=Path)
"""A file or a folder. Whoever reads or writes it tells where that may not be, in words of our own."""


class Plain(click.Option):
    """An option with a number whose bounds its own help tells, if they matter."""

    def get_help_extra(self, ctx: click.Context) -> "OptionHelpExtra":
        """What click adds to the help, without bounds such as x>=0."""
        extra = super().get_help_extra(ctx)
        extra.pop("range", None)
        return extra
