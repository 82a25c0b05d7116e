"""The command `clausegen new`: the questions of a mission, in the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from clauselint.cli.french import FrenchCommand
from clauselint.cli.shared import EXIT_FINDINGS, write_output

if TYPE_CHECKING:
    from clauselint.library.mission_questions import Question

__all__ = ["new"]

_BACK = "<"
_EXIT_LEFT = 130


@click.command(cls=FrenchCommand)
@click.argument(
    "path", type=click.Path(path_type=Path), metavar="[FICHIER]", default="mission.yaml"
)
@click.option("--force", is_flag=True, help="Remplace un fichier qui existe déjà.")
def new(path: Path, force: bool) -> int:
    """Pose les questions d’une mission, contrôle chaque réponse, et écrit son fichier.

    Entrée garde la réponse proposée entre crochets ; « < » revient à la question précédente ;
    Ctrl-C laisse là : les réponses sont gardées, et la même commande reprend. Les fichiers de
    profils/, clients/ et salaries/ à côté de FICHIER sont proposés. Code de sortie : 0 la mission
    est écrite ; 1 elle l’est, mais il reste à y corriger ; 2 le fichier existe déjà.
    """
    if path.exists() and not force:
        raise click.UsageError(
            f"{path} existe déjà. Choisir un autre nom, ou donner --force pour le remplacer."
        )
    from clauselint.library.mission_questions import values_of  # noqa: PLC0415
    from clauselint.library.mission_writing import mission_text  # noqa: PLC0415

    interview = _Interview(path)
    try:
        interview.run()
    except click.Abort:
        click.echo(f"\nRéponses gardées dans {interview.draft}. Pour continuer :", err=True)
        click.echo(f"  {interview.command}", err=True)
        return _EXIT_LEFT
    write_output(mission_text(values_of(interview.answers)), path)
    interview.draft.unlink(missing_ok=True)
    return _last_words(path)


def _last_words(path: Path) -> int:
    """Say what is left to do: build the contracts, or first mend what two answers contradict."""
    from clauselint.library import LibraryError  # noqa: PLC0415
    from clauselint.library.mission import read_mission  # noqa: PLC0415

    try:
        read_mission(path)
    except LibraryError as error:
        click.echo(str(error), err=True)
        click.echo(f"{path} est écrit ; y corriger ce qui précède.", err=True)
        return EXIT_FINDINGS
    click.echo(f"{path} est écrit. Pour en faire les contrats : clausegen build {path}")
    return 0


class _Interview:
    """The answers given so far, kept in a file beside the mission until all are."""

    def __init__(self, path: Path) -> None:
        from clauselint.library.yaml_source import read_values  # noqa: PLC0415

        self.folder = path.parent
        self.draft = path.with_suffix(".brouillon.yaml")
        self.command = f"clausegen new {path}"
        self.answers: dict[str, str] = {}
        self._heading = ""
        if self.draft.exists():
            _, values = read_values(self.draft)
            self.answers = {key: str(value) for key, value in values.items()}
            click.echo(f"Reprise de {self.draft} : {len(self.answers)} réponses déjà données.")

    def run(self) -> None:
        """Ask until nothing is left. Raises `click.Abort` when the person leaves."""
        from clauselint.library.mission_questions import questions  # noqa: PLC0415

        while True:
            asked = questions(self.answers, self.folder)
            question = next((item for item in asked if item.cle not in self.answers), None)
            if question is None:
                return
            self._ask(question)

    def _ask(self, question: Question) -> None:
        if question.groupe and question.groupe != self._heading:
            click.secho(f"\n{question.groupe}", bold=True)
            self._heading = question.groupe
        click.echo(question.aide)
        for number, choice in enumerate(question.choix, start=1):
            click.echo(f"  {number}. {choice}")
        given = click.prompt(
            question.cle,
            default=question.defaut,
            show_default=bool(question.defaut),
            prompt_suffix=" : ",
        )
        answer = " ".join(str(given).split())
        if answer == _BACK:
            self._go_back()
            return
        if question.choix and answer.isdecimal() and 0 < int(answer) <= len(question.choix):
            answer = question.choix[int(answer) - 1]
        fault = self._fault(question, answer)
        if fault:
            click.secho(f"  {fault}", fg="red")
            return
        self.answers[question.cle] = answer
        self._keep()

    def _go_back(self) -> None:
        if self.answers:
            self.answers.popitem()
            self._heading = ""
            self._keep()

    def _fault(self, question: Question, answer: str) -> str:
        from clauselint.library.mission_questions import answer_problem  # noqa: PLC0415

        if not answer:
            return "" if question.facultative else "Une réponse est nécessaire ici."
        return answer_problem({**self.answers, question.cle: answer}, question.cle, self.folder)

    def _keep(self) -> None:
        from clauselint.library.mission_writing import answers_text  # noqa: PLC0415

        write_output(answers_text(self.answers, self.command), self.draft)
