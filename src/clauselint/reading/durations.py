"""Every duration that a contract states, for the rules that weigh the sentence it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from clauselint.model import Article, Duree, DureeStated, Place, Text
from clauselint.reading.quantities import quantities

__all__ = ["durations"]


def durations(text: Text, articles: Sequence[Article]) -> tuple[DureeStated, ...]:
    """The lengths of time written in the text, in reading order; « chaque mois » is a rhythm and
    none of them.
    """
    stated: list[DureeStated] = []
    for article in articles:
        name = article.numero or article.titre or None
        for position in article.paragraphs:
            paragraph = text.paragraphs[position]
            for item in quantities(paragraph.text):
                if isinstance(item.value, Duree) and not item.periodique:
                    place = Place(paragraph.part, paragraph.number, item.start, item.end, name)
                    said = paragraph.text[item.start : item.end]
                    stated.append(DureeStated(item.value, said, place))
    return tuple(stated)
