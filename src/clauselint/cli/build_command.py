"""The command `clausegen build`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clauselint.cli.french import FrenchCommand
from clauselint.cli.shared import EXIT_FINDINGS, EXIT_UNREADABLE, LIBRARY_OPTION

if TYPE_CHECKING:
    from clauselint.api.batch import Batch

__all__ = ["build"]


@click.command(cls=FrenchCommand)
@click.argument(
    "sources", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="MISSION..."
)
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    help="Dossier où écrire (défaut : le dossier courant).",
)
@click.option(
    "--modele",
    type=click.Path(path_type=Path),
    metavar="MISSION",
    help="Mission que les lignes d’un fichier CSV complètent.",
)
@click.option(
    "--continuer",
    "go_on",
    is_flag=True,
    help="Écrit les missions qui se tiennent, quand d’autres sont refusées.",
)
@click.option("--pdf", is_flag=True, help="Écrit aussi les PDF, si LibreOffice est installé.")
@click.option("--force", is_flag=True, help="Remplace un contrat modifié depuis sa rédaction.")
@LIBRARY_OPTION
def build(  # noqa: PLR0913, PLR0917 (one argument an option)
    sources: tuple[Path, ...],
    folder: Path,
    modele: Path | None,
    go_on: bool,
    pdf: bool,
    force: bool,
    library: tuple[Path, ...],
) -> int:
    """Écrit les contrats de chaque mission : contrat de travail et contrat de prestation.

    MISSION est un fichier, un dossier de missions (*.yaml), ou un fichier CSV dont chaque ligne est
    une mission et chaque colonne une clé (prix.tjm, entreprise_cliente…). Rien n’est écrit si une
    mission enfreint une règle de gravité « erreur ». Code de sortie : 0 les contrats sont écrits ;
    1 une mission est refusée ; 2 un fichier ne peut pas être lu ou écrit.
    """
    from clauselint.api.batch import BatchOptions, build_batch  # noqa: PLC0415

    options = BatchOptions(modele=modele, go_on=go_on, force=force, libraries=library)
    with ExitStack() as bars:
        done = build_batch(sources, folder, options, suivi=_bar(bars))
    for path in done.written:
        click.echo(str(path))
    for message in done.messages():
        click.echo(message, err=True)
    _summary(done)
    if pdf and not _printed(done.written):
        return EXIT_UNREADABLE
    if not done.failures:
        return 0
    return EXIT_UNREADABLE if done.unreadable else EXIT_FINDINGS


def _printed(written: tuple[Path, ...]) -> bool:
    """Whether each Word document that was written has its PDF."""
    from clauselint.drafting.word_pdf import PdfRefused, print_pdf  # noqa: PLC0415

    try:
        printed = print_pdf(written)
    except PdfRefused as error:
        click.echo(str(error), err=True)
        return False
    for path in printed:
        click.echo(str(path))
    return True


def _summary(done: Batch) -> None:
    """The last word, when there is more to tell than the files that are written."""
    refused = len(done.failures)
    if refused and not done.written:
        told = f"{_count(refused, 'mission refusée')} sur {done.missions}. "
        click.echo(f"{told if done.missions > 1 else ''}Rien n’a été écrit.", err=True)
    elif done.missions > 1:
        built = _count(done.missions - refused, "mission")
        left = f" ; {_count(refused, 'mission refusée')}" if refused else ""
        click.echo(f"{built}, {_count(len(done.written), 'document écrit')}{left}.", err=True)


def _count(number: int, words: str) -> str:
    """« 3 missions refusées »."""
    return f"{number} {words if number < 2 else words.replace(' ', 's ') + 's'}"


def _bar(open_bars: ExitStack) -> Callable[[int], Callable[[], None]]:
    """A bar on stderr, while someone is looking and there is more than one mission."""

    def begin(total: int) -> Callable[[], None]:
        if total < 2 or not sys.stderr.isatty():
            return lambda: None
        bar = open_bars.enter_context(
            click.progressbar(length=total, label="missions", file=sys.stderr, show_pos=True)
        )
        return lambda: bar.update(1)

    return begin
