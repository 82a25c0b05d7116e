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
from clauselint.reporting.values import Json, type_name, value_json


@pytest.mark.parametrize(
    ("value", "type_", "json"),
    [
        (date(2026, 3, 1), "date", "2026-03-01"),
        (Duree(mois=18), "duree", {"iso": "P18M", "jours": "calendaires"}),
        (
            Duree(jours=2, decompte=Decompte.OUVRABLES),
            "duree",
            {"iso": "P2D", "jours": "ouvrables"},
        ),
        (
            Duree(illimitee=True),
            "duree",
            {"iso": None, "jours": "calendaires", "illimitee": True},
        ),
        (
            Montant(Decimal("620"), taxe=Taxe.HT),
            "montant",
            {"montant": "620.00", "devise": "EUR", "taxe": "HT"},
        ),
        (Montant(Decimal("0.125")), "montant", {"montant": "0.125", "devise": "EUR", "taxe": None}),
        (Pourcentage(Decimal("7.50")), "pourcentage", "7.5"),
        (
            DelaiPaiement(45, Depart.FACTURE, fin_de_mois=True),
            "delai_paiement",
            {"jours": 45, "depart": "facture", "fin_de_mois": True},
        ),
        (
            TauxPenalites("taux_legal", facteur=Decimal(3)),
            "taux_penalites",
            {"base": "taux_legal", "facteur": "3", "points": None, "taux": None},
        ),
        (Decimal("96.5"), "nombre", "96.5"),
        (Decimal(100), "nombre", "100"),
        (3219, "entier", 3219),
        ("Caution Alpha", "texte", "Caution Alpha"),
    ],
)
def test_a_value_is_written_as_the_interface_promises(value: Valeur, type_: str, json: Json):
    assert type_name(value) == type_
    assert value_json(value) == json
