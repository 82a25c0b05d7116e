"""A passage that a rule of drafting points at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from clauselint.model import Article, Document, Paragraph, Place

__all__ = ["Passage", "grouped", "passage", "stretches"]

SHOWN = 3  # quotes listed in one message


class Passage(Struct, frozen=True, eq=False):
    """Words of the contract and where they stand.

    `texte` quotes them, several as « a », « b »; `nombre` says how many; `detail` is what the
    reader of the passage has to say of them, if anything.
    """

    texte: str
    place: Place
    nombre: int = 1
    detail: str = ""


def passage(
    article: Article, paragraph: Paragraph, start: int, end: int, detail: str = ""
) -> Passage:
    """The characters `[start, end)` of a paragraph of `article`."""
    name = article.numero or article.titre or None
    place = Place(paragraph.part, paragraph.number, start, end, name)
    quote = " ".join(paragraph.text[start:end].split())
    texte = quote if quote[:1] == "«" else f"« {quote} »"
    return Passage(texte, place, detail=detail)


def grouped(found: Sequence[Passage]) -> tuple[Passage, ...]:
    """All of `found` as one passage at the place of the first, quoting the first different ones."""
    if not found:
        return ()
    quotes = list(dict.fromkeys(one.texte for one in found))
    texte = ", ".join(quotes[:SHOWN]) + ("…" if len(quotes) > SHOWN else "")
    return (Passage(texte, found[0].place, len(found), found[0].detail),)


def stretches(document: Document) -> Iterator[tuple[Article, Paragraph]]:
    """Every paragraph in reading order, with the article it stands in."""
    for article in document.articles:
        for position in article.paragraphs:
            yield article, document.text.paragraphs[position]
