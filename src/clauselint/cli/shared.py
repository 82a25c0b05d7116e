"""What both commands share: options, and a group that ends as `leave` does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from clauselint.cli.choices import LANGS
from clauselint.cli.french import FrenchCommand
from clauselint.cli.leaving import EXIT_FINDINGS, EXIT_UNREADABLE, leave
from clauselint.cli.output import say_error, write_output

__all__ = [
    "EXIT_FINDINGS",
    "EXIT_UNREADABLE",
    "LANG_OPTION",
    "LIBRARY_OPTION",
    "OUTPUT_OPTION",
    "VERSION_OPTION",
    "FrenchGroup",
    "write_output",
]

LANG_OPTION = click.option(
    "--lang", type=click.Choice(LANGS), default="fr", help="Langue des messages."
)
OUTPUT_OPTION = click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Écrit dans ce fichier."
)
LIBRARY_OPTION = click.option(
    "--library",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DOSSIER",
    help="Clauses et règles à vous, qui complètent ou remplacent celles du programme (répétable).",
)


class FrenchGroup(FrenchCommand, click.Group):
    """A group whose expected errors are a message and an exit code, never a traceback."""

    command_class = FrenchCommand

    def main(self, args: Sequence[str] | None = None, **extra: Any) -> Any:  # type: ignore[override]
        extra["standalone_mode"] = False
        leave(lambda: self._run(args, extra))

    def _run(self, args: Sequence[str] | None, extra: dict[str, Any]) -> object:
        try:
            return super().main(args, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
        except click.ClickException as error:
            from clauselint.cli.usage import usage_message  # noqa: PLC0415

            say_error(usage_message(error))
        except click.exceptions.Exit as leaving:
            return leaving.exit_code
        except click.Abort:
            raise KeyboardInterrupt from None
        return EXIT_UNREADABLE


def show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        from clauselint.version import VERSION  # noqa: PLC0415

        click.echo(f"{ctx.info_name} {VERSION}")
        ctx.exit()


VERSION_OPTION = click.option(
    "--version",
    is_flag=True,
    callback=show_version,
    expose_value=False,
    is_eager=True,
    help="Affiche la version et s’arrête.",
)
