"""What a mission asks of the clauses: which variant of each, which values for its parameters."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from clauselint.drafting.values import Saisie
from clauselint.library.definitions import EQUILIBREE, VARIANTES, Clause
from clauselint.library.library import Library
from clauselint.library.mission_model import Mission, ReglageClause
from clauselint.library.parameters import default_of, read_parameter
from clauselint.library.problems import LibraryError, Problem, nearest

__all__ = ["Parametres", "check_reglages", "parametres_of", "variante_of"]


class Parametres(Struct, frozen=True):
    """The parameters of a clause: what the mission gives, else the default of the variant, else
    that of the clause.
    """

    valeurs: tuple[tuple[str, Saisie], ...]

    def noms(self) -> tuple[str, ...]:
        return tuple(nom for nom, _ in self.valeurs)

    def __getattr__(self, nom: str) -> Saisie:
        for known, valeur in self.valeurs:
            if known == nom:
                return valeur
        raise AttributeError(nom)


def variante_of(clause: Clause, mission: Mission) -> str:
    """The variant that the mission asks for, else that of its position, else `equilibree`."""
    wished = mission.reglage(clause.kind).variante
    if wished:
        return wished
    return mission.position if clause.variante(mission.position) else EQUILIBREE


def check_reglages(mission: Mission, library: Library) -> None:
    """Raise `LibraryError` for every wish of the mission that names no clause, no parameter or no
    variant of the library, or a value out of its bounds.
    """
    problems = (
        *_position_problems(mission, library),
        *(found for wish in mission.clauses for found in _problems(wish, mission, library)),
    )
    if problems:
        raise LibraryError(problems)


def parametres_of(clause: Clause, mission: Mission) -> Parametres:
    """The values of the parameters of `clause`; empty for one that neither the mission nor the
    library gives. Raises `LibraryError` naming the mission's line for a value that can't be read
    or is out of bounds.
    """
    wished = dict(mission.reglage(clause.kind).valeurs)
    variante = clause.variante(variante_of(clause, mission))
    values = []
    for parametre in clause.parametres:
        chemin = ("clauses", clause.kind, parametre.nom)
        text = wished.get(parametre.nom, default_of(parametre, variante))
        origin = mission.origine(*chemin) if parametre.nom in wished else None
        try:
            value = None if text is None else read_parameter(parametre, text)
        except ValueError as error:
            raise LibraryError((mission.probleme(chemin, str(error)),)) from None
        values.append((parametre.nom, Saisie(value, origin)))
    return Parametres(tuple(values))


def _position_problems(mission: Mission, library: Library) -> Iterator[Problem]:
    own = {variante.nom for clause in library.clauses.values() for variante in clause.variantes}
    known = {*VARIANTES, *own}
    if mission.position not in known:
        message = f"aucune clause n’a de variante « {mission.position} »"
        yield mission.probleme(("position",), message, nearest(mission.position, known))


def _problems(wish: ReglageClause, mission: Mission, library: Library) -> Iterator[Problem]:
    chemin = ("clauses", wish.clause)
    clause = library.clauses.get(wish.clause)
    if clause is None:
        message = f"« {wish.clause} » n’est pas une clause de la bibliothèque"
        yield mission.probleme(chemin, message, nearest(wish.clause, library.clauses))
        return
    variants = tuple(variante.nom for variante in clause.variantes)
    if wish.variante and wish.variante not in variants:
        message = f"la clause n’a pas de variante « {wish.variante} »"
        loc = (*chemin, "variante")
        yield mission.probleme(loc, message, nearest(wish.variante, variants))
    known = {parametre.nom for parametre in clause.parametres}
    for nom, _ in wish.valeurs:
        if nom not in known:
            message = f"la clause n’a pas de paramètre « {nom} »"
            yield mission.probleme((*chemin, nom), message, nearest(nom, known))
    try:
        parametres_of(clause, mission)
    except LibraryError as error:
        yield from error.problems
