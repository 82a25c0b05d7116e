"""Vague wording in an undertaking: « dans les meilleurs délais », « un délai raisonnable »."""

from __future__ import annotations

from clauselint.checking.passages.passage import Passage, grouped, passage, stretches
from clauselint.library.patterns import kept_pattern
from clauselint.model import ArticleKind, Document, Place
from clauselint.model.folding import fold

__all__ = ["find"]

_SIGNS = ("eilleurs d", "aisonnabl", "ossible", "temps utile", "plus vite", "bref d",
          "satisfaisant", "aire se peut", "circonstances le permet", "plus brefs")  # fmt: skip
_VAGUE = kept_pattern(
    r"dans les (?:meilleurs|plus brefs) delais?|"
    r"(?:dans un |en un |sous un )?(?:delai|terme)s? raisonnables?|"
    r"(?:preavis|duree|montant|prix|cout|frais|efforts?|moyens?|mesures?|diligences?|nombre) "
    r"raisonnables?|(?:de manieres?|de facon) raisonnables?|raisonnablement|"
    r"(?:aussitot|des|le plus (?:tot|vite|rapidement)) que possible|"
    r"le plus (?:tot|vite|rapidement) possible|au plus vite|en temps utile|a bref delai|"
    r"dans la mesure du possible|autant que (?:possible|faire se peut)|"
    r"de (?:maniere|facon) satisfaisante|si les circonstances le permettent"
)
# « au plus tard le 5 », « et au plus tard sous 48 heures »: the vague words have a limit.
_LIMITED = kept_pattern(
    r"au plus tard|au maximum|sans (?:pouvoir )?(?:exceder|depasser)|"
    r"qui ne peut (?:exceder|depasser)|dans la limite de"
)
# What stands before vague words by which nobody undertakes anything: a denial, a past fact. « Ne
# manque pas » undertakes; a verb that follows the denial may (« ne cesse pas et répond »).
_NO_UNDERTAKING = kept_pattern(
    r"(?<!qui )\b(?:ne|n) (?!manque)(?:\w+ ){1,2}?(?:pas|point|jamais|aucune?)\b"
    r"(?!.*\b(?:et|mais|qui)\b)|"
    r"\b(?:rien|nul) n\b|\bne saurai\w+ |"
    r"(?<!qui )\b(?:a|ont|avoir|ayant|avaient?) (?:(?:pas|deja|bien|ete) )*"
    r"(?:\w{3,}(?:e|ee|es|ees|i|is|u|us)|convenu|fait|mis)\b(?!.*\b(?:[a-z]+ra|et|mais)\b)"
)
_CONDITION = ("Si ", "S’il", "S'il", "Lorsque ", "Quand ", "À défaut ", "Faute ")
# What makes of the words after them a notion: « un délai raisonnable au sens de la loi ».
_NOTION = kept_pattern(r" *(?:au sens d|s entend|signifie|designe)")
_SENTENCE_END = kept_pattern(r"[.;!?](?=\s)|\n")
_TOLD = (ArticleKind.TITRE, ArticleKind.PARTIES, ArticleKind.PREAMBULE, ArticleKind.SIGNATURE)


def find(document: Document) -> tuple[Passage, ...]:
    """All of them as one passage. A sentence that also gives a length of time or a last day is
    precise; recitals bind nobody.
    """
    found: list[Passage] = []
    for article, paragraph in stretches(document):
        if article.kind in _TOLD or not any(map(paragraph.text.__contains__, _SIGNS)):
            continue
        folded = fold(paragraph.text)
        for match in _VAGUE.finditer(folded):
            start, end = _sentence(paragraph.text, match.start(), match.end())
            one = passage(article, paragraph, match.start(), match.end())
            limited = _LIMITED.search(folded, start, end) or _timed(document, one.place, start, end)
            if not limited and _undertaken(paragraph.text, start, match.end(), match.start()):
                found.append(one)
    return grouped(found)


def _undertaken(text: str, start: int, end: int, vague: int) -> bool:
    """Whether the sentence from `start` undertakes something by its vague words `[vague, end)`."""
    before = text[start:vague]
    opened = before.count("«") > before.count("»")
    condition = before.lstrip().startswith(_CONDITION) and "," not in before
    said = " ".join(fold(before).split())
    if opened or condition or _NOTION.match(fold(text[end:])):
        return False
    return not _NO_UNDERTAKING.search(said)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return (
        max((at for at in ends if at <= start), default=0),
        min((at for at in ends if at >= end), default=len(text)),
    )


def _timed(document: Document, place: Place, start: int, end: int) -> bool:
    """Whether the rest of the sentence, after the vague words, gives a length of time."""
    return any(
        (stated.place.part, stated.place.paragraph) == (place.part, place.paragraph)
        and max(start, place.end) <= stated.place.start < end
        for stated in document.durees
    )
