"""The articles of law that a contract cites, as rules see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from clauselint.checking.views import Unknown
from clauselint.library.articles_of_law import standard_articles_of_law
from clauselint.library.patterns import kept_pattern
from clauselint.model import Citation, Document, Etat
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
_CHAPTER = kept_pattern(r"[LRDA]\d{3,4}")  # « L. 1254 et suivants » names a chapter, not an article
_SENTENCE_END = kept_pattern(r"(?<!\b[LRDA])(?<! art)(?<! arts)[.;]\s+(?=[A-ZÀ-Þ«])")
_BARE = kept_pattern(r"[LRDA]\d")
_OF_LAW = kept_pattern(r"\b(?:articles?|arts?|code|c +trav|dispositions)\b")
# The sentence says that the article does not apply: citing it is no mistake.
_SET_ASIDE = kept_pattern(
    r"\b(?:ne|n|ni|non|pas|sans|aucun\w*)(?: \w+){0,4}? "
    r"(?:appliqu\w*|applicables?|soumis\w*|relev\w*|regie?s?|assujetti\w*)\b"
    r"|\binapplicables?\b|\bexclu\w* (?:l )?appli|\bderog\w*|\ba la difference\b"
    r"|\ba l exclusion (?:de |du |des )?(?:l )?(?:articles?|dispositions?)"
)
# The sentence says that the article is of the past: « 1134 ancien, devenu 1103 ».
_PAST = kept_pattern(r"\b(?:anciens?|anciennement|devenus?|abrog\w*|remplac\w*|renumerot\w*)\b")


class CitedArticle:
    """An article cited, where it is cited first, and what became of it.

    `code` is the name of its code, `base` its first number: 1254 for L1254-15. `ecarte` says
    that the sentence itself sets the article aside.
    """

    def __init__(self, document: Document, citation: Citation) -> None:
        self._document = document
        self._citation = citation
        self.code = _NAMES.get(citation.code, citation.code)
        self.article = citation.article
        self.etat = str(citation.etat)
        self.texte = citation.texte
        self.place = citation.place

    @property
    def base(self) -> int:
        return int(self.article.lstrip("LRDA").partition("-")[0].partition(" ")[0])

    @property
    def remplace_par(self) -> str:
        law = standard_articles_of_law()
        return ", ".join(law.successors(self._citation.code, self.article))

    @property
    def depuis(self) -> date | Unknown:
        """The day from which it is out of date or, when it came after the contract, was made."""
        law = standard_articles_of_law()
        if self._citation.etat is Etat.INEXISTANT:
            return next(iter(self.versions), None) or Unknown("date de l’article")
        return law.changed_on(self._citation.code, self.article) or Unknown("date de l’article")

    @property
    def versions(self) -> tuple[date, ...]:
        """The first day of each of its versions, as far as known."""
        return standard_articles_of_law().versions(self._citation.code, self.article)

    @cached_property
    def ecarte(self) -> bool:
        return _is_set_aside(self._document, self._citation)


def cited_articles(document: Document) -> tuple[CitedArticle, ...]:
    """Each article once, in reading order: at the first place that does not set it aside."""
    found: dict[tuple[str, str], list[CitedArticle]] = {}
    for citation in document.citations:
        if not _CHAPTER.fullmatch(citation.article) and _is_of_law(document, citation):
            places = found.setdefault((citation.code, citation.article), [])
            places.append(CitedArticle(document, citation))
    return tuple(_first(places) for places in found.values())


def _is_of_law(document: Document, citation: Citation) -> bool:
    """« L1254-15 » alone may be the reference of a product or of a room: some word must say it."""
    if not _BARE.match(citation.texte):
        return True
    return _OF_LAW.search(fold(document.paragraph(citation.place).text)) is not None


def _first(places: Sequence[CitedArticle]) -> CitedArticle:
    return next((cited for cited in places if len(places) > 1 and not cited.ecarte), places[0])


def _is_set_aside(document: Document, citation: Citation) -> bool:
    text = document.paragraph(citation.place).text
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= citation.place.start), default=0)
    stop = min((end for end in ends if end > citation.place.start), default=len(text))
    sentence = " ".join(fold(text[start:stop]).split())
    past = citation.etat in (Etat.ABROGE, Etat.RENUMEROTE) and _PAST.search(sentence)
    return bool(past or _SET_ASIDE.search(sentence))


def changed_since(
    articles: Iterable[CitedArticle], day: date
) -> Iterator[tuple[CitedArticle, str]]:
    """Those in force that changed after `day`, each with how a message names it."""
    for cited in articles:
        if cited.etat == Etat.EN_VIGUEUR and cited.versions and cited.versions[-1] > day:
            yield cited, f"{cited.article} ({en_francais(cited.versions[-1])})"
