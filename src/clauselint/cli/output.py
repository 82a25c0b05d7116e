"""What commands print and write: in the terminal's encoding, never destroying a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

__all__ = ["coloured", "json_text", "say_error", "write_output"]


def coloured(output: Path | None) -> Callable[[str, str], str]:
    """How to style a word: in colour on a terminal, as it is in a file or a pipe."""
    if output is not None or not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return lambda text, _style: text
    import click  # noqa: PLC0415

    def style(text: str, name: str) -> str:
        if name in ("bold", "dim"):
            return click.style(text, **{name: True})
        return click.style(text, fg=name, bold=True)

    return style


def json_text(value: object) -> str:
    """A value as the JSON of reports."""
    import json  # noqa: PLC0415

    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def say_error(text: str) -> None:
    """Print a line on stderr."""
    import click  # noqa: PLC0415

    click.echo(text, err=True)


def write_output(text: str, output: Path | None) -> None:
    """Print `text`, or put it in `output` whole or not at all (a temporary file, then renamed)."""
    if output is None:
        _print(text)
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


def _print(text: str) -> None:
    """Print without click, but where it knows better: Windows, and terminals not in UTF-8."""
    if sys.platform == "win32" or sys.stdout.encoding.lower() != "utf-8":
        import click  # noqa: PLC0415

        click.echo(text, nl=False)
        return
    sys.stdout.write(text)
    sys.stdout.flush()
