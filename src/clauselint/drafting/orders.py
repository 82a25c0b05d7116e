"""Which documents a mission wants besides its contracts and amendments, and what their texts know.

Each comes from a folder of `templates/`. A new kind of document is a folder, and a line here that
says when a mission wants it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import Struct, field

from clauselint.drafting.acceptance import presented
from clauselint.drafting.activity import month_of
from clauselint.drafting.notices import decompte_of
from clauselint.drafting.values import Saisie, vue
from clauselint.library.library import Library
from clauselint.library.mission_changes import in_force
from clauselint.library.mission_model import Mission

__all__ = ["Commande", "commandes"]


class Commande(Struct, frozen=True):
    """One document to draft: its folder of `templates/`, and the names that its texts know
    besides those of the mission, its day if it is not that of the contracts.
    """

    dossier: str
    noms: Mapping[str, Any] = field(default_factory=dict)
    jour: date | None = None


def commandes(mission: Mission, library: Library) -> Iterator[Commande]:
    """The documents that `mission` wants besides its contracts and amendments, in their order.

    Raises `LibraryError` for one that can't be computed, such as penalties at an unknown rate.
    """
    for rank, wanted in enumerate(mission.documents):
        day = wanted.date or mission.signature.date
        origin = mission.origine("documents", rank, "date")
        piece = vue(wanted, ("documents", rank), mission)
        names = {"piece": piece, "jour": Saisie(day, origin)}
        yield Commande(wanted.document.value, names, day)
    for rank, report in enumerate(mission.cra):
        names = {
            "cra": vue(report, ("cra", rank), mission),
            "rang": Saisie(rank + 1),
            "mois": month_of(in_force(mission, report.jours[-1].jour), rank),
        }
        yield Commande("compte-rendu-activite", names, report.date)
    for rank, recette in enumerate(mission.recette):
        names = {
            "recette": vue(recette, ("recette", rank), mission),
            "rang": Saisie(rank + 1),
            "presente": presented(in_force(mission, recette.date), rank),
        }
        yield Commande("pv-recette", names, recette.date)
    if mission.relance:
        relance = vue(mission.relance, ("relance",), mission)
        current = in_force(mission, mission.relance.date)
        names = {"relance": relance, "decompte": decompte_of(current, mission.relance, library)}
        yield Commande("mise-en-demeure", names, mission.relance.date)
