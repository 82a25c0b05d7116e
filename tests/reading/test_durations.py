"""The durations that a contract states, wherever it states them."""

from clauselint.model import Decompte, Duree, Part
from clauselint.reading.articles import articles
from clauselint.reading.durations import durations
from clauselint.reading.notation import text_from_notation

CONTRACT = """
# Durée
Le contrat dure six (6) mois.
> Renouvelable pour trois mois.
| Préavis | dix jours ouvrés |
La facture est émise chaque mois.
"""


def test_every_duration_is_stated_in_the_order_of_the_text() -> None:
    text = text_from_notation(CONTRACT)
    found = durations(text, articles(text))
    assert [stated.valeur for stated in found] == [
        Duree(mois=6),
        Duree(mois=3),
        Duree(jours=10, decompte=Decompte.OUVRES),
    ]


def test_a_duration_stands_at_its_own_words() -> None:
    text = text_from_notation(CONTRACT)
    first, note, _ = durations(text, articles(text))
    assert first.texte == "six (6) mois"
    assert (first.place.article, first.place.start, first.place.end) == ("Durée", 16, 28)
    assert note.place.part is Part.FOOTNOTE
