"""The articles of law that a contract cites, as rules see them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from clauselint.checking.views import Unknown
from clauselint.library.articles_of_law import standard_articles_of_law
from clauselint.model import Citation, Document, Etat, Place
from clauselint.model.folding import fold
from clauselint.model.francais import en_francais

__all__ = ["CitedArticle", "changed_since", "cited_articles"]

_NAMES = {
    "C. trav.": "Code du travail",
    "C. civ.": "Code civil",
    "C. com.": "Code de commerce",
    "C. prop. int.": "Code de la propriété intellectuelle",
    "C. mon. fin.": "Code monétaire et financier",
    "CSS": "Code de la sécurité sociale",
    "C. consom.": "Code de la consommation",
    "CGI": "Code général des impôts",
    "C. pén.": "Code pénal",
    "C. pr. civ.": "Code de procédure civile",
    "CSP": "Code de la santé publique",
    "C. assur.": "Code des assurances",
}
_CHAPTER = re.compile(r"[LRDA]\d{3,4}")  # « L. 1254 et suivants » names a chapter, not an article
_SENTENCE_END = r"(?<!\b[LRDA])(?<! art)(?<! arts)[.;]\s+(?=[A-ZÀ-Þ«])"
# The sentence says that the article does not apply: citing it is no mistake.
_SET_ASIDE = (
    r"\b(?:ne|n|ni|non|pas|sans|aucun\w*)(?: \w+){0,4}? "
    r"(?:appliqu\w*|applicables?|soumis\w*|relev\w*|regie?s?|assujetti\w*)\b"
    r"|\binapplicables?\b|\bexclu\w* (?:l )?appli|\bderog\w*|\ba la difference\b"
    r"|\ba l exclusion (?:de |du |des )?(?:l )?(?:articles?|dispositions?)"
)
# The sentence says that the article is of the past: « 1134 ancien, devenu 1103 ».
_PAST = r"\b(?:anciens?|anciennement|devenus?|abrog\w*|remplac\w*|renumerot\w*)\b"


@frozen(eq=False, repr=False)
class CitedArticle:
    """An article cited, where it is cited first, and what became of it.

    `base` is its first number: 1254 for L1254-15. `depuis` is the day from which it is out of
    date or, for one that came after the contract, the day it was made. `ecarte` says that the
    sentence itself sets the article aside.
    """

    code: str
    article: str
    base: int
    etat: str
    texte: str
    remplace_par: str
    depuis: date | Unknown
    ecarte: bool
    place: Place


def cited_articles(document: Document) -> tuple[CitedArticle, ...]:
    """Each article once, in reading order: at the place that does not set it aside, if any."""
    found: dict[tuple[str, str], CitedArticle] = {}
    for citation in document.citations:
        if _CHAPTER.fullmatch(citation.article):
            continue
        seen = found.get((citation.code, citation.article))
        if seen is None or seen.ecarte:
            cited = _view(document, citation)
            if seen is None or not cited.ecarte:
                found[citation.code, citation.article] = cited
    return tuple(found.values())


def _view(document: Document, citation: Citation) -> CitedArticle:
    law = standard_articles_of_law()
    digits = re.search(r"\d+", citation.article)
    since = law.changed_on(citation.code, citation.article)
    if citation.etat is Etat.INEXISTANT:
        since = next(iter(law.versions(citation.code, citation.article)), None)
    return CitedArticle(
        code=_NAMES.get(citation.code, citation.code),
        article=citation.article,
        base=int(digits[0]) if digits else 0,
        etat=str(citation.etat),
        texte=citation.texte,
        remplace_par=", ".join(law.successors(citation.code, citation.article)),
        depuis=since or Unknown("date de l’article"),
        ecarte=_is_set_aside(document, citation),
        place=citation.place,
    )


def _is_set_aside(document: Document, citation: Citation) -> bool:
    text = document.paragraph(citation.place).text
    ends = [match.end() for match in re.finditer(_SENTENCE_END, text)]
    start = max((end for end in ends if end <= citation.place.start), default=0)
    stop = min((end for end in ends if end > citation.place.start), default=len(text))
    sentence = " ".join(fold(text[start:stop]).split())
    past = citation.etat in (Etat.ABROGE, Etat.RENUMEROTE) and re.search(_PAST, sentence)
    return bool(past or re.search(_SET_ASIDE, sentence))


def changed_since(
    articles: Iterable[CitedArticle], day: date
) -> Iterator[tuple[CitedArticle, str]]:
    """Those in force that changed after `day`, each with how a message names it."""
    law = standard_articles_of_law()
    codes = {name: code for code, name in _NAMES.items()}
    for cited in articles:
        versions = law.versions(codes.get(cited.code, cited.code), cited.article)
        if cited.etat == Etat.EN_VIGUEUR and versions and versions[-1] > day:
            yield cited, f"{cited.article} ({en_francais(versions[-1])})"
