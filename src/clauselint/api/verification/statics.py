"""What is wrong in a library without building anything: names, parameters, links, outlines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from clauselint.api.verification.clause_texts import Text, texts_of
from clauselint.api.verification.links import contradictions
from clauselint.api.verification.missions import Base
from clauselint.api.verification.results import Cell
from clauselint.drafting.context import names_for
from clauselint.drafting.prices import decompose
from clauselint.drafting.reglages import parametres_of
from clauselint.drafting.values import Vue
from clauselint.library.clause_places import ClauseText
from clauselint.library.definitions import Clause
from clauselint.library.library import Library
from clauselint.library.mission import read_mission
from clauselint.library.mission_model import Mission
from clauselint.library.outline import Outline, read_outline
from clauselint.library.problems import LibraryError, Problem, nearest
from clauselint.model import DocumentType, Pourcentage

__all__ = ["StaticProblems", "outlines_of", "static_problems"]

_GIVEN = ("parametres", "variante", "renvoi", "accord", "fin")


class StaticProblems(NamedTuple):
    """`errors` would stop a mission or contradict each other; `unused` serve nothing."""

    errors: tuple[Problem, ...]
    unused: tuple[Problem, ...]


def static_problems(
    library: Library, examples: Sequence[Base], built: Collection[Cell]
) -> StaticProblems:
    """The problems of the texts and outlines of `library`; `built` are the (document, clause,
    variant) that a mission has built.
    """
    outlines = _outlines(library)
    texts = {kind: tuple(texts_of(library, clause)) for kind, clause in library.clauses.items()}
    names = _names(library, examples)
    errors = [
        *(
            found
            for kind in texts
            for found in _undefined(library.clauses[kind], texts[kind], names)
        ),
        *_unknown_clauses(library, outlines),
        *contradictions(library, outlines),
    ]
    computed = {pair for name in names for pair in name.computed}
    unused = [
        *(found for kind in texts for found in _unread(library, kind, texts[kind], computed)),
        *_never_written(library, built),
    ]
    return StaticProblems(_each_once(errors), _each_once(unused))


def outlines_of(library: Library, documents: Collection[str]) -> tuple[Outline, ...]:
    """The outlines of the types of document given, whatever folders of `templates/` they are in."""
    return tuple(outline for outline in _outlines(library) if outline.document in documents)


def _outlines(library: Library) -> tuple[Outline, ...]:
    folders = sorted(
        {
            folder.name
            for root in library.roots
            for folder in root.glob("templates/*")
            if folder.is_dir()
        }
    )
    found = (library.file("templates", folder, "outline.yaml") for folder in folders)
    return tuple(read_outline(path) for path in found if path)


class _Names(NamedTuple):
    """What the texts of one example mission may name, and the rates its price is computed with."""

    names: Mapping[str, Any]
    computed: frozenset[tuple[str, str]]


def _names(library: Library, examples: Sequence[Base]) -> tuple[_Names, ...]:
    """One for each contract of each example that can be read; the others are told as faults."""
    found = []
    for base in examples:
        try:
            mission = read_mission(base.file)
            computed = _computed(mission, library)
            found += [
                _Names(names_for(mission, document, library), computed)
                for document in mission.contrats
            ]
        except LibraryError:
            continue
    return tuple(found)


def _computed(mission: Mission, library: Library) -> frozenset[tuple[str, str]]:
    asked: set[tuple[str, str]] = set()

    def taux(clause: str, nom: str) -> Pourcentage:
        asked.add((clause, nom))
        rate: Pourcentage = getattr(parametres_of(library.clauses[clause], mission), nom).valeur
        return rate

    decompose(mission, taux)
    return frozenset(asked)


def _undefined(clause: Clause, texts: Sequence[Text], names: Sequence[_Names]) -> Iterator[Problem]:
    """Names that no mission can give a value to."""
    parameters = [parametre.nom for parametre in clause.parametres]
    for text in texts:
        if text.fault:
            yield text.problem(text.fault_line, text.fault)
        for line, path in text.paths if names else ():
            fault = _path_fault(path, parameters, names)
            if fault:
                message, suggestion = fault
                yield text.problem(line, message, suggestion)


def _path_fault(
    path: tuple[str, ...], parameters: Sequence[str], names: Sequence[_Names]
) -> tuple[str, str] | None:
    root, *rest = path
    if root == "parametres" and rest and rest[0] not in parameters:
        message = f"« {rest[0]} » n’est pas un paramètre de la clause"
        return message, nearest(rest[0], parameters)
    if root in _GIVEN:
        return None
    if not any(root in known.names for known in names):
        known = {name for one in names for name in one.names}
        return f"« {root} » n’est pas un nom que les textes connaissent", nearest(root, known)
    faults = [_attribute_fault(known.names.get(root), rest) for known in names]
    return None if None in faults else faults[0]


def _attribute_fault(value: Any, rest: Sequence[str]) -> tuple[str, str] | None:
    for name in rest:
        if not isinstance(value, Vue):
            return None
        if name not in value.noms():
            return f"« {name} » n’existe pas ici", nearest(name, value.noms())
        value = getattr(value, name)
    return None


def _unread(
    library: Library, kind: str, texts: Sequence[Text], computed: Collection[tuple[str, str]]
) -> Iterator[Problem]:
    read = {
        path[1]
        for text in texts
        for _, path in text.paths
        if path[:1] == ("parametres",) and path[1:]
    }
    for parametre in library.clauses[kind].parametres:
        if parametre.nom not in read and (kind, parametre.nom) not in computed:
            message = f"aucun texte ne lit le paramètre « {parametre.nom} » ; l’écrire ou l’ôter"
            yield ClauseText(library, kind, (("parametres", parametre.nom),)).problem(message)


def _unknown_clauses(library: Library, outlines: Sequence[Outline]) -> Iterator[Problem]:
    for outline in outlines:
        for rank, article in enumerate(outline.articles):
            loc = ("articles", rank)
            if not article.clause:
                continue
            clause = library.clauses.get(article.clause)
            if clause is None:
                message = f"la bibliothèque n’a pas de clause « {article.clause} »"
                near = nearest(article.clause, library.clauses)
            elif outline.document not in clause.redigee and outline.document in DocumentType:
                message = f"la clause « {article.clause} » n’a pas de texte pour ce document"
                near = ""
            else:
                continue
            position = outline.tree.value_position(loc)
            yield outline.tree.problem(position, loc, message, suggestion=near)


def _never_written(library: Library, built: Collection[Cell]) -> Iterator[Problem]:
    """The texts that no mission has written, by clause and variant."""
    for clause in library.clauses.values():
        for variante in clause.variantes:
            missing = [
                str(document)
                for document in variante.textes
                if (str(document), clause.kind, variante.nom) not in built
            ]
            if missing:
                where = ", ".join(missing)
                message = (
                    f"aucune mission n’écrit ce texte ({where}) ; l’ajouter à un plan, ou l’ôter"
                )
                yield ClauseText(library, clause.kind, (("variantes", variante.nom),)).problem(
                    message
                )


def _each_once(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.file, p.line, p.message)))
