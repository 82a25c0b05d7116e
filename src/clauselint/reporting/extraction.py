"""What was read in a contract, as JSON (`clauselint/extract/1`) and as text."""

from __future__ import annotations

from collections.abc import Iterator

from clauselint.model import Document, Partie, Text
from clauselint.model.francais import en_francais
from clauselint.reporting.values import Json, place_json, type_name, value_json

__all__ = ["EXTRACT_SCHEMA", "extraction_json", "extraction_text"]

EXTRACT_SCHEMA = "clauselint/extract/1"


def extraction_json(document: Document, path: str) -> dict[str, Json]:
    """The whole reading of a document; `path` is as the user gave it. Places are those of Word."""
    day, text = document.date_reference, document.text
    return {
        "schema": EXTRACT_SCHEMA,
        "document": {
            "path": path,
            "sha256": document.text.sha256,
            "type": str(document.type),
            "portage": document.portage,
            "porte_sur": str(document.porte_sur) if document.porte_sur else None,
            "date_reference": day.isoformat() if day else None,
        },
        "parties": [_partie(partie, text) for partie in document.parties],
        "articles": [
            {
                "numero": article.numero,
                "titre": article.titre,
                "nature": str(article.kind),
                "clauses": list(article.clauses),
                "exclut": list(article.exclut),
                "place": place_json(text.in_word(article.place)),
            }
            for article in document.articles
        ],
        "termes": [
            {
                "nom": terme.nom,
                "type": type_name(terme.valeur),
                "valeur": value_json(terme.valeur),
                "texte": terme.texte,
                "derive": terme.derive,
                "place": place_json(text.in_word(terme.place)),
            }
            for terme in document.termes
        ],
        "faits": [
            {"nom": fait.nom, "texte": fait.texte, "place": place_json(text.in_word(fait.place))}
            for fait in document.faits
        ],
        "citations": [
            {
                "texte": citation.texte,
                "code": citation.code,
                "article": citation.article,
                "etat": str(citation.etat),
                "place": place_json(text.in_word(citation.place)),
            }
            for citation in document.citations
        ],
    }


def _partie(partie: Partie, text: Text) -> Json:
    return {
        "role": str(partie.role),
        "nom": partie.nom,
        "forme": partie.forme,
        "siren": partie.siren,
        "siret": partie.siret,
        "adresse": partie.adresse,
        "representant": partie.representant,
        "appellation": partie.appellation,
        "place": place_json(text.in_word(partie.place)),
    }


def extraction_text(document: Document, path: str) -> str:
    """The same, for a person: type, parties, articles with their kinds, terms, citations."""
    return "\n".join(_lines(document, path)) + "\n"


def _lines(document: Document, path: str) -> Iterator[str]:
    portage = "en portage salarial" if document.portage else "hors portage salarial"
    about = f" (modifie : {document.porte_sur})" if document.porte_sur else ""
    day = document.date_reference
    yield f"{path} : {document.type}{about}, {portage}"
    yield f"Droit applicable au {en_francais(day)}" if day else "Date du contrat non trouvée"
    yield from ("", "Parties")
    for partie in document.parties:
        siren = f", SIREN {partie.siren}" if partie.siren else ""
        yield f"  {partie.role} : {partie.nom}{siren}"
    yield from ("", "Articles")
    for article in document.articles:
        name = " – ".join(part for part in (article.numero, article.titre) if part)
        kinds = ", ".join((*article.clauses, *(f"exclut {kind}" for kind in article.exclut)))
        yield f"  {name or article.kind} : {kinds or '—'}"
    yield from ("", "Termes")
    for terme in document.termes:
        where = f" (article {terme.place.article})" if terme.place.article else ""
        derived = " [calculé]" if terme.derive else ""
        yield f"  {terme.nom} = {en_francais(terme.valeur)}{derived} « {terme.texte} »{where}"
    yield from ("", "Citations")
    for citation in document.citations:
        yield f"  {citation.code} {citation.article} : {citation.etat}"
