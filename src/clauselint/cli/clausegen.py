"""The command `clausegen`: options, calls and exit codes."""

from __future__ import annotations

from pathlib import Path

import click

from clauselint.cli.clause_commands import list_clauses, show
from clauselint.cli.shared import (
    LIBRARY_OPTION,
    OUTPUT_OPTION,
    VERSION_OPTION,
    FrenchGroup,
    write_output,
)


@click.group(cls=FrenchGroup, context_settings={"help_option_names": ["-h", "--help"]})
@VERSION_OPTION
def main() -> None:
    """Rédige des contrats de portage salarial.

    \b
    clausegen build mission.yaml     écrit les contrats de la mission
    clausegen clauses                liste les clauses de la bibliothèque
    clausegen show confidentialite   montre une clause : textes, bornes, négociation
    clausegen schema > mission.json  schéma d’une mission, pour l’éditeur
    """


main.add_command(list_clauses)
main.add_command(show)


@main.command()
@click.argument(
    "missions", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="MISSION..."
)
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    help="Dossier où écrire (défaut : le dossier courant).",
)
@click.option("--force", is_flag=True, help="Remplace un contrat modifié depuis sa rédaction.")
@LIBRARY_OPTION
def build(missions: tuple[Path, ...], folder: Path, force: bool, library: tuple[Path, ...]) -> int:
    """Écrit les contrats de chaque mission : contrat de travail et contrat de prestation.

    Rien n’est écrit si une mission enfreint une règle de gravité « erreur ». Code de sortie : 0 les
    contrats sont écrits ; 1 une mission est refusée ; 2 un fichier ne peut pas être lu ou écrit.
    """
    from clauselint.api.building import RefusedMission  # noqa: PLC0415
    from clauselint.api.building import build as build_contracts  # noqa: PLC0415
    from clauselint.drafting import IncompatibleClauses  # noqa: PLC0415

    try:
        written = build_contracts(missions, folder, force=force, libraries=library)
    except (IncompatibleClauses, RefusedMission) as refused:
        click.echo(str(refused), err=True)
        click.echo("Rien n’a été écrit.", err=True)
        return 1
    for path in written:
        click.echo(str(path))
    return 0


@main.command()
@click.option("--clause", "kind", flag_value="clause", help="Schéma d’un fichier de clause.")
@click.option("--rule", "kind", flag_value="rule", help="Schéma d’un fichier de règle.")
@click.option("--profil", "kind", flag_value="profil", help="Schéma d’un profil.")
@OUTPUT_OPTION
def schema(kind: str | None, output: Path | None) -> int:
    """Donne le schéma JSON d’une mission (ou d’une clause, d’une règle, d’un profil)."""
    import json  # noqa: PLC0415

    from clauselint.library import json_schema  # noqa: PLC0415

    found = json_schema(kind or "mission")
    write_output(json.dumps(found, ensure_ascii=False, indent=2) + "\n", output)
    return 0
