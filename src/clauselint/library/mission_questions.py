"""The questions that a mission answers, one key at a time, in the order of the model.

Answers are kept by dotted key (`prestation.livrables.1.nom`), an empty one for a key left out: so
what is left to ask follows from what was answered, and a mission can be left and taken up again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import Struct
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from clauselint.library.mission import PART_MODELS
from clauselint.library.mission_groups import Groupe
from clauselint.library.mission_model import Mission
from clauselint.library.mission_origins import Cellule, LigneDeLot
from clauselint.library.mission_sources import Saisies, with_line
from clauselint.library.problems import LibraryError, Problem
from clauselint.library.validation_messages import faults_of, problem_of
from clauselint.library.yaml_places import Key
from clauselint.library.yaml_source import parse_values, read_yaml

__all__ = ["NOUVEAU", "Question", "answer_problem", "questions", "values_of"]

NOUVEAU = "nouveau"
"""The answer that describes a part in the mission itself, rather than naming its file."""

_FOLDERS = {"profil": "profils", "entreprise_cliente": "clients", "salarie_porte": "salaries"}
_ASKED = (
    *("travail", "reference", "profil", "entreprise_cliente", "salarie_porte", "prestation"),
    *("prix", "remuneration", "temps_travail", "periode_essai", "position", "signature"),
)
# Keys that few missions need: their place in a mission is told by docs/mission.md.
_LEFT_OUT = frozenset(
    {
        *("prestation.equipements_protection", "prestation.indicateurs"),
        *("prestation.niveaux_service", "prix.frais_gestion"),
    }
)
# A key asked only when another one was left empty, or was given.
_UNLESS = {
    "prestation.terme_incertain": "prestation.fin",
    "temps_travail.heures_par_jour": "temps_travail.forfait_jours",
}
_IF = {"temps_travail.jours_premiere_annee": "temps_travail.forfait_jours"}
# Asked before its turn in the model, because the next question depends on it.
_FIRST = {"temps_travail": "forfait_jours"}
_DEFAULTS = {
    "travail": "cdd",
    "temps_travail.heures_par_jour": "7",
    "signature.electronique": "non",
}


class Question(Struct, frozen=True):
    """One value to give: `cle` is its dotted key, `groupe` the heading it stands under.

    `choix` are the answers it takes, or the files it may be; `defaut` is taken for an empty answer,
    else `facultative` lets it be empty.
    """

    cle: str
    groupe: str
    aide: str
    choix: tuple[str, ...] = ()
    defaut: str = ""
    facultative: bool = False
    fichiers: bool = False


def questions(answers: Mapping[str, str], folder: Path) -> Iterator[Question]:
    """The questions of a mission of `folder`, answered or not; `answers` may grow meanwhile."""
    for name in _ASKED:
        field = Mission.model_fields[name]
        heading = (field.description or "").rstrip(".").split(" ; ")[0]
        if name in PART_MODELS:
            yield _part(name, heading, folder)
            if answers.get(name, NOUVEAU) == NOUVEAU:
                yield from _group(PART_MODELS[name], (name,), heading, answers)
        elif _is_group(_kind(field)):
            yield from _group(_kind(field), (name,), heading, answers)
        else:
            yield _question((name,), field, "")


def _part(name: str, heading: str, folder: Path) -> Question:
    files = sorted((folder / _FOLDERS[name]).glob("*.yaml"))
    paths = tuple(path.relative_to(folder).as_posix() for path in files)
    return Question(
        cle=name,
        groupe=heading,
        aide="Le fichier qui la décrit, ou « nouveau » pour répondre aux questions.",
        choix=(*paths, NOUVEAU),
        defaut=paths[0] if paths else NOUVEAU,
        fichiers=True,
    )


def _group(
    model: type[BaseModel], prefix: tuple[str, ...], heading: str, answers: Mapping[str, str]
) -> Iterator[Question]:
    first = _FIRST.get(".".join(prefix), "")
    for name in sorted(model.model_fields, key=lambda field: field != first):
        field, path = model.model_fields[name], (*prefix, name)
        key, kind = ".".join(path), _kind(field)
        if key in _LEFT_OUT or answers.get(_UNLESS.get(key, "")):
            continue
        if key in _IF and not answers.get(_IF[key]):
            continue
        if _is_group(kind):
            yield from _group(kind, path, heading, answers)
        elif get_origin(kind) is tuple:
            yield from _list(field, path, heading, answers)
        else:
            yield _question(path, field, heading)


def _list(
    field: FieldInfo, path: tuple[str, ...], heading: str, answers: Mapping[str, str]
) -> Iterator[Question]:
    """The items of a list, until an empty answer."""
    item = _bare(get_args(_kind(field))[0])
    rank = 0
    while True:
        rank += 1
        own = (*path, str(rank))
        optional = rank > 1 or not field.is_required()
        told = f"{_aide(field)} N° {rank} (vide pour finir)." if optional else _aide(field)
        if not _is_group(item):
            key = ".".join(own)
            yield Question(key, heading, told, facultative=optional)
        else:
            names = tuple(item.model_fields)
            key = ".".join((*own, names[0]))
            yield Question(key, heading, told, facultative=optional)
            if answers.get(key):
                for name in names[1:]:
                    yield _question((*own, name), item.model_fields[name], heading)
        if not answers.get(key):
            return


def _question(path: tuple[str, ...], field: FieldInfo, heading: str) -> Question:
    key, kind = ".".join(path), _kind(field)
    choices = _choices(kind)
    default = field.default if isinstance(field.default, str) else ""
    return Question(
        cle=key,
        groupe=heading,
        aide=_aide(field),
        choix=choices,
        defaut=_DEFAULTS.get(key, default),
        facultative=not field.is_required() and key not in _UNLESS,
    )


def _choices(kind: Any) -> tuple[str, ...]:
    if kind is bool:
        return ("oui", "non")
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return tuple(str(name) for name in kind)
    return ()


def _aide(field: FieldInfo) -> str:
    return " ".join((field.description or "").split())


def _kind(field: FieldInfo) -> Any:
    return _bare(field.annotation)


def _bare(annotation: Any) -> Any:
    """The type of a value that is there: without what `Annotated` adds, nor « or nothing »."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return _bare(next(kind for kind in get_args(annotation) if kind is not type(None)))
    return annotation


def _is_group(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Groupe)


def values_of(answers: Mapping[str, str]) -> dict[str, Any]:
    """The values of a mission file that says what `answers` do, groups within groups."""
    given = {key: text for key, text in answers.items() if text and text != NOUVEAU}
    cells = tuple(Cellule(_chemin(key), rank) for rank, key in enumerate(given, start=1))
    tree, nothing = parse_values("{}", name="mission")
    line = LigneDeLot("mission", 1, cells)
    return with_line(Saisies(nothing, tree, Path()), line, tuple(given.values())).values


def _chemin(key: str) -> tuple[Key, ...]:
    return tuple(int(name) - 1 if name.isdecimal() else name for name in key.split("."))


def answer_problem(answers: Mapping[str, str], key: str, folder: Path) -> str:
    """What is wrong with the answer to `key`, in the words of the model, or an empty text."""
    if key in PART_MODELS:
        return "" if answers[key] == NOUVEAU else _file_problem(folder / answers[key], key)
    values = {
        name: value
        for name, value in values_of(answers).items()
        if name not in PART_MODELS or isinstance(value, dict)
    }
    chemin = _chemin(key)
    try:
        Mission.model_validate(values)
    except ValidationError as error:
        tree, _ = parse_values("{}", name="mission")
        for details in faults_of(error):
            loc = details["loc"]
            inside = details["type"] == "value_error" and loc and chemin[: len(loc)] == loc
            if loc == chemin or (inside and not _pending(loc, answers)):
                return _told(problem_of(details, Mission, tree))
    return ""


def _pending(loc: tuple[Key, ...], answers: Mapping[str, str]) -> bool:
    """Whether what two keys of a group say together is not known yet."""
    group = ".".join(str(name) for name in loc)
    return any(
        key.rpartition(".")[0] == group and other not in answers for key, other in _UNLESS.items()
    )


def _file_problem(path: Path, key: str) -> str:
    try:
        read_yaml(path, PART_MODELS[key])
    except LibraryError as error:
        return str(error)
    return ""


def _told(problem: Problem) -> str:
    expected = f" ; attendu : {problem.expected}" if problem.expected else ""
    near = f" Vouliez-vous dire « {problem.suggestion} » ?" if problem.suggestion else ""
    return f"{problem.message}{expected}.{near}"
