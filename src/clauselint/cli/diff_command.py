"""The command `clauselint diff`."""

from __future__ import annotations

from pathlib import Path

import click

from clauselint.cli.choices import TYPES
from clauselint.cli.french import FrenchCommand
from clauselint.cli.output import coloured, json_text
from clauselint.cli.shared import EXIT_FINDINGS, LIBRARY_OPTION, OUTPUT_OPTION, write_output

__all__ = ["diff"]


@click.command(cls=FrenchCommand)
@click.argument("path", type=click.Path(path_type=Path), metavar="CONTRAT")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text")
@OUTPUT_OPTION
@click.option("--as", "forced_type", type=click.Choice(TYPES), help="Impose le type du document.")
@LIBRARY_OPTION
def diff(
    path: Path,
    output_format: str,
    output: Path | None,
    forced_type: str | None,
    library: tuple[Path, ...],
) -> int:
    """Compare un contrat à la bibliothèque, clause par clause.

    Une clause est inchangée, ou n’en diffère que par ses paramètres, ou elle est reformulée
    ([-mots retirés-], {+mots ajoutés+}), ajoutée, absente. Code de sortie : 0 aucune différence
    que de paramètres ; 1 des différences ; 2 le contrat ne peut pas être lu.
    """
    from clauselint.api.comparison import Etat, diff_json, diff_text  # noqa: PLC0415
    from clauselint.api.comparison import diff as compare  # noqa: PLC0415
    from clauselint.model import DocumentType  # noqa: PLC0415

    found = compare(path, library, DocumentType(forced_type) if forced_type else None)
    if output_format == "json":
        write_output(json_text(diff_json(found, str(path))), output)
    else:
        write_output(diff_text(found, coloured(output)), output)
    same = (Etat.INCHANGEE, Etat.PARAMETRES)
    return 0 if all(item.etat in same for item in found) else EXIT_FINDINGS
