"""What is in force: a contract as its amendments leave it on a day, each term with its source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from clauselint.dossiers.dossier import Amendment, Dossier
from clauselint.model import ClauseFound, Document, Duree, Fait, Partie, Terme, dernier_jour
from clauselint.model.folding import fold

__all__ = [
    "ClauseInForce",
    "FactInForce",
    "PartyInForce",
    "TermsInForce",
    "clause_in_force",
    "end_before",
    "fact_in_force",
    "in_force",
    "names_in_force",
    "party_in_force",
]

# Told of the contract itself: an amendment has a day of signature and a start of its own.
_OF_THE_CONTRACT = frozenset({"date_signature", "periode_essai", "duree_minimale"})


class TermsInForce(NamedTuple):
    """The values of a term, the first first, and the document that gives them."""

    termes: tuple[Terme, ...]
    document: Document


class ClauseInForce(NamedTuple):
    found: tuple[ClauseFound, ...]
    document: Document


class FactInForce(NamedTuple):
    fait: Fait
    document: Document


class PartyInForce(NamedTuple):
    partie: Partie
    document: Document


def in_force(dossier: Dossier, side: str, nom: str, at: date | None = None) -> TermsInForce | None:
    """The term `nom` of the contract on `side` and the document it comes from; None when none
    states it.

    With `at`, only what was signed by that day counts. An amendment that prolongs a contract has a
    start and a length of its own: the contract keeps its start, and its length is no longer known
    unless the amendment says what it is brought to.
    """
    current: TermsInForce | None = None
    for document, amendment in _layers(dossier, side, at):
        stated = tuple(terme for terme in document.termes if terme.nom == nom)
        if amendment is None:
            current = TermsInForce(stated, document) if stated else None
        else:
            current = _amended(dossier, amendment, nom, stated, current)
    return current


def clause_in_force(
    dossier: Dossier, side: str, kind: str, at: date | None = None
) -> ClauseInForce | None:
    """The clause as last written: borne or excluded."""
    current = None
    for document, _ in _layers(dossier, side, at):
        found = tuple(clause for clause in document.clauses if clause.kind == kind)
        current = ClauseInForce(found, document) if found else current
    return current


def fact_in_force(
    dossier: Dossier, side: str, nom: str, at: date | None = None
) -> FactInForce | None:
    """The statement as last made."""
    current = None
    for document, _ in _layers(dossier, side, at):
        found = next((fact for fact in document.faits if fact.nom == nom), None)
        current = FactInForce(found, document) if found else current
    return current


def party_in_force(dossier: Dossier, side: str, role: str) -> PartyInForce | None:
    """The party as the contract presents it, else as the first of its amendments does."""
    for document, _ in _layers(dossier, side, None):
        found = next((party for party in document.parties if party.role == role), None)
        if found:
            return PartyInForce(found, document)
    return None


def names_in_force(dossier: Dossier, side: str, at: date | None = None) -> tuple[str, ...]:
    """The names of the terms that the contract or its amendments state, in order."""
    names = (terme.nom for document, _ in _layers(dossier, side, at) for terme in document.termes)
    return tuple(dict.fromkeys(names))


def end_before(dossier: Dossier, amendment: Amendment) -> TermsInForce | None:
    """The end of the contract as it stood before `amendment`."""
    if amendment.side is None:
        return None
    earlier = tuple(
        item
        for item in dossier.avenants
        if item.side is not amendment.side or item.rang < amendment.rang
    )
    return in_force(replace(dossier, avenants=earlier), amendment.side, "date_fin")


def _layers(
    dossier: Dossier, side: str, at: date | None
) -> Iterator[tuple[Document, Amendment | None]]:
    """The contract, then what amends it, signed by `at`; a document without a day always counts."""
    base = dossier.base(side)
    if base is not None:
        yield base, None
    for amendment in dossier.amendments(side):
        if at is None or amendment.signed is None or amendment.signed <= at:
            yield amendment.document, amendment


def _amended(
    dossier: Dossier,
    amendment: Amendment,
    nom: str,
    stated: tuple[Terme, ...],
    current: TermsInForce | None,
) -> TermsInForce | None:
    """What an amendment makes of a term: `stated` are its own values."""
    document = amendment.document
    if nom in _OF_THE_CONTRACT and current:
        return current
    if nom == "date_debut" and current and not _puts_off(amendment, stated, current):
        return current
    if nom == "date_fin" and not stated:
        return _prolonged(amendment, current)
    if nom == "duree":
        return _length(dossier, amendment, stated, current)
    return TermsInForce(stated, document) if stated else current


def _puts_off(amendment: Amendment, stated: tuple[Terme, ...], current: TermsInForce) -> bool:
    """A start is put off before it has come; one that is named later begins an extension."""
    start = current.termes[0].valeur
    signed = amendment.signed
    return bool(stated and signed and isinstance(start, date) and signed <= start)


def _prolonged(amendment: Amendment, current: TermsInForce | None) -> TermsInForce | None:
    """« prolongé de six mois », without a date: counted from the end that stands."""
    added = next((terme for terme in amendment.document.termes if terme.nom == "duree"), None)
    end = current.termes[0].valeur if current else None
    if added is None or not isinstance(end, date) or not isinstance(added.valeur, Duree):
        return current
    if _is_total(amendment.document, added) or added.valeur.illimitee:
        return current
    last = dernier_jour(end + timedelta(days=1), added.valeur)
    term = Terme("date_fin", last, added.texte, added.place, derive=True)
    return TermsInForce((term,), amendment.document)


def _length(
    dossier: Dossier,
    amendment: Amendment,
    stated: tuple[Terme, ...],
    current: TermsInForce | None,
) -> TermsInForce | None:
    """The length that an amendment brings the contract to; none when it only adds a period."""
    if stated and (
        _is_total(amendment.document, stated[0]) or not dossier.base(amendment.side or "")
    ):
        return TermsInForce(stated, amendment.document)
    moves_end = stated or any(t.nom == "date_fin" for t in amendment.document.termes)
    return None if moves_end else current


def _is_total(document: Document, terme: Terme) -> bool:
    """Whether a length is what the contract is brought to, « portée à dix-huit mois »."""
    before = fold(document.paragraph(terme.place).text[: terme.place.start]).split()
    return bool(before) and before[-1] == "a"
