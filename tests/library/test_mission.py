from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clauselint.library import LibraryError
from clauselint.library.mission import read_mission
from clauselint.library.mission_model import Mission, Travail
from clauselint.library.mission_schemas import mission_schema, part_schema
from clauselint.model import DocumentType, Duree, Montant, Origin, Pourcentage, Taxe

EXAMPLES = Path(__file__).parents[2] / "examples"
PROFIL = "profils/hauterive-portage.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "profils").mkdir()
    (tmp_path / PROFIL).write_text((EXAMPLES / PROFIL).read_text())
    return tmp_path


def rewritten(folder: Path, *changes: tuple[str, str], file: str = "mission-cdd.yaml") -> Path:
    """An example file with words replaced; each replaced word must be there."""
    source = (EXAMPLES / file).read_text()
    for old, new in changes:
        assert old in source
        source = source.replace(old, new)
    path = folder / file
    path.write_text(source)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(LibraryError) as caught:
        read_mission(path)
    return str(caught.value)


def test_the_examples_are_read_as_typed_values() -> None:
    mission = read_mission(EXAMPLES / "mission-cdd.yaml")
    assert mission.travail is Travail.CDD
    assert mission.contrats == (DocumentType.CDD, DocumentType.PRESTATION)
    assert mission.prestation.debut == date(2026, 3, 2)
    assert mission.prestation.duree == Duree(mois=6)
    assert mission.prix.tjm == Montant("640", taxe=Taxe.HT)
    assert mission.prix.total == Montant("66560", taxe=Taxe.HT)
    assert mission.prix.jours == Decimal(104)
    assert mission.remuneration.brut_mensuel == Montant("5100")
    assert mission.taux_frais_gestion == Pourcentage("8")
    assert mission.periode_essai == Duree(jours=14)
    assert mission.date_embauche == mission.prestation.debut
    assert mission.signature.electronique is False


def test_the_rate_of_a_mission_prevails_over_that_of_the_profile() -> None:
    mission = read_mission(EXAMPLES / "mission-cdi.yaml")
    assert mission.profil.frais_gestion == Pourcentage("8")
    assert mission.taux_frais_gestion == Pourcentage("7")


def test_a_length_that_is_not_in_whole_months_is_not_made_up(folder: Path) -> None:
    path = rewritten(folder, ("fin: 2026-09-01", "fin: 2026-09-11"))
    assert read_mission(path).prestation.duree is None


def test_each_value_knows_its_file_line_and_key() -> None:
    path = EXAMPLES / "mission-cdd.yaml"
    mission = read_mission(path)
    origin = mission.origine("prix", "tjm")
    assert origin is not None
    assert origin.file == str(path)
    assert path.read_text().splitlines()[origin.line - 1][origin.column - 1 :].startswith("640")
    garant = mission.origine("profil", "garant", "nom")
    assert garant is not None
    assert garant.file == str(EXAMPLES / PROFIL)
    assert garant.key == "garant.nom"


def test_a_value_left_to_its_default_points_at_the_key_that_holds_it() -> None:
    mission = read_mission(EXAMPLES / "mission-cdd.yaml")
    origin = mission.origine("prix", "frais_gestion")
    assert origin is not None
    lines = (EXAMPLES / "mission-cdd.yaml").read_text().splitlines()
    assert lines[origin.line - 1] == "prix:"


def test_a_mission_that_comes_from_no_file_has_no_origins(folder: Path) -> None:
    mission = read_mission(EXAMPLES / "mission-cdd.yaml")
    bare = Mission.model_validate({name: getattr(mission, name) for name in Mission.model_fields})
    assert bare.origine("prix", "tjm") is None
    assert bare.avec_origines(mission._origines).origine("prix", "tjm") == Origin(
        *(
            getattr(mission.origine("prix", "tjm"), part)
            for part in ("file", "line", "column", "key")
        )
    )


def test_all_faults_are_told_at_once_with_line_column_and_near_name(folder: Path) -> None:
    path = rewritten(
        folder,
        ("classe: senior", "classe: seniro"),
        ("  tjm: 640 EUR HT", "  tjn: 640 EUR HT"),
        ("debut: 2026-03-02", "debut: 2026-02-30"),
        ('siren: "538172941"', 'siren: "538172942"'),
    )
    message = refusal(path)
    lines = path.read_text().splitlines()
    row = 1 + next(number for number, line in enumerate(lines) if "tjn:" in line)
    assert f"{path}:{row}:3: prix.tjn : cette clé n’existe pas" in message
    assert "Vouliez-vous dire « tjm » ?" in message
    assert "prix.tjm : cette clé manque" in message
    assert "Vouliez-vous dire « senior » ?" in message
    assert "le jour 2026-02-30 n’existe pas dans le calendrier" in message
    assert "« 538172942 » n’est pas un SIREN" in message


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("tjm: 640 EUR HT", "tjm: 640", "l’écrire avec sa devise"),
        ("jours: 104", "jours: beaucoup", "n’est pas un nombre"),
        ("debut: 2026-03-02", "debut: 2 mars 2026", "l’écrire AAAA-MM-JJ"),
        ("fin: 2026-09-01", "fin: 2026-01-01", "la fin précède le début"),
        ("  fin: 2026-09-01 ", "  ", "« terme_incertain »"),
        ("periode_essai: 2 semaines", "periode_essai: deux", "n’est pas une durée"),
        ("electronique: non", "electronique: peut-être", "répondre oui ou non"),
        ("travail: cdd", "travail: cddd", "Vouliez-vous dire « cdd » ?"),
        ('"284052910302715"', '"284052910302799"', "numéro de sécurité sociale"),
        ('siren: "538172941"', "siren: 538172941", "entre guillemets"),
        ("nom: Tournebise", 'nom: ""', "le texte est vide"),
        ("nom: Tournebise", 'nom: "Tourne\\u0001bise"', "caractère de commande"),
        ("nom: Tournebise", 'nom: "Tourne\\ue000bise"', "caractère de commande"),
        ("remise: 2026-04-17", "remise: 2026-10-17", "hors des dates de la prestation"),
        ('siren: "538172941"', 'siren: "903517464"', "ont le même SIREN"),
        ("heures_par_jour: 7", "heures_par_jours: 7", "« heures_par_jour »"),
        ("{duree: 3 ans}", "3 ans", "écrire non, ou les valeurs de la clause"),
        ("tjm: 640 EUR HT", "tjm: 640,001 EUR HT", "plus de deux décimales"),
        ("jours: 104", "jours: 104,00001", "centime entier"),
        ("profils/hauterive", "profils/autre", "n’existe pas dans le dossier de la mission"),
    ],
)
def test_a_fault_is_told_in_french(old: str, new: str, message: str, folder: Path) -> None:
    assert message in refusal(rewritten(folder, (old, new)))


def test_a_fault_of_the_profile_names_the_file_of_the_profile(folder: Path) -> None:
    rewritten(folder, ('siren: "903517464"', 'siren: "903517465"'), file=PROFIL)
    message = refusal(rewritten(folder))
    assert message.startswith(str(folder / PROFIL))
    assert "n’est pas un SIREN" in message


def test_a_siret_is_that_of_its_siren(folder: Path) -> None:
    rewritten(folder, ('siret: "90351746400017"', 'siret: "84260913300017"'), file=PROFIL)
    assert "n’est pas celui du SIREN" in refusal(rewritten(folder))


def test_a_clause_may_be_left_out_or_given_values(folder: Path) -> None:
    mission = read_mission(
        rewritten(folder, ("non_sollicitation: {duree: 12 mois}", "non_sollicitation: non"))
    )
    assert mission.reglage("non_sollicitation").retiree
    assert mission.reglage("confidentialite").valeurs == (("duree", "3 ans"),)
    assert not mission.reglage("force_majeure").retiree


def test_the_schemas_describe_every_key_of_the_examples() -> None:
    properties = mission_schema()["properties"]
    assert isinstance(properties, dict)
    assert {"travail", "profil", "prix", "clauses", "signature"} <= set(properties)
    assert "garant" in str(part_schema("profil")["properties"])
