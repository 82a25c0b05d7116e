"""What a rule about a dossier sees: terms, clauses, facts and parties, each with its document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from msgspec import Struct

from clauselint.checking.views import (
    TESTS,
    ClauseView,
    FactView,
    MissingDatum,
    PartyView,
    TermView,
    Unknown,
)
from clauselint.dossiers import comparison
from clauselint.dossiers.consolidation import end_before, in_force
from clauselint.dossiers.dossier import Amendment, Dossier
from clauselint.dossiers.references import Reference, vat_rate
from clauselint.model import ArticleKind, Document, Montant, Place, Role, Valeur

__all__ = [
    "DOSSIER_TESTS",
    "AmendmentView",
    "ContractView",
    "DossierClauseView",
    "DossierFactView",
    "DossierPartyView",
    "DossierTermView",
    "ReferenceView",
    "title_of",
]

Day = date  # views have a property of that name

_COMPANIES = frozenset({"assureur", "garant", "organisme_prevoyance", "caisse_retraite"})
_PEOPLE = frozenset({Role.SALARIE_PORTE, Role.SALARIE})


class DossierTermView(TermView, frozen=True, eq=False):
    document: Document | None = None


class DossierClauseView(ClauseView, frozen=True, eq=False):
    document: Document | None = None


class DossierFactView(FactView, frozen=True, eq=False):
    document: Document | None = None


class DossierPartyView(PartyView, frozen=True, eq=False):
    document: Document | None = None


class ContractView(Struct, frozen=True, eq=False):
    """A contract of the dossier, known or not."""

    side: str
    document: Document | None

    @property
    def connu(self) -> bool:
        return self.document is not None

    @property
    def type(self) -> str | Unknown:
        return str(self.document.type) if self.document else Unknown(f"contrat ({self.side})")

    @property
    def portage(self) -> bool | Unknown:
        return self.document.portage if self.document else Unknown(f"contrat ({self.side})")

    @property
    def date(self) -> object:
        day = self.document.date_reference if self.document else None
        return day or Unknown(f"date du contrat ({self.side})")

    @property
    def titre(self) -> str | Unknown:
        return title_of(self.document) if self.document else Unknown(f"contrat ({self.side})")

    @property
    def place(self) -> Place | None:
        return None


class AmendmentView(Struct, frozen=True, eq=False):
    """An amendment: the contract it amends, its day, and the end that it puts off."""

    dossier: Dossier
    amendment: Amendment

    @property
    def document(self) -> Document:
        return self.amendment.document

    @property
    def place(self) -> Place | None:
        return next((t.place for t in self.document.termes if t.nom == "date_signature"), None)

    @property
    def cote(self) -> str:
        """« travail », « prestation »…; empty when nothing says what it amends."""
        return str(self.amendment.side or "")

    @property
    def rang(self) -> int:
        return self.amendment.rang

    @property
    def date(self) -> Day | Unknown:
        return self.amendment.signed or Unknown("date de l’avenant")

    @property
    def titre(self) -> str:
        return title_of(self.document)

    @property
    def orphelin(self) -> bool:
        """Whether the contract it amends is not in the dossier."""
        return self.amendment.side is None or self.dossier.base(self.amendment.side) is None

    @property
    def fin_precedente(self) -> Day | Unknown:
        return self._end_before() or Unknown("terme du contrat avant l’avenant")

    @property
    def fin(self) -> Day | Unknown:
        return self._end() or Unknown("terme du contrat après l’avenant")

    @property
    def prolonge(self) -> bool:
        """Whether it puts the end off."""
        before, after = self._end_before(), self._end()
        return bool(before and after and after > before)

    @property
    def prolongations(self) -> int:
        """How many amendments, this one included, have put off the end of that contract."""
        views = (AmendmentView(self.dossier, item) for item in self.dossier.avenants)
        return sum(
            view.cote == self.cote and view.rang <= self.rang and view.prolonge for view in views
        )

    @property
    def tardif(self) -> bool:
        """Whether it is signed after the end that it puts off."""
        before, signed = self._end_before(), self.amendment.signed
        return self.prolonge and bool(before and signed and signed > before)

    def _end_before(self) -> Day | None:
        return _day(end_before(self.dossier, self.amendment))

    def _end(self) -> Day | None:
        side = self.amendment.side
        if side is None:
            return None
        known = tuple(
            item
            for item in self.dossier.avenants
            if item.side is not side or item.rang <= self.amendment.rang
        )
        until = Dossier(self.dossier.bases, known)
        return _day(in_force(until, side, "date_fin"))


class ReferenceView(Struct, frozen=True, eq=False):
    """A contract cited by another one, and what is true of it."""

    reference: Reference

    @property
    def document(self) -> Document:
        return self.reference.document

    @property
    def place(self) -> Place:
        return self.reference.place

    @property
    def texte(self) -> str:
        return self.reference.texte

    @property
    def ecrit(self) -> str:
        return self.reference.ecrit

    @property
    def vrai(self) -> str:
        return self.reference.vrai

    @property
    def juste(self) -> bool:
        return self.reference.juste

    @property
    def cible(self) -> ContractView:
        return ContractView("", self.reference.cible)


def title_of(document: Document) -> str:
    """The title of a contract, on one line."""
    text = document.text.paragraphs
    lines = (
        " ".join(text[position].text.split())
        for article in document.articles
        if article.kind is ArticleKind.TITRE
        for position in article.paragraphs
    )
    return next((line for line in lines if line), "")


def _day(found: object) -> date | None:
    termes = getattr(found, "termes", ())
    value = termes[0].valeur if termes else None
    return value if isinstance(value, date) else None


def _same(one: object, other: object) -> bool:
    """Whether two terms, or two parties, are the same, as their kind is compared."""
    if isinstance(one, DossierPartyView) and isinstance(other, DossierPartyView):
        return _same_party(one, other)
    if not (isinstance(one, DossierTermView) and isinstance(other, DossierTermView)):
        raise TypeError("« meme_que » compare deux termes ou deux parties")
    for view in (one, other):
        if not view.termes:
            raise MissingDatum(f"terme {view.nom}")
    documents = tuple(view.document for view in (one, other) if view.document)
    return any(
        _same_value(one.nom, mine, theirs, documents)
        for mine in one.valeurs
        for theirs in other.valeurs
    )


def _same_value(nom: str, mine: Valeur, theirs: Valeur, documents: tuple[Document, ...]) -> bool:
    if isinstance(mine, Montant) and isinstance(theirs, Montant):
        return comparison.same_amount(mine, theirs, vat_rate(documents))
    if isinstance(mine, str) and isinstance(theirs, str):
        return _READ_AS.get(nom, comparison.same_text)(mine, theirs)
    return mine == theirs


def _same_party(one: DossierPartyView, other: DossierPartyView) -> bool:
    mine, theirs = one.partie, other.partie
    if mine is None or theirs is None:
        view = one if mine is None else other
        raise MissingDatum(f"partie ({view.role})")
    if one.role in _PEOPLE:
        return comparison.same_person(mine.nom, theirs.nom)
    if mine.siren and theirs.siren and mine.siren != theirs.siren:
        return False
    return comparison.same_company(mine.nom, theirs.nom)


_READ_AS: Mapping[str, Callable[[str, str], bool]] = {
    **dict.fromkeys(_COMPANIES, comparison.same_company),
    "lieu_execution": comparison.same_address,
    "numero_police": comparison.same_code,
}


def _is_known(value: object) -> bool:
    if isinstance(value, (TermView, PartyView, ContractView)):
        return value.connu
    return not isinstance(value, Unknown)


DOSSIER_TESTS: Mapping[str, Callable[..., object]] = {
    **TESTS,
    **dict.fromkeys(("connu", "connue"), _is_known),
    **dict.fromkeys(("inconnu", "inconnue"), lambda value: not _is_known(value)),
    "meme_que": _same,
    "meme_societe_que": comparison.same_company,
    "meme_personne_que": comparison.same_person,
    "meme_adresse_que": comparison.same_address,
    "meme_texte_que": comparison.same_text,
}
"""The tests of the expressions of rules about a dossier."""
