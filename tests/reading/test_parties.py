import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from clauselint.model import Montant, Part, Partie, Role
from clauselint.model.registration import Immatriculation, Inscription
from clauselint.reading.articles import articles
from clauselint.reading.document_type import document_type
from clauselint.reading.notation import text_from_notation
from clauselint.reading.parties import parties


def read(source: str) -> dict[Role, Partie]:
    text = text_from_notation(source)
    cut = articles(text)
    found = parties(text, cut, document_type(text, cut))
    assert len({partie.role for partie in found}) == len(found)
    return {partie.role: partie for partie in found}


def signed(partie: Partie) -> tuple[str | None, str | None, str | None]:
    """Its name, its SIREN and who signs for it."""
    return partie.nom, partie.siren, partie.representant


WORK = (
    """= CONTRAT DE TRAVAIL EN PORTAGE SALARIAL À DURÉE DÉTERMINÉE
ENTRE LES SOUSSIGNES :
La société Goémon Portage, SARL au capital de 120 000 000 €, dont le siège social est sis
4 bis rue du Port, 29200 Brest, immatriculée au RCS de Brest sous le n° 512 345 678, TVA
FR 12 512 345 678, représentée par sa gérante, Mme Anne LE GOFF,
ci-après dénommée « l’Entreprise de portage », d’une part,
ET
M. Jean d’Aubigny, né le 3 mai 1970 à Ajaccio, demeurant 12 cours Napoléon, 20000 Ajaccio,
ci-après « le Salarié porté », d’autre part.
Article 1 – Objet
Le salarié porté réalise une prestation en portage salarial.
Article 2 – Assurance
Le client sait que la société Parapluie, SA, RCS Paris 542 063 797, assure ce risque.
""".replace("\ndont", " dont")
    .replace("\n4 bis", " 4 bis")
    .replace("\nFR", " FR")
)


def test_the_parties_of_a_work_contract_are_read_from_its_presentation() -> None:
    found = read(WORK)
    employer, worker = found[Role.ENTREPRISE_DE_PORTAGE], found[Role.SALARIE_PORTE]
    assert (employer.nom, employer.forme, employer.siren) == (
        "Goémon Portage",
        "SARL",
        "512345678",
    )
    assert employer.adresse == "4 bis rue du Port, 29200 Brest"
    assert (employer.representant, employer.appellation) == (
        "Anne LE GOFF",
        "Entreprise de portage",
    )
    assert (worker.nom, worker.appellation) == ("Jean d’Aubigny", "Salarié porté")
    assert worker.adresse == "12 cours Napoléon, 20000 Ajaccio"
    assert worker.siren is None


@pytest.mark.parametrize(
    "presentation",
    [
        "L’entreprise cliente est la société Varech, SAS, 3 rue Haute, 35000 Rennes, RCS Rennes "
        "404 833 048.",
        "| Client | Varech, SAS, 3 rue Haute, 35000 Rennes, 404 833 048 RCS Rennes |",
        "L’entreprise cliente est décrite ci-dessous :\n| Dénomination | Varech, SAS |\n"
        "| Siège | 3 rue Haute, 35000 Rennes |\n| SIREN | 404 833 048 |",
    ],
)
def test_the_client_of_a_work_contract_is_read_where_it_is_presented(presentation: str) -> None:
    client = read(f"{WORK}Article 3 – Client\n{presentation}")[Role.ENTREPRISE_CLIENTE]
    assert (client.nom, client.siren, client.adresse) == (
        "Varech",
        "404833048",
        "3 rue Haute, 35000 Rennes",
    )


def test_an_insurer_is_no_party() -> None:
    assert Role.ENTREPRISE_CLIENTE not in read(WORK)


def test_the_salarie_porte_of_a_service_contract_is_read_from_its_article() -> None:
    found = read("""= CONTRAT COMMERCIAL DE PORTAGE SALARIAL
Goémon Portage (SAS), RCS Brest 512 345 678, ci-après l’Entreprise de portage,
et la Criée du Ponant, société coopérative, RCS Brest B 404 833 048, ci-après le Client.
1. Objet
Le Client recourt au portage salarial.
2. Intervenant
La prestation est confiée à Madame Inès de La Tour, représentante du métier.
Le Client est représenté sur place par M. Paul Autre.""")
    assert found[Role.SALARIE_PORTE].nom == "Inès de La Tour"
    assert found[Role.ENTREPRISE_CLIENTE].nom == "Criée du Ponant"
    assert found[Role.ENTREPRISE_CLIENTE].siren == "404833048"
    assert found[Role.ENTREPRISE_DE_PORTAGE].siren == "512345678"


def test_a_name_alone_above_its_legal_form_is_the_name_of_the_company() -> None:
    found = read("""= CONTRAT DE PRESTATION DE SERVICES
Entre :
VARECH INDUSTRIES
Société par actions simplifiée au capital de 1 000 000 euros
Siège social : 3 avenue Foch, 69006 Lyon
RCS Lyon 404 833 048
Représentée par Mme Zoé Martin, directrice
Ci-après "le Client"
Et :
Paul Durand, entrepreneur individuel, SIRET 512 345 678 00012
Ci-après "le Prestataire"
Article 1 – Objet
Étude.""")
    client, provider = found[Role.ENTREPRISE_CLIENTE], found[Role.PRESTATAIRE]
    assert signed(client) == ("VARECH INDUSTRIES", "404833048", "Zoé Martin")
    assert (provider.nom, provider.siren, provider.siret) == (
        "Paul Durand",
        "512345678",
        "51234567800012",
    )


def test_parties_side_by_side_in_a_table_keep_their_own_details() -> None:
    found = read("""= CONTRAT DE PRESTATION
| Désignation | Le Client | Le Prestataire |
| Dénomination | Varech SAS | Studio Lune EURL |
| SIREN | 404 833 048 | 512 345 678 |""")
    assert found[Role.ENTREPRISE_CLIENTE].siren == "404833048"
    assert (found[Role.PRESTATAIRE].nom, found[Role.PRESTATAIRE].siren) == (
        "Studio Lune",
        "512345678",
    )


def test_a_block_of_rows_under_each_role_describes_its_party() -> None:
    found = read("""= CDD DE PORTAGE SALARIAL
| ENTREPRISE DE PORTAGE |
| Raison sociale | Goémon Portage |
| Forme juridique | SAS |
| SIRET | 512 345 678 00012 |
| SALARIÉ PORTÉ |
| Nom et prénom | Zoé Martin |
| Adresse | 5 rue des Lilas, 44000 Nantes |
| ENTREPRISE CLIENTE |
| Raison sociale | Varech |
| SIREN | 404 833 048 |
# 1. Objet
Le contrat de portage salarial.""")
    employer, worker = found[Role.ENTREPRISE_DE_PORTAGE], found[Role.SALARIE_PORTE]
    assert (employer.nom, employer.forme, employer.siren) == ("Goémon Portage", "SAS", "512345678")
    assert (worker.nom, worker.adresse) == ("Zoé Martin", "5 rue des Lilas, 44000 Nantes")
    assert found[Role.ENTREPRISE_CLIENTE].siren == "404833048"


def test_names_without_legal_form_or_civility_are_read() -> None:
    found = read("""= CONTRAT DE TRAVAIL EN PORTAGE SALARIAL À DURÉE DÉTERMINÉE
Entre la SAS « Goémon Portage », RCS Brest 512 345 678, représentée par sa gérante Léa Roy,
ET Zoé Martin, née le 3 mai 1980, ci-après « le Salarié ».
# Article 1 – Mission
Le salarié est envoyé à la société VARECH (SIREN 404 833 048), ci-après « le Client ».""")
    assert found[Role.ENTREPRISE_DE_PORTAGE].nom == "Goémon Portage"
    assert found[Role.ENTREPRISE_DE_PORTAGE].representant == "Léa Roy"
    assert found[Role.SALARIE_PORTE].nom == "Zoé Martin"
    assert found[Role.ENTREPRISE_CLIENTE].nom == "VARECH"


def test_an_authority_without_legal_form_is_read_by_its_register() -> None:
    found = read("""= CONTRAT DE PRESTATION DE SERVICES
ENTRE LES SOUSSIGNÉS :
- Studio Lune, EURL, RCS Brest 512 345 678, ci-après « le Prestataire »
- La Mairie de Brest, sise 2 rue Haute, 29200 Brest, SIRET 404 833 048 00022, ci-après « le Client »
Article 1 – Objet
Étude.""")
    assert found[Role.ENTREPRISE_CLIENTE].nom == "Mairie de Brest"
    assert found[Role.ENTREPRISE_CLIENTE].siren == "404833048"


def test_the_worker_of_a_service_contract_may_have_no_civility() -> None:
    found = read("""= CONTRAT DE PRESTATION DE PORTAGE SALARIAL
Entre l’entreprise de portage : Goémon Portage, SAS, RCS Brest 512 345 678,
et l’entreprise cliente : Varech, SAS, RCS Lyon 404 833 048.
Article 1 – Objet
1.1 Intervenante : Zoé Martin, consultante.""")
    assert found[Role.SALARIE_PORTE].nom == "Zoé Martin"
    assert found[Role.ENTREPRISE_CLIENTE].nom == "Varech"


def test_two_parties_in_one_sentence_are_told_apart() -> None:
    found = read(
        """= CONTRAT DE PRESTATION
Entre Varech, SAS, RCS Lyon 404 833 048, représentée par M. Luc Petit (« le Client »), et Mme Zoé
Autre, entrepreneuse individuelle, SIREN 512 345 678 (« la Prestataire »).
Article 1 – Objet
Étude.""".replace("Zoé\n", "Zoé ")
    )
    assert found[Role.ENTREPRISE_CLIENTE].representant == "Luc Petit"
    assert (found[Role.PRESTATAIRE].nom, found[Role.PRESTATAIRE].siren) == (
        "Zoé Autre",
        "512345678",
    )


def test_outside_portage_the_parties_are_employer_and_employee() -> None:
    found = read("""= CONTRAT DE TRAVAIL À DURÉE INDÉTERMINÉE
Entre Varech, SAS, RCS Lyon 404 833 048, et M. Luc Petit, demeurant à Lyon, « le salarié ».
Article 1 – Engagement
Il est engagé.""")
    assert found[Role.EMPLOYEUR].nom == "Varech"
    assert found[Role.SALARIE].nom == "Luc Petit"


def test_the_place_of_a_party_is_its_name() -> None:
    source = "= ACCORD DE CONFIDENTIALITÉ\nEntre Varech, SAS (SIREN 404 833 048) et Lune, SARL."
    text = text_from_notation(source)
    cut = articles(text)
    for partie in parties(text, cut, document_type(text, cut)):
        paragraph = text.paragraphs[partie.place.paragraph]
        assert paragraph.text[partie.place.start : partie.place.end] == partie.nom


PIECES = st.sampled_from(
    [
        "= CONTRAT DE PRESTATION", "Entre :", "et", "Varech, SAS, RCS Lyon 404 833 048", "VARECH",
        "Société anonyme au capital de 10 €", "M. Luc Petit, né le 3 mai 1990", "| Client | Lune |",
        "| Le Client | Le Prestataire |", "| Dénomination | Lune |", "« le Client »", "EMPLOYEUR",
        "représentée par Mme de", "Madame d’Aubigny", "S.A.R.L. Les 3 Pins", "Article 1 – Objet",
        "La mission est confiée à Mme Zoé Autre, salariée portée.", "|", "ci-après le Client",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=12).map("\n".join))
def test_a_party_always_has_a_name_that_stands_at_its_place(source: str) -> None:
    text = text_from_notation(source)
    cut = articles(text)
    body = [paragraph for paragraph in text.paragraphs if paragraph.part is Part.BODY]
    for partie in parties(text, cut, document_type(text, cut)):
        place = partie.place
        assert partie.nom == " ".join(body[place.paragraph].text[place.start : place.end].split())
        assert partie.nom


@pytest.mark.parametrize(
    ("presentation", "nom", "forme"),
    [
        ("VARECH, agence de conseil en mer, SASU, RCS Brest 404 833 048", "VARECH", "SASU"),
        (
            "La société anonyme dénommée « VARECH », RCS Brest 404 833 048",
            "VARECH",
            "société anonyme",
        ),
        (
            "VARECH, société coopérative (SCOP SARL), RCS Brest 404 833 048",
            "VARECH",
            "société coopérative",
        ),
        ("La SAS Varech & Filles\nRCS :\tBREST 404 833 048", "Varech & Filles", "SAS"),
    ],
)
def test_a_company_is_named_before_or_after_its_legal_form(
    presentation: str, nom: str, forme: str
) -> None:
    text = text_from_notation("= CONTRAT DE PRESTATION\nEntre :\nX\n# Article 1 – Objet\nÉtude.")
    shown = replace(
        text,
        paragraphs=tuple(
            replace(one, text=presentation) if one.text == "X" else one for one in text.paragraphs
        ),
    )
    cut = articles(shown)
    found = parties(shown, cut, document_type(shown, cut))
    assert [(one.nom, one.forme, one.siren) for one in found] == [(nom, forme, "404833048")]


def test_a_company_named_on_the_cover_and_again_is_one_party() -> None:
    found = read("""= CONTRAT DE PRESTATION DE SERVICES
VARECH SA – LUNE EURL
Entre :
(1) VARECH, société anonyme, RCS Brest 404 833 048 (la « Société ») ; et
(2) LUNE, société à responsabilité limitée, RCS Brest 512 345 678 (le « Prestataire »).
Article 1. Objet
Étude.""")
    assert found[Role.ENTREPRISE_CLIENTE].siren == "404833048"
    assert found[Role.PRESTATAIRE].siren == "512345678"


def test_a_row_about_a_party_does_not_name_it() -> None:
    found = read("""= CONTRAT DE TRAVAIL EN PORTAGE SALARIAL À DURÉE DÉTERMINÉE
# CONDITIONS PARTICULIÈRES
| La Société | Goémon Portage, SAS, 3 rue Haute, 35000 Rennes, RCS Rennes 512 345 678 |
| Salariée portée | Mme Zoé Martin, demeurant 5 rue des Lilas, 44000 Nantes |
| Profil de la salariée portée | Architecte navale |
| Entreprise cliente | VARECH, SA, RCS Brest 404 833 048 |
| Tarif convenu avec le client | 500 € HT par jour |""")
    assert found[Role.ENTREPRISE_DE_PORTAGE].siren == "512345678"
    assert found[Role.SALARIE_PORTE].nom == "Zoé Martin"
    assert found[Role.ENTREPRISE_CLIENTE].siren == "404833048"


@pytest.mark.parametrize(
    "presentation",
    [
        "Il intervient pour la société VARECH (SIREN 404 833 048), ci-après « la Bénéficiaire ».",
        "Il intervient chez le client suivant :\nNom : VARECH, SA, SIREN 404 833 048",
        "# Entreprise cliente\nVARECH, SA, SIREN 404 833 048",
    ],
)
def test_the_client_is_read_under_any_of_its_names(presentation: str) -> None:
    client = read(f"{WORK}Article 3 – Mission\n{presentation}")[Role.ENTREPRISE_CLIENTE]
    assert (client.nom, client.siren) == ("VARECH", "404833048")


@pytest.mark.parametrize(
    "presentation",
    [
        "Le travail est fait par Zoé Martin, salariée portée de Goémon.",
        "« Experte » désigne Mme Zoé Martin, salariée portée ; « Livrables » désigne les plans.",
        "# Le salarié porté\nNom : Mme Zoé Martin",
    ],
)
def test_the_salarie_porte_is_read_under_any_presentation(presentation: str) -> None:
    found = read(f"""= CONTRAT DE PRESTATION DE PORTAGE SALARIAL
Entre : Goémon Portage, SAS, RCS Brest 512 345 678, et Varech, SA, RCS Lyon 404 833 048.
# Objet
{presentation}""")
    assert found[Role.SALARIE_PORTE].nom == "Zoé Martin"


def test_et_between_two_parties_opens_no_article() -> None:
    found = read("""= CONTRAT DE PRESTATION DE SERVICES
# ENTRE
La SAS LUNE, RCS Brest 512 345 678, LE PRESTATAIRE
# ET
La SA VARECH, RCS Brest 404 833 048, LE CLIENT
# OBJET
Étude.""")
    assert found[Role.PRESTATAIRE].siren == "512345678"
    assert found[Role.ENTREPRISE_CLIENTE].siren == "404833048"


def test_a_table_of_two_columns_and_a_block_below_keeps_each_party_apart() -> None:
    found = read("""= CONTRAT DE TRAVAIL EN PORTAGE SALARIAL À DURÉE DÉTERMINÉE
| EMPLOYEUR | SALARIÉ PORTÉ |
| Goémon Portage SARL | Luc Petit |
| 3 rue Haute 35000 Rennes | né le 3 mai 1990 à Dax |
| SIRET : 512 345 678 00012 | 5 rue des Lilas 44000 Nantes |
| CLIENT |
| Nom | VARECH SA |
| SIREN | 404 833 048 |
Article 1 – Mission
Le salarié porté est engagé.""")
    assert found[Role.ENTREPRISE_DE_PORTAGE].siren == "512345678"
    assert (found[Role.SALARIE_PORTE].nom, found[Role.SALARIE_PORTE].siren) == ("Luc Petit", None)
    assert found[Role.ENTREPRISE_CLIENTE].siren == "404833048"


def test_a_row_for_each_party_and_a_column_for_each_detail() -> None:
    found = read(
        """= CONTRAT DE PRESTATION DE PORTAGE SALARIAL
# Parties
| Qualité | Identité | Registre | Signataire |
| Entreprise de portage | Brume Portage, SARL | RCS Brest 512 345 679 | Zoé Le Bras, gérante |
| Client | Alizé Mobilier | RCS Quimper 542 063 797 | Paul Roy, président |
# 1. Objet
Une mission est réalisée par le salarié porté, M. Yann Kerr."""
    )
    carrier, client = found[Role.ENTREPRISE_DE_PORTAGE], found[Role.ENTREPRISE_CLIENTE]
    assert signed(carrier) == ("Brume Portage", "512345679", "Zoé Le Bras")
    assert signed(client) == ("Alizé Mobilier", "542063797", "Paul Roy")


def test_a_letterhead_presents_who_sends_a_quotation() -> None:
    source = """Brume Portage
2 rue Haute – 29200 Brest /SARL au capital de 8 000 € – RCS 512 345 679
DEVIS N° 12
Destinataire : Alizé Mobilier SAS, SIREN 542 063 797"""
    text = text_from_notation(source)
    lines = (replace(line, text=line.text.replace(" /", "\n")) for line in text.paragraphs)
    text = replace(text, paragraphs=tuple(lines))
    cut = articles(text)
    found = parties(text, cut, document_type(text, cut))
    assert [(partie.nom, partie.siren) for partie in found] == [
        ("Brume Portage", "512345679"),
        ("Alizé Mobilier", "542063797"),
    ]


RUNNING = """= CONTRAT DE PRESTATION DE SERVICES
ENTRE LES SOUSSIGNÉES :
La société KERLANN CONSEIL, société par actions simplifiée unipersonnelle au capital de 1.000 €, \
ayant son siège 12 rue des Écoles, 35000 Rennes, immatriculée au RCS de Rennes sous le numéro \
404 833 048, n° de TVA intracommunautaire : FR83404833048, code APE 70.22Z, représentée par M. \
Yann Le Bihan, ci-après désignée « le Prestataire », d’une part,
ET
Varech, SA au capital social de 1 250 000 euros, 512 345 678 RCS Lyon, ci-après « le Client ».
Article 1 – Objet
Étude."""
LINES = """= CONTRAT DE PRESTATION DE SERVICES
ENTRE
KERLANN CONSEIL
S.A.S.U. au capital de 1.000 Euros
12, rue des Écoles - 35000 RENNES
R.C.S. Rennes B 404 833 048
N° TVA Intracommunautaire : FR 83 404 833 048
Code NAF : 7022Z
Représentée par M. Yann Le Bihan
Ci-après "LE PRESTATAIRE"
ET
VARECH MARINE SA
Capital social : 1 250 000 €
512 345 678 R.C.S. Lyon
Ci-après "LE CLIENT"
Article 1 – Objet
Étude."""
COLUMNS = """= CONTRAT DE PRESTATION
| LE PRESTATAIRE | LE CLIENT |
| Kerlann Conseil SASU | Varech SA |
| au capital de 1 000 € | Capital : 1 250 000 € |
| RCS Rennes 404 833 048 | 512 345 678 RCS Lyon |
| TVA : FR83 404833048 | |
| APE 7022Z | |
| Représentée par M. Yann Le Bihan | |
Article 1 – Objet
Étude."""
ROWS = """= CONTRAT DE PRESTATION
| Le Prestataire | |
| Raison sociale | Kerlann Conseil |
| Statut | SASU |
| Capital social (en euros) | 1 000 |
| RCS | Rennes 404 833 048 |
| N° TVA | FR83404833048 |
| Code NAF | 7022Z |
| Représentant légal | M. Yann Le Bihan |
| Le Client | |
| Raison sociale | Varech |
| Forme juridique | SA |
| Capital | 1 250 000 € |
| RCS | 512 345 678 RCS Lyon |
Article 1 – Objet
Étude."""


@pytest.mark.parametrize("source", [RUNNING, LINES, COLUMNS, ROWS])
def test_the_registration_of_each_party_is_its_own_in_every_layout(source: str) -> None:
    found = read(source)
    provider, client = found[Role.PRESTATAIRE], found[Role.ENTREPRISE_CLIENTE]
    assert provider.immatriculation == Immatriculation(
        capital=Montant(1000),
        inscriptions=(Inscription("RCS", "404833048", "Rennes"),),
        tva="FR83404833048",
        ape="7022Z",
    )
    assert client.immatriculation == Immatriculation(
        capital=Montant(1_250_000), inscriptions=(Inscription("RCS", "512345678", "Lyon"),)
    )
    assert (provider.siren, provider.representant) == ("404833048", "Yann Le Bihan")
    assert client.siren == "512345678"


@pytest.mark.parametrize(
    ("forme", "shown"),
    [
        ("SASU", "SASU"),
        ("S.A.R.L.", "S.A.R.L."),
        ("EURL", "EURL"),
        ("SNC", "SNC"),
        ("SCOP", "SCOP"),
        ("SELARL", "SELARL"),
        ("GIE", "GIE"),
        ("société en nom collectif", "société en nom collectif"),
        ("société coopérative", "société coopérative"),
        ("établissement public", "établissement public"),
        ("association loi 1901", "association loi 1901"),
        ("groupement d’intérêt économique", "groupement d’intérêt économique"),
        ("micro-entrepreneuse", "micro-entrepreneuse"),
    ],
)
def test_the_legal_form_is_read_in_full_or_abbreviated(forme: str, shown: str) -> None:
    found = read(f"""= CONTRAT DE PRESTATION DE SERVICES
Entre Alpha Conseil, {forme}, SIREN 404 833 048, ci-après « le Prestataire »,
et Varech, SAS, SIREN 512 345 678, ci-après « le Client ».
Article 1 – Objet
Étude.""")
    assert (found[Role.PRESTATAIRE].nom, found[Role.PRESTATAIRE].forme) == ("Alpha Conseil", shown)


@pytest.mark.parametrize("number", ["404 833 048 000 22", "404.833.048.00022", "40483304800022"])
def test_a_siret_is_read_however_it_is_spaced(number: str) -> None:
    found = read(f"""= CONTRAT DE PRESTATION
Entre Varech, SAS, SIRET {number}, 29200 Brest, ci-après « le Client », et Lune, SARL.""")
    assert found[Role.ENTREPRISE_CLIENTE].siret == "40483304800022"


def test_a_commune_is_a_party_with_its_own_numbers() -> None:
    found = read("""= CONTRAT DE PRESTATION DE SERVICES
Entre Lune, EURL, RCS Brest 512 345 678, ci-après « le Prestataire »,
et la commune de Porz, sise 2 rue Haute, 29200 Porz, SIRET 404 833 048 00022, « le Client ».
Article 1 – Objet
Étude.""")
    assert found[Role.ENTREPRISE_CLIENTE].siret == "40483304800022"
    assert found[Role.PRESTATAIRE].siret is None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("exerçant sous l’enseigne « Bois Flotté », ci-après « le Prestataire »", "Prestataire"),
        ("ci-après dénommé(e) « Le Studio »", "Studio"),
        ("ci-après désignée par « l’Agence »", "Agence"),
        ('ci-après "LE PRESTATAIRE"', "PRESTATAIRE"),
        ("(le « Consultant »)", "Consultant"),
        ("ci-après dénommé le Prestataire", "Prestataire"),
    ],
)
def test_the_name_by_which_the_contract_calls_a_party(said: str, name: str) -> None:
    found = read(f"""= CONTRAT DE PRESTATION DE SERVICES
Entre Varech, SAS, SIREN 512 345 678, ci-après « le Client »,
et Alpha Conseil, EURL, SIREN 404 833 048, {said}.
Article 1 – Objet
Étude.""")
    assert found[Role.PRESTATAIRE].appellation == name


def test_the_lines_under_the_client_of_an_article_are_its_own() -> None:
    client = read(f"""{WORK}Article 3 – Entreprise cliente
Varech, SA
Capital : 10 000 €
RCS Lyon 404 833 048
Le contrat avec elle est du 3 mai, pour un prix de 500 €.""")[Role.ENTREPRISE_CLIENTE]
    assert client.siren == "404833048"
    assert client.immatriculation.capital == Montant(10_000)


def test_a_label_of_a_row_is_no_party() -> None:
    found = read(ROWS)
    assert {partie.nom for partie in found.values()} == {"Kerlann Conseil", "Varech"}


@pytest.mark.parametrize(
    "heads", ["| Entre | Et |\n", "| Les soussignés | |\n", "| ENTRE : | ET : |\n"]
)
def test_parties_side_by_side_without_roles_above_keep_their_own_details(heads: str) -> None:
    found = read(f"""= CONTRAT DE PRESTATION DE SERVICES
{heads}| KERLANN, SAS au capital de 1 000 €, RCS Rennes 404 833 048, représentée par M. \
Yann Le Bihan | VARECH, SA au capital de 2 000 €, RCS Lyon 512 345 678, représentée par Mme Léa \
Roy, directrice |
| ci-après « le Prestataire » | ci-après « le Client » |
Article 1 – Objet
Étude.""")
    provider, client = found[Role.PRESTATAIRE], found[Role.ENTREPRISE_CLIENTE]
    assert (provider.nom, provider.representant) == ("KERLANN", "Yann Le Bihan")
    assert (client.nom, client.representant) == ("VARECH", "Léa Roy")
    assert provider.immatriculation.capital == Montant(1_000)
    assert client.immatriculation.capital == Montant(2_000)


@pytest.mark.parametrize(
    "presentation",
    [
        "| LE PRESTATAIRE | LE CLIENT |\n| Kerlann, SAS | Varech, SA |",
        "| | Prestataire | Client |\n| Dénomination | Kerlann, SAS | Varech, SA |",
        "| Le Prestataire | Kerlann, SAS |\n| Le Client | Varech, SA |",
        "Prestataire : Kerlann, SAS\nClient : Varech, SA",
        "LE PRESTATAIRE\nKerlann, SAS, RCS Brest 404 833 048\nLE CLIENT\nVarech, SA",
    ],
)
def test_a_party_is_called_by_the_role_that_stands_beside_its_name(presentation: str) -> None:
    found = read(f"= CONTRAT DE PRESTATION\n{presentation}\nArticle 1 – Objet\nÉtude.")
    called = (found[role].appellation for role in (Role.PRESTATAIRE, Role.ENTREPRISE_CLIENTE))
    assert [(name or "").upper() for name in called] == ["PRESTATAIRE", "CLIENT"]


def test_a_row_of_form_and_capital_gives_each() -> None:
    client = read("""= CONTRAT DE PRESTATION
| Client | |
| Dénomination | Varech |
| Forme et capital | SA au capital de 2 000 € |
| SIREN | 404 833 048 |
Article 1 – Objet
Étude.""")[Role.ENTREPRISE_CLIENTE]
    assert (client.forme, client.immatriculation.capital) == ("SA", Montant(2_000))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Mme Aude Vallet. Les frais sont dus.", "Aude Vallet"),
        ("M. Luc P. Vallet. Il est libre.", "Luc P. Vallet"),
        ("M. Jean-Luc Vallet de Brie. Il est libre.", "Jean-Luc Vallet de Brie"),
        ("M. Luc, Paul, Henri VALLET, ingénieur.", "Luc, Paul, Henri VALLET"),
        ("M. Luc Vallet, Ingénieur.", "Luc Vallet"),
    ],
)
def test_the_name_of_a_person_ends_with_its_sentence(sentence: str, name: str) -> None:
    found = read(f"""= CONTRAT COMMERCIAL DE PORTAGE SALARIAL
Goémon Portage (SAS), RCS Brest 512 345 678, ci-après l’Entreprise de portage,
et Varech, SAS, RCS Brest 404 833 048, ci-après le Client.
1. Objet
Le Client recourt au portage salarial.
2. Intervenant
La mission est exécutée par {sentence}""")
    assert found[Role.SALARIE_PORTE].nom == name


def test_a_tab_in_a_name_is_a_blank() -> None:
    found = read("= CONTRAT DE PRESTATION\n« le Client »\nVarech\tNord\nArticle 1 – Objet\nÉtude.")
    assert found[Role.ENTREPRISE_CLIENTE].nom == "Varech Nord"


YOU_AND_WE = "= Votre contrat de travail en portage salarial à durée indéterminée\n"
WE = "Sillage Portage, SARL au capital de 9 000 €, 4 quai Sud, 56100 Lorient, SIREN 512 345 678"
YOU = "Ines Kervella, 2 rue Haute, 29000 Quimper"


@pytest.mark.parametrize(
    "presentation",
    [
        f"| Nous | {WE} |\n| Vous | {YOU} |",
        f"| Nous, votre employeur | {WE} |\n| Vous, le consultant | {YOU} |",
        f"| NOUS (l’employeur) | {WE} |\n| VOUS (la salariée portée) | {YOU} |",
        f"| Nous | Vous |\n| {WE} | Mme {YOU} |",
        f"Nous : {WE}.\nVous : Mme {YOU}.",
        f"Nous : {WE}.\nVous, le salarié porté : Mme {YOU}.",
        f"Nous sommes {WE}, et vous êtes Mme Ines Kervella, née le 3 mai 1980, demeurant "
        "2 rue Haute, 29000 Quimper.",
        f"Entre {WE} (ci-après « Nous »)\net Mme {YOU} (ci-après « Vous »).",
    ],
)
def test_you_and_we_are_the_parties_of_a_work_contract(presentation: str) -> None:
    found = read(f"{YOU_AND_WE}{presentation}\n# 1. Votre emploi\nNous vous embauchons.")
    we, you = found[Role.ENTREPRISE_DE_PORTAGE], found[Role.SALARIE_PORTE]
    assert (we.nom, we.siren) == ("Sillage Portage", "512345678")
    assert (you.nom, you.adresse) == ("Ines Kervella", "2 rue Haute, 29000 Quimper")


def test_what_each_does_in_a_table_makes_no_party() -> None:
    found = read(f"{YOU_AND_WE}| Nous | Garantie |\n| Vous | Travail |\n# 1. Emploi\nUn poste.")
    assert not found


def test_you_and_we_are_the_parties_of_a_service_contract() -> None:
    found = read(
        f"""= Contrat de prestation en portage salarial
| Nous | {WE} |
| Vous | Criée Nord\nreprésentée par M. Paul Autre, SIREN 404 833 048 |
# 1. La mission
Vous recourez au portage salarial.""".replace("\nrep", ", rep")
    )
    assert found[Role.ENTREPRISE_DE_PORTAGE].siren == "512345678"
    client = found[Role.ENTREPRISE_CLIENTE]
    assert (client.nom, client.representant, client.siren) == (
        "Criée Nord",
        "Paul Autre",
        "404833048",
    )


@pytest.mark.parametrize(
    "identity",
    [
        "L’Entreprise cliente est la société Varech Nord, société anonyme, ayant son siège 3 rue "
        "Haute, 35000 Rennes, RCS Rennes 404 833 048.",
        "Varech Nord est une société anonyme, dont le siège est 3 rue Haute, 35000 Rennes, "
        "immatriculée au RCS de Rennes sous le numéro 404 833 048.",
        "L’Entreprise cliente, société anonyme, a son siège 3 rue Haute, 35000 Rennes (SIREN "
        "404 833 048).",
    ],
)
def test_the_identity_of_a_client_may_stand_apart_from_its_name(identity: str) -> None:
    client = read(f"""{WORK}Article 3 – Mission
La mission a été négociée auprès de la société Varech Nord (ci-après « l’Entreprise cliente »).
Article 4 – Précisions
{identity}""")[Role.ENTREPRISE_CLIENTE]
    assert (client.nom, client.forme) == ("Varech Nord", "société anonyme")
    assert (client.siren, client.adresse) == ("404833048", "3 rue Haute, 35000 Rennes")


@pytest.mark.parametrize(
    "sentence",
    [
        "L’Entreprise cliente est assurée par Parapluie, RCS Rennes 404 833 048.",
        "L’Entreprise cliente est informée. Le courtier Parapluie (SIREN 404 833 048) agit.",
        "Varech Nord a pour filiale Algue, SARL, RCS Rennes 404 833 048.",
        "L’Entreprise cliente connaît Goémon Portage, SIREN 512 345 678.",
    ],
)
def test_the_number_of_another_company_is_not_that_of_the_client(sentence: str) -> None:
    client = read(f"""{WORK}Article 3 – Mission
La mission a été négociée auprès de la société Varech Nord (ci-après « l’Entreprise cliente »).
Article 4 – Précisions
{sentence}""")[Role.ENTREPRISE_CLIENTE]
    assert (client.nom, client.siren) == ("Varech Nord", None)
