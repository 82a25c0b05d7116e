"""Assignments of rights, secrecy and personal data in wordings of different hands."""

import pytest

from clauselint.checking import check_document
from clauselint.library import load_library
from clauselint.model import Document, DocumentType
from clauselint.reading.notation import text_from_notation
from clauselint.reading.understanding import understand

LIBRARY = load_library()
RULES = {rule.id: rule for rule in LIBRARY.rules}


def read(source: str, kind: DocumentType = DocumentType.PRESTATION) -> Document:
    return understand(text_from_notation(source), LIBRARY, forced_type=kind)


def messages(rule: str, source: str, kind: DocumentType = DocumentType.PRESTATION) -> list[str]:
    results, failures = check_document(read(source, kind), [RULES[rule]])
    assert not failures
    return [finding.message.fr for finding in results[0].findings]


WAIVERS = [
    "L’auteur abandonne toute prérogative morale et renonce à la paternité des dessins.",
    "Les droits patrimoniaux et moraux sur les maquettes sont cédés au client.",
    "Le salarié porté s’interdit de faire valoir son droit moral contre le client.",
    "Aucun droit moral ne pourra être opposé au client par l’intervenante.",
    "La cession comprend l’ensemble des droits, en ce compris le droit moral.",
    "Le consultant renonce irrévocablement à invoquer ses droits moraux.",
]
NO_WAIVERS = [
    "Les droits patrimoniaux sont cédés, le droit moral restant attaché à l’auteur.",
    "Le droit moral ne peut être cédé.",
    "Sans préjudice de son droit moral, l’auteur cède le droit de reproduction des plans.",
    "Le client cite le nom de l’auteur, dans le respect de son droit moral.",
    "L’auteur ne renonce pas à son droit moral.",
    "Le droit moral, auquel l’auteur ne peut renoncer, est réservé.",
    "Le client renonce à toute exclusivité sur les maquettes.",
]


@pytest.mark.parametrize("sentence", WAIVERS)
def test_a_waiver_of_moral_rights_is_found(sentence: str) -> None:
    assert messages("propriete-intellectuelle/droit-moral", f"# Droits d’auteur\n{sentence}")


@pytest.mark.parametrize("sentence", NO_WAIVERS)
def test_moral_rights_that_are_kept_are_no_waiver(sentence: str) -> None:
    assert not messages("propriete-intellectuelle/droit-moral", f"# Droits d’auteur\n{sentence}")


FUTURE = [
    "Le salarié cède à la société ses œuvres futures, de toute nature.",
    "Sont cédées toutes les créations que l’intervenant sera amené à concevoir.",
    "Le prestataire transfère l’intégralité de ses créations présentes et futures.",
    "La cession vaut pour l’ensemble des travaux à venir du consultant.",
    "Toutes les créations à venir du salarié appartiennent à l’employeur.",
]
NOT_FUTURE = [
    "La cession couvre les supports connus ou à venir.",
    "Sont cédés les droits de reproduction des plans, par tous procédés présents et futurs.",
    "Les œuvres futures ne sont pas comprises dans la cession.",
    "La cession globale des œuvres futures est nulle ; chaque étude donne lieu à un acte.",
    "Les droits sont cédés au fur et à mesure de la remise des livrables de l’annexe 2.",
    "La cession ne porte pas sur les créations futures.",
]


@pytest.mark.parametrize("sentence", FUTURE)
def test_works_to_come_assigned_as_a_whole_are_found(sentence: str) -> None:
    assert messages("propriete-intellectuelle/oeuvres-futures", f"# Créations\n{sentence}")


@pytest.mark.parametrize("sentence", NOT_FUTURE)
def test_supports_to_come_are_not_works_to_come(sentence: str) -> None:
    assert not messages("propriete-intellectuelle/oeuvres-futures", f"# Créations\n{sentence}")


WHOLESALE = [
    "L’entreprise de portage cède au client tous ses droits sur les livrables.",
    "Le client acquiert la pleine propriété des rapports dès leur paiement.",
    "L’ensemble des droits de propriété intellectuelle est transféré au client.",
    "Les travaux réalisés appartiendront exclusivement au client.",
    "Le client sera seul propriétaire des résultats de l’étude.",
    "La société transmet au client la propriété intellectuelle des maquettes.",
    "Le prestataire abandonne au client l’intégralité de ses droits d’exploitation.",
]
NO_ASSIGNMENT = [
    "Aucun droit n’est cédé au client sur les outils du consultant.",
    "Le client ne reçoit qu’une licence d’utilisation, non exclusive, du logiciel.",
    "Les documents remis par le client restent sa propriété.",
    "Chaque partie conserve la propriété de ses connaissances antérieures.",
    "Le consultant demeure seul titulaire des droits d’auteur sur ses modèles.",
    "La présente communication n’emporte ni cession de droits ni licence.",
    "Les droits sur ce contrat ne peuvent être cédés à un tiers.",
    "Les livrables sont protégés par le droit de la propriété intellectuelle ; le client les cite.",
    "Le client transmet à l’intervenant les documents dont il détient les droits.",
    "Le client garantit détenir les droits sur les marques qu’il transmet.",
    "La licence, non exclusive, ne peut être cédée à un tiers par le client.",
]


@pytest.mark.parametrize("sentence", WHOLESALE)
def test_rights_assigned_as_a_whole_are_found(sentence: str) -> None:
    source = f"# Propriété intellectuelle\n{sentence}"
    assert messages("propriete-intellectuelle/droits-cedes", source)
    assert messages("propriete-intellectuelle/contrepartie", source)


@pytest.mark.parametrize("sentence", NO_ASSIGNMENT)
@pytest.mark.parametrize("rule", ["droits-cedes", "etendue", "contrepartie"])
def test_what_is_not_assigned_needs_no_bounds(rule: str, sentence: str) -> None:
    source = f"# Propriété intellectuelle\n{sentence}"
    assert not messages(f"propriete-intellectuelle/{rule}", source)


COMPLETE = [
    "La société cède au client les droits de reproduire, diffuser et adapter les rapports, pour sa "
    "gestion interne, en tous lieux, le temps de la protection légale ; le prix comprend cette "
    "cession.",
    "Sont transmis au donneur d’ordre, pour toute utilisation liée à ses salons, en Europe et pour "
    "une durée de quinze ans, les droits de représentation et de traduction des textes, moyennant "
    "un forfait de 800 € HT.",
    "Le consultant cède le droit de reproduction des plans, dans le seul but de construire "
    "l’entrepôt, sur le territoire français, aussi longtemps que l’œuvre est protégée. Il reçoit à "
    "ce titre 3 % de sa rémunération.",
]


@pytest.mark.parametrize("sentence", COMPLETE)
@pytest.mark.parametrize("rule", ["droits-cedes", "etendue", "contrepartie"])
def test_a_complete_assignment_is_accepted(rule: str, sentence: str) -> None:
    source = f"# Droits sur les documents\n{sentence}"
    assert not messages(f"propriete-intellectuelle/{rule}", source)


@pytest.mark.parametrize(
    ("removed", "missing"),
    [
        (", pour l’usage interne du client", "sa destination"),
        (", en France", "son lieu"),
        (" et pour dix ans", "sa durée"),
    ],
)
def test_each_bound_that_is_missing_is_named(removed: str, missing: str) -> None:
    sentence = (
        "La société cède au client les droits de reproduction et d’adaptation des études, pour "
        "l’usage interne du client, en France et pour dix ans."
    )
    assert removed in sentence
    source = "# Propriété intellectuelle\n"
    assert not messages("propriete-intellectuelle/etendue", source + sentence)
    found = messages("propriete-intellectuelle/etendue", source + sentence.replace(removed, ""))
    assert f"cession de droits {missing}." in found[0]


LASTING = [
    "Le secret est gardé durant la mission et les deux années qui suivront.",
    "L’obligation de confidentialité perdure dix-huit mois au-delà de l’expiration du contrat.",
    "Les informations restent confidentielles pendant trois ans à compter de leur communication.",
    "Chacun tient secrètes les informations reçues, y compris après la cessation des relations.",
    "La confidentialité prend fin avec le contrat.",
]
NOT_LASTING = [
    "Durant la mission, le consultant ne révèle rien de ce qu’il apprend sur les procédés.",
    "Le consultant garde confidentielles les informations du client. Il rend tous les documents "
    "dans les huit jours suivant la fin du contrat.",
    "Chaque partie tient secrètes les informations de l’autre et n’en fait aucun usage étranger.",
]


@pytest.mark.parametrize("sentence", LASTING)
def test_what_remains_of_secrecy_after_the_end_is_read(sentence: str) -> None:
    assert not messages("confidentialite/survie", f"# Confidentialité\n{sentence}")


@pytest.mark.parametrize("sentence", NOT_LASTING)
def test_a_secrecy_that_says_nothing_of_the_end_is_found(sentence: str) -> None:
    assert messages("confidentialite/survie", f"# Confidentialité\n{sentence}")


EXCEPTED = [
    "Le secret ne couvre pas ce que le destinataire connaissait déjà.",
    "La clause ne fait pas obstacle à l’exercice du droit d’alerte.",
    "Cette obligation cède devant l’injonction d’un juge de produire les documents.",
    "Sont libres les informations tombées dans le domaine public.",
    "Rien n’interdit de communiquer ce qu’une autorité exige.",
]
NOT_EXCEPTED = [
    "Le consultant ne divulgue aucune information non publique du client, sauf accord écrit.",
    "Toute violation expose son auteur à des poursuites devant le tribunal de Dijon.",
    "Les personnes qui ont besoin de connaître l’information sont tenues au même secret.",
]


@pytest.mark.parametrize("sentence", EXCEPTED)
def test_an_exception_to_secrecy_is_read(sentence: str) -> None:
    source = f"# Confidentialité\nLe secret est gardé pendant trois ans. {sentence}"
    assert not messages("confidentialite/exceptions", source)


@pytest.mark.parametrize("sentence", NOT_EXCEPTED)
def test_a_permission_or_a_sanction_is_no_exception_to_secrecy(sentence: str) -> None:
    source = f"# Confidentialité\nLe secret est gardé pendant trois ans. {sentence}"
    assert messages("confidentialite/exceptions", source)


PROCESSORS = [
    "Le prestataire traite les fichiers de paie pour le compte du client (RGPD).",
    "La société héberge des données personnelles pour le compte de la cliente.",
    "Pour ces données, l’entreprise de portage agit en tant que sous-traitant au sens du RGPD.",
    "| Rôle au sens du RGPD | le client est responsable de traitement, la société sous-traitant |",
]
CONTROLLERS = [
    "L’entreprise de portage ne traite aucune donnée personnelle pour le compte du client.",
    "Chaque partie est responsable des coordonnées qu’elle recueille.",
    "Les données sont transmises à nos sous-traitants chargés de l’hébergement.",
    "La société n’est pas sous-traitant au sens du RGPD.",
    "Si la mission comportait un traitement de données pour le compte du client, un accord serait "
    "signé.",
]


@pytest.mark.parametrize("sentence", PROCESSORS)
def test_processing_for_the_other_party_needs_the_terms_of_article_28(sentence: str) -> None:
    source = f"# Données personnelles\n{sentence}"
    assert messages("donnees-personnelles/sous-traitance", source)


@pytest.mark.parametrize("sentence", CONTROLLERS)
def test_who_processes_for_itself_needs_no_terms_of_article_28(sentence: str) -> None:
    source = f"# Données personnelles\n{sentence}"
    assert not messages("donnees-personnelles/sous-traitance", source)


TERMS = {
    "les données et les personnes concernées": "Les personnes concernées sont les abonnés.",
    "le traitement sur instruction documentée": "Elle suit les instructions écrites du client.",
    "la confidentialité des personnes autorisées": "Les personnes habilitées gardent le secret.",
    "les mesures de sécurité": "Elle prend les mesures de l’article 32.",
    "le recours à d’autres sous-traitants": "Tout autre sous-traitant est agréé par le client.",
    "l’aide à répondre aux personnes concernées": "Elle transmet les demandes des personnes.",
    "l’assistance en cas de violation": "Elle signale sans délai une violation de données.",
    "le sort final des données": "Elle efface les données à la fin du contrat.",
    "les audits": "Elle accepte les audits du client.",
}
OBJECT = (
    "La société est sous-traitante au sens du RGPD. Le traitement a pour objet l’envoi de lettres."
)


def test_the_terms_of_article_28_are_read_by_their_content() -> None:
    source = "\n".join(["# Données personnelles", OBJECT, *TERMS.values()])
    assert not messages("donnees-personnelles/sous-traitance", source)


@pytest.mark.parametrize("missing", TERMS)
def test_each_missing_term_of_article_28_is_named(missing: str) -> None:
    said = [sentence for term, sentence in TERMS.items() if term != missing]
    source = "\n".join(["# Données personnelles", OBJECT, *said])
    found = messages("donnees-personnelles/sous-traitance", source)
    assert f"sans que le contrat règle {missing}." in found[0]


AMENDMENTS = [
    "Le salarié reste tenu à l’obligation de confidentialité du contrat.",
    "Les clauses de confidentialité et de propriété intellectuelle ne sont pas modifiées.",
    "L’obligation de secret prévue au contrat initial s’applique à la nouvelle mission.",
]


@pytest.mark.parametrize("sentence", AMENDMENTS)
@pytest.mark.parametrize("rule", ["duree", "survie", "exceptions"])
def test_an_amendment_that_recalls_the_secrecy_states_none(rule: str, sentence: str) -> None:
    source = f"# Article 4 – Autres clauses\n{sentence}"
    assert not messages(f"confidentialite/{rule}", source, DocumentType.AVENANT)


SPREAD = """\
# 12. Propriété intellectuelle
# 12.1 Droits cédés
La société cède au client les droits de reproduction et de représentation des rapports.
# 12.2 Territoire et durée
La France, pendant dix ans.
# 12.3 Destination
L’usage interne du client.
# 12.4 Prix
Il est inclus dans celui de la prestation.
"""


@pytest.mark.parametrize("rule", ["droits-cedes", "etendue", "contrepartie"])
def test_what_a_clause_says_may_stand_in_the_parts_of_its_article(rule: str) -> None:
    assert not messages(f"propriete-intellectuelle/{rule}", SPREAD)


def test_an_assignment_told_in_the_rows_of_a_sheet_is_read() -> None:
    sheet = """\
# Conditions particulières
| Droits cédés | reproduction et adaptation, sur papier |
| Usage | communication interne |
| Territoire | Belgique |
| Durée de la cession | cinq ans |
| Prix de la cession | 400 € HT |
"""
    assert not messages("propriete-intellectuelle/absente", sheet)
    assert not messages("propriete-intellectuelle/contrepartie", sheet)
    assert not messages("propriete-intellectuelle/etendue", sheet)
    found = messages(
        "propriete-intellectuelle/etendue",
        sheet.replace("Territoire | Belgique", "Relecture | par l’auteur"),
    )
    assert "cession de droits son lieu." in found[0]


def test_the_parts_of_another_article_say_nothing_of_the_assignment() -> None:
    elsewhere = SPREAD.replace("# 12.2", "# 13. Lieu\n# 13.1")
    found = messages("propriete-intellectuelle/etendue", elsewhere)
    assert "son lieu et sa durée" in found[0]
