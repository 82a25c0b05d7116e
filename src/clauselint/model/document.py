"""A contract understood: parties, articles, clauses, typed terms and citations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import chain, islice
from typing import TYPE_CHECKING

from msgspec import Struct

from clauselint.model.quantities import DelaiPaiement, Duree, Montant, Pourcentage, TauxPenalites
from clauselint.model.text import Paragraph, Place, Text

if TYPE_CHECKING:
    from clauselint.model.registration import Immatriculation

__all__ = [
    "Article",
    "ArticleKind",
    "Citation",
    "ClauseFound",
    "DateStated",
    "Document",
    "DocumentType",
    "DureeStated",
    "Etat",
    "Fait",
    "NombreDouble",
    "Partie",
    "Role",
    "Terme",
    "TypeFound",
    "Valeur",
]

_JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

Valeur = date | Duree | Montant | Pourcentage | DelaiPaiement | TauxPenalites | Decimal | int | str


class DocumentType(StrEnum):
    CDD = "cdd"
    CDI = "cdi"
    PRESTATION = "prestation"
    AVENANT = "avenant"
    CONVENTION = "convention"
    DEVIS = "devis"
    COMPTE_RENDU_ACTIVITE = "compte_rendu_activite"
    PV_RECETTE = "pv_recette"
    MISE_EN_DEMEURE = "mise_en_demeure"
    NDA = "nda"
    AUTRE = "autre"


class TypeFound(Struct, frozen=True):
    """The kind of a document as its text shows it.

    `portage` says that the contract is one of portage salarial, whatever its title; `porte_sur`
    what an amendment amends. `reason` is what decided: `titre`, `titre_et_texte` (a title that the
    text completes), `texte` or `rien`; `quote` the title or the words, as written. `confidence`
    runs from 0 to 1.
    """

    type: DocumentType
    portage: bool
    porte_sur: DocumentType | None
    reason: str
    quote: str
    confidence: Decimal


class Role(StrEnum):
    ENTREPRISE_DE_PORTAGE = "entreprise_de_portage"
    SALARIE_PORTE = "salarie_porte"
    ENTREPRISE_CLIENTE = "entreprise_cliente"
    EMPLOYEUR = "employeur"
    SALARIE = "salarie"
    PRESTATAIRE = "prestataire"
    AUTRE = "autre"


class ArticleKind(StrEnum):
    """What a stretch of the document is; only `ARTICLE` and `ANNEXE` bear numbers."""

    TITRE = "titre"
    PARTIES = "parties"
    PREAMBULE = "preambule"
    ARTICLE = "article"
    ANNEXE = "annexe"
    SIGNATURE = "signature"


class Etat(StrEnum):
    """What became of a cited article at the date of the contract."""

    EN_VIGUEUR = "en_vigueur"
    ABROGE = "abroge"
    RENUMEROTE = "renumerote"
    INEXISTANT = "inexistant"
    INCONNU = "inconnu"


class Article(Struct, frozen=True):
    """A heading and the paragraphs under it, up to the next heading.

    `paragraphs` are positions in `Document.text.paragraphs`, the heading's own included.
    `clauses` are the kinds it bears, `exclut` the kinds it says do not apply.
    """

    numero: str
    titre: str
    kind: ArticleKind
    paragraphs: tuple[int, ...]
    place: Place
    clauses: tuple[str, ...] = ()
    exclut: tuple[str, ...] = ()


class ClauseFound(Struct, frozen=True):
    """A kind of clause borne (or excluded) by an article, with the words that show it."""

    kind: str
    place: Place
    exclue: bool = False


class Terme(Struct, frozen=True):
    """A typed value read from the text. `derive` marks one computed from others (end = start +
    length); its place is that of the words it was computed from.
    """

    nom: str
    valeur: Valeur
    texte: str
    place: Place
    derive: bool = False


class Fait(Struct, frozen=True):
    """A named statement that a clause file teaches to recognise, such as
    `caisse_retraite_adresse`: true when the text says it.
    """

    nom: str
    texte: str
    place: Place


class DateStated(Struct, frozen=True):
    """A date written in the text, with the weekday the text gives it (0 is Monday), if any."""

    valeur: date
    jour_semaine: int | None
    texte: str
    place: Place

    @property
    def vrai_jour(self) -> str:
        """The weekday that this date is, in French."""
        return _JOURS[self.valeur.weekday()]


class DureeStated(Struct, frozen=True):
    """A length of time written in the text; a rhythm (« chaque mois ») is none."""

    valeur: Duree
    texte: str
    place: Place


class NombreDouble(Struct, frozen=True):
    """A number written in words and in figures, « trente (30) jours »: the value of each."""

    lettres: Decimal
    chiffres: Decimal
    texte: str
    place: Place


class Partie(Struct, frozen=True):
    """A party as the contract presents it. `appellation` is the name it uses afterwards.

    `read_registration` reads the rest of its presentation when someone asks; parties compare by
    the other fields.
    """

    role: Role
    nom: str
    place: Place
    forme: str | None = None
    siren: str | None = None
    siret: str | None = None
    adresse: str | None = None
    representant: str | None = None
    appellation: str | None = None
    read_registration: Callable[[], Immatriculation] | None = None

    def _presented(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__struct_fields__[:-1])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Partie) and self._presented() == other._presented()

    def __hash__(self) -> int:
        return hash(self._presented())

    @property
    def immatriculation(self) -> Immatriculation:
        """Capital, registers, VAT number and activity code, none of them when none is stated."""
        from clauselint.model.registration import Immatriculation  # noqa: PLC0415 (few ask)

        return self.read_registration() if self.read_registration else Immatriculation()


class Citation(Struct, frozen=True):
    """A cited article of law: `code` as in « C. trav. », `article` as in « L1254-15 »."""

    texte: str
    code: str
    article: str
    etat: Etat
    place: Place


class Document(Struct, frozen=True, eq=False):
    """A contract as understood. `date_reference` is the day whose law applies to it.

    `type_found` is the kind that its text shows, `type` too unless another was asked for
    (`type_asked`).
    """

    text: Text
    type: DocumentType
    portage: bool
    porte_sur: DocumentType | None = None
    date_reference: date | None = None
    articles: tuple[Article, ...] = ()
    clauses: tuple[ClauseFound, ...] = ()
    parties: tuple[Partie, ...] = ()
    termes: tuple[Terme, ...] = ()
    faits: tuple[Fait, ...] = ()
    dates: tuple[DateStated, ...] = ()
    durees: tuple[DureeStated, ...] = ()
    nombres: tuple[NombreDouble, ...] = ()
    citations: Sequence[Citation] = ()
    type_found: TypeFound | None = None
    type_asked: bool = False

    @property
    def name(self) -> str:
        return self.text.name

    def place_at(self, position: int, start: int, end: int) -> Place:
        """A span of the paragraph at `position` of the text, with the article it stands in."""
        paragraph = self.text.paragraphs[position]
        names = (
            article.numero or article.titre
            for article in self.articles
            if position in article.paragraphs
        )
        return Place(paragraph.part, paragraph.number, start, end, next(names, None) or None)

    def paragraph(self, place: Place) -> Paragraph:
        """The paragraph a place stands in. Raises `KeyError` for a place of another document."""
        paragraphs = self.text.paragraphs
        first = place.paragraph if place.paragraph < len(paragraphs) else 0  # mostly its position
        for paragraph in chain(islice(paragraphs, first, None), islice(paragraphs, first)):
            if paragraph.number == place.paragraph and paragraph.part is place.part:
                return paragraph
        raise KeyError(f"{place.part} {place.paragraph}")
