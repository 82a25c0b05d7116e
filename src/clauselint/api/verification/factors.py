"""What may vary from one mission to the next: clauses, variants, parameters, options."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from clauselint.api.verification.missions import Base, Change, Choix, choices_of
from clauselint.library.definitions import Clause, Parametre, TermeType
from clauselint.library.library import Library
from clauselint.library.outline import Outline
from clauselint.model import DocumentType

__all__ = ["Factor", "chosen", "factors_of", "named_clauses", "optional_clauses", "random_row"]

# A value for a parameter that the library leaves to the mission, when it has no bounds either.
_SAMPLES = {
    TermeType.DATE: "2026-06-30",
    TermeType.DUREE: "6 mois",
    TermeType.MONTANT: "1 500 EUR",
    TermeType.POURCENTAGE: "5 %",
    TermeType.NOMBRE: "2",
    TermeType.ENTIER: "2",
}


class Factor(NamedTuple):
    """An option and its choices, the first of which is « as in the example »."""

    nom: str
    choix: tuple[Choix, ...]


def factors_of(
    library: Library, base: Base, outlines: Sequence[Outline], removable: Sequence[str]
) -> tuple[Factor, ...]:
    """All that may vary in `base`, whose documents follow `outlines`.

    `removable` are the clauses that a mission may leave out.
    """
    kinds = [kind for kind in named_clauses(outlines) if kind in library.clauses]
    optional = optional_clauses(outlines)
    written = {outline.document for outline in outlines}
    found = [
        *(_clause(library.clauses[kind], kind in optional, kind in removable) for kind in kinds),
        *(factor for kind in kinds for factor in _parameters(library.clauses[kind], written)),
        *(
            Factor(group[0].option, (Choix(group[0].option), *group))
            for group in choices_of(library, base)
        ),
    ]
    return tuple(factor for factor in found if len(factor.choix) > 1)


def named_clauses(outlines: Sequence[Outline]) -> tuple[str, ...]:
    """The clauses that the outlines name, each once."""
    named = (article.clause for outline in outlines for article in outline.articles)
    return tuple(dict.fromkeys(kind for kind in named if kind))


def optional_clauses(outlines: Sequence[Outline]) -> frozenset[str]:
    """The clauses that are written only for a mission that asks for them."""
    return frozenset(
        article.clause
        for outline in outlines
        for article in outline.articles
        if f"clause('{article.clause}')" in article.quand.replace('"', "'")
    )


def _clause(clause: Clause, optional: bool, removable: bool) -> Factor:
    def choice(value: str, *key: str) -> Choix:
        return Choix(clause.kind, (Change(("clauses", clause.kind, *key), value),))

    variants = [choice(variante.nom, "variante") for variante in clause.variantes]
    if len(variants) < 2:
        variants = [choice("oui")] if optional else []
    left_out = [choice("non")] if removable else []
    return Factor(f"clauses.{clause.kind}", (Choix(clause.kind), *variants, *left_out))


def _parameters(clause: Clause, written: set[DocumentType]) -> Iterator[Factor]:
    if not written.intersection(clause.redigee):
        return
    for parametre in clause.parametres:
        name = f"clauses.{clause.kind}.{parametre.nom}"
        chemin = ("clauses", clause.kind, parametre.nom)
        values = tuple(dict.fromkeys(_values(parametre)))
        choices = tuple(Choix(name, (Change(chemin, value),)) for value in values)
        yield Factor(name, (Choix(name), *choices))


def _values(parametre: Parametre) -> Iterator[str]:
    """The bounds of a parameter; any value for one that has neither bound nor default."""
    bounds = [bound for bound in (parametre.min, parametre.max) if bound is not None]
    yield from bounds
    if not bounds and parametre.defaut is None and parametre.type in _SAMPLES:
        yield _SAMPLES[parametre.type]


def chosen(factors: Sequence[Factor], row: Sequence[int]) -> tuple[Choix, ...]:
    """The choices that `row` names, without those that leave the example as it is."""
    choices = (factor.choix[level] for factor, level in zip(factors, row, strict=True))
    return tuple(choice for choice in choices if choice.changes)


def random_row(factors: Sequence[Factor], random: Random) -> tuple[int, ...]:
    return tuple(random.randrange(len(factor.choix)) for factor in factors)
