"""The passages that rules of drafting point at, each kind in contracts of a few lines."""

from __future__ import annotations

import pytest

from clauselint.checking.passages import FINDERS, Passage, find_passages
from clauselint.checking.views import MissingDatum
from clauselint.library import load_library
from clauselint.library.expression_names import PASSAGES
from clauselint.model import Document, DocumentType
from clauselint.reading.notation import text_from_notation
from clauselint.reading.understanding import understand

PARTIES = """
= CONTRAT DE PRESTATION DE PORTAGE SALARIAL
Entre
Amble Portage, SAS, RCS Metz, représentée par Mme Roche, ci-après « l’Entreprise de portage »,
Et
La société Corvin, SARL, RCS Metz 552 081 317, ci-après « le Client »,
"""
ARTICLES = """
# Article 1 – Objet
Une mission de conseil.
# Article 2 – Prix
2.1 Le prix est ferme.
2.2 Les frais sont compris.
# Article 3 – Durée
Six mois.
"""


def contract(source: str, kind: DocumentType = DocumentType.PRESTATION) -> Document:
    return understand(text_from_notation(source), load_library(()), forced_type=kind)


def found(nom: str, source: str, kind: DocumentType = DocumentType.PRESTATION) -> list[Passage]:
    return list(find_passages(contract(source, kind), nom))


def details(nom: str, source: str) -> list[str]:
    return [passage.detail for passage in found(nom, source)]


def test_every_name_that_a_rule_may_ask_for_has_its_finder() -> None:
    assert frozenset(FINDERS) == PASSAGES


@pytest.mark.parametrize(
    "blank",
    [
        "[à compléter]",
        "[●]",
        "[ ]",
        "[NOM DU CLIENT]",
        "[150] €",
        "{{ client.nom }}",
        "${prix}",
        "{adresse}",
        "<<montant>>",
        "< NOMBRE >",
        "«Nom_client»",
        "............",
        "…………",
        "________",
        "XXX",
        "XX/XX/XXXX",
        "XXXNOMXXX",
        "X %",
        "(à préciser)",
        "(préciser le lieu)",
        ":company_name:",
        "~prenom~",
        "???",
        "Choisissez un élément.",
        "Click or tap here to enter text.",
    ],
)
def test_a_blank_left_in_an_undertaking_is_found(blank: str) -> None:
    assert len(found("champs_vides", f"# Prix\nLe client verse {blank} chaque mois.")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "« La rupture […] est libre »",
        "le texte [sic] du devis",
        "la note [2] du rapport",
        "l’article XX et l’article XXI",
        "au XXe siècle",
        "P = P0 x (X / X0), X étant l’indice",
        "3 X 5 jours",
        "ecrire a <aide@exemple.fr>",
        "une fiche à compléter par le consultant",
        "le reste à définir ensemble",
        "son identité (nom, prénom, date de naissance)",
        "le « Client »",
        "etc...",
        "☐ oui ☒ non",
    ],
)
def test_what_only_looks_like_a_blank_is_none(words: str) -> None:
    assert found("champs_vides", f"# Prix\nLe contrat cite {words} pour mémoire.") == []


def test_a_roman_heading_is_no_blank() -> None:
    assert found("champs_vides", "# XX – RUPTURE\nChacun peut rompre.") == []


def test_blanks_to_fill_by_hand_when_one_signs_are_left_alone() -> None:
    assert found("champs_vides", f"{ARTICLES}\nFait à ………, le __/__/____") == []


def test_all_blanks_make_one_passage_that_counts_them() -> None:
    (passage,) = found("champs_vides", "# Prix\nDe [montant] à XXXX.\n# Lieu\nÀ ………… ou [ville].")
    assert passage.nombre == 4
    assert passage.texte == "« [montant] », « XXXX », « ………… »…"
    assert passage.place.article == "Prix"


@pytest.mark.parametrize(
    ("words", "detail"),
    [
        ("soixante (30) jours", "60 ≠ 30"),
        ("6 (sept) mois", "7 ≠ 6"),
        ("mille euros (1 100,00 €)", "1000 ≠ 1100"),
        ("vingt pour cent (25 %)", "20 ≠ 25"),
        ("deux (3) exemplaires", "2 ≠ 3"),
    ],
)
def test_words_and_figures_that_disagree_are_found(words: str, detail: str) -> None:
    shown = details("nombres_discordants", f"# Prix\nLe client a {words}.")
    assert [text.replace("\u202f", "").replace(",00", "") for text in shown] == [detail]


@pytest.mark.parametrize(
    "words",
    [
        "soixante (60) jours",
        "une année (12 mois)",
        "sept virgule cinq pour cent (7,5 %)",
        "deux jours et demi (2,5)",
        "cent mille euros (100 k€)",
        "mille deux cents euros et cinquante centimes (1 200,50 €)",
        "quatre-vingt-seize (96) heures",
        "la phase deux (3 lots)",
    ],
)
def test_words_and_figures_that_agree_are_not(words: str) -> None:
    assert found("nombres_discordants", f"# Prix\nLe client a {words}.") == []


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("l’article 14", "14"),
        ("l’art. 14 ci-dessous", "14"),
        ("l’article 2.5 du présent contrat", "2.5"),
        ("les articles 1 et 12", "12"),
        ("l’article 9 alinéa 2 du contrat", "9"),
        ("l’article 14 et l’article L. 1254-2 du code du travail", "14"),
    ],
)
def test_a_reference_to_an_article_that_is_not_there_is_found(words: str, number: str) -> None:
    assert details("renvois_casses", f"{ARTICLES}Voir {words}.") == [number]


@pytest.mark.parametrize(
    "words",
    [
        "l’article 2",
        "l’article 2.2 ci-dessus",
        "les articles 1 à 3",
        "l’article 1231-5 du code civil",
        "l’article L. 1254-2 du code du travail",
        "l’article 28 du RGPD",
        "le RGPD, article 28",
        "l’article 21.3 de la convention collective",
        "la convention collective, en son article 21",
        "l’article 48 du contrat de travail",
        "l’article 48 du contrat-cadre",
        "l’article 7 des conditions générales d’achat",
        "la loi du 6 janvier 1978 et son article 82",
    ],
)
def test_a_reference_that_leads_somewhere_is_left_alone(words: str) -> None:
    assert found("renvois_casses", f"{ARTICLES}Voir {words}.") == []


def test_an_amendment_cites_the_articles_of_its_contract() -> None:
    assert found("renvois_casses", f"{ARTICLES}Voir l’article 14.", DocumentType.AVENANT) == []


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("La liste figure à l’annexe 2.", ["2"]),
        ("Voir les annexes A à C.", ["2, 3"]),
        ("Voir l’annexe 1 et l’annexe n° 3.", ["3"]),
        ("Voir l’annexe 1, d’une part, et le devis.", []),
        ("Le barème est celui de l’annexe 3 de la convention collective.", []),
        ("L’annexe 2 est remise séparément.", []),
        ("Les reçus sont joints en annexe de la facture.", []),
    ],
)
def test_an_annex_must_be_attached(words: str, numbers: list[str]) -> None:
    assert details("annexes_absentes", f"# Objet\n{words}\n# Annexe 1 – Lots\nUn.") == numbers


def test_an_annex_without_number_is_missed_only_where_there_is_none() -> None:
    cited = "# Objet\nLe programme est joint en annexe au présent contrat."
    assert len(found("annexes_absentes", cited)) == 1
    assert found("annexes_absentes", f"{cited}\n# Annexe – Programme\nUn.") == []


@pytest.mark.parametrize(
    ("numbers", "faults"),
    [
        ((1, 2, 4), [(1, "3")]),
        ((1, 2, 5, 6), [(1, "3–4")]),
        ((1, 2, 2, 3), [(2, "2")]),
        (("premier", 2, 3), []),
        ((1, 2, "2 bis", 3), []),
        ((1, 2, 7, 3, 4), []),
    ],
)
def test_numbers_of_articles_follow(
    numbers: tuple[object, ...], faults: list[tuple[int, str]]
) -> None:
    source = "\n".join(f"# Article {n} – Point\nLe client accepte." for n in numbers)
    shown = [(one.nombre, one.detail) for one in found("numeros_fautifs", source)]
    assert shown == faults


@pytest.mark.parametrize(
    ("source", "counts"),
    [
        ("« Banc d’essai » désigne un serveur.\n# Objet\nUne étude.", [1]),
        ("« Rapport » désigne la note.\n« Rapport » désigne le bilan.\n# Objet\nUn Rapport.", [2]),
        ("« Rapport » désigne la note.\n# Objet\nLes Rapports sont remis.", []),
        ("| « Rapport » | la note |\n# Objet\nUne étude.", [1]),
        ("Le client lit la revue « Ponts ».\n# Objet\nUne étude.", []),
        ("La note (ci-après le « Rapport ») est courte. Le Rapport est remis.", []),
    ],
)
def test_a_defined_term_serves_and_is_defined_once(source: str, counts: list[int]) -> None:
    shown = found("definitions_fautives", f"# Définitions\n{source}")
    assert [passage.nombre for passage in shown] == counts


@pytest.mark.parametrize(
    ("names", "doubled"),
    [
        ("« le Client » ou « le Commanditaire »", True),
        ("« le Client » / « la Société »", True),
        ("« le Client » ou « le Client final »", False),
        ("« l’Entreprise de portage » ou « EP »", False),
        ("« la Salariée » ou « le Salarié »", False),
        ("« la Partie » ou, ensemble, « les Parties »", False),
        ("« le Client »", False),
    ],
)
def test_a_party_has_one_name(names: str, *, doubled: bool) -> None:
    shown = found("appellations_doubles", f"Entre\nLa société Corvin, ci-après {names},\n# Objet")
    assert bool(shown) is doubled


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("La société Brume ouvrira un compte.", ["« Brume »"]),
        ("Le référent est connu. La société Brume désignera un tiers.", ["« Brume »"]),
        ("La société Brume (ci-après « le Relais ») ouvrira un compte.", []),
        ("Les badges sont rendus à Mme Sabine Duval.", ["« Sabine Duval »"]),
        ("Sur instruction de la société Brume, le consultant part.", ["« Brume »"]),
        ("Mme Sabine Duval, responsable des achats, suit la mission.", []),
        ("Les risques sont assurés par la société Brume.", []),
        ("Le médiateur est M. Paul Noir. M. Noir écoute.", []),
        ("La société Corvin ouvrira un compte à Mme Roche.", []),
        ("La société mère du client et la Société cliente.", []),
    ],
)
def test_a_name_is_that_of_a_party_or_is_introduced(words: str, names: list[str]) -> None:
    source = f"{PARTIES}# Article 1 – Accès\n{words}"
    assert [passage.texte for passage in found("residus", source)] == names


@pytest.mark.parametrize(
    ("words", "vague"),
    [
        ("Le client répond dans les meilleurs délais.", True),
        ("Le client répond sous un délai raisonnable.", True),
        ("Le client répond aussitôt que possible.", True),
        ("Le client répond dans les meilleurs délais, et au plus tard le 5 mai.", False),
        ("Le client répond dans les meilleurs délais, sous trois jours.", False),
        ("Le client répond sous trois jours.", False),
        ("Le client fait une demande déraisonnable.", False),
    ],
)
def test_an_undertaking_is_measured(words: str, *, vague: bool) -> None:
    assert bool(found("termes_flous", f"# Réponse\n{words}")) is vague


def test_each_party_that_signs_has_its_block() -> None:
    signed = f"{PARTIES}{ARTICLES}Fait à Metz, le 4 mai 2026.\nPour l’Entreprise de portage\n"
    (passage,) = found("signatures_manquantes", signed)
    assert passage.texte == "Corvin"
    assert found("signatures_manquantes", f"{signed}Pour le Client\n") == []


def test_a_contract_without_any_block_lacks_all_of_them() -> None:
    (passage,) = found("signatures_manquantes", f"{PARTIES}{ARTICLES}")
    assert (passage.texte, passage.nombre) == ("Amble Portage, Corvin", 2)


def test_who_must_sign_is_unknown_where_the_parties_are() -> None:
    with pytest.raises(MissingDatum, match="parties du contrat"):
        found("signatures_manquantes", ARTICLES)


@pytest.mark.parametrize(
    ("words", "few"),
    [
        ("Fait à Metz en un seul exemplaire original.", True),
        ("Le contrat est établi en 1 exemplaire.", True),
        ("Fait à Metz en deux exemplaires.", False),
        ("Fait en double exemplaire.", False),
        ("Fait en autant d’exemplaires que de parties.", False),
        ("Le rapport est remis en un exemplaire.", False),
        ("Fait en un exemplaire, signé par voie électronique.", False),
    ],
)
def test_there_are_as_many_originals_as_parties(words: str, *, few: bool) -> None:
    assert bool(found("exemplaires_insuffisants", f"# Forme\n{words}")) is few


def test_revisions_and_comments_are_counted() -> None:
    (passage,) = found("revisions", "# Prix\n~ Ferme.\n? Vraiment\n? Oui")
    assert (passage.texte, passage.nombre) == ("1 modification suivie et 2 commentaires", 3)
    assert found("revisions", "# Prix\nFerme.") == []


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("# Prix\nFerme.\n% Descendre à 400 euros", ["« Descendre à 400 euros »"]),
        ("# Prix\nFer\u200bme et définitif.", ["« Fer\u200bme »"]),
        ("# Prix\nPrix \u202eemref.", ["« \u202eemref. »"]),
        ("# Prix\nFerme.\u200b Définitif, co\u00adcontractant.", []),
        ("# Prix\nFerme.\n% --", []),
    ],
)
def test_what_word_does_not_show_is_found(source: str, texts: list[str]) -> None:
    assert [passage.texte for passage in found("textes_caches", source)] == texts


@pytest.mark.parametrize(
    ("heading", "empty"),
    [
        ("# Article 2 – Références", True),
        ("# Article 2 – (réservé)", False),
        ("# Article 2 – Références\nSans objet.", False),
        ("# Article 2 – Références\n## 2.1 Presse\nLibre.", False),
        ("# Article 2 – Références. Elles sont libres.", False),
    ],
)
def test_an_article_has_a_text(heading: str, *, empty: bool) -> None:
    source = f"# Article 1 – Objet\nUne étude.\n{heading}\n# Article 3 – Durée\nSix mois."
    assert bool(found("articles_vides", source)) is empty
