"""What was read in a contract, as JSON (`clauselint/extract/1`) and as text."""

from __future__ import annotations

from collections.abc import Iterator

from clauselint.model import Document
from clauselint.model.francais import en_francais
from clauselint.reporting.parties import partie_json, partie_lines
from clauselint.reporting.values import Json, place_json, type_name, value_json

__all__ = ["EXTRACT_SCHEMA", "extraction_json", "extraction_text"]

EXTRACT_SCHEMA = "clauselint/extract/1"


_WORDS = {
    "fr": {
        "portage": "en portage salarial",
        "no_portage": "hors portage salarial",
        "amends": "modifie",
        "type": "Type du document",
        "confidence": "confiance",
        "law": "Droit applicable au",
        "no_day": "Date du contrat non trouvée",
        "excludes": "exclut",
        "terms": "Termes",
        "computed": "calculé",
        "titre": "titre « {quote} »",
        "titre_et_texte": "titre « {quote} », que le texte complète",
        "texte": "pas de titre connu, mais les mots du texte : {quote}",
        "rien": "ni le titre ni le texte ne le disent",
        "asked": "demandé ({type}) ; le texte se lit comme {found} : {why}",
    },
    "en": {
        "portage": "portage salarial",
        "no_portage": "not portage salarial",
        "amends": "amends",
        "type": "Type of document",
        "confidence": "confidence",
        "law": "Law applicable on",
        "no_day": "Date of the contract not found",
        "excludes": "excludes",
        "terms": "Terms",
        "computed": "computed",
        "titre": "title “{quote}”",
        "titre_et_texte": "title “{quote}”, completed by the text",
        "texte": "no known title, but the words of the text: {quote}",
        "rien": "neither title nor text says",
        "asked": "asked for ({type}); the text reads as {found}: {why}",
    },
}


def extraction_json(document: Document, path: str, *, lang: str = "fr") -> dict[str, Json]:
    """The whole reading of a document; `path` is as the user gave it. Places are those of Word.

    `lang` (`fr` or `en`) is the language in which it says why the document is of its type.
    """
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
            "raison": _reason(document, lang),
            "confiance": _confidence(document),
        },
        "parties": [partie_json(partie, text) for partie in document.parties],
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


def _reason(document: Document, lang: str) -> str | None:
    """What decided the type of the document, or that it was asked for and what was read."""
    found, words = document.type_found, _WORDS[lang]
    if found is None:
        return None
    why = words[found.reason].format(quote=found.quote)
    if not document.type_asked:
        return why
    return words["asked"].format(type=document.type, found=found.type, why=why)


def _confidence(document: Document) -> str | None:
    """From 0 to 1; of the type asked for, 1."""
    if document.type_found is None:
        return None
    return "1" if document.type_asked else str(document.type_found.confidence)


def extraction_text(document: Document, path: str, *, lang: str = "fr") -> str:
    """The same, for a person: type, parties, articles with their kinds, terms, citations."""
    return "\n".join(_lines(document, path, lang)) + "\n"


def _lines(document: Document, path: str, lang: str) -> Iterator[str]:
    words = _WORDS[lang]
    portage = words["portage" if document.portage else "no_portage"]
    about = f" ({words['amends']} : {document.porte_sur})" if document.porte_sur else ""
    day = document.date_reference
    yield f"{path} : {document.type}{about}, {portage}"
    if document.type_found:
        confidence = _confidence(document) or ""
        shown_confidence = confidence.replace(".", ",") if lang == "fr" else confidence
        sure = f"{words['confidence']} {shown_confidence}"
        yield f"{words['type']} : {_reason(document, lang)} ({sure})"
    shown = day and (en_francais(day) if lang == "fr" else day.isoformat())
    yield f"{words['law']} {shown}" if day else words["no_day"]
    yield from ("", "Parties")
    for partie in document.parties:
        yield from partie_lines(partie, lang)
    yield from ("", "Articles")
    for article in document.articles:
        name = " – ".join(part for part in (article.numero, article.titre) if part)
        excluded = (f"{words['excludes']} {kind}" for kind in article.exclut)
        yield f"  {name or article.kind} : {', '.join((*article.clauses, *excluded)) or '—'}"
    yield from ("", words["terms"])
    for terme in document.termes:
        where = f" (article {terme.place.article})" if terme.place.article else ""
        derived = f" [{words['computed']}]" if terme.derive else ""
        yield f"  {terme.nom} = {en_francais(terme.valeur)}{derived} « {terme.texte} »{where}"
    yield from ("", "Citations")
    for citation in document.citations:
        yield f"  {citation.code} {citation.article} : {citation.etat}"
