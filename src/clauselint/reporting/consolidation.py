"""The terms in force in a mission, as JSON (`clauselint/consolidate/1`) and as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from clauselint.dossiers.consolidation import TermsInForce, in_force, names_in_force
from clauselint.dossiers.dossier import Amendment, Dossier, Side
from clauselint.dossiers.grouping import Grouping
from clauselint.model import Document
from clauselint.model.francais import en_francais
from clauselint.reporting.values import Json, place_json, type_name, value_json

__all__ = ["CONSOLIDATE_SCHEMA", "consolidation_json", "consolidation_text"]

CONSOLIDATE_SCHEMA = "clauselint/consolidate/1"

_WORDS = {
    "fr": {
        "mission": "Dossier",
        "at": "Termes en vigueur au",
        "now": "Termes en vigueur, tous avenants compris",
        Side.TRAVAIL: "Contrat de travail",
        Side.PRESTATION: "Contrat de prestation",
        Side.CONVENTION: "Convention de portage",
        Side.DEVIS: "Devis",
        None: "Avenants dont rien ne dit le contrat",
        "amendment": "avenant",
        "later": "pas encore signé",
        "missing": "absent du dossier",
        "others": "Autres documents",
        "apart": "D’aucun dossier",
        "article": "article",
        "computed": "calculé",
    },
    "en": {
        "mission": "Mission",
        "at": "Terms in force on",
        "now": "Terms in force, all amendments included",
        Side.TRAVAIL: "Work contract",
        Side.PRESTATION: "Service contract",
        Side.CONVENTION: "Portage agreement",
        Side.DEVIS: "Quotation",
        None: "Amendments of a contract that nothing names",
        "amendment": "amendment",
        "later": "not yet signed",
        "missing": "not in the mission’s files",
        "others": "Other documents",
        "apart": "Of no mission",
        "article": "article",
        "computed": "computed",
    },
}


class _Held(NamedTuple):
    """One side of a mission: its contract, its amendments, its terms in force."""

    side: Side
    contract: Document | None
    amendments: tuple[Amendment, ...]
    terms: tuple[tuple[str, TermsInForce], ...]


def consolidation_json(grouping: Grouping, at: date | None = None) -> dict[str, Json]:
    """Each mission with, on each side, the terms in force `at` that day (all amendments counted,
    without one), the document and the place that each comes from.
    """
    return {
        "schema": CONSOLIDATE_SCHEMA,
        "at": at.isoformat() if at else None,
        "dossiers": [_dossier_json(dossier, at) for dossier in grouping.dossiers],
        "apart": [document.name for document in grouping.apart],
    }


def _dossier_json(dossier: Dossier, at: date | None) -> Json:
    return {
        "documents": [document.name for document in dossier.documents],
        "cotes": [
            {
                "cote": str(held.side),
                "document": held.contract.name if held.contract else None,
                "avenants": [_amendment_json(item, at) for item in held.amendments],
                "termes": [
                    _term_json(nom, found, rank)
                    for nom, found in held.terms
                    for rank in range(len(found.termes))
                ],
            }
            for held in _sides(dossier, at)
        ],
        "autres": [document.name for document in dossier.autres],
    }


def _amendment_json(amendment: Amendment, at: date | None) -> Json:
    return {
        "document": amendment.document.name,
        "rang": amendment.rang,
        "date": amendment.signed.isoformat() if amendment.signed else None,
        "en_vigueur": _counts(amendment, at),
    }


def _term_json(nom: str, found: TermsInForce, rank: int) -> Json:
    terme = found.termes[rank]
    return {
        "nom": nom,
        "type": type_name(terme.valeur),
        "valeur": value_json(terme.valeur),
        "texte": terme.texte,
        "derive": terme.derive,
        "document": found.document.name,
        "place": place_json(found.document.text.in_word(terme.place)),
    }


def consolidation_text(grouping: Grouping, at: date | None = None, *, lang: str = "fr") -> str:
    """The same for a person: by mission and side, each term with the document it comes from."""
    return "\n".join(_lines(grouping, at, lang)) + "\n"


def _lines(grouping: Grouping, at: date | None, lang: str) -> Iterator[str]:
    words = _WORDS[lang]
    day = at and (en_francais(at) if lang == "fr" else at.isoformat())
    yield f"{words['at']} {day}" if day else words["now"]
    for number, dossier in enumerate(grouping.dossiers, start=1):
        yield from ("", f"{words['mission']} {number}")
        for held in _sides(dossier, at):
            yield from _side_lines(held, at, lang)
        unknown = [item.document.name for item in dossier.avenants if item.side is None]
        yield from _listed(words[None], unknown)
        yield from _listed(words["others"], [document.name for document in dossier.autres])
    if grouping.apart:
        yield ""
        yield from _listed(
            words["apart"], [document.name for document in grouping.apart], indent=""
        )


def _side_lines(held: _Held, at: date | None, lang: str) -> Iterator[str]:
    words = _WORDS[lang]
    name = held.contract.name if held.contract else words["missing"]
    yield f"  {words[held.side]} : {name}"
    for item in held.amendments:
        signed = item.signed and (
            en_francais(item.signed) if lang == "fr" else item.signed.isoformat()
        )
        later = "" if _counts(item, at) else f" ({words['later']})"
        dated = f", {signed}" if signed else ""
        yield f"    {words['amendment']} {item.rang} : {item.document.name}{dated}{later}"
    for nom, found in held.terms:
        for terme in found.termes:
            derived = f" [{words['computed']}]" if terme.derive else ""
            article = terme.place.article
            where = f", {words['article']} {article}" if article else ""
            amended = "" if found.document is held.contract else f" ({found.document.name}{where})"
            yield f"    {nom} = {en_francais(terme.valeur)}{derived}{amended}"


def _listed(label: str, names: Sequence[str], *, indent: str = "  ") -> Iterator[str]:
    if names:
        yield f"{indent}{label} : {', '.join(names)}"


def _sides(dossier: Dossier, at: date | None) -> Iterator[_Held]:
    for side in Side:
        contract, amendments = dossier.base(side), dossier.amendments(side)
        if contract is None and not amendments:
            continue
        terms = (
            (nom, in_force(dossier, side, nom, at)) for nom in names_in_force(dossier, side, at)
        )
        yield _Held(
            side, contract, amendments, tuple((nom, found) for nom, found in terms if found)
        )


def _counts(amendment: Amendment, at: date | None) -> bool:
    return at is None or amendment.signed is None or amendment.signed <= at
