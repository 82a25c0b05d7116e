from datetime import date
from decimal import Decimal

import pytest

from clauselint.model import (
    Decompte,
    DelaiPaiement,
    Depart,
    Duree,
    Montant,
    Pourcentage,
    TauxPenalites,
    Taxe,
    Valeur,
)
from clauselint.model.francais import avec_lettres, en_francais, en_lettres

FIGURES = [
    (date(2026, 3, 1), "1er mars 2026"),
    (date(2026, 3, 3), "3 mars 2026"),
    (Duree(mois=6), "6 mois"),
    (Duree(mois=18), "18 mois"),
    (Duree(mois=36), "36 mois"),
    (Duree(mois=60), "5 ans"),
    (Duree(mois=1, jours=15), "1 mois et 15 jours"),
    (Duree(jours=1), "1 jour"),
    (Duree(jours=2, decompte=Decompte.OUVRABLES), "2 jours ouvrables"),
    (Duree(jours=1, decompte=Decompte.OUVRES), "1 jour ouvré"),
    (Duree(heures=48), "48 heures"),
    (Duree(illimitee=True), "sans limitation de durée"),
    (Duree(), "0 jour"),
    (Montant("1234.56", taxe=Taxe.HT), "1\u202f234,56 € HT"),
    (Montant("1000000"), "1\u202f000\u202f000,00 €"),
    (Montant("0.125"), "0,125 €"),
    (Montant("12", devise="USD"), "12,00 $"),
    (Pourcentage("7.50"), "7,5 %"),
    (Pourcentage("10"), "10 %"),
    (
        DelaiPaiement(45, Depart.FACTURE, fin_de_mois=True),
        "45 jours fin de mois à compter de l’émission de la facture",
    ),
    (DelaiPaiement(30), "30 jours"),
    (DelaiPaiement(0, Depart.RECEPTION), "à réception de la facture"),
    (TauxPenalites("taux_legal", facteur=Decimal(3)), "3 fois le taux d’intérêt légal"),
    (TauxPenalites("fixe", taux=Decimal("12.5")), "12,5 % par an"),
    (
        TauxPenalites("bce", points=Decimal(10)),
        "taux de la Banque centrale européenne à son opération de refinancement la plus récente"
        " majoré de 10 points de pourcentage",
    ),
    (Decimal("1096.50"), "1\u202f096,5"),
    (3219, "3219"),
    ("SYNTEC", "SYNTEC"),
]


@pytest.mark.parametrize(("value", "expected"), FIGURES)
def test_a_value_is_written_as_a_french_lawyer_writes_it(value: Valeur, expected: str) -> None:
    assert en_francais(value).replace("\u00a0", " ") == expected


def test_no_line_breaks_between_a_number_and_its_unit() -> None:
    assert en_francais(Montant("5", taxe=Taxe.HT)) == "5,00\u00a0€\u00a0HT"
    assert en_francais(Duree(jours=30)) == "30\u00a0jours"
    assert en_francais(Pourcentage("5")) == "5\u00a0%"


WORDS = [
    (Duree(mois=6), "six (6) mois"),
    (Duree(jours=15), "quinze (15) jours"),
    (Duree(heures=1), "une (1) heure"),
    (Duree(mois=60), "cinq (5) ans"),
    (Pourcentage("5"), "cinq pour cent (5 %)"),
    (Montant("620"), "six cent vingt euros (620,00 €)"),
    (Montant("1"), "un euro (1,00 €)"),
    (
        Montant("59520", taxe=Taxe.HT),
        "cinquante-neuf mille cinq cent vingt euros (59\u202f520,00 € HT)",
    ),
    (Montant("2000000"), "deux millions d’euros (2\u202f000\u202f000,00 €)"),
    (
        Montant("0.50"),
        "zéro euro et cinquante centimes (0,50 €)",
    ),
    (DelaiPaiement(30, Depart.RECEPTION),
     "trente (30) jours à compter de la réception de la facture"),
    (Decimal(96), "quatre-vingt-seize (96)"),
    (date(2026, 3, 3), "3 mars 2026"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), WORDS)
def test_a_deed_says_numbers_in_words_then_in_figures(value: Valeur, expected: str) -> None:
    assert avec_lettres(value).replace("\u00a0", " ") == expected


def test_decimals_are_said_after_the_comma() -> None:
    assert en_lettres(Decimal("7.05")) == "sept virgule zéro cinq"
    assert en_lettres(Montant("620")) == "six cent vingt"
