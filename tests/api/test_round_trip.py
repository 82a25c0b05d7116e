"""What a mission says is what is read in the contracts built from it, through Word and back."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.missions import EXAMPLES, missions, written

from clauselint.drafting import draft, write
from clauselint.library import Library, load_library
from clauselint.library.mission import read_mission
from clauselint.library.mission_model import Mission, Travail
from clauselint.model import (
    DelaiPaiement,
    Depart,
    Document,
    DocumentType,
    Duree,
    Montant,
    Pourcentage,
    Role,
    TauxPenalites,
)
from clauselint.reading.docx import read_docx
from clauselint.reading.understanding import understand


@cache
def standard_library() -> Library:
    return load_library()


def built(mission: Mission, library: Library) -> dict[DocumentType, Document]:
    """The contracts of a mission, written to Word and read back."""
    documents = {}
    for contract in draft(mission, library):
        text = read_docx(write(contract, library), name=f"{contract.reference}.docx").text
        documents[contract.document] = understand(text, library)
    return documents


def values(document: Document) -> dict[str, set[object]]:
    found: dict[str, set[object]] = {}
    for terme in document.termes:
        found.setdefault(terme.nom, set()).add(terme.valeur)
    return found


def setting(mission: Mission, library: Library, clause: str, name: str) -> str:
    """The value of a clause's parameter: the mission's, else the library's."""
    defaults = {item.nom: item.defaut or "" for item in library.clauses[clause].parametres}
    return (defaults | dict(mission.reglage(clause).valeurs))[name]


def length(text: str) -> Duree:
    number, unit = text.split()
    units = {"ans": Duree(mois=12), "an": Duree(mois=12), "mois": Duree(mois=1)}
    return (units | {"jours": Duree(jours=1)})[unit] * int(number)


def shared_terms(mission: Mission, library: Library) -> dict[str, object]:
    """What both contracts of a mission state."""
    return {
        "date_debut": mission.prestation.debut,
        "date_signature": mission.signature.date,
        "garant": mission.profil.garant.nom,
        "assureur": mission.profil.assurance.assureur,
        "numero_police": mission.profil.assurance.police,
        "confidentialite_duree": length(setting(mission, library, "confidentialite", "duree")),
        "periodicite_cra": Duree(mois=1),
    }


def service_terms(mission: Mission, library: Library) -> dict[str, object]:
    days = int(setting(mission, library, "modalites_paiement", "delai").split()[0])
    return {
        **shared_terms(mission, library),
        "date_fin": mission.prestation.fin,
        "tjm": mission.prix.tjm,
        "nombre_jours": mission.prix.jours,
        "prix_total": mission.prix.total,
        "delai_paiement": DelaiPaiement(days, Depart.FACTURE),
        "taux_penalites": TauxPenalites("bce", points=10),
        "indemnite_recouvrement": Montant("40"),
        "preavis_resiliation": length(setting(mission, library, "resiliation", "preavis")),
        "delai_mise_en_demeure": length(
            setting(mission, library, "resiliation", "mise_en_demeure")
        ),
        "non_sollicitation_duree": length(setting(mission, library, "non_sollicitation", "duree")),
        "lieu_execution": mission.prestation.lieu,
    }


def work_terms(mission: Mission, library: Library) -> dict[str, object]:
    terms = {
        **shared_terms(mission, library),
        "salaire_brut_mensuel": mission.remuneration.brut_mensuel,
        "periode_essai": mission.periode_essai,
        "frais_gestion": mission.taux_frais_gestion,
        "apport_affaire": Pourcentage(5),
        "caisse_retraite": mission.profil.retraite.nom,
        "organisme_prevoyance": mission.profil.prevoyance.nom,
        "idcc": 3219,
    }
    if mission.travail is Travail.CDI:
        return {**terms, "reserve_financiere": Pourcentage(10)}
    return {
        **terms,
        "date_fin": mission.prestation.fin,
        "indemnite_fin_contrat": Pourcentage(10),
        "renouvellements_max": 2,
        "tjm": mission.prix.tjm,
        "nombre_jours": mission.prix.jours,
        "prix_total": mission.prix.total,
        "lieu_execution": mission.prestation.lieu,
    }


def assert_read_back(mission: Mission, library: Library) -> None:
    documents = built(mission, library)
    assert tuple(documents) == mission.contrats
    for kind, document in documents.items():
        expected = service_terms(mission, library)
        if kind is not DocumentType.PRESTATION:
            expected = work_terms(mission, library)
        found = values(document)
        assert (document.type, document.portage) == (kind, True)
        assert {name: found.get(name) for name in expected} == {
            name: {value} for name, value in expected.items()
        }
        parties = {party.role: party for party in document.parties}
        employer = parties[Role.ENTREPRISE_DE_PORTAGE]
        assert (employer.nom, employer.siren) == (mission.profil.denomination, mission.profil.siren)
        employee = f"{mission.salarie_porte.prenom} {mission.salarie_porte.nom}"
        assert parties[Role.SALARIE_PORTE].nom == employee
        if kind is not DocumentType.CDI:
            client = parties[Role.ENTREPRISE_CLIENTE]
            assert (client.nom, client.siren) == (
                mission.entreprise_cliente.denomination,
                mission.entreprise_cliente.siren,
            )


@pytest.mark.parametrize("name", ["mission-cdd.yaml", "mission-cdi.yaml"])
def test_the_examples_are_read_back_as_written(name: str):
    assert_read_back(read_mission(EXAMPLES / name), standard_library())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mission=missions())
def test_any_mission_is_read_back_as_written(mission: dict[str, Any]):
    with TemporaryDirectory() as folder:
        assert_read_back(read_mission(written(mission, Path(folder))), standard_library())
