"""The command `clauselint`: options, calls and exit codes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from clauselint.cli.rule_commands import explain, list_rules, run_examples
from clauselint.cli.shared import (
    EXIT_FINDINGS,
    EXIT_UNREADABLE,
    LANG_OPTION,
    LIBRARY_OPTION,
    OUTPUT_OPTION,
    VERSION_OPTION,
    FrenchGroup,
    coloured,
    write_output,
)

_TYPES = (
    "cdd",
    "cdi",
    "prestation",
    "avenant",
    "convention",
    "devis",
    "compte_rendu_activite",
    "pv_recette",
    "mise_en_demeure",
    "nda",
    "autre",
)
_LEVELS = ("erreur", "avertissement", "info", "never")


_FORMAT_OPTION = click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Forme du résultat.",
)
_TYPE_OPTION = click.option(
    "--as", "forced_type", type=click.Choice(_TYPES), help="Impose le type du document."
)


class _Day(click.ParamType[date]):
    name = "AAAA-MM-JJ"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"« {value} » n’est pas une date. Écrire par exemple 2026-03-01.", param, ctx)


@click.group(cls=FrenchGroup, context_settings={"help_option_names": ["-h", "--help"]})
@VERSION_OPTION
def main() -> None:
    """Vérifie des contrats de portage salarial.

    \b
    clauselint check contrat.docx          cherche les défauts d’un contrat
    clauselint check dossier/              ceux de tous les contrats d’un dossier
    clauselint extract contrat.docx        montre ce qui a été lu
    clauselint explain durees/cdd-maximum  explique une règle
    """


@main.command()
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="CHEMIN..."
)
@_FORMAT_OPTION
@OUTPUT_OPTION
@click.option(
    "--select",
    multiple=True,
    metavar="RÈGLE|FAMILLE",
    help="N’applique que ces règles (répétable).",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="RÈGLE|FAMILLE",
    help="N’applique pas ces règles (répétable).",
)
@click.option(
    "--fail-on",
    type=click.Choice(_LEVELS),
    default="erreur",
    help="Gravité à partir de laquelle le code de sortie est 1.",
)
@click.option(
    "--date",
    "day",
    type=_Day(),
    help="Jour dont le droit s’applique (défaut : la signature du contrat, sinon son début, "
    "sinon aujourd’hui).",
)
@_TYPE_OPTION
@click.option(
    "--no-nlp",
    is_flag=True,
    help="Sans analyse de la langue (spaCy) ; dit quelles règles s’en trouvent réduites.",
)
@click.option("--quiet", is_flag=True, help="N’affiche que les erreurs.")
@LANG_OPTION
@LIBRARY_OPTION
def check(  # noqa: PLR0913, PLR0917 (one argument an option)
    paths: tuple[Path, ...],
    output_format: str,
    output: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    day: date | None,
    forced_type: str | None,
    no_nlp: bool,
    quiet: bool,
    lang: str,
    library: tuple[Path, ...],
) -> int:
    """Cherche les défauts de chaque contrat.

    Code de sortie : 0 aucun défaut de la gravité demandée ; 1 au moins un ; 2 un fichier n’a pas
    pu être lu ou la commande est mal écrite.
    """
    from clauselint import api  # noqa: PLC0415 (the rest of the program, only when needed)
    from clauselint.model import DocumentType  # noqa: PLC0415
    from clauselint.reporting import report_json, report_text  # noqa: PLC0415

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
        write_output(_json(report_json(report)), output)
    else:
        write_output(report_text(report, coloured(output), quiet=quiet), output)
    for failure in report.errors:
        click.echo(f"{failure.document} : {failure.message}", err=True)
    if report.errors:
        return EXIT_UNREADABLE
    levels = _LEVELS[: _LEVELS.index(fail_on) + 1] if fail_on != "never" else ()
    return EXIT_FINDINGS if any(found.gravite in levels for found in report.findings) else 0


@main.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="FICHIER")
@_FORMAT_OPTION
@OUTPUT_OPTION
@click.option("--date", "day", type=_Day(), help="Jour dont le droit s’applique.")
@_TYPE_OPTION
@LANG_OPTION
@LIBRARY_OPTION
def extract(  # noqa: PLR0913, PLR0917 (one argument an option)
    path: Path,
    output_format: str,
    output: Path | None,
    day: date | None,
    forced_type: str | None,
    lang: str,
    library: tuple[Path, ...],
) -> int:
    """Montre ce qui a été lu : type, parties, articles, clauses, termes, citations."""
    from clauselint import api  # noqa: PLC0415
    from clauselint.model import DocumentType  # noqa: PLC0415
    from clauselint.reporting import extraction_json, extraction_text  # noqa: PLC0415

    document = api.extract(
        path,
        forced_type=DocumentType(forced_type) if forced_type else None,
        day=day,
        libraries=library,
    )
    if output_format == "json":
        write_output(_json(extraction_json(document, str(path), lang=lang)), output)
    else:
        write_output(extraction_text(document, str(path), lang=lang), output)
    return 0


def _json(value: object) -> str:
    import json  # noqa: PLC0415

    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _progress(paths: Sequence[Path]) -> Iterable[Path]:
    """A bar on stderr while several contracts are checked by someone who is looking."""
    if len(paths) < 2 or not sys.stderr.isatty():
        return paths
    return _with_bar(paths)


def _with_bar(paths: Sequence[Path]) -> Iterator[Path]:
    with click.progressbar(paths, label="Contrats", file=sys.stderr) as bar:
        yield from bar


main.add_command(explain)
main.add_command(list_rules)
main.add_command(run_examples)
