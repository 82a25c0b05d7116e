"""What a contract is made of before Word: styled paragraphs and tables of runs."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from clauselint.model import DocumentType, Origin, Text

__all__ = ["Bloc", "Draft", "Element", "Run", "Section", "Style", "Tableau", "text_of"]


class Style(StrEnum):
    """The styles of `modele.docx`, by the name that Word shows."""

    TITRE = "Title"
    SOUS_TITRE = "Subtitle"
    ARTICLE = "heading 1"
    ALINEA = "Alinéa"
    ALINEA_SEUL = "Alinéa seul"
    ITEM = "Énumération"
    TEXTE = "Normal"
    INTITULE = "Intitulé"
    PARTIE = "Partie"
    ENTREE = "Entrée"
    SIGNATURE = "Signature"


class Run(Struct, frozen=True):
    """Words of one look. `renvoi` names the clause that the words cross-refer to; `origin` is the
    line of the mission that the words come from.
    """

    text: str
    bold: bool = False
    renvoi: str = ""
    origin: Origin | None = None


class Bloc(Struct, frozen=True):
    """One paragraph. `label` is the number that Word will compute for it."""

    style: Style
    runs: tuple[Run, ...]
    label: str = ""
    signet: str = ""
    keep_next: bool = False
    align: str = ""
    nouvelle_page: bool = False


class Tableau(Struct, frozen=True):
    """Rows of cells of paragraphs. `titres` says that the first row is a heading; `signatures`
    that it is the signature block, without borders.
    """

    lignes: tuple[tuple[tuple[Bloc, ...], ...], ...]
    titres: bool = False
    signatures: bool = False


Element = Bloc | Tableau


class Section(Struct, frozen=True):
    """A stretch of the contract. One that comes from a clause of the library says which: kind,
    variant and hash of its wording.
    """

    elements: tuple[Element, ...]
    clause: str = ""
    variante: str = ""
    empreinte: str = ""


class Draft(Struct, frozen=True):
    """A document drafted and not yet written. `text` is what Word will show of its body, `modele`
    the folder of `templates/` whose Word template gives the styles. `mission` is the reference of
    the mission, `version` that of the document; `papier` says that each page is initialled by hand,
    `sommaire` that a table of contents follows the title.
    """

    document: DocumentType
    modele: str
    reference: str
    titre: str
    entreprise: str
    date: str
    text: Text
    sections: tuple[Section, ...]
    mission: str = ""
    version: str = "1"
    papier: bool = False
    sommaire: bool = False


def text_of(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)
