"""The command `clausegen schema`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from clauselint.cli.french import FrenchCommand
from clauselint.cli.shared import LIBRARY_OPTION, OUTPUT_OPTION, write_output

__all__ = ["schema"]


@click.command(cls=FrenchCommand)
@click.option("--mission", "kind", flag_value="mission", help="D’une mission (défaut).")
@click.option("--profil", "kind", flag_value="profil", help="D’une entreprise de portage.")
@click.option("--client", "kind", flag_value="client", help="D’une entreprise cliente.")
@click.option("--salarie", "kind", flag_value="salarie", help="D’un salarié porté.")
@click.option("--clause", "kind", flag_value="clause", help="D’un fichier de clause.")
@click.option("--rule", "kind", flag_value="rule", help="D’un fichier de règle.")
@click.option("--outline", "kind", flag_value="outline", help="D’un plan de document.")
@click.option(
    "-d",
    "--dossier",
    "folder",
    type=click.Path(path_type=Path),
    help="Écrit tous les schémas dans ce dossier (mission.schema.json…).",
)
@OUTPUT_OPTION
@LIBRARY_OPTION
def schema(
    kind: str | None, folder: Path | None, output: Path | None, library: tuple[Path, ...]
) -> int:
    """Donne le schéma JSON d’un fichier, pour que l’éditeur complète et contrôle ce qu’on y écrit.

    Un fichier s’y rapporte par sa première ligne :
    # yaml-language-server: $schema=schemas/mission.schema.json
    """
    from clauselint.library import load_library  # noqa: PLC0415
    from clauselint.library.json_schemas import SCHEMAS, json_schema  # noqa: PLC0415

    clauses = tuple(load_library(library).clauses.values())
    if folder is None:
        write_output(_text(json_schema(kind or "mission", clauses)), output)
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    for name in (kind,) if kind else SCHEMAS:
        path = folder / f"{name}.schema.json"
        write_output(_text(json_schema(name, clauses)), path)
        click.echo(str(path))
    return 0


def _text(schema: object) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
