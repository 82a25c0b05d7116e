"""The names that clause texts may use for one contract of a mission.

- `portage`, `client`, `salarie`, `prestation`, `prix`, `remuneration`, `temps_travail`,
  `signature`, `mission`: the groups of the mission file, by their keys.
- `embauche`, `brut_mensuel`, `duree_prestation`, `duree_contrat`, `gestion`: what the mission
  implies; the lengths are in whole months, or nothing.
- `calcul`: the parts of the price (see `prices`). `parametres`, `variante`: those of the clause
  being written.
- `document`: cdd, cdi or prestation.
- `le_salarie`, `du_salarie`, `au_salarie`, `il`, `lui`, `e`: words that agree with the salarié
  porté (`Le_salarie`… at the start of a sentence); `accord(person, 'né', 'née')` with anyone.
- `clause('indexation')`: whether the mission asks for this clause. `reglage('indexation',
  'indice')`: the value of a parameter of it.
- `annexes`, each with its `numero` and `titre`, and `annexe('prix')`, « Annexe 2 » or nothing.
- `renvoi('prix')`: « Article 12 ». `fin(loop.last)`: what ends an item of a list.

Filters: `lettres` « six (6) mois », `usuelle` « trois (3) ans » where `lettres` counts in months,
`liste` « a, b et c », `de` « d’Avignon », « du Mans », `rond` without « ,00 », `siren` and `nir` in
groups of digits, `majuscule`.
"""

from __future__ import annotations

from typing import Any

from clauselint.drafting.prices import Decomposition, decompose
from clauselint.drafting.reglages import parametres_of
from clauselint.drafting.values import Mot, Saisie, Vue, accords, vue
from clauselint.library.library import Library
from clauselint.library.mission_model import Mission
from clauselint.model import DocumentType, Pourcentage

__all__ = ["names_for"]


class _Calcul:
    """The parts of the price, by name."""

    __slots__ = ("_parts",)

    def __init__(self, parts: Decomposition) -> None:
        self._parts = parts

    def noms(self) -> tuple[str, ...]:
        return tuple(name for name in Decomposition.__annotations__)

    def __getattr__(self, nom: str) -> Saisie:
        if nom not in self.noms():
            raise AttributeError(nom)
        found: Saisie = getattr(self._parts, nom)
        return found


def names_for(mission: Mission, document: DocumentType, library: Library) -> dict[str, Any]:
    """The names for `document`, but `parametres` and `variante`, which each clause has its own.

    Raises `LibraryError` for a rate out of bounds, or a pay that the price can't bear.
    """

    def taux(clause: str, nom: str) -> Pourcentage:
        found = getattr(parametres_of(library.clauses[clause], mission), nom)
        rate: Pourcentage = found.valeur
        return rate

    def group(name: str) -> Any:
        return vue(getattr(mission, name), (name,), mission)

    def asked(clause: str) -> bool:
        return any(found.clause == clause and not found.retiree for found in mission.clauses)

    def setting(clause: str, nom: str) -> Any:
        return getattr(parametres_of(library.clauses[clause], mission), nom)

    return {
        "document": document.value,
        "clause": asked,
        "reglage": setting,
        "annexe": _no_annexe,
        "annexes": (),
        "mission": Vue(mission, (), mission),
        "portage": group("profil"),
        "client": group("entreprise_cliente"),
        "salarie": group("salarie_porte"),
        "prestation": group("prestation"),
        "prix": group("prix"),
        "remuneration": group("remuneration"),
        "temps_travail": group("temps_travail"),
        "signature": group("signature"),
        "embauche": Saisie(mission.date_embauche, mission.origine("embauche")),
        "brut_mensuel": Saisie(
            mission.remuneration.brut_mensuel, mission.origine("remuneration", "brut_journalier")
        ),
        "duree_prestation": Saisie(mission.prestation.duree, mission.origine("prestation", "fin")),
        "duree_contrat": Saisie(mission.duree_contrat, mission.origine("prestation", "fin")),
        "gestion": Saisie(mission.taux_frais_gestion, mission.origine("prix", "frais_gestion")),
        "calcul": _Calcul(decompose(mission, taux)),
        **accords(mission.salarie_porte.civilite),
    }


def _no_annexe(_nom: str) -> Mot:
    """Until the annexes of the document are known, it has none."""
    return Mot("")
