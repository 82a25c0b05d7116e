"""What stands around the articles of a document: title, parties, signatures, annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from clauselint.drafting.articles import blocs_of, outline_source
from clauselint.drafting.blocks import Bloc, Element, Run, Section, Style, Tableau
from clauselint.drafting.markup import Morceau
from clauselint.drafting.rendering import render
from clauselint.drafting.typography import typeset
from clauselint.library.outline import AnnexeDuPlan, Forme, Outline
from clauselint.library.yaml_places import Key

__all__ = ["Around", "annex_section", "closing", "label", "on_paper", "opening", "with_signatures"]

_TOGETHER = "Ci-après dénommées ensemble « les Parties » et individuellement « la Partie »."


class Around(Struct, frozen=True):
    """The texts of one outline, rendered with `names`."""

    outline: Outline
    names: Mapping[str, Any]

    def morceaux(self, text: str, *loc: Key) -> tuple[Morceau, ...]:
        return render(outline_source(self.outline, text, loc), self.names)

    def runs(self, text: str, *loc: Key) -> tuple[Run, ...]:
        return tuple(run for morceau in self.morceaux(text, *loc) for run in morceau.runs)


def opening(around: Around, parties: Around) -> Iterator[Element]:
    """Title, reference, parties and preamble; `parties` gives the parties."""
    outline = around.outline
    if outline.forme is Forme.LETTRE:
        yield from _letterhead(around)
        return
    yield Bloc(Style.TITRE, around.runs(outline.titre, "titre"))
    if outline.sous_titre:
        yield Bloc(Style.SOUS_TITRE, around.runs(outline.sous_titre, "sous_titre"))
    yield Bloc(Style.SOUS_TITRE, (Run("Référence\u00a0: "), *_reference(around)))
    yield from _parties(parties) if outline.forme is Forme.CONTRAT else _presented(parties)
    if outline.preambule:
        if outline.forme is Forme.CONTRAT:
            yield label("PRÉAMBULE")
        yield from blocs_of(around.morceaux(outline.preambule, "preambule"), Style.TEXTE)
    if outline.forme is Forme.CONTRAT:
        yield label("CECI EXPOSÉ, IL A ÉTÉ CONVENU CE QUI SUIT\u00a0:")


def _reference(around: Around) -> tuple[Run, ...]:
    return around.runs(around.outline.reference, "reference")


def _letterhead(around: Around) -> Iterator[Element]:
    outline = around.outline
    for rank, party in enumerate(outline.parties):
        align = "" if rank == 0 else "right"
        for morceau in around.morceaux(party, "parties", rank):
            yield Bloc(Style.TEXTE, morceau.runs, align=align or "left")
    for morceau in around.morceaux(outline.preambule, "preambule") if outline.preambule else ():
        yield Bloc(Style.TEXTE, morceau.runs, align="right")
    object_of = around.runs(outline.titre, "titre")
    yield Bloc(Style.INTITULE, (Run("Objet\u00a0: "), *object_of), keep_next=True)
    if outline.sous_titre:
        yield Bloc(Style.TEXTE, around.runs(outline.sous_titre, "sous_titre"))
    yield Bloc(Style.TEXTE, (Run("Référence\u00a0: "), *_reference(around)))


def _parties(around: Around) -> Iterator[Bloc]:
    parties = around.outline.parties
    yield label("ENTRE LES SOUSSIGNÉS\u00a0:")
    last = len(parties) - 1
    for rank, party in enumerate(parties):
        yield Bloc(Style.PARTIE, around.runs(party, "parties", rank), keep_next=True)
        yield label("D’UNE PART," if rank < last else "D’AUTRE PART,", align="right")
        if rank < last:
            yield label("ET")
    yield Bloc(Style.TEXTE, (Run(typeset(_TOGETHER)),))


def _presented(around: Around) -> Iterator[Bloc]:
    for rank, party in enumerate(around.outline.parties):
        yield Bloc(Style.PARTIE, around.runs(party, "parties", rank))


def label(text: str, align: str = "") -> Bloc:
    """Words that stand between the parts of a deed."""
    return Bloc(Style.INTITULE, (Run(text),), keep_next=True, align=align)


def with_signatures(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The same, the last article held to what follows: signatures never stand alone on a page."""
    last = sections[-1]
    held = tuple(
        replace(element, keep_next=True) if isinstance(element, Bloc) else element
        for element in last.elements
    )
    return (*sections[:-1], replace(last, elements=held))


def closing(around: Around) -> Iterator[Element]:
    """The line of place and date, and the table of signatures."""
    outline = around.outline
    if outline.cloture:
        yield Bloc(Style.TEXTE, around.runs(outline.cloture, "cloture"), keep_next=True)
    by_hand = (_mention(),) if on_paper(outline, around.names["signature"].electronique) else ()
    cells = tuple(
        (
            Bloc(Style.SIGNATURE, _bold(around.runs(signer.pour, "signatures", rank, "pour"))),
            Bloc(Style.SIGNATURE, around.runs(signer.nom, "signatures", rank, "nom")),
            *by_hand,
        )
        for rank, signer in enumerate(outline.signatures)
    )
    if cells:
        yield Tableau((cells,), signatures=True)


def on_paper(outline: Outline, electronique: object) -> bool:
    """Whether parties sign and initial the document by hand: a letter, its sender signs alone."""
    return bool(outline.signatures) and outline.forme is not Forme.LETTRE and not electronique


def _mention() -> Bloc:
    """What each writes above a signature on paper, which usage asks and no law."""
    return Bloc(Style.SIGNATURE, (Run(typeset("Mention « Lu et approuvé » et signature :")),))


def _bold(runs: Iterable[Run]) -> tuple[Run, ...]:
    return tuple(replace(run, bold=True) for run in runs)


def annex_section(around: Around, annexe: AnnexeDuPlan, number: int) -> Section:
    """The annex on a page of its own, under « Annexe 1 – Prix »."""
    rank = around.outline.annexes.index(annexe)
    titre = around.runs(annexe.titre, "annexes", rank, "titre")
    numbered = (Run(f"Annexe\u00a0{number} – "), *titre)
    heading = Bloc(Style.INTITULE, numbered, keep_next=True, nouvelle_page=True)
    body = blocs_of(around.morceaux(annexe.texte, "annexes", rank, "texte"), Style.TEXTE)
    return Section((heading, *body))
