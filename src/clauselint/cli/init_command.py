"""The command `clausegen init`."""

from __future__ import annotations

from pathlib import Path

import click

from clauselint.cli.french import FrenchCommand

__all__ = ["init"]


@click.command(cls=FrenchCommand)
@click.argument("folder", type=click.Path(path_type=Path), metavar="DOSSIER")
@click.option(
    "--clause",
    "clauses",
    multiple=True,
    metavar="CLAUSE",
    help="Copie cette clause, pour la réécrire en entier (répétable).",
)
@click.option("--all-clauses", is_flag=True, help="Copie toutes les clauses.")
def init(folder: Path, clauses: tuple[str, ...], all_clauses: bool) -> int:
    """Crée un dépôt de contrats : mission commentée, profil, contrôles d’intégration continue.

    Aucun fichier présent n’est remplacé. Les clauses du programme s’appliquent ; le dépôt ne tient
    que celles que vous changez.
    """
    from clauselint.api.new_repository import new_repository  # noqa: PLC0415
    from clauselint.library import load_library  # noqa: PLC0415

    copied = tuple(load_library().clauses) if all_clauses else clauses
    made = new_repository(folder, copied)
    for path in made.written:
        click.echo(f"{path}")
    for path in made.kept:
        click.echo(f"{path} : existe déjà, laissé tel quel.")
    return 0
