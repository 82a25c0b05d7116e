"""A document put together: its outline, the articles it has, its annexes, the text they make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from clauselint.drafting.around import (
    Around,
    annex_section,
    closing,
    on_paper,
    opening,
    with_signatures,
)
from clauselint.drafting.articles import (
    Numeros,
    Redige,
    blocs_of,
    outline_source,
    plan_of,
    rendered,
    section_of,
    with_number,
)
from clauselint.drafting.blocks import Bloc, Draft, Section, Style, text_of
from clauselint.drafting.liens import Plan
from clauselint.drafting.plain import contract_text
from clauselint.drafting.rendering import holds
from clauselint.drafting.values import Fiche, Mot, Saisie
from clauselint.library.library import Library
from clauselint.library.mission_model import Mission
from clauselint.library.outline import AnnexeDuPlan, Forme, Outline, read_outline
from clauselint.library.problems import LibraryError, Problem
from clauselint.model import DocumentType

__all__ = ["Prepared", "annex_sections", "composed", "numbers_of", "outline_of", "prepared"]


class Prepared(Struct, frozen=True):
    """A document whose articles and annexes are known, and not yet put into words; `jour` is its
    day if it is not that of the contracts.
    """

    outline: Outline
    plan: Plan
    annexes: tuple[AnnexeDuPlan, ...]
    mission: Mission
    jour: date | None = None

    @property
    def around(self) -> Around:
        return Around(self.outline, self.plan.names)

    def articles(self, library: Library) -> tuple[Redige, ...]:
        """Its articles in words. Raises `LibraryError` for a text that can't be written."""
        return tuple(
            rendered(wanted, self.outline, self.plan, self.mission, library)
            for wanted in self.plan.articles
            if not wanted.changements
        )


def outline_of(library: Library, folder: str) -> Outline:
    """The outline of `templates/FOLDER`. Raises `LibraryError` when the library has none."""
    path = library.file("templates", folder, "outline.yaml")
    if path is None:
        name = f"templates/{folder}/outline.yaml"
        message = "ce plan manque à la bibliothèque ; sans lui le document ne peut pas être écrit"
        raise LibraryError((Problem(name, 0, 0, "", message),))
    found = path.stat()
    return _outline(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=64)
def _outline(path: Path, _changed: int, _size: int) -> Outline:
    """An outline, read once for all missions as long as its file stays the same."""
    return read_outline(path)


def prepared(
    outline: Outline, document: DocumentType, mission: Mission, names: Mapping[str, Any]
) -> Prepared:
    """The articles and annexes that `mission` has of `outline`, written as in a `document`.

    To `names` are added `annexes`, each with its `numero` and `titre`, and `annexe('prix')`, which
    gives « Annexe 2 » or nothing.
    """
    annexes = tuple(_annexes(outline, mission, names))
    ranks = {annexe.nom: number for number, annexe in enumerate(annexes, 1)}

    def annexe(nom: str) -> Mot:
        return Mot(f"Annexe\u00a0{ranks[nom]}" if nom in ranks else "")

    listed = tuple(
        Fiche(numero=Saisie(number), titre=Mot(annexe.titre))
        for number, annexe in enumerate(annexes, 1)
    )
    known = {**names, "annexe": annexe, "annexes": listed}
    return Prepared(outline, plan_of(outline, document, mission, known), annexes, mission)


def _annexes(
    outline: Outline, mission: Mission, names: Mapping[str, Any]
) -> Iterator[AnnexeDuPlan]:
    for rank, annexe in enumerate(outline.annexes):
        source = outline_source(outline, annexe.quand, ("annexes", rank, "quand"))
        if annexe.nom in mission.annexes and (not annexe.quand or holds(source, names)):
            yield annexe


def numbers_of(articles: tuple[Redige, ...]) -> dict[str, int]:
    """The number of the article that states each clause."""
    numbered = enumerate(articles, 1)
    return {article.clause: number for number, article in numbered if article.clause}


def composed(
    document: Prepared,
    library: Library,
    *,
    sections: tuple[Section, ...] | None = None,
    parties: Around | None = None,
    annexes: tuple[Section, ...] | None = None,
) -> Draft:
    """The document in words.

    `sections` are its articles, `annexes` its annexes (those of its outline by default); `parties`
    gives the parties and the signatures when another outline has them.
    """
    around, outline = document.around, document.outline
    articles = _sections(document, library) if sections is None else sections
    between = parties or around
    made = (
        Section(tuple(opening(around, between))),
        *with_signatures(articles),
        Section(tuple(closing(between))),
        *(annex_sections(document) if annexes is None else annexes),
    )
    reference = text_of(around.runs(outline.reference, "reference"))
    return Draft(
        document=outline.document,
        modele=outline.modele,
        reference=reference,
        titre=text_of(around.runs(outline.titre, "titre")),
        entreprise=document.mission.profil.denomination,
        date=(document.jour or document.mission.signature.date).isoformat(),
        text=contract_text(_file_name(reference), made),
        sections=made,
        mission=document.mission.reference,
        version=str(document.mission.version),
        papier=on_paper(between.outline, document.mission.signature.electronique),
        sommaire=outline.sommaire,
    )


def annex_sections(document: Prepared) -> tuple[Section, ...]:
    """The annexes of the document in words."""
    return tuple(
        annex_section(document.around, annexe, number)
        for number, annexe in enumerate(document.annexes, 1)
    )


def _sections(document: Prepared, library: Library) -> tuple[Section, ...]:
    articles = document.articles(library)
    if document.outline.forme is not Forme.CONTRAT:
        return tuple(map(_untitled, articles))
    numbers = numbers_of(articles)
    return tuple(section_of(article, number, numbers) for number, article in enumerate(articles, 1))


def _untitled(article: Redige) -> Section:
    """An article without a number, under its title if it has one."""
    nothing: Numeros = {}
    body = blocs_of(article.morceaux, Style.TEXTE)
    elements = tuple(with_number(element, nothing, article.source) for element in body)
    if article.titre:
        elements = (Bloc(Style.INTITULE, article.titre, keep_next=True), *elements)
    return Section(elements, article.clause, article.variante, article.empreinte)


def _file_name(reference: str) -> str:
    """The reference as the name of a file on any system."""
    return re.sub(r'[\\/:*?"<>|\s]+', "-", reference).strip(".-") + ".docx"
