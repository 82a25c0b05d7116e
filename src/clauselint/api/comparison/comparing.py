"""A contract beside the library, clause by clause."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from clauselint.api.comparison.matching import Comparison, Passage, compare, likeness
from clauselint.api.comparison.wordings import Wording, wordings_of
from clauselint.drafting.reglages import Parametres
from clauselint.drafting.rendering import Source, render
from clauselint.drafting.values import Saisie
from clauselint.library import Library, LibraryError, load_library
from clauselint.library.definitions import EQUILIBREE, Clause, Parametre, Variante
from clauselint.library.outline import read_outline
from clauselint.library.parameters import default_of, read_parameter
from clauselint.model import ArticleKind, Document, DocumentType
from clauselint.reading.docx import read_docx
from clauselint.reading.docx.clause_tags import ClauseTag, clause_tags
from clauselint.reading.understanding import understand

__all__ = ["Difference", "Etat", "Reglage", "diff"]

_ALIKE = 0.3  # of its words that an article must share with a wording to come from it
_COMPARED = 6  # wordings compared word by word with an article that says not where it comes from


class Etat(StrEnum):
    INCHANGEE = "inchangee"
    PARAMETRES = "parametres"
    REFORMULEE = "reformulee"
    AJOUTEE = "ajoutee"
    RETIREE = "retiree"


class Reglage(NamedTuple):
    """A parameter that the contract gives another value than the library’s own."""

    nom: str
    bibliotheque: str
    contrat: str


class Difference(NamedTuple):
    """One clause: `numero` and `titre` are the contract’s. `ancienne` says that the contract was
    drafted from a wording that is no longer the library’s. `ecarts` are the paragraphs reworded.
    """

    etat: Etat
    clause: str
    variante: str = ""
    numero: str = ""
    titre: str = ""
    ancienne: bool = False
    reglages: tuple[Reglage, ...] = ()
    ecarts: tuple[tuple[Passage, ...], ...] = ()


class _Part(NamedTuple):
    """An article of the contract, its sub-articles with it."""

    numero: str
    titre: str
    kinds: tuple[str, ...]
    paragraphs: tuple[str, ...]


def diff(
    path: Path, libraries: tuple[Path, ...] = (), forced_type: DocumentType | None = None
) -> tuple[Difference, ...]:
    """What differs between the contract at `path` and the library, in the order of the contract;
    then the clauses of the library that it lacks.

    Raises `UnreadableDocument`, `LibraryError`.
    """
    library = load_library(libraries)
    document = understand(read_docx(path, name=str(path)).text, library, forced_type=forced_type)
    tags = {_bare(tag.titre): tag for tag in clause_tags(path)}
    found = tuple(
        _difference(part, tags.get(_bare(part.titre)), library, document.type)
        for part in _parts(document)
    )
    seen = {item.clause for item in found}
    lacking = (kind for kind in _expected(library, document.type) if kind not in seen)
    return (*found, *(Difference(Etat.RETIREE, kind, EQUILIBREE) for kind in lacking))


def _parts(document: Document) -> Iterator[_Part]:
    """The articles of the contract, each with those numbered under it."""
    groups: list[list[int]] = []
    articles = [item for item in document.articles if item.kind is ArticleKind.ARTICLE]
    for rank, article in enumerate(articles):
        inside = groups and article.numero.startswith(f"{articles[groups[-1][0]].numero}.")
        if inside and articles[groups[-1][0]].numero:
            groups[-1].append(rank)
        else:
            groups.append([rank])
    for group in groups:
        head = articles[group[0]]
        positions = [at for rank in group for at in articles[rank].paragraphs]
        texts = [document.text.paragraphs[at].text for at in positions]
        body = texts[1:] if _bare(texts[0]).endswith(_bare(head.titre)) else texts
        kinds = tuple(dict.fromkeys(kind for rank in group for kind in articles[rank].clauses))
        yield _Part(head.numero, head.titre, kinds, tuple(text for text in body if text.strip()))


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold()


def _difference(
    part: _Part, tag: ClauseTag | None, library: Library, document: DocumentType
) -> Difference:
    origin = _tagged(tag, library, document) if tag else _likest(part, library, document)
    if origin is None:
        return Difference(
            Etat.AJOUTEE,
            "",
            "",
            part.numero,
            part.titre,
            ecarts=tuple((Passage("ajout", text),) for text in part.paragraphs),
        )
    clause, variante, source = origin
    compared = _best(wordings_of(source), part.paragraphs)
    settings = tuple(_settings(clause, clause.variante(variante), compared))
    same = Etat.PARAMETRES if settings else Etat.INCHANGEE
    etat = Etat.REFORMULEE if compared.ecarts else same
    digest = hashlib.sha256(source.encode()).hexdigest()
    old = tag is not None and not digest.startswith(tag.empreinte)
    return Difference(
        etat, clause.kind, variante, part.numero, part.titre, old, settings, compared.ecarts
    )


Origin = tuple[Clause, str, str]


def _tagged(tag: ClauseTag, library: Library, document: DocumentType) -> Origin | None:
    clause = library.clauses.get(tag.kind)
    wording = clause.wording(tag.variante, document) if clause else None
    return (clause, tag.variante, wording[0]) if clause and wording else None


def _likest(part: _Part, library: Library, document: DocumentType) -> Origin | None:
    """The wording that leaves fewest words apart, among those most like the article: of the kinds
    of clause that it bears, else of any.
    """
    borne = [library.clauses[kind] for kind in part.kinds if kind in library.clauses]
    near = _near(part, borne, document) or _near(part, library.clauses.values(), document)
    return min(
        near,
        key=lambda origin: _apart(_best(wordings_of(origin[2]), part.paragraphs)),
        default=None,
    )


def _near(part: _Part, clauses: Iterable[Clause], document: DocumentType) -> list[Origin]:
    """The wordings most like the article, the likest first; none for one like no wording."""
    origins = [
        (clause, variante.nom, variante.textes[document])
        for clause in clauses
        for variante in clause.variantes
        if document in variante.textes
    ]
    scored = [
        (max(likeness(wording, part.paragraphs) for wording in wordings_of(origin[2])), rank)
        for rank, origin in enumerate(origins)
    ]
    scored.sort(key=lambda found: (-found[0], found[1]))
    return [origins[rank] for score, rank in scored[:_COMPARED] if score >= _ALIKE]


def _best(wordings: Sequence[Wording], paragraphs: Sequence[str]) -> Comparison:
    """The comparison with the gender that leaves the fewest words apart."""
    return min((compare(wording, paragraphs) for wording in wordings), key=_apart)


def _apart(compared: Comparison) -> int:
    passages = (passage for ecart in compared.ecarts for passage in ecart)
    return sum(len(passage.texte) for passage in passages if passage.nature != "egal")


def _settings(clause: Clause, variante: Variante | None, compared: Comparison) -> Iterator[Reglage]:
    """The parameters whose value in the contract is not the library’s."""
    for hole, said in dict.fromkeys(compared.valeurs):
        name = hole.partition(" | ")[0].removeprefix("parametres.")
        parametre = next((item for item in clause.parametres if item.nom == name), None)
        if parametre is None or not hole.startswith("parametres."):
            continue
        default = _default(parametre, variante, hole)
        if _bare(default) != _bare(said):
            yield Reglage(name, default, said)


def _default(parametre: Parametre, variante: Variante | None, hole: str) -> str:
    """The library’s own value, printed as the place `hole` prints it; empty when it has none."""
    text = default_of(parametre, variante)
    if text is None:
        return ""
    value = Saisie(read_parameter(parametre, text))
    source = Source("{{ " + hole + " }}", "", "", lambda: 1)
    names = {"parametres": Parametres(((parametre.nom, value),))}
    try:
        (morceau,) = render(source, names)
    except (LibraryError, ValueError):
        return str(value)
    return "".join(run.text for run in morceau.runs)


def _expected(library: Library, document: DocumentType) -> Iterator[str]:
    """The clauses that every contract of that type has, by the outline of the library."""
    path = library.file("templates", document.value, "outline.yaml")
    for article in read_outline(path).articles if path else ():
        if article.clause and not article.quand:
            yield article.clause
