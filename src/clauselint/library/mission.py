"""Reading a mission: its YAML file, and the file of the entreprise de portage it refers to."""

from __future__ import annotations

from pathlib import Path

from clauselint.library.mission_model import FichierMission, Mission, Profil
from clauselint.library.mission_origins import Origines
from clauselint.library.problems import LibraryError, Problem
from clauselint.library.yaml_source import read_yaml

__all__ = ["mission_schema", "profil_schema", "read_mission"]


def read_mission(path: Path) -> Mission:
    """The mission of the file at `path`, every value typed and knowing its place.

    Raises `LibraryError` with every problem of the mission file, or of its profile's file: an
    unknown key, a missing one, a date that does not exist, a wrong check digit…
    """
    located = read_yaml(path, FichierMission)
    fichier = located.value
    profil_path = path.parent / fichier.profil
    if not profil_path.is_file():
        message = f"le fichier « {fichier.profil} » n’existe pas dans le dossier de la mission"
        raise LibraryError((located.problem(("profil",), message),))
    profil = read_yaml(profil_path, Profil)
    parts = {name: getattr(fichier, name) for name in FichierMission.model_fields}
    mission = Mission.model_validate({**parts, "profil": profil.value})
    problems = _inconsistencies(mission.avec_origines(Origines(located.tree, profil.tree)))
    if problems:
        raise LibraryError(problems)
    return mission.avec_origines(Origines(located.tree, profil.tree))


def mission_schema() -> dict[str, object]:
    """The JSON Schema of a mission file, for editors."""
    return FichierMission.model_json_schema()


def profil_schema() -> dict[str, object]:
    """The JSON Schema of the file of an entreprise de portage, for editors."""
    return Profil.model_json_schema()


def _inconsistencies(mission: Mission) -> tuple[Problem, ...]:
    """What no rule of law says but no contract could state: clashes between two values."""
    problems = []
    if mission.entreprise_cliente.siren == mission.profil.siren:
        message = "l’entreprise cliente et l’entreprise de portage ont le même SIREN"
        problems.append(mission.probleme(("entreprise_cliente", "siren"), message))
    prestation = mission.prestation
    for rank, livrable in enumerate(prestation.livrables):
        early = livrable.remise < prestation.debut
        if early or (prestation.fin and livrable.remise > prestation.fin):
            message = "cette remise tombe hors des dates de la prestation"
            problems.append(mission.probleme(("prestation", "livrables", rank, "remise"), message))
    if mission.date_embauche > prestation.debut:
        message = "l’embauche suit le début de la prestation"
        problems.append(mission.probleme(("embauche",), message))
    return tuple(problems)
