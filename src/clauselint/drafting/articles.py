"""The articles of a document: clauses of the library, or texts of the outline, rendered and then
numbered.

Numbers are those that Word will compute: « Article 3. » for a heading, « 3.2 » for an alinéa of an
article that has several, a dash for an item.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from clauselint.drafting.blocks import Bloc, Element, Run, Section, Style, Tableau
from clauselint.drafting.liens import Plan
from clauselint.drafting.markup import Genre, Morceau
from clauselint.drafting.reglages import parametres_of, variante_of
from clauselint.drafting.rendering import Source, holds, render
from clauselint.library.clause_places import clause_place, wording_locs
from clauselint.library.definitions import Clause
from clauselint.library.library import Library
from clauselint.library.mission_model import Mission
from clauselint.library.outline import ArticleVoulu, Outline
from clauselint.library.places import first_line
from clauselint.library.problems import LibraryError
from clauselint.library.yaml_places import Key
from clauselint.model import DocumentType

__all__ = [
    "Numeros",
    "Redige",
    "blocs_of",
    "outline_source",
    "plan_of",
    "rendered",
    "section_of",
    "with_number",
    "written",
]

Numeros = Mapping[str, int | str]

_DASH = "–"


class Redige(Struct, frozen=True):
    """An article rendered, before it knows its number; `clause` is empty for a text of the
    outline.
    """

    clause: str
    variante: str
    empreinte: str
    titre: tuple[Run, ...]
    morceaux: tuple[Morceau, ...]
    source: Source

    @property
    def cle(self) -> str:
        """What tells it from the other articles of its contract."""
        return self.clause or self.source.key

    @property
    def dit(self) -> str:
        """Its title and its words, cross-references by the clause they name."""
        runs = [*self.titre, *(run for cells in self._cells() for run in cells)]
        return "\n".join(run.renvoi or run.text for run in runs)

    def _cells(self) -> Iterator[tuple[Run, ...]]:
        for morceau in self.morceaux:
            for line in morceau.lignes:
                yield from line


def outline_source(outline: Outline, text: str, loc: tuple[Key, ...]) -> Source:
    """A text of the outline, which stands at `loc` of its file."""
    tree = outline.tree
    return Source(text, tree.file, tree.dotted(loc), lambda: first_line(tree, loc))


def plan_of(
    outline: Outline, document: DocumentType, mission: Mission, names: Mapping[str, object]
) -> Plan:
    """The articles of the outline that this mission has, and the names of their texts."""

    def present(rank: int, wanted: ArticleVoulu) -> bool:
        if wanted.clause and mission.reglage(wanted.clause).retiree:
            return False
        source = outline_source(outline, wanted.quand, ("articles", rank, "quand"))
        return not wanted.quand or holds(source, names)

    articles = tuple(item for rank, item in enumerate(outline.articles) if present(rank, item))
    return Plan(document, articles, names)


def rendered(
    wanted: ArticleVoulu, outline: Outline, plan: Plan, mission: Mission, library: Library
) -> Redige:
    """The article in words. Raises `LibraryError` when the library has none for this document."""
    if wanted.texte:
        return _own(wanted, outline, plan)
    clause = library.clauses.get(wanted.clause)
    article = written(clause, plan, mission, library, wanted.titre) if clause else None
    if article is None:
        message = f"la clause « {wanted.clause} » n’a pas de rédaction pour ce contrat"
        position = outline.tree.value_position(("articles",))
        raise LibraryError((outline.tree.problem(position, ("articles",), message),))
    return article


def _own(wanted: ArticleVoulu, outline: Outline, plan: Plan) -> Redige:
    rank = outline.articles.index(wanted)
    source = outline_source(outline, wanted.texte, ("articles", rank, "texte"))
    title = outline_source(outline, wanted.titre, ("articles", rank, "titre"))
    heading = tuple(run for morceau in render(title, plan.names) for run in morceau.runs)
    return Redige("", "", "", heading, render(source, plan.names), source)


def written(
    clause: Clause, plan: Plan, mission: Mission, library: Library, titre: str = ""
) -> Redige | None:
    """The clause in the words of its variant for this document; None when it has none."""
    variante = variante_of(clause, mission)
    wording = clause.wording(variante, plan.document)
    if wording is None:
        return None
    text, giving = wording
    source = _clause_source(library, clause, giving, plan.document, text)
    names = {**plan.names, "parametres": parametres_of(clause, mission), "variante": variante}
    heading = Source(titre or clause.titre, source.file, "titre", source.line)
    return Redige(
        clause.kind,
        variante,
        hashlib.sha256(text.encode()).hexdigest()[:12],
        tuple(run for morceau in render(heading, names) for run in morceau.runs),
        render(source, names),
        source,
    )


def _clause_source(
    library: Library, clause: Clause, variante: str, document: DocumentType, text: str
) -> Source:
    locs = wording_locs(variante, document)
    files = tuple(root / "clauses" / f"{clause.kind}.yaml" for root in library.roots)
    known = [path for path in files if path.is_file()]
    if len(known) > 1:  # one may change some keys of the other: the file that says this one
        name = clause_place(library, clause.kind, *locs)[0]
    else:
        name = str(known[0]) if known else f"clauses/{clause.kind}.yaml"

    def line() -> int:
        return clause_place(library, clause.kind, *locs)[1] if known else 1

    return Source(text, name, ".".join(map(str, locs[0])), line)


def section_of(article: Redige, number: int, numbers: Numeros) -> Section:
    """The article under its number, its cross-references resolved by `numbers`."""
    heading = Bloc(Style.ARTICLE, article.titre, f"Article {number}.", signet=article.clause)
    body = _numbered(article.morceaux, number)
    referred = tuple(with_number(element, numbers, article.source) for element in body)
    return Section((heading, *referred), article.clause, article.variante, article.empreinte)


def _numbered(morceaux: tuple[Morceau, ...], number: int) -> Iterator[Element]:
    several = sum(morceau.genre is Genre.ALINEA for morceau in morceaux) > 1
    rank = 0
    for element in blocs_of(morceaux, Style.ALINEA if several else Style.ALINEA_SEUL):
        if several and isinstance(element, Bloc) and element.style is Style.ALINEA:
            rank += 1
            yield replace(element, label=f"{number}.{rank}")
        else:
            yield element


def blocs_of(morceaux: tuple[Morceau, ...], style: Style) -> Iterator[Element]:
    """The paragraphs and tables of a text, its alinéas in `style`, none of them numbered."""
    for index, morceau in enumerate(morceaux):
        following = morceaux[index + 1].genre if index + 1 < len(morceaux) else Genre.ALINEA
        if morceau.genre is Genre.TABLEAU:
            yield _table(morceau)
        elif morceau.genre is Genre.ITEM:
            yield Bloc(Style.ITEM, morceau.runs, _DASH, keep_next=following is Genre.TABLEAU)
        else:
            yield Bloc(style, morceau.runs, keep_next=following is not Genre.ALINEA)


def _table(morceau: Morceau) -> Tableau:
    rows = tuple(tuple((Bloc(Style.ENTREE, cell),) for cell in cells) for cells in morceau.lignes)
    return Tableau(rows, titres=morceau.titres)


def with_number(element: Element, numbers: Numeros, source: Source) -> Element:
    """The same, its cross-references given the number of the article they refer to."""
    if isinstance(element, Tableau):
        return element
    return replace(element, runs=tuple(_number(run, numbers, source) for run in element.runs))


def _number(run: Run, numbers: Numeros, source: Source) -> Run:
    if not run.renvoi:
        return run
    if run.renvoi not in numbers:
        message = f"renvoi('{run.renvoi}') vise un article que ce contrat ne contient pas"
        raise source.fault(1, message)
    return replace(run, text=f"Article\u202f{numbers[run.renvoi]}")
