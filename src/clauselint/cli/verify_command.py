"""The command `clausegen verify`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import click

from clauselint.cli.french import FrenchCommand
from clauselint.cli.shared import EXIT_FINDINGS, OUTPUT_OPTION, write_output

__all__ = ["verify"]

_SEVERITIES = ("erreur", "avertissement", "info")


@click.command(cls=FrenchCommand)
@click.argument("libraries", nargs=-1, type=click.Path(path_type=Path), metavar="[BIBLIOTHÈQUE]...")
@click.option("--jobs", type=click.IntRange(min=1), help="Processus à la fois (défaut : un cœur).")
@click.option(
    "--random",
    "random_missions",
    type=click.IntRange(min=0),
    default=40,
    help="Missions tirées au hasard, toujours les mêmes, pour chaque exemple.",
)
@click.option(
    "--mission",
    "missions",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Ne fait varier que cette mission (répétable ; défaut : toutes celles d’exemple).",
)
@click.option("--seed", type=int, default=3219, help="Graine de ce tirage.")
@click.option(
    "--fail-on",
    type=click.Choice(_SEVERITIES),
    default="erreur",
    help="Gravité à partir de laquelle une règle enfreinte est un défaut.",
)
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text")
@OUTPUT_OPTION
def verify(  # noqa: PLR0913, PLR0917 (one argument an option)
    libraries: tuple[Path, ...],
    jobs: int | None,
    random_missions: int,
    missions: tuple[Path, ...],
    seed: int,
    fail_on: str,
    output_format: str,
    output: Path | None,
) -> int:
    """Prouve qu’aucune mission ne donne un contrat défectueux, ou montre celle qui le donne.

    Chaque document, clause, variante, paramètre et option est écrit, relu et vérifié, par paires au
    moins. BIBLIOTHÈQUE complète ou remplace celle du programme ; elle est vérifiée avec ses propres
    missions (défaut : le dossier courant, s’il contient clauselint.yaml). Code de sortie : 0 aucun
    défaut ; 1 au moins un ; 2 un fichier ne peut pas être lu.
    """
    from clauselint.api.verification import (  # noqa: PLC0415
        VerifyOptions,
        verification_json,
        verification_text,
    )
    from clauselint.api.verification import verify as verify_library  # noqa: PLC0415
    from clauselint.library import Gravite  # noqa: PLC0415

    if not libraries and Path("clauselint.yaml").is_file():
        libraries = (Path(),)
    severities = tuple(map(Gravite, _SEVERITIES[: _SEVERITIES.index(fail_on) + 1]))
    options = VerifyOptions(jobs or 0, random_missions, seed, severities, missions)
    with ExitStack() as bars:
        found = verify_library(libraries, options, phase=_bars(bars))
    if output_format == "json":
        shown = json.dumps(verification_json(found), ensure_ascii=False, indent=1) + "\n"
    else:
        shown = verification_text(found)
    write_output(shown, output)
    return 0 if found.holds else EXIT_FINDINGS


def _bars(open_bars: ExitStack) -> Callable[[str, int], Callable[[], None]]:
    """A bar on stderr for each phase, while someone is looking."""

    def phase(name: str, total: int) -> Callable[[], None]:
        open_bars.close()
        if not sys.stderr.isatty() or not total:
            return lambda: None
        bar = open_bars.enter_context(
            click.progressbar(length=total, label=name, file=sys.stderr, show_pos=True)
        )
        return lambda: bar.update(1)

    return phase
