"""The commands about the clause library: `clauses`, `show`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clauselint.cli.french import FrenchCommand
from clauselint.cli.shared import LIBRARY_OPTION, write_output
from clauselint.model import DocumentType

if TYPE_CHECKING:
    from clauselint.library import Clause, Library, Variante

__all__ = ["list_clauses", "show"]

_FORMAT_OPTION = click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Forme du résultat.",
)


@click.command("clauses", cls=FrenchCommand)
@_FORMAT_OPTION
@LIBRARY_OPTION
def list_clauses(output_format: str, library: tuple[Path, ...]) -> int:
    """Liste les clauses : nom, titre, documents, variantes, paramètres."""
    from clauselint.library import load_library  # noqa: PLC0415
    from clauselint.reporting.clauses import clauses_json, clauses_text  # noqa: PLC0415

    clauses = tuple(load_library(library).clauses.values())
    if output_format == "json":
        write_output(json.dumps(clauses_json(clauses), ensure_ascii=False, indent=1) + "\n", None)
    else:
        write_output(clauses_text(clauses), None)
    return 0


@click.command(cls=FrenchCommand)
@click.argument("name", metavar="CLAUSE")
@click.option("--variante", "variant", help="Cette variante seule.", metavar="NOM")
@click.option(
    "--document",
    type=click.Choice([str(kind) for kind in DocumentType]),
    help="Le texte de ce document seul.",
)
@_FORMAT_OPTION
@LIBRARY_OPTION
def show(
    name: str,
    variant: str | None,
    document: str | None,
    output_format: str,
    library: tuple[Path, ...],
) -> int:
    """Montre une clause : textes, paramètres et bornes, fondement, négociation, exemples."""
    from clauselint.library import load_library  # noqa: PLC0415
    from clauselint.reporting.clauses import clause_json, clause_sheet  # noqa: PLC0415
    from clauselint.reporting.rules import sheet_text  # noqa: PLC0415

    clause = _clause(load_library(library), name)
    variants = _variants(clause, variant)
    documents = _documents(clause, document)
    if output_format == "json":
        told = clause_json(clause, variants, documents)
        write_output(json.dumps(told, ensure_ascii=False, indent=1) + "\n", None)
    else:
        write_output(sheet_text(clause_sheet(clause, variants, documents)), None)
    return 0


def _clause(library: Library, name: str) -> Clause:
    found = library.clauses.get(name)
    if found is None:
        message = f"« {name} » n’est pas une clause de la bibliothèque."
        raise _bad("name", f"{message}{_near(name, library.clauses)}")
    return found


def _variants(clause: Clause, name: str | None) -> tuple[Variante, ...]:
    if name is None:
        return clause.variantes
    found = clause.variante(name)
    if found is None:
        names = [variante.nom for variante in clause.variantes]
        own = f"les siennes : {', '.join(names)}" if names else "elle n’en a aucune"
        message = f"la clause n’a pas de variante « {name} » ({own})."
        raise _bad("variant", f"{message}{_near(name, names)}")
    return (found,)


def _documents(clause: Clause, name: str | None) -> tuple[DocumentType, ...]:
    if name is None:
        return clause.redigee
    document = DocumentType(name)
    if document not in clause.redigee:
        written = ", ".join(clause.redigee) or "aucun document"
        message = f"la clause n’a pas de texte pour « {name} » ; elle en a pour : {written}."
        raise _bad("document", message)
    return (document,)


def _bad(parameter: str, message: str) -> click.BadParameter:
    context = click.get_current_context()
    found = next(item for item in context.command.params if item.name == parameter)
    return click.BadParameter(message, context, found)


def _near(name: str, names: Iterable[str]) -> str:
    from clauselint.library.problems import ask_for, nearest  # noqa: PLC0415

    near = nearest(name, names)
    return f" {ask_for(near)}" if near else ""
