"""The commands of `clauselint`: options, help and calls."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from clauselint.cli.choices import FORMATS, LEVELS, TYPES
from clauselint.cli.diff_command import diff
from clauselint.cli.output import json_text, write_output
from clauselint.cli.rule_commands import explain, list_rules, run_examples
from clauselint.cli.shared import (
    LANG_OPTION,
    LIBRARY_OPTION,
    OUTPUT_OPTION,
    VERSION_OPTION,
    FrenchGroup,
)

_FORMAT_OPTION = click.option(
    "--format",
    "output_format",
    type=click.Choice(FORMATS),
    default="text",
    help="Forme du résultat.",
)
_TYPE_OPTION = click.option(
    "--as", "forced_type", type=click.Choice(TYPES), help="Impose le type du document."
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
    clauselint diff contrat.docx           compare à la bibliothèque, clause par clause
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
    type=click.Choice(LEVELS),
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
    from clauselint.cli.checking import run_check  # noqa: PLC0415 (the rest of the program)

    return run_check(
        paths,
        output_format=output_format,
        output=output,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        day=day,
        forced_type=forced_type,
        no_nlp=no_nlp,
        quiet=quiet,
        lang=lang,
        library=library,
    )


@main.command()
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FICHIER..."
)
@_FORMAT_OPTION
@OUTPUT_OPTION
@click.option("--date", "day", type=_Day(), help="Jour dont le droit s’applique.")
@_TYPE_OPTION
@click.option(
    "--consolidate",
    is_flag=True,
    help="Les termes en vigueur d’un dossier (fichiers ou dossier), avenants compris, chacun avec "
    "le document d’où il vient.",
)
@click.option(
    "--at",
    type=_Day(),
    help="Avec --consolidate : sans les avenants signés après ce jour.",
)
@LANG_OPTION
@LIBRARY_OPTION
def extract(  # noqa: PLR0913, PLR0917 (one argument an option)
    paths: tuple[Path, ...],
    output_format: str,
    output: Path | None,
    day: date | None,
    forced_type: str | None,
    consolidate: bool,
    at: date | None,
    lang: str,
    library: tuple[Path, ...],
) -> int:
    """Montre ce qui a été lu : type, parties, articles, clauses, termes, citations."""
    if consolidate:
        if forced_type:
            raise click.UsageError(
                "--as ne va pas avec --consolidate : un dossier a plusieurs types."
            )
        return _consolidate(paths, output_format, output, at, day, lang, library)
    if at:
        raise click.UsageError("--at va avec --consolidate.")
    if len(paths) > 1:
        raise click.UsageError(
            "extract lit un seul fichier ; ajouter --consolidate pour lire ensemble un dossier."
        )
    (path,) = paths
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
        write_output(json_text(extraction_json(document, str(path), lang=lang)), output)
    else:
        write_output(extraction_text(document, str(path), lang=lang), output)
    return 0


def _consolidate(  # noqa: PLR0913, PLR0917 (the options of `extract`)
    paths: tuple[Path, ...],
    output_format: str,
    output: Path | None,
    at: date | None,
    day: date | None,
    lang: str,
    library: tuple[Path, ...],
) -> int:
    from clauselint.api.dossiers import read_dossiers  # noqa: PLC0415
    from clauselint.reporting.consolidation import (  # noqa: PLC0415
        consolidation_json,
        consolidation_text,
    )

    grouping = read_dossiers(paths, day=day, libraries=library)
    if output_format == "json":
        write_output(json_text(consolidation_json(grouping, at)), output)
    else:
        write_output(consolidation_text(grouping, at, lang=lang), output)
    return 0


main.add_command(diff)
main.add_command(explain)
main.add_command(list_rules)
main.add_command(run_examples)
