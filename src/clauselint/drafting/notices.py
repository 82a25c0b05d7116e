"""What the texts of a formal notice know of the bills: each account, and what all of them come to.

The rate is that of the clause `penalites_retard` as the mission sets it; the rates of the law come
from the tables of `law/`, and a day that they do not cover is refused, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from clauselint.drafting.penalties import Compte, Periode, TauxDuJour, compte, in_cents, interest
from clauselint.drafting.reglages import parametres_of
from clauselint.drafting.values import Fiche, Saisie
from clauselint.library.law_tables import LawTable, read_law_table
from clauselint.library.library import Library
from clauselint.library.mission_documents import FactureImpayee, Relance
from clauselint.library.mission_model import Mission
from clauselint.library.problems import LibraryError, Problem
from clauselint.model import Montant, Pourcentage, TauxPenalites, Taxe
from clauselint.model.francais import en_francais

__all__ = ["decompte_of"]

_CLAUSE = "penalites_retard"
_LEGAL_POINTS = Decimal(10)
_NIL = Montant(Decimal(0))


def decompte_of(mission: Mission, relance: Relance, library: Library) -> Fiche:
    """The bills of `relance` on the day of its letter.

    `factures`: each with its `numero`, `date`, `echeance`, `montant`, `acompte` (or nothing),
    `reste`, `jours` late, `periodes` (`debut`, `fin`, `jours`, `taux`, `penalites`), `penalites`,
    `indemnite` and `total`. Of all the bills: `reste`, `penalites`, `indemnites`, `total`, and
    `par_jour`, what a further day costs at the last rate. `multiple` of the legal rate, or nothing,
    and `points` above the Central Bank's: the rate of the contract.

    Raises `LibraryError`, at the line of the mission, for a bill that is not overdue, is paid, or
    excludes tax; for a rate of the law that no table gives.
    """
    problems = tuple(_problems(mission, relance))
    if problems:
        raise LibraryError(problems)
    terms = _terms(mission, library)
    rate = _rate(mission, terms, library)
    found = tuple(
        compte(_reste(facture), facture.echeance, relance.date, rate)
        for facture in relance.factures
    )
    last = Periode(relance.date, relance.date, found[0].periodes[-1][0].taux)
    due = _sum(account.reste for account in found)
    return Fiche(
        factures=tuple(
            _facture(mission, rank, facture, account)
            for rank, (facture, account) in enumerate(zip(relance.factures, found, strict=True))
        ),
        reste=Saisie(due),
        penalites=Saisie(_sum(account.penalites for account in found)),
        indemnites=Saisie(_sum(account.indemnite for account in found)),
        total=Saisie(_sum(account.total for account in found)),
        par_jour=Saisie(in_cents(interest(due.montant, (last,)))),
        multiple=Saisie(terms.facteur),
        points=Saisie(terms.points),
    )


def _facture(mission: Mission, rank: int, facture: FactureImpayee, account: Compte) -> Fiche:
    def said(nom: str) -> Saisie:
        found = getattr(facture, nom)
        bare = Montant(found.montant) if isinstance(found, Montant) else found
        return Saisie(bare, mission.origine("relance", "factures", rank, nom))

    return Fiche(
        numero=said("numero"),
        date=said("date"),
        echeance=said("echeance"),
        montant=said("montant"),
        acompte=said("acompte"),
        reste=Saisie(account.reste, mission.origine("relance", "factures", rank, "montant")),
        jours=Saisie(account.jours),
        periodes=tuple(
            Fiche(
                debut=Saisie(periode.debut),
                fin=Saisie(periode.fin),
                jours=Saisie(periode.jours),
                taux=Saisie(periode.taux),
                penalites=Saisie(owed),
            )
            for periode, owed in account.periodes
        ),
        penalites=Saisie(account.penalites),
        indemnite=Saisie(account.indemnite),
        total=Saisie(account.total),
    )


def _reste(facture: FactureImpayee) -> Montant:
    paid = facture.acompte.montant if facture.acompte else Decimal(0)
    return Montant(facture.montant.montant - paid)


def _sum(amounts: Iterator[Montant]) -> Montant:
    return sum(amounts, _NIL)


def _problems(mission: Mission, relance: Relance) -> Iterator[Problem]:
    for rank, facture in enumerate(relance.factures):
        chemin = ("relance", "factures", rank)
        if facture.echeance >= relance.date:
            message = (
                "cette facture n’est pas échue à la date de la lettre, le "
                f"{relance.date:%d/%m/%Y} ; l’ôter, ou attendre le lendemain de son échéance"
            )
            yield mission.probleme((*chemin, "echeance"), message)
        for nom in ("montant", "acompte"):
            amount: Montant | None = getattr(facture, nom)
            if amount and amount.taxe is Taxe.HT:
                message = "donner ce montant toutes taxes comprises : « 12 288 EUR TTC »"
                yield mission.probleme((*chemin, nom), message)
        if _reste(facture).montant <= 0:
            message = "il ne reste rien à payer sur cette facture ; l’ôter de la lettre"
            yield mission.probleme((*chemin, "montant"), message)


def _terms(mission: Mission, library: Library) -> TauxPenalites:
    """The rate of the contract; that of the law when the contract has none (C. com. L441-10 II)."""
    if mission.reglage(_CLAUSE).retiree:
        return TauxPenalites("bce", points=_LEGAL_POINTS)
    reglages = parametres_of(library.clauses[_CLAUSE], mission)
    if reglages.multiple:
        return TauxPenalites("taux_legal", facteur=reglages.multiple.valeur)
    return TauxPenalites("bce", points=reglages.points.valeur)


def _rate(mission: Mission, terms: TauxPenalites, library: Library) -> TauxDuJour:
    """The rate of a half-year, by its first day."""
    table = _table(library, terms.base)

    def rate(day: date) -> Pourcentage:
        known = table.on(day)
        if not isinstance(known, Pourcentage):
            message = (
                f"le {table.titre} au {en_francais(day)} n’est pas connu : les pénalités ne "
                f"peuvent pas être arrêtées. Ajouter à law/{terms.base}.yaml la valeur publiée, "
                "ou dater la lettre d’un jour que cette table couvre"
            )
            raise LibraryError((mission.probleme(("relance", "date"), message),))
        multiplied = known.valeur * (terms.facteur or 1)
        return Pourcentage(multiplied + (terms.points or 0))

    return rate


def _table(library: Library, name: str) -> LawTable:
    path = library.file("law", f"{name}.yaml")
    if path is None:
        message = "cette table manque à la bibliothèque ; sans elle le taux n’est pas connu"
        raise LibraryError((Problem(f"law/{name}.yaml", 0, 0, "", message),))
    return read_law_table(path)
