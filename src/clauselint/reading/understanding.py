"""From the text of a contract to what it says: the one path that drafts and Word files share."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from clauselint.library import Library
from clauselint.model import Document, DocumentType, Terme, Text, TypeFound
from clauselint.reading.articles import articles as find_articles
from clauselint.reading.citations_on_demand import CitationsOnDemand
from clauselint.reading.document_type import document_type
from clauselint.reading.durations import durations
from clauselint.reading.index import Index
from clauselint.reading.numbers_twice import numbers_twice
from clauselint.reading.parties import parties as find_parties
from clauselint.reading.recognition import recognise_clauses, recognise_facts, with_kinds
from clauselint.reading.terms import dates as find_dates
from clauselint.reading.terms import terms as find_terms

__all__ = ["understand"]

# A type asked for by hand is taken for its portage form: the mandatory mentions apply to it.
_PORTAGE_FORMS = frozenset({DocumentType.CDD, DocumentType.CDI, DocumentType.PRESTATION})

_FEWEST_IN_ENGLISH = 2  # paragraphs; a name may hold an English word


def understand(
    text: Text,
    library: Library,
    *,
    forced_type: DocumentType | None = None,
    day: date | None = None,
) -> Document:
    """The document that `text` is: type, parties, articles, clauses, facts, terms and dates.

    `forced_type` overrides the type read; `day` overrides the date whose law applies, which is
    else that of the signature, else of the start. Citations are read when first looked
    at.
    """
    text = _as_seen(text)
    articles = find_articles(text)
    found_type = document_type(text, articles)
    kind = forced_type or found_type.type
    portage = found_type.portage or forced_type in _PORTAGE_FORMS
    as_asked = replace(found_type, type=kind, portage=portage, porte_sur=_amended(kind, found_type))
    index = Index.build(text, articles, library.lexicon)
    recognised = recognise_clauses(index, library.clauses)
    articles = with_kinds(articles, recognised)
    clauses = tuple(item.clause for item in recognised)
    index = replace(index, articles=articles)
    termes = find_terms(index, library.clauses, kind)
    date_reference = day or _date(termes, "date_signature") or _date(termes, "date_debut")
    return Document(
        text=text,
        type=kind,
        portage=portage,
        porte_sur=as_asked.porte_sur,
        date_reference=date_reference,
        articles=articles,
        clauses=clauses,
        parties=find_parties(text, articles, as_asked),
        termes=termes,
        faits=recognise_facts(index, library.clauses, articles),
        dates=find_dates(text, articles),
        durees=durations(text, articles),
        nombres=numbers_twice(text, articles),
        citations=CitationsOnDemand(text, articles, date_reference),
        type_found=found_type,
        type_asked=forced_type is not None,
    )


def _as_seen(text: Text) -> Text:
    """`text` with a paragraph for each that its reader sees, and in one language; few contracts
    need it.
    """
    if any("\n" in paragraph.text for paragraph in text.paragraphs):
        from clauselint.reading.soft_breaks import cut_at_soft_breaks  # noqa: PLC0415

        text = cut_at_soft_breaks(text)
    if sum(" the " in paragraph.text for paragraph in text.paragraphs) >= _FEWEST_IN_ENGLISH:
        from clauselint.reading.bilingual import in_french  # noqa: PLC0415

        text = in_french(text)
    return text


def _amended(kind: DocumentType, found: TypeFound) -> DocumentType | None:
    """What an amendment amends: one that is so by request may read as the contract it amends."""
    if kind is not DocumentType.AVENANT:
        return None
    return found.porte_sur or (found.type if found.type in _PORTAGE_FORMS else None)


def _date(termes: tuple[Terme, ...], nom: str) -> date | None:
    return next(
        (terme.valeur for terme in termes if terme.nom == nom and isinstance(terme.valeur, date)),
        None,
    )
