"""The command `check`, once its options are read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from clauselint import api
from clauselint.cli.choices import LEVELS
from clauselint.cli.leaving import EXIT_FINDINGS, EXIT_UNREADABLE
from clauselint.cli.output import coloured, json_text, say_error, write_output
from clauselint.model import DocumentType
from clauselint.reporting import report_json, report_text

__all__ = ["run_check"]


def run_check(  # noqa: PLR0913 (one argument an option)
    paths: tuple[Path, ...],
    *,
    output_format: str = "text",
    output: Path | None = None,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    fail_on: str = "erreur",
    day: date | None = None,
    forced_type: str | None = None,
    no_nlp: bool = False,
    quiet: bool = False,
    lang: str = "fr",
    library: tuple[Path, ...] = (),
) -> int:
    """Check the contracts, write the report, and give the exit code; the defaults are those of the
    options of the same names.
    """
    options = api.CheckOptions(
        select=select,
        ignore=ignore,
        day=day,
        forced_type=DocumentType(forced_type) if forced_type else None,
        lang=lang,
        libraries=library,
        today=date.today(),  # noqa: DTZ011 (the user's own day, for a contract without a date)
        language=not no_nlp,
    )
    report = api.check(tuple(api.contracts_in(paths)), options, progress=_progress)
    if output_format == "json":
        write_output(json_text(report_json(report)), output)
    else:
        write_output(report_text(report, coloured(output), quiet=quiet), output)
    for failure in report.errors:
        say_error(f"{failure.document} : {failure.message}")
    if report.errors:
        return EXIT_UNREADABLE
    levels = LEVELS[: LEVELS.index(fail_on) + 1] if fail_on != "never" else ()
    return EXIT_FINDINGS if any(found.gravite in levels for found in report.findings) else 0


def _progress(paths: Sequence[Path]) -> Iterable[Path]:
    """A bar on stderr while several contracts are checked by someone who is looking."""
    if len(paths) < 2 or not sys.stderr.isatty():
        return paths
    return _with_bar(paths)


def _with_bar(paths: Sequence[Path]) -> Iterator[Path]:
    import click  # noqa: PLC0415

    with click.progressbar(paths, label="Contrats", file=sys.stderr) as bar:
        yield from bar
