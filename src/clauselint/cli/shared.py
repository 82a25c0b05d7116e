"""What both commands share: exit codes, French errors, output that never destroys a file."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from clauselint.cli.french import FrenchCommand

__all__ = [
    "EXIT_FINDINGS",
    "EXIT_UNREADABLE",
    "LANG_OPTION",
    "LIBRARY_OPTION",
    "OUTPUT_OPTION",
    "VERSION_OPTION",
    "FrenchGroup",
    "coloured",
    "write_output",
]

EXIT_FINDINGS = 1
EXIT_UNREADABLE = 2

# Objects made before the collector looks at them: reading a contract makes many and no cycle, and
# the default of 700 costs a cold check an eighth of its time.
GC_THRESHOLD = 1_000_000

LANG_OPTION = click.option(
    "--lang", type=click.Choice(["fr", "en"]), default="fr", help="Langue des messages."
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
        gc.set_threshold(GC_THRESHOLD)
        try:
            code = super().main(args, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            code = EXIT_UNREADABLE
        except click.ClickException as error:
            from clauselint.cli.usage import usage_message  # noqa: PLC0415

            click.echo(usage_message(error), err=True)
            code = EXIT_UNREADABLE
        except click.exceptions.Exit as leaving:
            code = leaving.exit_code
        except (click.Abort, KeyboardInterrupt):
            click.echo("Interrompu.", err=True)
            code = 130
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = 0
        except Exception as error:
            code = _expected(error)
        gc.freeze()  # else the end of the process looks through all objects again, for 10 ms
        sys.exit(code if isinstance(code, int) else 0)


def _expected(error: Exception) -> int:
    """Say an error that bad input explains; raise again one that only a defect explains."""
    from clauselint.cli.errors import user_message  # noqa: PLC0415 (only when something went wrong)

    message = user_message(error)
    if message is None:
        raise error
    click.echo(message, err=True)
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


def coloured(output: Path | None) -> Callable[[str, str], str]:
    """How to style a word: in colour on a terminal, as it is in a file or a pipe."""
    if output is not None or not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return lambda text, _style: text

    def style(text: str, name: str) -> str:
        if name in ("bold", "dim"):
            return click.style(text, **{name: True})
        return click.style(text, fg=name, bold=True)

    return style


def write_output(text: str, output: Path | None) -> None:
    """Print `text`, or put it in `output` whole or not at all (a temporary file, then renamed)."""
    if output is None:
        click.echo(text, nl=False)
        return
    import tempfile  # noqa: PLC0415

    handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(name, output)  # noqa: PTH105 (a rename over an existing file, on every system)
    except BaseException:
        os.unlink(name)  # noqa: PTH108
        raise
