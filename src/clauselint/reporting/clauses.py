"""The clauses of the library: the table of all, and one told in full, for people and programs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import wrap

from clauselint.library import Clause, ClauseExample, Fondement, Lien, Parametre, Variante
from clauselint.library.definitions import EQUILIBREE
from clauselint.library.parameters import bounds_of, default_of
from clauselint.model import DocumentType
from clauselint.reporting.rule_sheet import (
    Block,
    Entry,
    Items,
    Line,
    Part,
    Sample,
    Sheet,
    basis_lines,
)
from clauselint.reporting.rule_words import WORDS
from clauselint.reporting.values import Json

__all__ = ["CLAUSE_SCHEMA", "clause_json", "clause_sheet", "clauses_json", "clauses_text"]

CLAUSE_SCHEMA = "clausegen/clause/1"

_WIDTH = 92  # of a wording on a terminal
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_HELD = "\ue000"  # private use: where a line is not cut
_HEAD = ("CLAUSE", "TITRE", "DOCUMENTS", "VARIANTES", "PARAMÈTRES")
_UNWRITTEN = "(reconnue, non rédigée)"
_WORDS = WORDS["fr"]
_OUTCOMES = {
    "presente": "Textes qui portent la clause",
    "absente": "Textes qui ne la portent pas",
    "exclue": "Textes qui l’écartent",
}


def clauses_text(clauses: Sequence[Clause]) -> str:
    """One line a clause: kind, title, documents it is written for, variants, parameters."""
    rows = [_HEAD, *(_row(clause) for clause in clauses)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = (
        "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _row(clause: Clause) -> tuple[str, ...]:
    return (
        clause.kind,
        clause.titre,
        ",".join(clause.redigee) or "-",
        ",".join(variante.nom for variante in clause.variantes) or _UNWRITTEN,
        ",".join(parametre.nom for parametre in clause.parametres) or "-",
    )


def clauses_json(clauses: Sequence[Clause]) -> list[Json]:
    """The same, for programs."""
    return [
        {
            "clause": clause.kind,
            "titre": clause.titre,
            "documents": [str(kind) for kind in clause.redigee],
            "variantes": [variante.nom for variante in clause.variantes],
            "parametres": [parametre.nom for parametre in clause.parametres],
        }
        for clause in clauses
    ]


def clause_sheet(
    clause: Clause, variantes: Sequence[Variante], documents: Sequence[DocumentType]
) -> Sheet:
    """All that is told of `clause`, its wordings limited to `variantes` and `documents`."""
    written = ", ".join(_WORDS.kinds[kind] for kind in clause.redigee)
    entries = (
        Entry(_WORDS.documents, (Line(written or "aucun : la clause est reconnue, non rédigée"),)),
        Entry(
            _WORDS.basis,
            basis_lines(clause.fondement, _WORDS) or (Line("aucun texte : clause d’usage"),),
        ),
    )
    parts = (
        Part("Paramètres", _items(_parametre_told(item) for item in clause.parametres)),
        Part("Exige", _items(_lien_told(lien) for lien in clause.exige)),
        Part("Exclut", _items(_lien_told(lien) for lien in clause.exclut)),
        *(
            Part(f"Variante « {item.nom} »", tuple(_wordings(clause, item, documents)))
            for item in variantes
        ),
        *(Part(heading, _samples(clause, outcome)) for outcome, heading in _OUTCOMES.items()),
    )
    return Sheet(clause.titre, clause.kind, entries, tuple(part for part in parts if part.blocks))


def _items(texts: Iterator[str]) -> tuple[Block, ...]:
    told = tuple(texts)
    return (Items(told),) if told else ()


def _parametre_told(parametre: Parametre) -> str:
    default = f"{parametre.defaut} par défaut" if parametre.defaut else "facultatif"
    bounds = bounds_of(parametre)
    told = ", ".join(part for part in (str(parametre.type), default, bounds) if part)
    why = f" — {parametre.pourquoi}" if parametre.pourquoi else ""
    return f"{parametre.nom} : {told}{why}"


def _lien_told(lien: Lien) -> str:
    where = "dans l’autre contrat de la mission" if lien.miroir else "dans le même contrat"
    condition = f", si {lien.quand}" if lien.quand else ""
    return f"{lien.clause} {where}{condition} — {lien.pourquoi}"


def _wordings(
    clause: Clause, variante: Variante, documents: Sequence[DocumentType]
) -> Iterator[Block]:
    told = (
        ("Concède", variante.concede),
        ("Quand l’accepter", variante.accepter),
        ("Repli", variante.repli),
        ("Valeurs par défaut", ", ".join(f"{k} {v}" for k, v in variante.defauts.items())),
    )
    yield from _items(f"{label} : {text}" for label, text in told if text)
    for document in documents:
        wording = clause.wording(variante.nom, document)
        if wording is None:
            continue
        text, giving = wording
        name = _WORDS.kinds[document]
        if giving == variante.nom:
            yield Sample(_folded(text), (f"{name} :",), ())
        elif len(documents) == 1:
            yield Sample(_folded(text), (f"{name}, texte de « {EQUILIBREE} » :",), ())
        else:
            yield Sample("", (f"{name} : comme « {EQUILIBREE} »",), ())


def _folded(text: str) -> str:
    """The text in lines that a terminal shows; a tag stays on one line."""
    held = _TAG.sub(lambda tag: tag[0].replace(" ", _HELD), text)
    return "\n".join(
        piece.replace(_HELD, " ")
        for line in held.splitlines()
        for piece in wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False) or [""]
    )


def _samples(clause: Clause, outcome: str) -> tuple[Block, ...]:
    return tuple(
        Sample(_folded(example.texte.strip()), tuple(_notes(example)), ())
        for example in clause.exemples
        if example.outcome == outcome
    )


def _notes(example: ClauseExample) -> Iterator[str]:
    if example.documents:
        yield f"({', '.join(_WORDS.kinds[kind] for kind in example.documents)})"
    if example.termes:
        yield "; ".join(f"{nom} = {value}" for nom, value in example.termes.items())


def clause_json(
    clause: Clause, variantes: Sequence[Variante], documents: Sequence[DocumentType]
) -> dict[str, Json]:
    """The same, for programs, by the keys of the clause file.

    The texts are those that a mission gets: `de` names the variant that a text comes from.
    """
    return {
        "schema": CLAUSE_SCHEMA,
        "clause": clause.kind,
        "titre": clause.titre,
        "documents": [str(kind) for kind in clause.documents],
        "fondement": [_fondement_json(basis) for basis in clause.fondement],
        "parametres": [_parametre_json(parametre) for parametre in clause.parametres],
        "variantes": [_variante_json(clause, item, documents) for item in variantes],
        "exige": [_lien_json(lien) for lien in clause.exige],
        "exclut": [_lien_json(lien) for lien in clause.exclut],
        "exemples": [
            {
                example.outcome: example.texte,
                "documents": [str(kind) for kind in example.documents],
                "termes": dict(example.termes),
            }
            for example in clause.exemples
        ],
    }


def _fondement_json(basis: Fondement) -> Json:
    return {
        "texte": basis.texte,
        "article": basis.article,
        "division": basis.division or None,
        "depuis": basis.depuis.isoformat() if basis.depuis else None,
        "jusqua": basis.jusqua.isoformat() if basis.jusqua else None,
        "id": basis.id or None,
    }


def _parametre_json(parametre: Parametre) -> Json:
    return {
        "nom": parametre.nom,
        "type": str(parametre.type),
        "defaut": parametre.defaut,
        "min": parametre.min,
        "max": parametre.max,
        "pourquoi": parametre.pourquoi or None,
    }


def _variante_json(
    clause: Clause, variante: Variante, documents: Sequence[DocumentType]
) -> dict[str, Json]:
    texts = {str(kind): clause.wording(variante.nom, kind) for kind in documents}
    defaults = {parametre.nom: default_of(parametre, variante) for parametre in clause.parametres}
    return {
        "nom": variante.nom,
        "concede": variante.concede or None,
        "accepter": variante.accepter or None,
        "repli": variante.repli or None,
        "defauts": {nom: value for nom, value in defaults.items() if value is not None},
        "textes": {
            kind: {"texte": found[0], "de": found[1]} for kind, found in texts.items() if found
        },
    }


def _lien_json(lien: Lien) -> Json:
    return {
        "clause": lien.clause,
        "dans": "miroir" if lien.miroir else "contrat",
        "quand": lien.quand or None,
        "pourquoi": lien.pourquoi,
    }
