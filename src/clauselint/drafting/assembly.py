"""From a mission to contracts: outline, clauses, numbers, cross-references, and the text they make.

Numbers are those that Word will compute: « Article 3. » for a heading, « 3.2 » for an alinéa of an
article that has several, a dash for an item.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from clauselint.drafting.blocks import (
    Bloc,
    Draft,
    Element,
    Run,
    Section,
    Style,
    Tableau,
    text_of,
)
from clauselint.drafting.context import names_for
from clauselint.drafting.liens import Plan, check_liens
from clauselint.drafting.markup import Genre, Morceau
from clauselint.drafting.plain import contract_text
from clauselint.drafting.reglages import check_reglages, parametres_of, variante_of
from clauselint.drafting.rendering import Source, holds, render
from clauselint.drafting.typography import typeset
from clauselint.library.definitions import Clause
from clauselint.library.library import Library
from clauselint.library.mission_model import Mission
from clauselint.library.outline import ArticleVoulu, Outline, read_outline
from clauselint.library.places import first_line, place_of
from clauselint.library.problems import LibraryError, Problem
from clauselint.library.yaml_places import Key
from clauselint.model import DocumentType

__all__ = ["draft", "render_clause"]

_DASH = "–"
_TOGETHER = "Ci-après dénommées ensemble « les Parties » et individuellement « la Partie »."


class _Article(Struct, frozen=True):
    """An article rendered, before it knows its number."""

    clause: str
    variante: str
    empreinte: str
    titre: tuple[Run, ...]
    morceaux: tuple[Morceau, ...]
    source: Source


def draft(mission: Mission, library: Library) -> tuple[Draft, ...]:
    """The work contract of `mission` and its service contract.

    Raises `LibraryError` with what is wrong in the mission (an unknown clause, a value out of
    bounds, a pay the price can't bear) or in a text of the library; `IncompatibleClauses` when a
    clause lacks one that it requires, or meets one that it excludes.
    """
    check_reglages(mission, library)
    outlines = [_outline(library, document) for document in mission.contrats]
    plans = [_plan(outline, mission, library) for outline in outlines]
    check_liens(plans, mission, library)
    return tuple(
        _contract(outline, plan, mission, library)
        for outline, plan in zip(outlines, plans, strict=True)
    )


def _plan(outline: Outline, mission: Mission, library: Library) -> Plan:
    names = names_for(mission, outline.document, library)
    return Plan(outline.document, tuple(_wanted(outline, mission, names)), names)


def _contract(outline: Outline, plan: Plan, mission: Mission, library: Library) -> Draft:
    names = plan.names
    around = _Around(outline, names)
    articles = tuple(_article(wanted, outline, plan, mission, library) for wanted in plan.articles)
    numbers = {article.clause: number for number, article in enumerate(articles, 1)}
    sections = (
        Section(tuple(_opening(around))),
        *_with_signatures(
            tuple(_section(article, number, numbers) for number, article in enumerate(articles, 1))
        ),
        Section(tuple(_closing(around))),
    )
    reference = text_of(around.runs(outline.reference, "reference"))
    return Draft(
        document=outline.document,
        reference=reference,
        titre=text_of(around.runs(outline.titre, "titre")),
        entreprise=mission.profil.denomination,
        date=mission.signature.date.isoformat(),
        text=contract_text(_file_name(reference), sections),
        sections=sections,
    )


def _file_name(reference: str) -> str:
    """The reference as the name of a file on any system."""
    return re.sub(r'[\\/:*?"<>|\s]+', "-", reference).strip(".-") + ".docx"


def _outline(library: Library, document: DocumentType) -> Outline:
    path = library.file("templates", document.value, "outline.yaml")
    if path is None:
        name = f"templates/{document.value}/outline.yaml"
        message = "ce plan manque à la bibliothèque ; sans lui le contrat ne peut pas être écrit"
        raise LibraryError((Problem(name, 0, 0, "", message),))
    return read_outline(path)


def _outline_source(outline: Outline, text: str, loc: tuple[Key, ...]) -> Source:
    tree = outline.tree
    return Source(text, tree.file, tree.dotted(loc), lambda: first_line(tree, loc))


def _wanted(outline: Outline, mission: Mission, names: Mapping[str, Any]) -> Iterator[ArticleVoulu]:
    """The articles of the outline that this mission has."""
    for rank, wanted in enumerate(outline.articles):
        if mission.reglage(wanted.clause).retiree:
            continue
        loc = ("articles", rank, "quand")
        if wanted.quand and not holds(_outline_source(outline, wanted.quand, loc), names):
            continue
        yield wanted


def _article(
    wanted: ArticleVoulu, outline: Outline, plan: Plan, mission: Mission, library: Library
) -> _Article:
    clause = library.clauses.get(wanted.clause)
    article = _written(clause, plan, mission, library, wanted.titre) if clause else None
    if article is None:
        message = f"la clause « {wanted.clause} » n’a pas de rédaction pour ce contrat"
        position = outline.tree.value_position(("articles",))
        raise LibraryError((outline.tree.problem(position, ("articles",), message),))
    return article


def _written(
    clause: Clause, plan: Plan, mission: Mission, library: Library, titre: str = ""
) -> _Article | None:
    """The clause in the words of its variant for this document; None when it has none."""
    variante = variante_of(clause, mission)
    wording = clause.wording(variante, plan.document)
    if wording is None:
        return None
    text, giving = wording
    source = _clause_source(library, clause, giving, plan.document, text)
    names = {**plan.names, "parametres": parametres_of(clause, mission), "variante": variante}
    heading = Source(titre or clause.titre, source.file, "titre", source.line)
    return _Article(
        clause.kind,
        variante,
        hashlib.sha256(text.encode()).hexdigest()[:12],
        tuple(run for morceau in render(heading, names) for run in morceau.runs),
        render(source, names),
        source,
    )


def render_clause(
    clause: Clause, document: DocumentType, mission: Mission, library: Library
) -> Section | None:
    """The clause as `document` of `mission` would state it, whether or not it does; None when the
    library has no words of it for this document.

    It is numbered 1, and its cross-references name clauses: « Article [prix] ».
    """
    check_reglages(mission, library)
    plan = Plan(document, (ArticleVoulu(clause.kind),), names_for(mission, document, library))
    article = _written(clause, plan, mission, library)
    referred = {kind: f"[{kind}]" for kind in library.clauses}
    return _section(article, 1, referred) if article else None


def _clause_source(
    library: Library, clause: Clause, variante: str, document: DocumentType, text: str
) -> Source:
    path = library.file("clauses", f"{clause.kind}.yaml")
    shorthand = ("travail",) if document in (DocumentType.CDD, DocumentType.CDI) else ()
    locs = [("variantes", variante, name) for name in (document.value, *shorthand, "tous")]

    def line() -> int:
        return place_of(path, *locs) if path else 1

    name = str(path) if path else f"clauses/{clause.kind}.yaml"
    return Source(text, name, ".".join(locs[0]), line)


def _section(article: _Article, number: int, numbers: Mapping[str, int | str]) -> Section:
    heading = Bloc(Style.ARTICLE, article.titre, f"Article {number}.", signet=article.clause)
    body = _numbered(article.morceaux, number)
    referred = tuple(_referred(element, numbers, article.source) for element in body)
    return Section((heading, *referred), article.clause, article.variante, article.empreinte)


def _with_signatures(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The same, the last article held to what follows: signatures never stand alone on a page."""
    last = sections[-1]
    held = tuple(
        replace(element, keep_next=True) if isinstance(element, Bloc) else element
        for element in last.elements
    )
    return (*sections[:-1], replace(last, elements=held))


def _numbered(morceaux: tuple[Morceau, ...], number: int) -> Iterator[Element]:
    several = sum(morceau.genre is Genre.ALINEA for morceau in morceaux) > 1
    rank = 0
    for index, morceau in enumerate(morceaux):
        following = morceaux[index + 1].genre if index + 1 < len(morceaux) else Genre.ALINEA
        if morceau.genre is Genre.TABLEAU:
            yield _table(morceau)
        elif morceau.genre is Genre.ITEM:
            yield Bloc(Style.ITEM, morceau.runs, _DASH, keep_next=following is Genre.TABLEAU)
        else:
            rank += 1
            style = Style.ALINEA if several else Style.ALINEA_SEUL
            label = f"{number}.{rank}" if several else ""
            yield Bloc(style, morceau.runs, label, keep_next=following is not Genre.ALINEA)


def _table(morceau: Morceau) -> Tableau:
    rows = tuple(tuple((Bloc(Style.ENTREE, cell),) for cell in cells) for cells in morceau.lignes)
    return Tableau(rows, titres=morceau.titres)


def _referred(element: Element, numbers: Mapping[str, int | str], source: Source) -> Element:
    """The same, its cross-references given the number of the article they refer to."""
    if isinstance(element, Tableau):
        return element
    return replace(element, runs=tuple(_number(run, numbers, source) for run in element.runs))


def _number(run: Run, numbers: Mapping[str, int | str], source: Source) -> Run:
    if not run.renvoi:
        return run
    if run.renvoi not in numbers:
        message = f"renvoi('{run.renvoi}') vise un article que ce contrat ne contient pas"
        raise source.fault(1, message)
    return replace(run, text=f"Article\u00a0{numbers[run.renvoi]}")


class _Around(Struct, frozen=True):
    """What stands around the articles: the outline's own texts, rendered."""

    outline: Outline
    names: Mapping[str, Any]

    def morceaux(self, text: str, *loc: Key) -> tuple[Morceau, ...]:
        return render(_outline_source(self.outline, text, loc), self.names)

    def runs(self, text: str, *loc: Key) -> tuple[Run, ...]:
        return tuple(run for morceau in self.morceaux(text, *loc) for run in morceau.runs)


def _opening(around: _Around) -> Iterator[Bloc]:
    outline = around.outline
    reference = around.runs(outline.reference, "reference")
    yield Bloc(Style.TITRE, around.runs(outline.titre, "titre"))
    if outline.sous_titre:
        yield Bloc(Style.SOUS_TITRE, around.runs(outline.sous_titre, "sous_titre"))
    yield Bloc(Style.SOUS_TITRE, (Run("Référence\u00a0: "), *reference))
    yield _label("ENTRE LES SOUSSIGNÉS\u00a0:")
    last = len(outline.parties) - 1
    for rank, party in enumerate(outline.parties):
        yield Bloc(Style.PARTIE, around.runs(party, "parties", rank), keep_next=True)
        yield _label("D’UNE PART," if rank < last else "D’AUTRE PART,", align="right")
        if rank < last:
            yield _label("ET")
    yield Bloc(Style.TEXTE, (Run(typeset(_TOGETHER)),))
    if outline.preambule:
        yield _label("PRÉAMBULE")
        for morceau in around.morceaux(outline.preambule, "preambule"):
            yield Bloc(Style.TEXTE, morceau.runs)
    yield _label("CECI EXPOSÉ, IL A ÉTÉ CONVENU CE QUI SUIT\u00a0:")


def _label(text: str, align: str = "") -> Bloc:
    return Bloc(Style.INTITULE, (Run(text),), keep_next=True, align=align)


def _closing(around: _Around) -> Iterator[Element]:
    outline = around.outline
    yield Bloc(Style.TEXTE, around.runs(outline.cloture, "cloture"), keep_next=True)
    cells = tuple(
        (
            Bloc(Style.SIGNATURE, _bold(around.runs(signer.pour, "signatures", rank, "pour"))),
            Bloc(Style.SIGNATURE, around.runs(signer.nom, "signatures", rank, "nom")),
        )
        for rank, signer in enumerate(outline.signatures)
    )
    yield Tableau((cells,), signatures=True)


def _bold(runs: Iterable[Run]) -> tuple[Run, ...]:
    return tuple(replace(run, bold=True) for run in runs)
