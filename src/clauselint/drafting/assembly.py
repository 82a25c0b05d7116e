"""From a mission to the documents it wants: contracts, amendments, and all that goes with them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from clauselint.drafting.amendments import amendments, consolidated
from clauselint.drafting.articles import section_of, written
from clauselint.drafting.blocks import Draft, Section
from clauselint.drafting.compiled_texts import keep_codes
from clauselint.drafting.composition import Prepared, composed, outline_of, prepared
from clauselint.drafting.context import names_for
from clauselint.drafting.liens import Plan, check_liens
from clauselint.drafting.orders import commandes
from clauselint.drafting.reglages import check_reglages
from clauselint.drafting.values import Mot
from clauselint.library.definitions import Clause
from clauselint.library.library import Library
from clauselint.library.mission_model import Mission
from clauselint.library.outline import ArticleVoulu
from clauselint.library.problems import LibraryError
from clauselint.model import DocumentType

__all__ = ["draft", "draft_consolidated", "render_clause"]


def draft(mission: Mission, library: Library) -> tuple[Draft, ...]:
    """The work contract of `mission`, its service contract, then the other documents it wants.

    Raises `LibraryError` with what is wrong in the mission (an unknown clause, a value out of
    bounds, a pay the price can't bear) or in a text of the library; `IncompatibleClauses` when a
    clause lacks one that it requires, or meets one that it excludes.
    """
    check_reglages(mission, library)
    contracts = _contracts(mission, library)
    _check_annexes(contracts, mission)
    check_liens([contract.plan for contract in contracts], mission, library)
    amended = tuple(amendments(mission, library, _contracts))
    made = (
        *(composed(contract, library) for contract in contracts),
        *_others(mission, contracts[-1], library),
        *amended,
    )
    keep_codes()
    return made


def draft_consolidated(mission: Mission, library: Library) -> tuple[Draft, ...]:
    """The contracts of `mission` as each of its amendments leaves them: to be checked, not signed.

    Raises `LibraryError` as `draft` does.
    """
    return tuple(consolidated(mission, library, _contracts))


def _contracts(mission: Mission, library: Library) -> tuple[Prepared, ...]:
    return tuple(_contract(mission, library, document) for document in mission.contrats)


def _contract(mission: Mission, library: Library, document: DocumentType) -> Prepared:
    outline = outline_of(library, document.value)
    return prepared(outline, document, mission, names_for(mission, document, library))


def _check_annexes(contracts: tuple[Prepared, ...], mission: Mission) -> None:
    """Raise `LibraryError` for an annex that no contract of the mission has."""
    known = {annexe.nom for contract in contracts for annexe in contract.outline.annexes}
    problems = tuple(
        mission.probleme(("annexes", rank), f"aucun contrat n’a d’annexe « {wanted} »")
        for rank, wanted in enumerate(mission.annexes)
        if wanted not in known
    )
    if problems:
        raise LibraryError(problems)


def _others(mission: Mission, service: Prepared, library: Library) -> Iterator[Draft]:
    numbers = {wanted.clause: rank for rank, wanted in enumerate(service.plan.articles, 1)}

    def article(clause: str) -> Mot:
        return Mot(f"article\u00a0{numbers[clause]}" if clause in numbers else "")

    for commande in commandes(mission, library):
        outline = outline_of(library, commande.dossier)
        names = names_for(mission, outline.document, library)
        known = {**names, **commande.noms, "article": article}
        document = prepared(outline, outline.document, mission, known)
        yield composed(replace(document, jour=commande.jour), library)


def render_clause(
    clause: Clause, document: DocumentType, mission: Mission, library: Library
) -> Section | None:
    """The clause as `document` of `mission` would state it, whether or not it does; None when the
    library has no words of it for this document.

    It is numbered 1, and its cross-references name clauses: « Article [prix] ».
    """
    check_reglages(mission, library)
    plan = Plan(document, (ArticleVoulu(clause.kind),), names_for(mission, document, library))
    article = written(clause, plan, mission, library)
    referred = {kind: f"[{kind}]" for kind in library.clauses}
    return section_of(article, 1, referred) if article else None
