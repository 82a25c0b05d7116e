"""Amendments: each changes the articles that its values change, in both contracts of the mission.

The contracts are drafted before and after an amendment; an article whose words differ is replaced
as a whole, one that appears is added at the end, one that disappears is struck out. So an amendment
of one contract brings that of the other when it changes it, and only then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from clauselint.drafting.amendment_limits import check_limits
from clauselint.drafting.around import Around
from clauselint.drafting.articles import Redige, blocs_of, rendered, section_of, with_number
from clauselint.drafting.blocks import Bloc, Draft, Element, Run, Section, Style, Tableau, text_of
from clauselint.drafting.composition import (
    Prepared,
    annex_sections,
    composed,
    outline_of,
    prepared,
)
from clauselint.drafting.liens import check_liens
from clauselint.drafting.values import Fiche, Mot, Saisie, Vue, vue
from clauselint.library.library import Library
from clauselint.library.mission_changes import amended
from clauselint.library.mission_documents import Avenant
from clauselint.library.mission_model import Mission
from clauselint.library.outline import Outline
from clauselint.library.problems import LibraryError
from clauselint.model import DocumentType

__all__ = ["Preparation", "amendments", "consolidated"]

Preparation = Callable[[Mission, Library], tuple[Prepared, ...]]
_FOLDER = "avenant"


class _Contrat(Struct, frozen=True):
    """One contract as the amendments so far leave it.

    `numbers` are those of its articles; `last` the highest ever given, `avenants` the days of the
    amendments it has had.
    """

    document: Prepared
    articles: tuple[Redige, ...]
    numbers: Mapping[str, int]
    last: int
    avenants: tuple[date, ...] = ()

    @property
    def names(self) -> Mapping[str, Any]:
        return self.document.plan.names

    @property
    def reference(self) -> str:
        around = self.document.around
        return text_of(around.runs(around.outline.reference, "reference"))


class _Changement(Struct, frozen=True):
    """An article changed: as it was, as it is now, and its number in the contract."""

    number: int
    before: Redige | None
    after: Redige | None


def amendments(mission: Mission, library: Library, prepare: Preparation) -> Iterator[Draft]:
    """The amendments of `mission`; `prepare` gives the contracts of a mission.

    An amendment that leaves one of the contracts as it is has no mirror, and says so.

    Raises `LibraryError` for an amendment that the law does not allow, or that changes nothing.
    """
    if not mission.avenants:
        return
    outline = outline_of(library, _FOLDER)
    before = mission
    contracts = tuple(_first(document, library) for document in prepare(mission, library))
    for rank in range(len(mission.avenants)):
        check_limits(before, rank)
        after = amended(before, rank)
        documents = prepare(after, library)
        check_liens([document.plan for document in documents], after, library)
        steps = tuple(
            _Step(mission, rank, before, contract, _next(contract, document, library))
            for contract, document in zip(contracts, documents, strict=True)
        )
        needed = [step for step in steps if step.needed]
        if not needed:
            message = "cet avenant ne change aucun article ; donner les valeurs qui changent"
            raise LibraryError((mission.probleme(("avenants", rank), message),))
        for step in needed:
            yield _amendment(outline, step, library, miroir=len(needed) > 1)
        contracts = tuple(step.result for step in steps)
        before = after


def consolidated(mission: Mission, library: Library, prepare: Preparation) -> Iterator[Draft]:
    """The contracts of `mission` as each amendment leaves them, to be checked and not signed."""
    current = mission
    for rank in range(len(mission.avenants)):
        current = amended(current, rank)
        for document in prepare(current, library):
            made = composed(document, library)
            name = f"{made.reference}, après l’avenant n° {rank + 1}"
            yield replace(made, text=replace(made.text, name=name))


def _first(document: Prepared, library: Library) -> _Contrat:
    articles = document.articles(library)
    numbers = {article.cle: number for number, article in enumerate(articles, 1)}
    return _Contrat(document, articles, numbers, len(articles))


def _next(contract: _Contrat, document: Prepared, library: Library) -> _Contrat:
    """The contract in the words of `document`, its articles keeping their numbers."""
    articles = document.articles(library)
    last, numbers = contract.last, dict[str, int]()
    for article in articles:
        known = contract.numbers.get(article.cle)
        last = last if known else last + 1
        numbers[article.cle] = known or last
    return _Contrat(document, articles, numbers, last, contract.avenants)


class _Step(Struct, frozen=True):
    """One amendment of one contract: the mission before it, the contract before and after."""

    mission: Mission
    rank: int
    before: Mission
    contract: _Contrat
    after: _Contrat

    @property
    def avenant(self) -> Avenant:
        return self.mission.avenants[self.rank]

    @property
    def changes(self) -> tuple[_Changement, ...]:
        """The articles that differ, in the order of their numbers."""
        old = {article.cle: article for article in self.contract.articles}
        new = {article.cle: article for article in self.after.articles}
        numbers = {**self.contract.numbers, **self.after.numbers}
        return tuple(
            _Changement(number, old.get(cle), new.get(cle))
            for cle, number in sorted(numbers.items(), key=lambda item: item[1])
            if _said(old.get(cle)) != _said(new.get(cle))
        )

    @property
    def annexes(self) -> tuple[Section, ...]:
        """The annexes of the contract that read otherwise, as they now do."""
        known = {_words(section) for section in annex_sections(self.contract.document)}
        sections = annex_sections(self.after.document)
        return tuple(section for section in sections if _words(section) not in known)

    @property
    def needed(self) -> bool:
        postponed = self.avenant.report and self.contract.document.plan.document is DocumentType.CDD
        return bool(self.changes or self.annexes or postponed)

    @property
    def result(self) -> _Contrat:
        day = (self.avenant.date,) if self.needed else ()
        return replace(self.after, avenants=(*self.contract.avenants, *day))


def _said(article: Redige | None) -> str:
    return article.dit if article else ""


def _words(section: Section) -> str:
    return "\n".join(text_of(run) for run in _runs(section))


def _runs(section: Section) -> Iterator[tuple[Run, ...]]:
    for element in section.elements:
        if isinstance(element, Bloc):
            yield element.runs
            continue
        for cells in element.lignes:
            for blocs in cells:
                for bloc in blocs:
                    yield bloc.runs


def _amendment(outline: Outline, step: _Step, library: Library, *, miroir: bool) -> Draft:
    names = {**step.after.names, **_names(step, miroir=miroir)}
    document = prepared(outline, DocumentType.AVENANT, step.after.document.mission, names)
    document = replace(document, jour=step.avenant.date)
    sections: list[Section] = []
    for wanted in document.plan.articles:
        if wanted.changements:
            for change in step.changes:
                sections.append(_changed(change, len(sections) + 1, step.after.numbers))
            continue
        article = rendered(wanted, outline, document.plan, document.mission, library)
        section = section_of(article, len(sections) + 1, step.after.numbers)
        sections.append(replace(section, elements=tuple(map(_flat, section.elements))))
    return composed(
        document,
        library,
        sections=tuple(sections),
        parties=Around(step.contract.document.outline, {**document.plan.names}),
        annexes=step.annexes,
    )


def _names(step: _Step, *, miroir: bool) -> dict[str, Any]:
    """The names of an amendment’s texts, besides those of the mission as it leaves it.

    `avenant` and its `numero`; `ancien`, the mission before; `contrat`, its `titre`, `reference`
    and `date`; `vise`, the kind of contract; `miroir`, whether the other contract is amended too;
    `modifies`, the articles changed; `annexes_modifiees`, how many annexes are; `precedents`, the
    earlier amendments of the contract.
    """
    mission, avenant = step.mission, step.avenant
    chemin = ("avenants", step.rank)
    around = step.contract.document.around
    titre = text_of(around.runs(around.outline.titre, "titre"))
    place = avenant.lieu or mission.signature.lieu
    signed = mission.signature
    return {
        "avenant": Vue(avenant, chemin, mission),
        "numero": Saisie(len(step.contract.avenants) + 1),
        "precedents": tuple(
            Fiche(numero=Saisie(number), date=Saisie(day))
            for number, day in enumerate(step.contract.avenants, 1)
        ),
        "ancien": Vue(step.before, (), step.before),
        "ancien_calcul": step.contract.names["calcul"],
        "ancien_brut_mensuel": step.contract.names["brut_mensuel"],
        "contrat": Fiche(
            titre=Mot(titre[:1].lower() + titre[1:]),
            reference=Mot(step.contract.reference),
            date=vue(signed.date, ("signature", "date"), mission),
        ),
        "vise": step.contract.document.plan.document.value,
        "miroir": miroir,
        "modifies": tuple(
            Fiche(numero=Saisie(change.number), titre=Mot(_title(change)))
            for change in step.changes
        ),
        "annexes_modifiees": Saisie(len(step.annexes)),
        "signature": Fiche(
            lieu=Saisie(place, mission.origine(*chemin, "lieu")),
            date=Saisie(avenant.date, mission.origine(*chemin, "date")),
            electronique=Saisie(signed.electronique),
        ),
    }


def _title(change: _Changement) -> str:
    article = change.after or change.before
    return text_of(article.titre) if article else ""


def _changed(change: _Changement, number: int, numbers: Mapping[str, int]) -> Section:
    """The article of the amendment that replaces, adds or strikes out one of the contract."""
    article = change.after or change.before
    if article is None:
        return Section(())
    heading = Bloc(Style.ARTICLE, article.titre, f"Article {number}.", signet=article.clause)
    old = f"L’Article\u00a0{change.number} du Contrat"
    if change.after is None:
        sentence = f"{old} est supprimé. Les autres articles gardent leur numéro."
        return Section((heading, Bloc(Style.ALINEA_SEUL, (Run(sentence),))))
    said = f"{old}{_renamed(change)} est remplacé par le texte suivant\u00a0:"
    if change.before is None:
        said = f"Il est ajouté au Contrat un Article\u00a0{change.number}, ainsi rédigé\u00a0:"
    lead = Bloc(Style.ALINEA_SEUL, (Run(said),), keep_next=True)
    words = tuple(_quoted(change.after, change.number, numbers))
    return Section((heading, lead, *words), article.clause, article.variante, article.empreinte)


def _renamed(change: _Changement) -> str:
    """« , désormais intitulé « … », », when the article changes its title."""
    if not change.before or not change.after:
        return ""
    old, new = text_of(change.before.titre), text_of(change.after.titre)
    return "" if old == new else f", désormais intitulé «\u00a0{new}\u00a0»,"


def _quoted(article: Redige, number: int, numbers: Mapping[str, int]) -> Iterator[Element]:
    """The words of the article between guillemets, its alinéas under the contract’s numbers."""
    elements = [
        _flat(with_number(element, numbers, article.source))
        for element in blocs_of(article.morceaux, Style.ALINEA_SEUL)
    ]
    alineas = [
        rank for rank, element in enumerate(elements) if getattr(element, "style", "") in _ALINEAS
    ]
    if len(alineas) > 1:
        for place, rank in enumerate(alineas, 1):
            elements[rank] = _around(elements[rank], before=f"{number}.{place}\u00a0")
    if isinstance(elements[-1], Bloc):
        elements[0] = _around(elements[0], before="«\u00a0")
        elements[-1] = _around(elements[-1], after="\u00a0»")
    yield from elements


_ALINEAS = (Style.ALINEA_SEUL,)


def _around(element: Element, before: str = "", after: str = "") -> Element:
    if isinstance(element, Tableau):
        return element
    first, last = (Run(before),) if before else (), (Run(after),) if after else ()
    return replace(element, runs=(*first, *element.runs, *last))


def _flat(element: Element) -> Element:
    """The same, its cross-references made plain words: they name articles of the contract."""
    if isinstance(element, Tableau):
        return element
    return replace(element, runs=tuple(replace(run, renvoi="") for run in element.runs))
