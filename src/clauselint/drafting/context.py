"""The names that clause texts may use for one contract of a mission.

- `portage`, `client`, `salarie`, `prestation`, `prix`, `remuneration`, `temps_travail`,
  `signature`, `mission`: the groups of the mission file, by their keys.
- `embauche`, `brut_mensuel`, `duree_prestation`, `duree_contrat`, `gestion`: what the mission
  implies; the lengths are in whole months, or nothing.
- `calcul`: the parts of the price (see `prices`). `parametres`: those of the clause being written.
- `document`: cdd, cdi or prestation.
- `le_salarie`, `du_salarie`, `au_salarie`, `il`, `lui`, `e`: words that agree with the salarié
  porté (`Le_salarie`… at the start of a sentence); `accord(person, 'né', 'née')` with anyone.
- `clause('indexation')`: whether the mission asks for this clause.
- `renvoi('prix')`: « Article 12 ». `fin(loop.last)`: what ends an item of a list.

Filters: `lettres` « six (6) mois », `usuelle` « trois (3) ans » where `lettres` counts in months,
`liste` « a, b et c », `de` « d’Avignon », « du Mans », `rond` without « ,00 », `siren` and `nir` in
groups of digits, `majuscule`.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from clauselint.drafting.prices import Decomposition, decompose
from clauselint.drafting.values import Saisie, Vue, accords, vue
from clauselint.library.definitions import Clause, Parametre
from clauselint.library.library import Library
from clauselint.library.mission_model import Mission
from clauselint.library.mission_values import lire_valeur
from clauselint.library.problems import LibraryError, Problem, nearest
from clauselint.model import ComparaisonIndecise, DocumentType, Pourcentage, Valeur

__all__ = ["Parametres", "check_reglages", "names_for", "parametres_of"]


class Parametres(Struct, frozen=True):
    """The parameters of a clause: what the mission gives, else the clause's own default."""

    valeurs: tuple[tuple[str, Saisie], ...]

    def noms(self) -> tuple[str, ...]:
        return tuple(nom for nom, _ in self.valeurs)

    def __getattr__(self, nom: str) -> Saisie:
        for known, valeur in self.valeurs:
            if known == nom:
                return valeur
        raise AttributeError(nom)


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
    """The names for `document`, but `parametres`, which each clause has its own.

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

    return {
        "document": document.value,
        "clause": asked,
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


def check_reglages(mission: Mission, library: Library) -> None:
    """Raise `LibraryError` for every wish of the mission that names no clause, no parameter or no
    variant of the library, or a value out of its bounds.
    """
    problems: list[Problem] = []
    for reglage in mission.clauses:
        clause = library.clauses.get(reglage.clause)
        chemin = ("clauses", reglage.clause)
        if clause is None:
            near = nearest(reglage.clause, library.clauses)
            message = f"« {reglage.clause} » n’est pas une clause de la bibliothèque"
            problems.append(mission.probleme(chemin, message, near))
            continue
        variants = tuple(variante.nom for variante in clause.variantes)
        if not reglage.retiree and reglage.variante not in variants:
            message = f"la clause n’a pas de variante « {reglage.variante} »"
            near = nearest(reglage.variante, variants)
            problems.append(mission.probleme(chemin, message, near))
        known = {parametre.nom for parametre in clause.parametres}
        for nom, _ in reglage.valeurs:
            if nom not in known:
                message = f"la clause n’a pas de paramètre « {nom} »"
                near = nearest(nom, known)
                problems.append(mission.probleme((*chemin, nom), message, near))
        try:
            parametres_of(clause, mission)
        except LibraryError as error:
            problems.extend(error.problems)
    if problems:
        raise LibraryError(tuple(problems))


def parametres_of(clause: Clause, mission: Mission) -> Parametres:
    """The values of the parameters of `clause`. Raises `LibraryError` naming the mission's line
    for a value that can't be read or is out of bounds.
    """
    wished = dict(mission.reglage(clause.kind).valeurs)
    values = []
    for parametre in clause.parametres:
        chemin = ("clauses", clause.kind, parametre.nom)
        text = wished.get(parametre.nom, parametre.defaut)
        origin = mission.origine(*chemin) if parametre.nom in wished else None
        try:
            value = None if text is None else _bounded(parametre, text)
        except ValueError as error:
            raise LibraryError((mission.probleme(chemin, str(error)),)) from None
        values.append((parametre.nom, Saisie(value, origin)))
    return Parametres(tuple(values))


def _bounded(parametre: Parametre, text: str) -> Valeur:
    value: Any = lire_valeur(parametre.type, text)
    try:
        low = parametre.min is not None and value < lire_valeur(parametre.type, parametre.min)
        high = parametre.max is not None and value > lire_valeur(parametre.type, parametre.max)
    except ComparaisonIndecise:
        low = high = True
    if low or high:
        bounds = (("au moins", parametre.min), ("au plus", parametre.max))
        said = " et ".join(f"{word} {bound}" for word, bound in bounds if bound is not None)
        why = f" ({parametre.pourquoi})" if parametre.pourquoi else ""
        raise ValueError(f"« {text} » est hors des bornes de la clause : {said}{why}")
    read: Valeur = value
    return read
