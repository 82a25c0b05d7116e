"""Sentences of different hands: the rule each breaks, or none."""

from datetime import date
from functools import cache

import pytest

from clauselint.checking import check_document
from clauselint.library import Library, load_library
from clauselint.model import DocumentType
from clauselint.reading.notation import text_from_notation
from clauselint.reading.understanding import understand

FAMILIES = ("citations", "identifiants")


@cache
def library() -> Library:
    return load_library()


def broken(source: str, kind: str) -> list[str]:
    document = understand(
        text_from_notation(source),
        library(),
        forced_type=DocumentType(kind),
        day=date(2025, 6, 2),
    )
    rules = [rule for rule in library().rules if rule.famille in FAMILIES]
    results, failures = check_document(document, rules)
    assert not failures
    return [finding.rule.id for result in results for finding in result.findings]


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("cdd", "Statut : convention collective des salariés en portage salarial, IDCC n° 3219."),
        ("cdd", "Le Client relève de la convention nationale des bureaux d’études (IDCC 1486)."),
        ("cdd", "Les horaires sont ceux de la convention Syntec, suivie par l’entreprise cliente."),
        ("cdd", "La mutuelle recommandée par la convention collective est AMBRE."),
        ("cdd", "Le prix est révisé selon l’indice Syntec publié par la fédération Syntec."),
        (
            "cdd",
            "Vu l’article L. 1254-18, les articles L. 1242-2 et L. 1243-13 sont inapplicables.",
        ),
        ("cdd", "Rupture : articles L. 1243-1 à L. 1243-6 du Code du travail."),
        ("cdi", "Le contrat est régi par les articles L. 1254-19 et suivants du Code du travail."),
        ("cdi", "L’essai suit l’article L. 1221-19 du Code du travail."),
        ("prestation", "Le tribunal de commerce du siège de X, situé à Paris, est compétent."),
        ("prestation", "X, au capital de 123 456 789 euros, RCS Paris 712 966 688."),
        ("prestation", "X, RCS Paris B 712 966 688, police RC n° 987 654 321, ORIAS 07 001 234."),
        ("prestation", "SIRET 71296668800012 – APE 7022Z – TVA FR 24 712 966 688"),
        ("prestation", "Commande n° 123456789, véhicule immatriculé AB-123-CD."),
        ("prestation", "SIREN : [●], SIRET : ___, IBAN : à communiquer"),
        (
            "prestation",
            "L’article 700 du Code de procédure civile et L. 110-1 du Code de commerce.",
        ),
        ("prestation", "Plan de prévention : articles R. 4512-6 et suivants du Code du travail."),
        ("prestation", "Les données (nom, NIR) sont transmises à l’Urssaf."),
    ],
)
def test_lawful_wordings_break_no_rule(kind: str, source: str) -> None:
    assert broken(f"# Clause\n{source}", kind) == []


@pytest.mark.parametrize(
    ("rule", "kind", "source"),
    [
        ("citations/convention-collective", "cdd", "Convention collective applicable : SYNTEC"),
        ("citations/convention-collective", "cdi", "| CCN | Syntec |"),
        ("citations/convention-collective", "cdd", "Il est fait application de l’IDCC 2098."),
        (
            "citations/convention-collective",
            "cdi",
            "Le salarié bénéficie de la convention collective nationale de la métallurgie.",
        ),
        ("citations/denomination", "prestation", "Compétence : Tribunal de Commerce de NANTERRE"),
        ("citations/denomination", "cdd", "L’attestation POLE EMPLOI est remise."),
        ("citations/inapplicable", "cdd", "Le terme suit l’art. L 1242-7 C. trav."),
        ("citations/hors-sujet", "prestation", "Voir les articles L. 1251-5 et suivants."),
        ("citations/hors-sujet", "cdi", "Le délai de l’article L. 1243-2 est respecté."),
        ("citations/renumerote", "prestation", "Selon les articles 1382 et suivants du Code civil"),
        ("citations/abroge", "cdi", "Selon l’article L. 122-12 du Code du travail"),
        ("citations/inexistant", "cdd", "Selon l’article L. 1254-51 du Code du travail"),
        ("identifiants/siren", "prestation", "X, 712 966 689 RCS Lyon, représentée par Mme Y"),
        ("identifiants/siren", "prestation", "| Société | Numéro RCS |\n| X | 712 966 689 |"),
        ("identifiants/siren", "prestation", "X, SIRET 71296668800013"),
        ("identifiants/siret-siren", "cdd", "RCS Lyon 712 966 688, SIRET 761 863 281 00017"),
        ("identifiants/tva", "prestation", "X, RCS Lyon 712 966 688, TVA FR01 761 863 281"),
        ("identifiants/iban", "prestation", "RIB : FR58 3000 3000 7100 0123 4567 890"),
        ("identifiants/nir", "prestation", "M. Lilas, n° INSEE 1790375104012"),
    ],
)
def test_a_defect_is_found_in_many_wordings(rule: str, kind: str, source: str) -> None:
    assert broken(f"# Clause\n{source}", kind) == [rule]
