from datetime import date

import pytest

from clauselint.checking.functions import valeur_legale
from clauselint.checking.views import MissingDatum, Unknown
from clauselint.model import Montant


def test_a_legal_value_is_that_of_its_day() -> None:
    assert valeur_legale("pmss", date(2025, 2, 1)) == Montant("3925")


def test_a_day_off_the_table_leaves_the_rule_undecided_and_is_named() -> None:
    with pytest.raises(MissingDatum, match=r"plafond mensuel.* au 1er janvier 2031"):
        bool(valeur_legale("pmss", date(2031, 1, 1)) == Montant("1"))


def test_an_unknown_day_is_the_datum_that_lacks() -> None:
    with pytest.raises(MissingDatum, match="date du contrat"):
        valeur_legale("pmss", Unknown("date du contrat"))  # type: ignore[arg-type]
