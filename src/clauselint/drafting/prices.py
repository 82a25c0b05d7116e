"""How the price of the prestation is shared out: pay, indemnities, charges, fees, to the cent.

C. trav. L1254-15 2° e) asks the CDD to show the parts of the price; IDCC 3219 art. 21.2 lists what
the price pays. Every line is rounded to the cent, half up; the balance takes what is left, so that
the lines always add up to the price.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from clauselint.drafting.values import Saisie
from clauselint.library.mission_model import Mission, Travail
from clauselint.library.problems import LibraryError
from clauselint.model import Montant, Pourcentage
from clauselint.model.francais import en_francais

__all__ = ["Decomposition", "decompose"]

_CENT = Decimal("0.01")
Taux = Callable[[str, str], Pourcentage]


class Decomposition(Struct, frozen=True):
    """The parts of the price and the bases of those that are a rate; each prints in French.

    `fin_contrat` is nil in a CDI, `reserve` in a CDD.
    """

    base: Saisie
    apport: Saisie
    fin_contrat: Saisie
    conges: Saisie
    reserve: Saisie
    brut_total: Saisie
    prelevements: Saisie
    frais_gestion: Saisie
    frais_professionnels: Saisie
    solde: Saisie
    total: Saisie
    base_fin_contrat: Saisie
    base_conges: Saisie


def decompose(mission: Mission, taux: Taux) -> Decomposition:
    """Share out the price of `mission`; `taux(clause, parameter)` gives the rates of clauses.

    Raises `LibraryError` when pay and fees exceed the price, naming the mission's line.
    """
    rate = _Rates(mission, taux)
    total = _net(mission.prix.total)
    base = _cents(mission.remuneration.brut_journalier * mission.prix.jours)
    apport = _cents(base * taux("apport_affaire", "taux"))
    fin_contrat = _cents((base + apport) * rate.fin_contrat)
    conges = _cents((base + apport + fin_contrat) * taux("conges_payes", "taux"))
    reserve = _cents(base * rate.reserve)
    brut_total = base + apport + fin_contrat + conges
    prelevements = _cents(brut_total * mission.profil.prelevements)
    gestion = _cents(total * mission.taux_frais_gestion)
    frais = _net(mission.prix.frais_professionnels or Montant(Decimal(0)))
    solde = total - (brut_total + reserve + prelevements + gestion + frais)
    if solde.montant < 0:
        over = en_francais(Montant(-solde.montant))
        message = (
            f"la rémunération, les prélèvements et les frais dépassent le prix de {over} ; "
            "baisser cette rémunération ou les frais, ou convenir d’un prix plus élevé"
        )
        raise LibraryError((mission.probleme(("remuneration", "brut_journalier"), message),))
    paid = mission.origine("remuneration", "brut_journalier")
    priced = mission.origine("prix", "tjm")
    return Decomposition(
        base=Saisie(base, paid),
        apport=Saisie(apport, paid),
        fin_contrat=Saisie(fin_contrat, paid),
        conges=Saisie(conges, paid),
        reserve=Saisie(reserve, paid),
        brut_total=Saisie(brut_total, paid),
        prelevements=Saisie(prelevements, mission.origine("profil", "prelevements")),
        frais_gestion=Saisie(gestion, priced),
        frais_professionnels=Saisie(frais, mission.origine("prix", "frais_professionnels")),
        solde=Saisie(solde, priced),
        total=Saisie(total, priced),
        base_fin_contrat=Saisie(base + apport, paid),
        base_conges=Saisie(base + apport + fin_contrat, paid),
    )


class _Rates:
    """The two rates that depend on the kind of contract (IDCC 3219 art. 21.3)."""

    def __init__(self, mission: Mission, taux: Taux) -> None:
        nil = Pourcentage(Decimal(0))
        cdd = mission.travail is Travail.CDD
        self.fin_contrat = taux("remuneration", "fin_contrat") if cdd else nil
        self.reserve = nil if cdd else taux("reserve_financiere", "taux")


def _cents(amount: Montant) -> Montant:
    return Montant(amount.montant.quantize(_CENT, ROUND_HALF_UP))


def _net(amount: Montant) -> Montant:
    """The amount without its tax mark: in the table, the heading says it once."""
    return _cents(amount)
