"""What the texts of an acceptance report know of the deliverables presented."""

from __future__ import annotations

from collections.abc import Iterator

from clauselint.drafting.values import Fiche, Saisie, vue
from clauselint.library.mission_documents import Decision, LivrableRecu, Recette
from clauselint.library.mission_model import Mission
from clauselint.library.problems import LibraryError, Problem, nearest

__all__ = ["planned", "presented", "unknown_deliverable"]


def presented(mission: Mission, rank: int) -> Fiche:
    """The deliverables of acceptance number `rank`, from 0, of `mission` as it stands that day.

    `livrables`: each with its `nom`, `prevue` (the agreed day), `remise`, `decision`, `reserves`
    (`objet`, `correction`) and `motif`. `acceptes`, `reserves`, `refuses`: those of each decision.

    Raises `LibraryError`, at the line of the mission, for a deliverable that the mission does not
    have, and for days that can't follow each other.
    """
    recette = mission.recette[rank]
    problems = tuple(_problems(mission, rank, recette))
    if problems:
        raise LibraryError(problems)
    found = tuple(
        _livrable(mission, ("recette", rank, "livrables", number), livrable)
        for number, livrable in enumerate(recette.livrables)
    )

    def decided(decision: Decision) -> tuple[Fiche, ...]:
        return tuple(fiche for fiche in found if fiche.decision == decision)

    return Fiche(
        livrables=found,
        acceptes=decided(Decision.ACCEPTE),
        reserves=decided(Decision.RESERVES),
        refuses=decided(Decision.REFUSE),
    )


def planned(mission: Mission, nom: str) -> Saisie:
    """The day agreed for the deliverable; empty for one that the mission does not have."""
    for rank, livrable in enumerate(mission.prestation.livrables):
        if livrable.nom == nom:
            return Saisie(
                livrable.remise, mission.origine("prestation", "livrables", rank, "remise")
            )
    return Saisie(None)


def unknown_deliverable(
    mission: Mission, chemin: tuple[str | int, ...], nom: str
) -> Iterator[Problem]:
    """The problem of a name, at `chemin`, that no deliverable of `mission` has."""
    known = tuple(livrable.nom for livrable in mission.prestation.livrables)
    if nom not in known:
        message = f"aucun livrable de la prestation ne s’appelle « {nom} »"
        yield mission.probleme(chemin, message, nearest(nom, known))


def _livrable(mission: Mission, chemin: tuple[str | int, ...], livrable: LivrableRecu) -> Fiche:
    return Fiche(
        nom=Saisie(livrable.livrable, mission.origine(*chemin, "livrable")),
        prevue=planned(mission, livrable.livrable),
        remise=Saisie(livrable.remise, mission.origine(*chemin, "remise")),
        decision=Saisie(livrable.decision.value, mission.origine(*chemin, "decision")),
        reserves=vue(livrable.reserves, (*chemin, "reserves"), mission),
        motif=Saisie(livrable.motif, mission.origine(*chemin, "motif")),
    )


def _problems(mission: Mission, rank: int, recette: Recette) -> Iterator[Problem]:
    for number, livrable in enumerate(recette.livrables):
        chemin = ("recette", rank, "livrables", number)
        yield from unknown_deliverable(mission, (*chemin, "livrable"), livrable.livrable)
        if livrable.remise > recette.date:
            message = (
                "ce livrable est remis après la date du procès-verbal ; corriger l’une des deux"
            )
            yield mission.probleme((*chemin, "remise"), message)
        for place, reserve in enumerate(livrable.reserves):
            if reserve.correction < recette.date:
                message = "la correction est attendue avant la date du procès-verbal"
                yield mission.probleme((*chemin, "reserves", place, "correction"), message)
