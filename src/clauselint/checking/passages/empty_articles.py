"""Articles that have a title and no text."""

from __future__ import annotations

from clauselint.checking.passages.passage import Passage, passage
from clauselint.model import Article, ArticleKind, Document
from clauselint.model.folding import WORD, fold

__all__ = ["find"]

_WILLED = ("reserve", "sans objet", "supprime", "neant", "non applicable", "abroge")
_LONGEST_NUMBER = 80  # characters of a heading besides its title


def find(document: Document) -> tuple[Passage, ...]:
    """Each numbered article of which only the heading stands; « (réservé) » is a will."""
    found: list[Passage] = []
    for article, after in zip(document.articles, (*document.articles[1:], None), strict=True):
        if article.kind is not ArticleKind.ARTICLE or not article.numero or not article.titre:
            continue
        if article.numero[0].isalpha() and " " in article.numero:  # a section, a chapter
            continue
        if after is None or _heads(document, article, after) or not _is_empty(document, article):
            continue
        heading = document.paragraph(article.place)
        found.append(passage(article, heading, 0, len(heading.text)))
    return tuple(found)


def _heads(document: Document, article: Article, after: Article) -> bool:
    """Whether `after` is a part of `article` rather than its neighbour."""
    if after.kind is not ArticleKind.ARTICLE or not after.numero:
        return True
    mine, next_one = document.paragraph(article.place), document.paragraph(after.place)
    deeper = (next_one.level or 0) > (mine.level or 0) > 0
    return deeper or after.numero.startswith(f"{article.numero}.") or not _alike(article, after)


def _alike(one: Article, other: Article) -> bool:
    """Whether two numbers are of one kind: 3 and 4, IV and V, but not IV and 1."""
    return one.numero[0].isdigit() == other.numero[0].isdigit() and (
        one.numero.count(".") == other.numero.count(".")
    )


def _is_empty(document: Document, article: Article) -> bool:
    texts = [document.text.paragraphs[position].text for position in article.paragraphs]
    if sum(map(len, texts)) > len(article.titre) + _LONGEST_NUMBER:
        return False
    words = [word for text in texts for word in WORD.findall(fold(text))]
    said = " ".join(words)
    if any(word in said for word in _WILLED):
        return False
    title = " ".join(WORD.findall(fold(article.titre)))
    rest = said.replace(title, " ", 1).split()
    number = WORD.findall(fold(article.numero))
    return all(word in (*number, "article", "art", "clause", "premier", "n") for word in rest)
