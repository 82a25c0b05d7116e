"""What is in force on a day, and where it comes from."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clauselint.dossiers.consolidation import clause_in_force, end_before, in_force, party_in_force
from clauselint.dossiers.dossier import Dossier, Side, assemble, side_of
from clauselint.library import load_library
from clauselint.model import Document, DocumentType, Terme
from clauselint.model.francais import en_francais
from clauselint.reading.notation import text_from_notation
from clauselint.reading.understanding import understand

LIBRARY = load_library()
CDD = """
= Contrat de travail en portage salarial à durée déterminée
# Durée
Le contrat est conclu pour six (6) mois. Il court du 2 mars 2026 au 1er septembre 2026.
# Prix
Le prix de la prestation est de 500 € HT par jour.
# Confidentialité
Le Salarié porté garde le secret pendant un (1) an après la fin du contrat.
Fait à Tours, le 20 février 2026.
"""


def read(name: str, notation: str) -> Document:
    return understand(text_from_notation(notation, name=name), LIBRARY)


def amendment(name: str, signed: date, text: str) -> Document:
    title = "= Avenant au contrat de travail en portage salarial à durée déterminée"
    return read(name, f"{title}\n# Objet\n{text}\nFait à Tours, le {en_francais(signed)}.")


def amended(*amendments: Document) -> Dossier:
    return assemble((read("cdd", CDD),), tuple((found, side_of(found)) for found in amendments))


def value(dossier: Dossier, nom: str, at: date | None = None) -> object:
    found = in_force(dossier, "travail", nom, at)
    return (found.termes[0].valeur, found.document.name) if found else None


PRICE = amendment("prix", date(2026, 5, 4), "Le prix journalier est porté à 550 € HT par jour.")
LONGER = amendment(
    "prolongation",
    date(2026, 8, 20),
    "Le contrat est renouvelé du 2 septembre 2026 au 31 décembre 2026.",
)


def test_a_term_comes_from_the_last_document_that_states_it():
    dossier = amended(LONGER, PRICE)
    assert [item.document.name for item in dossier.amendments("travail")] == [
        "prix",
        "prolongation",
    ]
    assert str(value(dossier, "tjm")).count("550") == 1
    assert value(dossier, "date_fin") == (date(2026, 12, 31), "prolongation")
    found = in_force(dossier, "travail", "confidentialite_duree")
    assert found
    assert found.document.name == "cdd"


def test_an_extension_leaves_the_start_and_takes_away_the_length():
    dossier = amended(LONGER)
    assert value(dossier, "date_debut") == (date(2026, 3, 2), "cdd")
    assert value(dossier, "date_signature") == (date(2026, 2, 20), "cdd")
    assert value(dossier, "duree") is None


def test_a_length_that_the_contract_is_brought_to_is_its_length():
    longer = amendment(
        "longueur", date(2026, 8, 20), "La durée du contrat est portée à neuf (9) mois."
    )
    found = in_force(amended(longer), "travail", "duree")
    assert found
    assert found.document.name == "longueur"


def test_an_extension_without_a_date_is_counted_from_the_end():
    longer = amendment(
        "prolongation", date(2026, 8, 20), "Le contrat est prolongé pour une durée de trois mois."
    )
    found = in_force(amended(longer), "travail", "date_fin")
    assert found
    assert found.termes[0].valeur == date(2026, 12, 1)
    assert found.termes[0].derive


def test_a_start_put_off_before_it_has_come_is_the_start():
    later = amendment(
        "report", date(2026, 2, 26), "Le contrat prend effet le 16 mars 2026, au lieu du 2 mars."
    )
    assert value(amended(later), "date_debut") == (date(2026, 3, 16), "report")


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_what_is_not_signed_yet_does_not_count(at: date):
    dossier = amended(PRICE, LONGER)
    expected = "prix" if at >= date(2026, 5, 4) else "cdd"
    found = in_force(dossier, "travail", "tjm", at)
    assert found
    assert found.document.name == expected
    end = value(dossier, "date_fin", at)
    assert end == (
        (date(2026, 12, 31), "prolongation")
        if at >= date(2026, 8, 20)
        else (date(2026, 9, 1), "cdd")
    )


@given(st.lists(st.integers(0, 300), min_size=1, max_size=6, unique=True))
def test_amendments_count_in_the_order_of_their_dates_however_they_come(days: list[int]):
    base = read("cdd", CDD)
    model = amendment("modele", date(2026, 3, 10), "Le prix journalier est de 510 € HT par jour.")
    made = []
    for day in days:
        signed = date(2026, 3, 3) + timedelta(days=day)
        termes = tuple(_dated(terme, signed, day) for terme in model.termes)
        made.append(_renamed(model, f"avenant {day}", termes))
    dossier = assemble((base,), tuple((found, Side.TRAVAIL) for found in made))
    assert [item.rang for item in dossier.avenants] == list(range(1, len(days) + 1))
    found = in_force(dossier, "travail", "tjm")
    assert found
    assert found.document.name == f"avenant {max(days)}"


def _dated(terme: Terme, signed: date, day: int) -> Terme:
    valeur = signed if terme.nom == "date_signature" else terme.valeur
    return Terme(terme.nom, valeur, f"{terme.texte} {day}", terme.place)


def _renamed(model: Document, name: str, termes: tuple[Terme, ...]) -> Document:
    from msgspec.structs import replace  # noqa: PLC0415

    return replace(model, text=replace(model.text, name=name), termes=termes)


def test_the_end_before_an_amendment_is_that_of_the_amendments_before_it():
    again = amendment(
        "seconde", date(2026, 12, 20), "Le contrat est renouvelé du 1er janvier au 31 mars 2027."
    )
    dossier = amended(LONGER, again)
    before = end_before(dossier, dossier.avenants[1])
    assert before
    assert before.termes[0].valeur == date(2026, 12, 31)
    assert before.document.name == "prolongation"


def test_a_clause_that_an_amendment_takes_away_is_excluded():
    without = amendment(
        "sans",
        date(2026, 5, 4),
        "# Confidentialité\nAucune obligation de confidentialité ne pèse sur le Salarié porté.",
    )
    found = clause_in_force(amended(without), "travail", "confidentialite")
    assert found
    assert found.document.name == "sans"


def test_a_contract_that_is_not_there_holds_nothing():
    dossier = amended()
    assert dossier.base(Side.PRESTATION) is None
    assert in_force(dossier, "prestation", "tjm") is None
    assert party_in_force(dossier, "prestation", "entreprise_cliente") is None
    assert not any(document.type is DocumentType.AVENANT for document in dossier.documents)
