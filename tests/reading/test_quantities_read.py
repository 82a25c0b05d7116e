from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from clauselint.library.definitions import TermeType
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
from clauselint.model.francais import avec_lettres, en_francais
from clauselint.reading.numbers_in_words import value_of_figures, value_of_words
from clauselint.reading.plain_text import plain
from clauselint.reading.quantities import quantities
from clauselint.reading.quantity import Quantity


def only(text: str, kind: TermeType) -> Quantity:
    found = [item for item in quantities(text) if item.kind is kind]
    assert len(found) == 1, found
    return found[0]


# --- numbers


@given(st.integers(0, 10**9 - 1))
def test_a_number_in_words_reads_as_num2words_writes_it(number: int) -> None:
    assert value_of_words(plain(num2words(number, lang="fr"))) == number


@pytest.mark.parametrize("words", ["deux trois", "vingt trente", "dix un", "cent dix un"])
def test_number_words_that_make_no_number_are_none(words: str) -> None:
    assert value_of_words(words) is None


def test_belgian_and_swiss_numbers_are_read() -> None:
    assert value_of_words("septante-cinq") == 75
    assert value_of_words("nonante") == 90


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1 234,56", "1234.56"),
        ("7.500", "7500"),
        ("12.5", "12.5"),
        ("1.234.567", "1234567"),
        ("1,234.50", "1234.50"),
        ("620,00", "620"),
        ("15000", "15000"),
    ],
)
def test_figures_are_read_with_any_separator(written: str, value: str) -> None:
    assert value_of_figures(written) == Decimal(value)


# --- dates


@pytest.mark.parametrize(
    "written",
    [
        "3 mars 2025",
        "03/03/2025",
        "3-3-2025",
        "03.03.25",
        "2025-03-03",
        "trois mars deux mille vingt-cinq",
        "3\u00a0MARS\u00a02025",
    ],
)
def test_a_date_is_read_in_every_form(written: str) -> None:
    found = only(f"Le contrat commence le {written}.", TermeType.DATE)
    assert found.value == date(2025, 3, 3)
    assert found.start == len("Le contrat commence le ")
    assert found.end == found.start + len(written)


def test_the_first_of_the_month_is_written_1er_or_premier() -> None:
    assert only("au 1er février 2026", TermeType.DATE).value == date(2026, 2, 1)
    assert only("au premier février 2026", TermeType.DATE).value == date(2026, 2, 1)


def test_the_weekday_that_the_text_states_is_kept() -> None:
    found = only("le jeudi 5 mars 2026", TermeType.DATE)
    assert found.weekday == 3
    assert found.start == len("le ")


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("du 3 au 28 mars 2025", date(2025, 3, 3), date(2025, 3, 28)),
        ("du 3 mars au 2 septembre 2025", date(2025, 3, 3), date(2025, 9, 2)),
        ("du 1er octobre au 31 mars 2026", date(2025, 10, 1), date(2026, 3, 31)),
    ],
)
def test_a_period_lends_its_month_and_year_to_its_first_day(
    written: str, first: date, last: date
) -> None:
    found = [item.value for item in quantities(written) if item.kind is TermeType.DATE]
    assert found == [first, last]


@pytest.mark.parametrize(
    "text", ["12 rue du 8 mai 1945, 44000 Nantes", "le 31 avril 2026", "depuis mars 2021", "1/2"]
)
def test_a_street_or_an_impossible_day_is_no_date(text: str) -> None:
    assert not [item for item in quantities(text) if item.kind is TermeType.DATE]


# --- durations


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("six (6) mois", Duree(mois=6)),
        ("6 (six) mois", Duree(mois=6)),
        ("six mois (6 mois)", Duree(mois=6)),
        ("un an", Duree(mois=12)),
        ("deux ans et demi", Duree(mois=30)),
        ("un an et six mois", Duree(mois=18)),
        ("un mois et quinze jours", Duree(mois=1, jours=15)),
        ("deux trimestres", Duree(mois=6)),
        ("quinze (15) jours ouvrés", Duree(jours=15, decompte=Decompte.OUVRES)),
        ("2 jours ouvrables", Duree(jours=2, decompte=Decompte.OUVRABLES)),
        ("huit jours francs", Duree(jours=8, decompte=Decompte.FRANCS)),
        ("deux (2) semaines", Duree(jours=14)),
        ("quarante-huit heures ouvrées", Duree(heures=48, decompte=Decompte.OUVRES)),
        ("les trois premiers mois", Duree(mois=3)),
        ("sans limitation de durée", Duree(illimitee=True)),
    ],
)
def test_a_duration_is_read_however_it_is_counted(written: str, value: Duree) -> None:
    assert only(f"pendant {written} au plus", TermeType.DUREE).value == value


def test_two_counts_that_only_follow_one_another_stay_apart() -> None:
    found = [item.value for item in quantities("vingt-quatre mois et quatre cents jours")]
    assert found == [Duree(mois=24), Duree(jours=400)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("mensuellement", Duree(mois=1)),
        ("à la fin de chaque mois", Duree(mois=1)),
        ("chaque trimestre civil", Duree(mois=3)),
        ("tous les ans", Duree(mois=12)),
        ("une note hebdomadaire", Duree(jours=7)),
    ],
)
def test_a_rhythm_is_a_periodic_duration(written: str, value: Duree) -> None:
    found = only(written, TermeType.DUREE)
    assert found.value == value
    assert found.periodique


def test_words_and_figures_that_differ_give_the_figures_and_keep_the_words() -> None:
    found = only("dans les trente (45) jours", TermeType.DUREE)
    assert found.value == Duree(jours=45)
    assert found.lettres == 30


def test_the_article_un_is_no_number() -> None:
    assert not quantities("un avenant, une partie, aucun jour férié")


# --- money and rates


@pytest.mark.parametrize(
    ("written", "amount", "taxe"),
    [
        ("4 880,00 €", "4880", None),
        ("59\u202f520\u00a0€\u00a0HT", "59520", Taxe.HT),
        ("620,00 euros hors taxes", "620", Taxe.HT),
        ("620 € H.T.", "620", Taxe.HT),
        ("71 424,00 € TTC", "71424", Taxe.TTC),
        ("mille neuf cents euros (1 900,00 euros)", "1900", None),
        ("six cents euros (600,00 €) hors taxes", "600", Taxe.HT),
        ("mille euros et cinquante centimes", "1000.50", None),
        ("7.500 euros", "7500", None),
        ("15 k€", "15000", None),
        ("deux millions d’euros", "2000000", None),
    ],
)
def test_an_amount_is_read_with_its_tax(written: str, amount: str, taxe: Taxe | None) -> None:
    found = only(f"la somme de {written}.", TermeType.MONTANT)
    assert isinstance(found.value, Montant)
    assert found.value.montant == Decimal(amount)
    assert found.value.taxe is taxe


def test_a_total_with_tax_is_said_before_the_amount() -> None:
    found = only("Total TTC : 73 440,00 €", TermeType.MONTANT)
    assert found.value == Montant("73440", taxe=Taxe.TTC)


def test_an_amount_by_the_day_says_so() -> None:
    assert only("620 € HT par jour", TermeType.MONTANT).unite == "euro par jour"
    assert only("620 €/j", TermeType.MONTANT).unite == "euro par jour"
    assert only("620 € par facture", TermeType.MONTANT).unite == "euro"


@pytest.mark.parametrize(
    "written", ["7,5 %", "7,5%", "7,5 pour cent", "sept virgule cinq pour cent (7,5 %)"]
)
def test_a_percentage_is_read(written: str) -> None:
    found = [item for item in quantities(written) if item.kind is TermeType.POURCENTAGE]
    assert found[-1].value == Pourcentage("7.5")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (
            "trente (30) jours à compter de la réception de la facture",
            DelaiPaiement(30, Depart.RECEPTION),
        ),
        ("45 jours fin de mois date de facture", DelaiPaiement(45, Depart.FACTURE, True)),
        ("soixante jours après leur date d’émission", DelaiPaiement(60, Depart.FACTURE)),
        ("payables à réception de la facture", DelaiPaiement(0, Depart.RECEPTION)),
        ("payable au comptant", DelaiPaiement(0)),
    ],
)
def test_a_payment_term_has_its_starting_event(written: str, value: DelaiPaiement) -> None:
    assert only(written, TermeType.DELAI_PAIEMENT).value == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("trois (3) fois le taux d’intérêt légal", TauxPenalites("taux_legal", Decimal(3))),
        ("une fois et demie le taux légal", TauxPenalites("taux_legal", Decimal("1.5"))),
        ("le triple du taux de l’intérêt légal", TauxPenalites("taux_legal", Decimal(3))),
        ("au taux légal multiplié par trois", TauxPenalites("taux_legal", Decimal(3))),
        ("au taux d’intérêt légal", TauxPenalites("taux_legal", Decimal(1))),
        ("le taux de la BCE majoré de dix points", TauxPenalites("bce", points=Decimal(10))),
        (
            "le taux de refinancement de la Banque centrale européenne, majoré de 10 %",
            TauxPenalites("bce", points=Decimal(10)),
        ),
        ("au taux de 1,5 % par mois", TauxPenalites("fixe", taux=Decimal(18))),
    ],
)
def test_a_late_payment_rate_is_composed(written: str, value: TauxPenalites) -> None:
    assert only(written, TermeType.TAUX_PENALITES).value == value


# --- what is no value


@pytest.mark.parametrize(
    "text",
    [
        "l’article L. 1254-15 du Code du travail",
        "conformément à l’article 5",
        "l’annexe 2 et le lot 3",
        "ouvert 24/24",
    ],
)
def test_a_reference_is_no_value(text: str) -> None:
    assert not quantities(text)


@given(st.text(max_size=80))
def test_any_text_is_read_and_spans_stay_inside_it(text: str) -> None:
    for item in quantities(text):
        assert 0 <= item.start < item.end <= len(text)


@given(
    st.one_of(
        st.dates(date(1950, 1, 1), date(2099, 12, 31)),
        st.builds(Duree, mois=st.integers(1, 120)),
        st.builds(Duree, jours=st.integers(1, 400), decompte=st.sampled_from(Decompte)),
        st.builds(Duree, heures=st.integers(1, 99)),
        st.decimals(0, 10**7, places=2).map(Montant),
        st.decimals(0, 100, places=1).map(Pourcentage),
    )
)
def test_what_drafting_writes_reads_back(value: Valeur) -> None:
    for written in (en_francais(value), avec_lettres(value)):
        assert value in [item.value for item in quantities(written)]
