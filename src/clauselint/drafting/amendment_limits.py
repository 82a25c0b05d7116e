"""What the law and good sense forbid an amendment, told at the line of the mission that asks it.

The lengths of the contracts themselves (eighteen months, C. trav. L1254-12; thirty-six months,
L1254-4 II) are judged by the rules, on the contracts as the amendment leaves them.
"""

from __future__ import annotations

from collections.abc import Iterator

from clauselint.library.mission_documents import Avenant, NatureAvenant
from clauselint.library.mission_model import Mission, Travail
from clauselint.library.problems import LibraryError, Problem
from clauselint.model import Duree

__all__ = ["check_limits"]

_RENEWALS = 2  # C. trav. L1254-17, in force since 19 August 2015
_POSTPONEMENT = Duree(mois=3)  # C. trav. L1254-13, in force since 4 April 2015


def check_limits(before: Mission, rank: int) -> None:
    """Raise `LibraryError` for amendment `rank` of `before`, the mission as the earlier ones leave
    it, when it can't be agreed.
    """
    problems = tuple(_problems(before, rank))
    if problems:
        raise LibraryError(problems)


def _problems(before: Mission, rank: int) -> Iterator[Problem]:
    avenant = before.avenants[rank]
    if rank and avenant.date < before.avenants[rank - 1].date:
        message = "cet avenant est signé avant celui qui le précède ; les ranger par date"
        yield before.probleme(("avenants", rank, "date"), message)
    if avenant.date < before.signature.date:
        message = "cet avenant est signé avant le contrat qu’il modifie"
        yield before.probleme(("avenants", rank, "date"), message)
    if avenant.nature is NatureAvenant.PROLONGATION:
        yield from _extension(before, rank, avenant)
    if avenant.nature in (NatureAvenant.PASSAGE_CDI, NatureAvenant.REPORT):
        yield from _of_a_cdd(before, rank, avenant)


def _extension(before: Mission, rank: int, avenant: Avenant) -> Iterator[Problem]:
    chemin = ("avenants", rank, "prestation", "fin")
    old, new = before.prestation.fin, avenant.prestation.fin
    if new is None:
        message = "une prolongation donne la nouvelle date : « prestation: {fin: 2026-12-31} »"
        yield before.probleme(("avenants", rank, "nature"), message)
        return
    if old is None:
        return
    if new <= old:
        message = f"le nouveau terme ne suit pas le terme en cours, le {old:%d/%m/%Y}"
        yield before.probleme(chemin, message)
    if avenant.date > old:
        message = (
            f"cet avenant est signé après le terme en cours, le {old:%d/%m/%Y} : le contrat a "
            "pris fin. Un renouvellement est soumis au salarié avant le terme (C. trav. L1254-17) "
            "et une prestation échue ne se prolonge pas"
        )
        yield before.probleme(("avenants", rank, "date"), message)
    if before.travail is Travail.CDD:
        yield from _renewals(before, rank)


def _renewals(before: Mission, rank: int) -> Iterator[Problem]:
    earlier = [
        found
        for found in before.avenants[:rank]
        if found.nature is not NatureAvenant.PASSAGE_CDI and found.prestation.fin
    ]
    if len(earlier) >= _RENEWALS:
        message = (
            "le CDD de portage salarial se renouvelle deux fois, et celui-ci l’a été (C. trav. "
            "L1254-17) ; conclure un contrat à durée indéterminée, ou un nouveau contrat pour une "
            "autre prestation [durees/cdd-renouvellements]"
        )
        yield before.probleme(("avenants", rank, "nature"), message)


def _of_a_cdd(before: Mission, rank: int, avenant: Avenant) -> Iterator[Problem]:
    chemin = ("avenants", rank, "nature")
    if before.travail is not Travail.CDD:
        message = f"le contrat de travail est déjà un CDI : la nature « {avenant.nature} » ne vise "
        yield before.probleme(chemin, f"{message}qu’un CDD")
        return
    fin = before.prestation.fin
    if fin and avenant.date > fin:
        message = f"cet avenant est signé après le terme du CDD, le {fin:%d/%m/%Y}"
        yield before.probleme(("avenants", rank, "date"), message)
    if avenant.report is None:
        return
    if fin is None:
        message = "seul un terme daté se reporte (C. trav. L1254-13)"
        yield before.probleme(chemin, message)
    if avenant.report > _POSTPONEMENT:
        message = (
            "le terme du CDD se reporte de trois mois au plus, pour prospecter (C. trav. L1254-13)"
            " [durees/cdd-maximum]"
        )
        yield before.probleme(("avenants", rank, "report"), message)
    if any(found.report for found in before.avenants[:rank]):
        message = "le terme de ce CDD a déjà été reporté (C. trav. L1254-13)"
        yield before.probleme(chemin, message)
