"""The command `clausegen`: options, calls and exit codes."""

from __future__ import annotations

import click

from clauselint.cli.build_command import build
from clauselint.cli.clause_commands import list_clauses, show
from clauselint.cli.init_command import init
from clauselint.cli.new_command import new
from clauselint.cli.schema_command import schema
from clauselint.cli.shared import VERSION_OPTION, FrenchGroup
from clauselint.cli.verify_command import verify


@click.group(cls=FrenchGroup, context_settings={"help_option_names": ["-h", "--help"]})
@VERSION_OPTION
def main() -> None:
    """Rédige des contrats de portage salarial.

    \b
    clausegen init contrats/         crée un dépôt : mission, profil, contrôles
    clausegen new mission.yaml       pose les questions d’une mission et l’écrit
    clausegen build mission.yaml     écrit les contrats de la mission
    clausegen clauses                liste les clauses de la bibliothèque
    clausegen show confidentialite   montre une clause : textes, bornes, négociation
    clausegen verify                 prouve qu’aucune mission ne donne un contrat défectueux
    clausegen schema -d schemas      schémas des fichiers, pour l’éditeur
    """


main.add_command(list_clauses)
main.add_command(show)
main.add_command(build)
main.add_command(init)
main.add_command(new)
main.add_command(schema)
main.add_command(verify)
