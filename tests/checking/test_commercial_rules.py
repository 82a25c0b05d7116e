"""The rules on payment, price and indexation, in wordings that their examples do not have."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauselint.checking import check_document
from clauselint.checking.currencies import stated_currencies
from clauselint.checking.index_base import base_of_index
from clauselint.checking.prices import price_gaps
from clauselint.checking.views import TermView, Unknown
from clauselint.library import Library
from clauselint.model import Document, DocumentType, Montant
from clauselint.reading.notation import text_from_notation
from clauselint.reading.understanding import understand

DAY = date(2026, 2, 2)
FAMILIES = frozenset({"paiement", "prix", "indexation"})

DEFECTS = [
    (
        "paiement/delai",
        "# Règlement\n"
        "Le Client dispose de quatre-vingt-dix jours, à compter de la date de la "
        "facture, pour en acquitter le montant.",
    ),
    (
        "paiement/delai",
        "# Règlement\nPaiement : 60 jours fin de mois.",
    ),
    (
        "paiement/delai",
        "# Paiement\nNos honoraires sont réglés à 70 jours date de facture.",
    ),
    (
        "paiement/delai",
        "# Conditions\n| Règlement | virement à 60 jours fin de mois |",
    ),
    (
        "paiement/delai",
        "# Paiement\n"
        "Les sommes facturées sont exigibles à l’expiration d’un délai de "
        "soixante-quinze jours suivant l’émission de la facture.",
    ),
    (
        "paiement/point-de-depart",
        "# Paiement\n"
        "Les factures sont payables à trente jours à compter de la date à laquelle le "
        "service achats les a validées.",
    ),
    (
        "paiement/point-de-depart",
        "# Paiement\n"
        "Le règlement n’intervient qu’après validation du compte rendu d’activité par "
        "le responsable du projet.",
    ),
    (
        "paiement/point-de-depart",
        "# Paiement\n"
        "Le paiement est conditionné à l’acceptation expresse de la facture par le "
        "Client.",
    ),
    (
        "paiement/point-de-depart",
        "# Paiement\n"
        "Le Client paie le Prestataire dans les quinze jours du paiement reçu de son "
        "propre client.",
    ),
    (
        "paiement/point-de-depart",
        "# Paiement\n"
        "Le délai de trente jours ne commence à courir qu’au jour où le Client a "
        "approuvé la facture.",
    ),
    (
        "paiement/point-de-depart",
        "# Paiement\nLes factures sont réglées à 45 jours suivant leur bon à payer.",
    ),
    (
        "paiement/point-de-depart",
        "# Paiement\n"
        "Le paiement du prix n’est dû qu’une fois que le donneur d’ordre final aura "
        "réglé le Client.",
    ),
    (
        "paiement/point-de-depart",
        "# Paiement\n"
        "Les factures sont payables 30 jours après signature du procès-verbal de "
        "recette.",
    ),
    (
        "paiement/delai-absent",
        "# Paiement\nLe prix est payé par virement bancaire sur présentation de facture.",
    ),
    (
        "paiement/delai-absent",
        "# Facturation\n"
        "Les factures sont adressées chaque mois au service comptable du Client, qui "
        "les règle par virement.",
    ),
    (
        "paiement/penalites-absentes",
        "# Paiement\n"
        "Les factures sont payables à 30 jours date de facture. En cas de retard, une "
        "indemnité de 40 € est due.",
    ),
    (
        "paiement/taux-penalites",
        "# Retard\nEn cas de retard de paiement, des intérêts au taux légal seront dus.",
    ),
    (
        "paiement/taux-penalites",
        "# Retard\n"
        "Tout retard donne lieu à des pénalités calculées sur la base du double du "
        "taux de l’intérêt légal.",
    ),
    (
        "paiement/taux-penalites",
        "# Retard\nLe taux des pénalités de retard est de 5 % l’an.",
    ),
    (
        "paiement/taux-penalites",
        "# Retard\nPénalités de retard : taux légal majoré de deux points.",
    ),
    (
        "paiement/taux-penalites",
        "# Conditions\n| Pénalités de retard | 1,5 fois le taux d’intérêt légal |",
    ),
    (
        "paiement/taux-excessif",
        "# Retard\nTout retard emporte de plein droit une pénalité de 10 % par mois de retard.",
    ),
    (
        "paiement/taux-excessif",
        "# Retard\nTout retard de paiement donne lieu à un intérêt de 2 % par semaine.",
    ),
    (
        "paiement/taux-excessif",
        "# Retard\nLe taux des intérêts de retard est fixé à 45 % l’an.",
    ),
    (
        "paiement/rappel-prealable",
        "# Retard\n"
        "À défaut de paiement dans les huit jours d’une mise en demeure, des pénalités "
        "au taux de trois fois l’intérêt légal sont dues.",
    ),
    (
        "paiement/rappel-prealable",
        "# Retard\n"
        "Les pénalités de retard courent à compter de la réception d’une lettre de "
        "relance.",
    ),
    (
        "paiement/rappel-prealable",
        "# Retard\n"
        "Les pénalités, au triple du taux légal, sont exigibles quinze jours après "
        "l’envoi d’un rappel.",
    ),
    (
        "paiement/rappel-prealable",
        "# Retard\n"
        "Toute somme impayée produira, après mise en demeure préalable, intérêt à "
        "trois fois le taux légal.",
    ),
    (
        "paiement/rappel-prealable",
        "# Retard\n"
        "Le Prestataire ne pourra réclamer de pénalités de retard qu’après avoir mis "
        "le Client en demeure de payer.",
    ),
    (
        "paiement/rappel-prealable",
        "# Retard\n"
        "L’application des pénalités de retard suppose l’envoi préalable d’une mise en "
        "demeure.",
    ),
    (
        "paiement/indemnite-recouvrement",
        "# Retard\nUne indemnité forfaitaire de recouvrement de 20 euros est due.",
    ),
    (
        "paiement/indemnite-recouvrement",
        "# Retard\nLes pénalités sont exclusives de toute indemnité de recouvrement.",
    ),
    (
        "prix/taxe",
        "# Prix\nTJM : 600 euros.",
    ),
    (
        "prix/taxe",
        "# Conditions\n| Prix d’une journée | 600 € |\n| Nombre de jours | 50 |",
    ),
    (
        "prix/devises",
        "# Prix\n"
        "Le prix est de 500 € HT par jour.\n"
        "# Frais\n"
        "Les vols sont facturés, pour 2 500 USD au plus.",
    ),
    (
        "prix/devises",
        "# Prix\nLe prix est de 500 € HT par jour. La prime est de mille (1 000) livres sterling.",
    ),
    (
        "prix/arithmetique",
        "# Prix\nPour 50 jours à 610 € HT par jour, le prix total est de 31 500 € HT.",
    ),
    (
        "prix/arithmetique",
        "# Prix\n"
        "| Désignation | Montant |\n"
        "| Lot 1 – étude | 4 000 € |\n"
        "| Lot 2 – réalisation | 7 500 € |\n"
        "| Lot 3 – formation | 1 500 € |\n"
        "| Prix total HT | 14 000 € |",
    ),
    (
        "prix/arithmetique",
        "# Prix\n| Total HT | 10 000 € |\n| TVA 20 % | 2 000 € |\n| Total TTC | 12 500 € |",
    ),
    (
        "prix/arithmetique",
        "# Prix\n"
        "| Profil | Jours | Prix par jour | Montant |\n"
        "| Expert | 10 | 800 € | 8 000 € |\n"
        "| Junior | 20 | 400 € | 9 000 € |\n"
        "| Total HT | | | 17 000 € |",
    ),
    (
        "prix/arithmetique",
        "# Prix\n"
        "| Profil | Jours | Prix par jour | Montant HT |\n"
        "| Expert | 10 | 800 € | 8 000 € |\n"
        "| Junior | 20 | 400 € | 8 000 € |\n"
        "| Total HT | 30 | | 17 000 € |",
    ),
    (
        "indexation/indice-absent",
        "# Révision\nLe prix est actualisé chaque année selon l’indice publié.",
    ),
    (
        "indexation/indice-interdit",
        "# Indexation\n"
        "Les honoraires sont indexés sur l’évolution du salaire minimum "
        "interprofessionnel de croissance.",
    ),
    (
        "indexation/indice-interdit",
        "# Révision\n"
        "Le taux journalier sera augmenté chaque année du pourcentage d’augmentation "
        "du coût de la vie.",
    ),
    (
        "indexation/indice-interdit",
        "# Révision\n"
        "Le prix varie chaque année comme l’indice des prix à la consommation hors "
        "tabac.",
    ),
    (
        "indexation/indice-interdit",
        "# Indexation\nLe prix est révisé annuellement en fonction de l’ILAT publié par l’Insee.",
    ),
    (
        "indexation/indice-interdit",
        "# Indexation\nLe prix de la prestation suit le plafond de la sécurité sociale.",
    ),
    (
        "indexation/indice-interdit",
        "# Indexation\nChaque année, le TJM est relevé du taux d’inflation.",
    ),
    (
        "indexation/formule",
        "# Indexation\n"
        "Le prix est révisé chaque 1er janvier suivant l’évolution de l’indice Syntec.",
    ),
    (
        "indexation/periode",
        "# Indexation\n"
        "Tous les six mois, le prix varie comme l’indice Syntec des douze derniers "
        "mois.",
    ),
    (
        "indexation/periode",
        "# Indexation\n"
        "Le prix est révisé chaque année selon la formule P = P0 × S/S0, S0 étant "
        "l’indice Syntec de juin 2021.",
    ),
    (
        "indexation/serie-arretee",
        "# Indexation\n"
        "Le prix est révisé chaque année selon la formule P = P0 × S/S0, S0 étant "
        "l’indice Syntec de juin 2021.",
    ),
    (
        "indexation/serie-arretee",
        "# Indexation\nLe prix est révisé selon l’indice ICHT-TS1.",
    ),
    (
        "indexation/serie-arretee",
        "# Indexation\n"
        "| Indice | Syntec |\n"
        "| Valeur de base | 274,9 (janvier 2020) |\n"
        "| Révision | le prix est indexé chaque année |",
    ),
    (
        "indexation/sens-unique",
        "# Indexation\n"
        "Le prix est indexé sur l’indice Syntec. En cas de baisse de l’indice, le prix "
        "reste inchangé.",
    ),
    (
        "indexation/sens-unique",
        "# Indexation\n"
        "Le prix est indexé sur l’indice Syntec. La révision ne peut conduire à une "
        "diminution du prix.",
    ),
    (
        "indexation/sens-unique",
        "# Indexation\nLe prix est indexé sur l’indice Syntec, à la hausse seulement.",
    ),
    (
        "indexation/sens-unique",
        "# Indexation\n"
        "Le prix est indexé sur l’indice Syntec. Le prix révisé ne saurait être "
        "inférieur au prix d’origine.",
    ),
    (
        "indexation/sens-unique",
        "# Indexation\n"
        "Le prix est indexé sur l’indice Syntec ; seule une hausse de l’indice est "
        "prise en compte.",
    ),
    (
        "indexation/sens-unique",
        "# Indexation\n"
        "Le prix est indexé sur l’indice Syntec. Le prix initial constitue un prix "
        "plancher.",
    ),
]

LAWFUL = [
    (
        "paiement/",
        "# Prix\n"
        "Le prix est de 500 € HT par jour.\n"
        "# Paiement\n"
        "Les factures sont payables à 30 jours date de facture. Tout retard donne "
        "lieu, de plein droit et sans mise en demeure, à des pénalités égales à trois "
        "fois le taux légal, ainsi qu’à une indemnité forfaitaire de 40 € pour frais "
        "de recouvrement. Faute de paiement huit jours après une mise en demeure, le "
        "Prestataire peut suspendre ses prestations.",
    ),
    (
        "paiement/",
        "# Paiement\n"
        "Le Client règle les factures sous quarante-cinq jours de leur date. Les "
        "sommes en retard portent intérêt au taux de la BCE majoré de 10 points sans "
        "qu’un rappel soit nécessaire et donnent lieu à l’indemnité de quarante euros.",
    ),
    (
        "paiement/",
        "# Facturation\n"
        "Le Prestataire établit sa facture après validation du compte rendu d’activité "
        "par le Client, réputée acquise sous trois jours. Le paiement intervient à "
        "trente jours de la date d’émission.\n"
        "# Retard\n"
        "Pénalités : 3 fois le taux d’intérêt légal ; indemnité de recouvrement : 40 "
        "€. Aucun rappel n’est nécessaire.",
    ),
    (
        "paiement/",
        "# Facturation\n"
        "Chaque facture est émise après la recette du lot correspondant et payable à "
        "soixante jours date de facture. Pénalités de retard : 15 % l’an, exigibles "
        "sans rappel ; indemnité forfaitaire de recouvrement : 40 euros.",
    ),
    (
        "paiement/",
        "# Paiement\n"
        "| Délai de règlement | 45 jours fin de mois, date de facture |\n"
        "| Pénalités de retard | BCE + 10 points |\n"
        "| Indemnité de recouvrement | 40 € |",
    ),
    (
        "paiement/",
        "# Paiement\n"
        "Un acompte de 30 % est payable à la commande, le solde après la recette, à "
        "trente jours date de facture. Les pénalités sont de 1 % par mois, sans "
        "rappel. Une indemnité de recouvrement de 40 € s’ajoute.\n"
        "# Résiliation\n"
        "Le contrat est résilié quinze jours après une mise en demeure restée "
        "infructueuse, sans préjudice des pénalités.",
    ),
    (
        "paiement/",
        "# Paiement\n"
        "Les factures sont payables à 30 jours de leur émission, le paiement par le "
        "client final étant indifférent. Les pénalités sont de trois fois le taux "
        "légal, dues sans rappel ; indemnité de 40 € pour frais de recouvrement.\n"
        "# Recette\n"
        "Le livrable est accepté après validation par le client final dans les quinze "
        "jours.",
    ),
    (
        "prix/",
        "# Prix\nPour 50 jours à 610 € HT par jour, le prix total est de 30 500 € HT.",
    ),
    (
        "prix/",
        "# Prix\n"
        "Le prix est de 610 € par jour HT, soit 12 200 € par mois pour vingt jours. La "
        "mission compte 100 jours et coûte 61 000 € HT au total.",
    ),
    (
        "prix/",
        "# Prix\n"
        "Le prix est de 600 € HT par jour. Le volume est estimé à 40 jours. Avec 1 000 "
        "€ de frais, le prix total est de 25 000 € HT.",
    ),
    (
        "prix/",
        "# Prix\n"
        "| Désignation | Montant |\n"
        "| Lot 1 | 4 000 € |\n"
        "| Lot 2 | 7 500 € |\n"
        "| Total HT | 11 500 € |\n"
        "| TVA 20 % | 2 300 € |\n"
        "| Total TTC | 13 800 € |",
    ),
    (
        "prix/",
        "# Prix\n"
        "| Profil | Jours | Prix par jour | Montant HT |\n"
        "| Expert | 10 | 800 € | 8 000 € |\n"
        "| Junior | 20 | 400 € | 8 000 € |\n"
        "| Total HT | 30 | | 16 000 € |",
    ),
    (
        "prix/",
        "# Prix\n"
        "Décomposition du prix :\n"
        "| Prix de la prestation hors taxes | 10 000,00 € |\n"
        "| Frais de gestion (5 %) | 500,00 € |\n"
        "| Cotisations patronales | 2 800,00 € |\n"
        "| Total brut versé | 6 700,00 € |",
    ),
    (
        "prix/",
        "# Prix\n"
        "Le tarif est de 550 € par jour. La taxe sur la valeur ajoutée est facturée en "
        "sus.",
    ),
    (
        "prix/",
        "# Prix\n"
        "Forfait de 8 000 € HT pour la phase 1 (16 jours) et de 6 000 € HT pour la "
        "phase 2 (12 jours), soit un total de 14 000 € HT. Le TJM est de 500 € HT.",
    ),
    (
        "prix/",
        "# Prix\n"
        "Le prix est de 500 € HT par jour dans la limite de 100 jours et d’un budget "
        "de 48 000 € HT.",
    ),
    (
        "indexation/",
        "# Indexation\n"
        "Le prix est révisé chaque année, à la hausse comme à la baisse, selon la "
        "formule P1 = P0 × (S1/S0), S0 étant l’indice Syntec révisé publié à la "
        "signature et S1 le dernier indice publié à la date anniversaire. Le SMIC ni "
        "l’inflation ne sont pris en compte.",
    ),
    (
        "indexation/",
        "# Indexation\n"
        "À chaque anniversaire, le prix est multiplié par le rapport entre le dernier "
        "indice ICHTrev-TS publié et celui de la signature, indice de base, la "
        "variation pouvant être positive ou négative.",
    ),
    (
        "indexation/",
        "# Prix\nLe prix est ferme ; il ne suit ni le SMIC ni l’inflation et ne peut diminuer.",
    ),
    (
        "indexation/",
        "# Révision\n"
        "Les parties se rencontrent chaque année pour réexaminer le prix en tenant "
        "compte de l’inflation.",
    ),
]


def document(source: str, library: Library) -> Document:
    return understand(
        text_from_notation(source), library, forced_type=DocumentType.PRESTATION, day=DAY
    )


def found(source: str, library: Library) -> set[str]:
    rules = tuple(rule for rule in library.rules if rule.famille in FAMILIES)
    results, failures = check_document(document(source, library), rules)
    assert failures == ()
    return {result.rule.id for result in results if result.findings}


def gaps(source: str, library: Library) -> list[tuple[Decimal, Decimal]]:
    read = document(source, library)
    names = ("tjm", "nombre_jours", "prix_total")
    tjm, jours, total = (
        TermView(nom, tuple(term for term in read.termes if term.nom == nom)) for nom in names
    )
    return [(gap.attendu.montant, gap.ecrit.montant) for gap in price_gaps(read, tjm, jours, total)]


@pytest.mark.parametrize(("rule", "source"), DEFECTS)
def test_a_defect_is_found_in_these_words(rule: str, source: str, library: Library) -> None:
    assert rule in found(source, library)


@pytest.mark.parametrize(("family", "source"), LAWFUL)
def test_a_lawful_clause_is_left_alone(family: str, source: str, library: Library) -> None:
    assert {rule for rule in found(source, library) if rule.startswith(family)} == set()


@given(
    tjm=st.integers(100, 2000), jours=st.integers(2, 400), off=st.sampled_from((-500, -1, 1, 90))
)
def test_a_total_is_the_product_of_its_days(
    tjm: int, jours: int, off: int, library: Library
) -> None:
    def contract(total: int) -> str:
        return (
            f"# Prix\nLe prix est de {tjm},50 € HT par jour.\n"
            f"Pour {jours} jours, le prix total est de {total / 2:.2f}".replace(".", ",")
            + " € HT."
        )

    doubled = (2 * tjm + 1) * jours
    assert gaps(contract(doubled), library) == []
    stated = doubled + 2 * off
    if stated > 0:
        assert gaps(contract(stated), library) == [(Decimal(doubled) / 2, Decimal(stated) / 2)]


def test_rounded_lines_may_differ_from_their_total_by_their_rounding(library: Library) -> None:
    table = (
        "# Décomposition du prix\n| Salaire | 100,33 € |\n| Charges | 50,33 € |\n"
        "| Frais de gestion | 10,33 € |\n| Prix total HT | {} € |"
    )
    assert gaps(table.format("161,00"), library) == []
    assert gaps(table.format("161,05"), library) == [(Decimal("160.99"), Decimal("161.05"))]


def test_a_price_broken_down_into_lines_that_make_less_is_shown(library: Library) -> None:
    source = (
        "# Prix\nLe prix total est de 9 000 € HT. Il se décompose ainsi :\n"
        "| Rémunération | 5 000 € |\n| Cotisations | 2 000 € |\n| Frais de gestion | 500 € |"
    )
    assert gaps(source, library) == [(Decimal(7500), Decimal(9000))]


def test_currencies_are_those_of_amounts_and_not_of_words(library: Library) -> None:
    def currencies(words: str) -> list[str]:
        read = document(f"# Prix\n{words}", library)
        return [stated.devise for stated in stated_currencies(read)]

    assert currencies("Le prix est de 500 € et l’outil de 30 $ par mois.") == ["EUR", "USD"]
    assert currencies("Les frais sont de CHF 1 200.") == ["CHF"]
    assert currencies("Le prix est de 500 €, jamais payé en dollars.") == []
    assert currencies("La société au capital de 1 000 USD facture 500 €.") == []


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("L’indice de base est celui de mars 2024.", date(2024, 3, 1)),
        ("S0 est la valeur publiée au titre du mois de juin 2025.", date(2025, 6, 1)),
        ("| Indice de base | 312,4 (10/2024) |", date(2024, 10, 1)),
    ],
)
def test_the_month_of_the_base_value_is_read(words: str, month: date, library: Library) -> None:
    source = f"# Indexation\nLe prix est indexé chaque année sur l’indice Syntec.\n{words}"
    assert base_of_index(document(source, library)) == month


@pytest.mark.parametrize(
    "words",
    [
        "Il est révisé en janvier 2027.",
        "L’indice, de la convention signée en mars 2019, est celui des parties.",
        "L’indice de base est le dernier publié.",
    ],
)
def test_other_months_are_not_that_of_the_base_value(words: str, library: Library) -> None:
    source = f"# Indexation\nLe prix est indexé chaque année sur l’indice Syntec.\n{words}"
    assert isinstance(base_of_index(document(source, library)), Unknown)


def test_a_gap_says_how_it_was_reckoned(library: Library) -> None:
    source = "# Prix\nPour 10 jours à 500 € HT par jour, le prix total est de 5 400 € HT."
    read = document(source, library)
    views = [
        TermView(nom, tuple(term for term in read.termes if term.nom == nom))
        for nom in ("tjm", "nombre_jours", "prix_total")
    ]
    (gap,) = price_gaps(read, *views)
    assert gap.calcul == "10 jours à 500,00\u00a0€\u00a0HT"
    assert gap.attendu == Montant("5000")
