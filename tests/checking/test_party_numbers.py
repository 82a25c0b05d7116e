import pytest
import stdnum.fr.siren
import stdnum.fr.siret
import stdnum.fr.tva
import stdnum.luhn
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from clauselint.checking.party_numbers import AUTRE_SIREN, CLE_INEXACTE, JUSTE, party_numbers
from clauselint.model import Part, Partie, Place, Role
from clauselint.model.registration import Immatriculation, Inscription

SIREN, OTHER = "404833048", "732829320"
PARTIE = Partie(Role.ENTREPRISE_CLIENTE, "Varech", Place(Part.BODY, 0, 0, 6))


def worth(partie: Partie, registered: Immatriculation | None = None) -> dict[str, str]:
    known = registered or Immatriculation()
    return dict(party_numbers(replace(partie, read_registration=lambda: known)))


def test_a_party_without_numbers_has_none_to_judge() -> None:
    assert worth(PARTIE) == {}


def test_each_number_is_judged_by_its_arithmetic() -> None:
    registered = Immatriculation(inscriptions=(Inscription("RCS", SIREN),), tva=f"FR83{SIREN}")
    sound = replace(PARTIE, siren=SIREN, siret=f"{SIREN}00022")
    assert worth(sound, registered) == dict.fromkeys(("siren", "siret", "rcs", "tva"), JUSTE)
    wrong = replace(PARTIE, siren="404833049", siret="40483304800023")
    assert worth(wrong, Immatriculation(tva=f"FR84{SIREN}")) == dict.fromkeys(
        ("siren", "siret", "tva"), CLE_INEXACTE
    )


def test_a_number_made_of_another_siren_is_said_to_be_so() -> None:
    registered = Immatriculation(inscriptions=(Inscription("RCS", OTHER),), tva=f"FR44{OTHER}")
    found = worth(replace(PARTIE, siren=SIREN), registered)
    assert (found["rcs"], found["tva"]) == (AUTRE_SIREN, AUTRE_SIREN)


@pytest.mark.parametrize("number", ["BE0403019261", None])
def test_a_vat_number_of_another_country_is_not_judged(number: str | None) -> None:
    assert "tva" not in worth(PARTIE, Immatriculation(tva=number))


def test_a_vat_number_of_monaco_holds_no_siren() -> None:
    number = "53000004605"
    assert stdnum.fr.tva.is_valid(number)
    assert worth(PARTIE, Immatriculation(tva=f"FR{number}"))["tva"] == JUSTE


@given(st.text("0123456789", min_size=8, max_size=8), st.integers(0, 99), st.booleans())
def test_verdicts_are_those_of_stdnum(start: str, key: int, sound: bool) -> None:
    siren = start + (stdnum.luhn.calc_check_digit(start) if sound else str(key % 10))
    tva = f"{int(siren + '12') % 97 if sound else key:02}{siren}"
    found = worth(replace(PARTIE, siren=siren), Immatriculation(tva=f"FR{tva}"))
    assert (found["siren"] == JUSTE) == stdnum.fr.siren.is_valid(siren)
    assert (found["tva"] == JUSTE) == stdnum.fr.tva.is_valid(tva)
    siret = f"{siren}{key:05}"
    judged = worth(replace(PARTIE, siret=siret))["siret"]
    assert (judged == JUSTE) == stdnum.fr.siret.is_valid(siret)
